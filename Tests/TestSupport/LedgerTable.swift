// SPDX-License-Identifier: Apache-2.0

/// A ledger test in the ledger's own notation: one row a step, expectation after the colon.
///
/// ```
/// open     A liability KES floor=0      : ok
/// move     fund F A 500                 : ok
/// + move   pay A B 400                    a row that begins with + joins the next row's command
/// move     fee A F 101                  : belowFloor@1
/// counters A 0 0 0 500
/// ```
///
/// Amounts are minor units. `_` stands for anything. `#` begins a comment. The first word after
/// the verb of a command names its key: a row with a name used before repeats that key.
public struct LedgerTable: Sendable, CustomStringConvertible {
    /// What the table is about.
    public let name: String
    /// The steps.
    public let rows: [Row]

    /// One step.
    public struct Row: Sendable {
        /// The line, counted from 1.
        public let line: Int
        /// Whether the next row belongs to the same command.
        public let joinsNext: Bool
        /// What is done.
        public let verb: String
        /// To what, and how.
        public let words: [String]
        /// What must come of it; nil for anything.
        public let expected: String?

        /// The value of a word written as `name=value`.
        public func option(_ name: String) -> String? {
            words.first { $0.hasPrefix(name + "=") }.map { String($0.dropFirst(name.count + 1)) }
        }

        /// Whether a bare word is there.
        public func has(_ word: String) -> Bool { words.contains(word) }

        /// The word at a place; empty when there is none.
        public func word(_ index: Int) -> String {
            words.indices.contains(index) ? words[index] : ""
        }
    }

    /// Reads a table from its text.
    public init(_ name: String, _ text: String) {
        self.name = name
        rows = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .compactMap { index, line in Row(line: index + 1, text: String(line)) }
    }

    /// The name, which test reports show.
    public var description: String { name }
}

extension LedgerTable.Row {
    fileprivate init?(line: Int, text: String) {
        let bare = text.prefix { $0 != "#" }
        let parts = bare.split(separator: ":", maxSplits: 1)
        var words = (parts.first ?? "").split(separator: " ").map(String.init)
        let joins = words.first == "+"
        if joins { words.removeFirst() }
        guard let verb = words.first else { return nil }
        let expectation =
            parts.count == 2 ? parts[1].split(separator: " ").joined(separator: " ") : "_"
        self.line = line
        joinsNext = joins
        self.verb = verb
        self.words = Array(words.dropFirst())
        expected = expectation == "_" ? nil : expectation
    }
}
