// SPDX-License-Identifier: Apache-2.0

/// Two lines laid beside each other word by word.
struct WordDifference: Hashable {
    /// A stretch of a line, and whether the other line lacks it.
    struct Part: Hashable {
        var text: String
        let isChanged: Bool
    }

    /// What was expected, in order; joined it is the whole line.
    let expected: [Part]
    /// What came, in order; joined it is the whole line.
    let got: [Part]

    /// Most words of a line that are compared; longer lines are changed as a whole.
    static let wordsMax = 200

    /// Compares words, numbers, blanks and single other characters.
    init(_ expected: String, _ got: String) {
        let (left, right) = (Self.words(expected), Self.words(got))
        guard left.count <= Self.wordsMax, right.count <= Self.wordsMax else {
            self.expected = [Part(text: expected, isChanged: true)]
            self.got = [Part(text: got, isChanged: true)]
            return
        }
        let lengths = Self.commonLengths(left, right)
        var (row, column) = (0, 0)
        var (before, after): ([Part], [Part]) = ([], [])
        while row < left.count || column < right.count {
            if row < left.count, column < right.count, left[row] == right[column] {
                Self.add(left[row], false, to: &before)
                Self.add(right[column], false, to: &after)
                (row, column) = (row + 1, column + 1)
            } else if column == right.count
                || (row < left.count && lengths[row + 1][column] >= lengths[row][column + 1])
            {
                Self.add(left[row], true, to: &before)
                row += 1
            } else {
                Self.add(right[column], true, to: &after)
                column += 1
            }
        }
        self.expected = before
        self.got = after
    }

    /// How many words the rests from each two places on have in common at most.
    private static func commonLengths(_ left: [Substring], _ right: [Substring]) -> [[Int]] {
        let empty = [Int](repeating: 0, count: right.count + 1)
        var lengths = [[Int]](repeating: empty, count: left.count + 1)
        for row in left.indices.reversed() {
            for column in right.indices.reversed() {
                lengths[row][column] =
                    left[row] == right[column]
                    ? lengths[row + 1][column + 1] + 1
                    : max(lengths[row + 1][column], lengths[row][column + 1])
            }
        }
        return lengths
    }

    private static func words(_ text: String) -> [Substring] {
        var words: [Substring] = []
        var rest = text[...]
        while let first = rest.first {
            let isWord = first.isLetter || first.isNumber
            let run = isWord ? rest.prefix { $0.isLetter || $0.isNumber } : rest.prefix(1)
            words.append(run)
            rest = rest.dropFirst(run.count)
        }
        return words
    }

    private static func add(_ word: Substring, _ isChanged: Bool, to parts: inout [Part]) {
        if let last = parts.indices.last, parts[last].isChanged == isChanged {
            parts[last].text += word
        } else {
            parts.append(Part(text: String(word), isChanged: isChanged))
        }
    }
}
