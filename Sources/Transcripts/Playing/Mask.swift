// SPDX-License-Identifier: Apache-2.0
import SourceText

/// Replaces the PINs of a scene in everything that is written about it.
struct Mask {
    /// What stands in place of a PIN.
    static let shown = "••••"

    private var secrets: Set<String>

    init(_ phones: [PhoneSetup]) { secrets = Set(phones.compactMap(\.pin)) }

    /// Takes note of what a phone typed where a secret was asked.
    mutating func add(_ typed: String) {
        guard TranscriptLimits.pinDigits.contains(typed.utf8.count),
            typed.utf8.allSatisfy({ 48...57 ~= $0 })
        else { return }
        secrets.insert(typed)
    }

    /// Hides what another hides too.
    mutating func join(_ other: Mask) { secrets.formUnion(other.secrets) }

    /// A file with every PIN overwritten, places unchanged, so that a mistake in it can be shown.
    func overwriting(_ file: SourceFile) -> SourceFile {
        var octets = Array(file.text.utf8)
        let key = Array("pin=".utf8)
        var index = 0
        while index < octets.count {
            if octets[index] == key[0], octets[index...].starts(with: key) {
                index += key.count
                while index < octets.count, octets[index] > UInt8(ascii: " ") {
                    octets[index] = UInt8(ascii: "*")
                    index += 1
                }
                continue
            }
            let run = octets[index...].prefix { 48...57 ~= $0 }
            if isSecret(run) {
                for place in run.indices { octets[place] = UInt8(ascii: "*") }
            }
            index += max(1, run.count)
        }
        return SourceFile(path: file.path, text: String(decoding: octets, as: UTF8.self))
    }

    /// The text with each PIN that stands alone, not inside a longer number, replaced.
    func callAsFunction(_ text: String) -> String {
        var shown: [UInt8] = []
        let octets = Array(text.utf8)
        var index = 0
        while index < octets.count {
            let run = octets[index...].prefix { 48...57 ~= $0 }
            if run.isEmpty {
                shown.append(octets[index])
                index += 1
            } else {
                shown += isSecret(run) ? Array(Self.shown.utf8) : Array(run)
                index += run.count
            }
        }
        return String(decoding: shown, as: UTF8.self)
    }

    /// Whether digits are a PIN; most runs are too short or too long to be looked up.
    private func isSecret(_ digits: ArraySlice<UInt8>) -> Bool {
        TranscriptLimits.pinDigits.contains(digits.count)
            && secrets.contains(String(decoding: digits, as: UTF8.self))
    }
}
