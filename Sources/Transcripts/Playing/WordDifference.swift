// SPDX-License-Identifier: Apache-2.0

/// The words in which two lines differ.
struct WordDifference {
    /// The stretches of the expected line that did not come, in UTF-8 octets.
    private(set) var expected: [Range<Int>] = []
    /// The stretches of the line that came and were not expected, in UTF-8 octets.
    private(set) var got: [Range<Int>] = []
    /// How many words they have in common.
    private(set) var common = 0

    /// Most words of a line that is looked into.
    static let wordsMax = 200

    private struct Word {
        let octets: ArraySlice<UInt8>
        let range: Range<Int>
        /// Whether it has a hole, which any word may fill.
        let isOpen: Bool

        /// Whether it is the sign that text begins with, with or without a language.
        var isBar: Bool { octets.last == UInt8(ascii: "|") && range.lowerBound <= 10 }

        func fits(_ other: Word) -> Bool {
            isOpen || octets == other.octets || isBar && other.isBar
        }
    }

    /// Compares two lines word by word; nil when they have no word in common, are the same, or are
    /// too long.
    init?(_ expected: String, _ got: String) {
        let (left, right) = (Self.words(expected), Self.words(got))
        guard left.count <= Self.wordsMax, right.count <= Self.wordsMax else { return nil }
        var lengths = Array(
            repeating: Array(repeating: 0, count: right.count + 1),
            count: left.count + 1
        )
        for row in left.indices.reversed() {
            for column in right.indices.reversed() {
                lengths[row][column] =
                    left[row].fits(right[column])
                    ? lengths[row + 1][column + 1] + 1
                    : max(lengths[row + 1][column], lengths[row][column + 1])
            }
        }
        var (row, column) = (0, 0)
        while row < left.count || column < right.count {
            let isLeft = row < left.count
            if isLeft, column < right.count, left[row].fits(right[column]) {
                common += Self.tells(left[row]) ? 1 : 0
                (row, column) = (row + 1, column + 1)
            } else if isLeft,
                column == right.count || lengths[row + 1][column] >= lengths[row][column + 1]
            {
                Self.add(left[row].range, to: &self.expected)
                row += 1
            } else {
                Self.add(right[column].range, to: &self.got)
                column += 1
            }
        }
        guard common > 0, !self.expected.isEmpty || !self.got.isEmpty else { return nil }
    }

    /// Whether a word says something: it is no hole and has a letter or a digit.
    private static func tells(_ word: Word) -> Bool {
        !word.isOpen
            && String(decoding: word.octets, as: UTF8.self).contains { $0.isLetter || $0.isNumber }
    }

    /// Adds a stretch; one blank between two does not part them.
    private static func add(_ range: Range<Int>, to ranges: inout [Range<Int>]) {
        if let last = ranges.last, last.upperBound + 1 == range.lowerBound {
            ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
        } else {
            ranges.append(range)
        }
    }

    /// The words between blanks; a hole is not parted by the blanks in it.
    private static func words(_ line: String) -> [Word] {
        let octets = Array(line.utf8)
        var words: [Word] = []
        var index = 0
        while index < octets.count {
            guard octets[index] != UInt8(ascii: " ") else {
                index += 1
                continue
            }
            let start = index
            var isOpen = false
            while index < octets.count, octets[index] != UInt8(ascii: " ") {
                if octets[index...].starts(with: "{{".utf8),
                    let end = closing(octets, from: index + 2)
                {
                    (isOpen, index) = (true, end)
                } else {
                    index += 1
                }
            }
            words.append(Word(octets: octets[start..<index], range: start..<index, isOpen: isOpen))
        }
        return words
    }

    /// Where a hole ends whose inside begins at a place; the last of a run of braces counts.
    private static func closing(_ octets: [UInt8], from start: Int) -> Int? {
        var index = start
        while index + 1 < octets.count {
            if octets[index...].starts(with: "}}".utf8) {
                return index + octets[index...].prefix { $0 == UInt8(ascii: "}") }.count
            }
            index += 1
        }
        return nil
    }
}
