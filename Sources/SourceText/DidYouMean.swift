// SPDX-License-Identifier: Apache-2.0

/// Finds the name that somebody probably meant.
public enum DidYouMean {
    /// The longest word, in characters, that is compared; longer ones have no neighbour.
    public static let wordCharactersMax = 64

    /// The candidate that is nearest to a word, `nil` when none is near.
    ///
    /// The distance counts inserted, lost, changed and swapped neighbouring characters, upper and
    /// lower case being equal. A word of 2 to 4 characters may be 1 away, one of 5 to 8 may be 2,
    /// a longer one 3. Of equally near candidates the alphabetically first is taken.
    public static func closest(to word: String, among candidates: some Sequence<String>) -> String?
    {
        let typed = Array(word.prefix(wordCharactersMax + 1).lowercased())
        guard !typed.isEmpty, typed.count <= wordCharactersMax else { return nil }
        var best: (distance: Int, name: String)?
        for candidate in candidates where candidate != word {
            let name = Array(candidate.prefix(wordCharactersMax + 1).lowercased())
            guard name.count <= wordCharactersMax else { continue }
            let limit = threshold(typed.count)
            guard abs(name.count - typed.count) <= limit else { continue }
            let distance = distance(typed, name)
            guard distance <= limit, distance < max(typed.count, name.count) else { continue }
            if let found = best, (found.distance, found.name) <= (distance, candidate) { continue }
            best = (distance, candidate)
        }
        return best?.name
    }

    /// The greatest distance at which a word of so many characters has a neighbour.
    private static func threshold(_ characters: Int) -> Int {
        switch characters {
        case ...1: 0
        case ...4: 1
        case ...8: 2
        default: 3
        }
    }

    /// The number of edits between two words, a swap of neighbours being one edit.
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        for row in 0..<left.count {
            var current = [row + 1]
            for column in 0..<right.count {
                let change = left[row] == right[column] ? 0 : 1
                var cost = min(last[column] + change, last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1],
                    left[row - 1] == right[column]
                {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            (beforeLast, last) = (last, current)
        }
        return last[right.count]
    }
}
