// SPDX-License-Identifier: Apache-2.0

extension Template.Piece {
    /// Literal text that reads again as it is; braces that would begin a hole become a pattern.
    var escaped: [Template.Piece] {
        guard case .text(let text) = self, text.contains("{{") else { return [self] }
        var pieces: [Template.Piece] = []
        var literal = ""
        for character in text {
            if character == "{" {
                if !literal.isEmpty { pieces.append(.text(literal)) }
                literal = ""
                pieces.append(.match(name: nil, pattern: "\\x7B"))
            } else {
                literal.append(character)
            }
        }
        return pieces + (literal.isEmpty ? [] : [.text(literal)])
    }

    /// The text with a pattern for each time of day and each day, as `20/11` and `09:00`.
    var withoutTimes: [Template.Piece] {
        guard case .text(let text) = self else { return [self] }
        var pieces: [Template.Piece] = []
        let octets = Array(text.utf8)
        var (index, start) = (0, 0)
        while index < octets.count {
            let isFresh = index == 0 || !Self.isDigit(octets[index - 1])
            guard isFresh, let end = Self.endOfTime(octets, index) else {
                index += 1
                continue
            }
            pieces.append(.text(String(decoding: octets[start..<index], as: UTF8.self)))
            pieces.append(.match(name: nil, pattern: "[0-9/.:-]+"))
            (index, start) = (end, end)
        }
        pieces.append(.text(String(decoding: octets[start...], as: UTF8.self)))
        return LineHoles.joined(pieces)
    }

    /// Where a time or a day ends that begins here: one or two digits, a sign, two digits, and
    /// perhaps more of the same; nil when none begins.
    private static func endOfTime(_ octets: [UInt8], _ start: Int) -> Int? {
        let first = octets[start...].prefix(while: isDigit)
        guard first.count <= 2 || first.count == 4, let sign = octets[first.endIndex...].first,
            [UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "-")].contains(sign)
        else { return nil }
        let second = octets[(first.endIndex + 1)...].prefix(while: isDigit)
        guard !first.isEmpty, 1...2 ~= second.count else { return nil }
        guard octets[second.endIndex...].first == sign else { return second.endIndex }
        let third = octets[(second.endIndex + 1)...].prefix(while: isDigit)
        return third.isEmpty ? second.endIndex : third.endIndex
    }

    private static func isDigit(_ octet: UInt8) -> Bool { 48...57 ~= octet }
}
