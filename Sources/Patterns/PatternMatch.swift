// SPDX-License-Identifier: Apache-2.0

/// Where a pattern and its groups matched, in UTF-8 octets of the input.
public struct PatternGroups: Hashable, Sendable {
    /// The range of the whole match.
    public let range: Range<Int>

    /// The range of each group by number, the whole match first; `nil` where it took no part.
    public let ranges: [Range<Int>?]

    private let numbers: [String: [Int]]

    init(range: Range<Int>, ranges: [Range<Int>?], numbers: [String: [Int]]) {
        self.range = range
        self.ranges = ranges
        self.numbers = numbers
    }

    /// The range of a group by number, 0 being the whole match; `nil` without such a group.
    public subscript(number: Int) -> Range<Int>? {
        ranges.indices.contains(number) ? ranges[number] : nil
    }

    /// The names of the groups that have one, in no order.
    var names: some Sequence<String> { numbers.keys }

    /// The range of a group by name; `nil` without such a group.
    public subscript(name: String) -> Range<Int>? {
        numbers[name]?.lazy.compactMap { self[$0] }.first
    }
}

/// A match in a text, with what its groups captured.
public struct PatternMatch: Hashable, Sendable {
    /// The text that was searched.
    public let text: String
    /// Where the groups matched, in UTF-8 octets of ``text``.
    public let groups: PatternGroups

    /// The range of the whole match in UTF-8 octets of ``text``.
    public var utf8Range: Range<Int> { groups.range }

    /// The range of the whole match in ``text``.
    public var range: Range<String.Index> { indices(groups.range) }

    /// What the whole pattern matched.
    public var matched: String { String(text[range]) }

    /// What a group captured, 0 being the whole match; `nil` if it took no part.
    public subscript(number: Int) -> String? {
        groups[number].map { String(text[indices($0)]) }
    }

    /// What a named group captured; `nil` if it took no part or there is none.
    public subscript(name: String) -> String? {
        groups[name].map { String(text[indices($0)]) }
    }

    /// What the named groups captured that took part, by their names.
    public var named: [String: String] {
        var named: [String: String] = [:]
        for name in groups.names { named[name] = self[name] }
        return named
    }

    private func indices(_ octets: Range<Int>) -> Range<String.Index> {
        let start = text.utf8.index(text.utf8.startIndex, offsetBy: octets.lowerBound)
        return start..<text.utf8.index(start, offsetBy: octets.count)
    }
}
