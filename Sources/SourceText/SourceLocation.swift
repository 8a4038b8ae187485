// SPDX-License-Identifier: Apache-2.0

/// A place in a file as a reader counts it.
public struct SourceLocation: Hashable, Sendable {
    /// The line, counted from 1.
    public let line: Int
    /// The column in characters (extended grapheme clusters), counted from 1.
    public let column: Int

    /// Makes a location of a line and a column, both counted from 1.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}

extension SourceLocation: Comparable {
    /// Orders by line, then by column.
    public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

extension SourceLocation: CustomStringConvertible {
    /// The location as `line:column`.
    public var description: String { "\(line):\(column)" }
}
