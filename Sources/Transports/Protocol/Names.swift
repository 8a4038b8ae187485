// SPDX-License-Identifier: Apache-2.0

/// Reads names, and finds the one that was probably meant.
enum Names {
    /// Whether a word is a phone's name: a letter, then letters, digits, `-` and `_`, at most 32.
    static func isName(_ word: some StringProtocol) -> Bool {
        let octets = word.utf8
        guard octets.count <= LineLimits.nameCharactersMax, let first = octets.first,
            isLetter(first)
        else { return false }
        return octets.allSatisfy { octet in
            isLetter(octet) || isDigit(octet) || octet == UInt8(ascii: "-")
                || octet == UInt8(ascii: "_")
        }
    }

    /// The name one edit away, the alphabetically first of several, or nil.
    static func nearest(to word: String, among names: [String]) -> String? {
        let typed = Array(word.lowercased().unicodeScalars)
        guard typed.count <= LineLimits.nameCharactersMax else { return nil }
        return names.sorted().first { isOneEdit(typed, Array($0.lowercased().unicodeScalars)) }
    }

    /// Whether one character inserted, lost, changed or swapped with its neighbour makes one of the
    /// other.
    static func isOneEdit(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Bool {
        guard left != right, abs(left.count - right.count) <= 1 else { return false }
        let head = zip(left, right).prefix { $0 == $1 }.count
        let tail = zip(left.dropFirst(head).reversed(), right.dropFirst(head).reversed())
            .prefix { $0 == $1 }.count
        let leftMiddle = left[head..<(left.count - tail)]
        let rightMiddle = right[head..<(right.count - tail)]
        if leftMiddle.count <= 1, rightMiddle.count <= 1 { return true }
        return leftMiddle.count == 2 && rightMiddle.count == 2
            && leftMiddle.elementsEqual(rightMiddle.reversed())
    }

    static func isDigit(_ octet: UInt8) -> Bool {
        octet >= UInt8(ascii: "0") && octet <= UInt8(ascii: "9")
    }

    private static func isLetter(_ octet: UInt8) -> Bool {
        let small = octet | 0x20
        return small >= UInt8(ascii: "a") && small <= UInt8(ascii: "z")
    }
}
