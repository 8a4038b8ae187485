// SPDX-License-Identifier: Apache-2.0
import GSM

/// Stands made-up PINs in for those that were typed, so that a scene can be played and tells none.
///
/// Equal PINs stay equal and other ones other. What makes a PIN too easy is kept, as a gateway
/// answers such a PIN otherwise: one digit all over, digits in a row, the end of the number.
struct InventedPINs {
    private var invented: [String: String] = [:]
    /// A PIN for those who typed none.
    private(set) var fresh = ""

    /// Makes up a PIN for each of these, in order.
    ///
    /// - Parameters:
    ///   - secrets: what was typed where a secret was asked, and PINs that are known besides.
    ///   - phones: whose numbers' ends are no secret and stay as they are.
    init(_ secrets: [String], phones: [MSISDN]) {
        let ends = phones.map { String($0.digits) }
        for secret in secrets where invented[secret] == nil {
            invented[secret] =
                Self.isKey(secret) || ends.contains { $0.hasSuffix(secret) }
                ? secret : invention(for: secret, secrets, ends)
        }
        fresh = invention(for: "3851", secrets + ["3851"], ends)
    }

    /// What stands in the scene for a secret; what was never seen is left as it is.
    func callAsFunction(_ secret: String) -> String { invented[secret] ?? secret }

    /// The text with each PIN that stands alone, not inside a longer number, replaced.
    ///
    /// A secret that is more than digits is replaced wherever it stands.
    ///
    /// - Parameters:
    ///   - text: what is typed or shown.
    ///   - isShown: whether a phone shows it; menus themselves show PINs that are too easy, as in
    ///     *not 1234*.
    /// - Returns: the text as it may be written.
    func masking(_ text: String, isShown: Bool = false) -> String {
        let words = invented.keys.filter { secret in
            secret.utf8.count >= TranscriptLimits.pinDigits.lowerBound
                && !secret.utf8.allSatisfy { 48...57 ~= $0 }
        }
        let text = words.sorted().reduce(text) { text, secret in
            text.split(separator: secret, omittingEmptySubsequences: false)
                .joined(separator: self(secret))
        }
        var shown: [UInt8] = []
        let octets = Array(text.utf8)
        var index = 0
        while index < octets.count {
            let run = octets[index...].prefix { 48...57 ~= $0 }
            if run.count >= TranscriptLimits.pinDigits.lowerBound {
                let isPlain = isShown && Self.isEasy(Array(run))
                shown +=
                    isPlain ? Array(run) : Array(self(String(decoding: run, as: UTF8.self)).utf8)
            } else {
                shown += run.isEmpty ? [octets[index]] : Array(run)
            }
            index += max(1, run.count)
        }
        return String(decoding: shown, as: UTF8.self)
    }

    /// Whether what was typed at a question for a secret is a key of the menu and no PIN.
    private static func isKey(_ typed: String) -> Bool { typed.utf8.count <= 2 }

    private func invention(for secret: String, _ secrets: [String], _ ends: [String]) -> String {
        let digits = Array(secret.utf8)
        guard digits.allSatisfy({ 48...57 ~= $0 }), digits.count <= 18 else {
            return String(
                decoding: digits.map { octet in
                    switch octet {
                    case 48...57: UInt8(48 + (octet - 48 + 3) % 10)
                    case 65...90, 97...122, 128...: UInt8(ascii: "x")
                    default: octet
                    }
                },
                as: UTF8.self
            )
        }
        let isEasy = Self.isEasy(digits)
        let taken = Set(secrets).union(invented.values)
        let candidates = (1...9_973).lazy.map { number in
            isEasy ? Self.turned(digits, by: number % 10) : Self.digits(number, digits.count)
        }
        let found = candidates.first { candidate in
            let isAlike = isEasy || !Self.isEasy(Array(candidate.utf8))
            return isAlike && !taken.contains(candidate)
                && !ends.contains { $0.hasSuffix(candidate) }
        }
        return found ?? Self.turned(digits, by: 5)
    }

    /// Whether digits are the same all over, or run up or down.
    private static func isEasy(_ digits: [UInt8]) -> Bool {
        let steps = Set(zip(digits, digits.dropFirst()).map { ($1 &- $0 &+ 10) % 10 })
        return steps == [0] || steps == [1] || steps == [9]
    }

    private static func turned(_ digits: [UInt8], by step: Int) -> String {
        String(decoding: digits.map { UInt8(48 + (Int($0) - 48 + step) % 10) }, as: UTF8.self)
    }

    /// The n-th row of so many digits, far from the one before.
    private static func digits(_ number: Int, _ count: Int) -> String {
        var rest = UInt64(number) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return String(
            decoding: (0..<count).map { _ in
                rest = rest &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return UInt8(48 + (rest >> 33) % 10)
            },
            as: UTF8.self
        )
    }
}
