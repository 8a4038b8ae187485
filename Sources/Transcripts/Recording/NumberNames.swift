// SPDX-License-Identifier: Apache-2.0
import GSM

/// Finds phone numbers in what phones type and show, and names those of known phones.
struct NumberNames {
    /// The phones by number.
    private let names: [MSISDN: String]
    /// The country in which numbers are read that begin without `+`.
    private let country: Country

    /// A number in a text: where it stands in octets, and whose it is.
    struct Found {
        let range: Range<Int>
        let msisdn: MSISDN
    }

    init(_ phones: [PhoneSetup], home: MSISDN?) {
        names = Dictionary(phones.map { ($0.msisdn, $0.name) }) { first, _ in first }
        country = home?.country ?? phones.lazy.compactMap(\.msisdn.country).first ?? .kenya
    }

    /// Most groups of digits with a blank between them that are read as one number.
    private static let groupsMax = 6

    /// Every number in a text, the longest at each place.
    func numbers(in text: String) -> [Found] {
        let octets = Array(text.utf8)
        var found: [Found] = []
        var index = 0
        while index < octets.count {
            let isStart = index == 0 || !Self.isWord(octets[index - 1])
            if isStart, let number = number(at: index, in: octets) {
                found.append(number)
                index = number.range.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    /// The text with the numbers of known phones by name, and holes for those of nobody.
    ///
    /// - Parameters:
    ///   - text: what is typed or shown.
    ///   - isShown: whether a hole may match; what a phone types has to be known.
    /// - Returns: the text between numbers, and the numbers.
    func pieces(of text: String, isShown: Bool) -> [Template.Piece] {
        let octets = Array(text.utf8)
        var pieces: [Template.Piece] = []
        var end = 0
        for found in numbers(in: text) {
            let written = String(decoding: octets[found.range], as: UTF8.self)
            guard let piece = piece(for: written, found.msisdn, isShown) else { continue }
            pieces.append(
                .text(String(decoding: octets[end..<found.range.lowerBound], as: UTF8.self))
            )
            pieces.append(piece)
            end = found.range.upperBound
        }
        return pieces + [.text(String(decoding: octets[end...], as: UTF8.self))]
    }

    /// How a number is written in a template; nil for as it stands.
    private func piece(
        for written: String,
        _ msisdn: MSISDN,
        _ isShown: Bool
    ) -> Template.Piece? {
        guard let name = names[msisdn] else {
            return isShown ? .match(name: nil, pattern: "[+0-9 ]{\(written.utf8.count)}") : nil
        }
        let national = msisdn.country.map { msisdn.national(in: $0) } ?? msisdn.e164
        switch written {
        case msisdn.local: return .value("\(name).local")
        case national: return .value("\(name).national")
        case msisdn.e164: return .value("\(name).e164")
        default: return nil
        }
    }

    private func number(at start: Int, in octets: [UInt8]) -> Found? {
        var index = start
        if octets[index] == UInt8(ascii: "+") { index += 1 }
        var ends: [Int] = []
        while index < octets.count, ends.count < Self.groupsMax {
            let group = octets[index...].prefix { 48...57 ~= $0 }
            guard !group.isEmpty else { break }
            index = group.endIndex
            if index == octets.count || !Self.isWord(octets[index]) { ends.append(index) }
            guard index < octets.count, octets[index] == UInt8(ascii: " ") else { break }
            index += 1
        }
        for end in ends.reversed() {
            let digits = octets[start..<end].count { 48...57 ~= $0 }
            guard MSISDN.Limits.digitsMin...MSISDN.Limits.digitsMax + 2 ~= digits else { continue }
            let written = String(decoding: octets[start..<end], as: UTF8.self)
            let plain = written.filter { $0 != " " }
            let number =
                MSISDN.parse(written, in: country) ?? MSISDN(e164: plain)
                ?? MSISDN(e164: "+" + plain).flatMap { names[$0] == nil ? nil : $0 }
            if let number { return Found(range: start..<end, msisdn: number) }
        }
        return nil
    }

    private static func isWord(_ octet: UInt8) -> Bool {
        48...57 ~= octet || 65...90 ~= octet || 97...122 ~= octet
    }
}
