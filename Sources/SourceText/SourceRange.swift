// SPDX-License-Identifier: Apache-2.0

/// A stretch of one file, in UTF-8 octets from the start of its text.
public struct SourceRange: Hashable, Sendable {
    /// The path of the file.
    public let file: String
    /// The offset of the first octet, at least 0.
    public let lower: Int
    /// The offset behind the last octet, at least `lower`.
    public let upper: Int

    /// Makes a range; a negative start becomes 0 and an end before the start becomes the start.
    public init(file: String, lower: Int, upper: Int) {
        self.file = file
        self.lower = max(lower, 0)
        self.upper = max(upper, self.lower)
    }

    /// Whether the range is a place between two characters.
    public var isEmpty: Bool { lower == upper }

    /// The number of octets covered.
    public var utf8Count: Int { upper - lower }

    /// The empty range at this range's start.
    public var start: SourceRange { SourceRange(file: file, lower: lower, upper: lower) }

    /// The empty range at this range's end.
    public var end: SourceRange { SourceRange(file: file, lower: upper, upper: upper) }

    /// The smallest range that covers both; a range of another file leaves this one unchanged.
    public func union(_ other: SourceRange) -> SourceRange {
        guard other.file == file else { return self }
        return SourceRange(
            file: file,
            lower: min(lower, other.lower),
            upper: max(upper, other.upper)
        )
    }

    /// Whether an offset lies in the range or directly behind it.
    public func touches(_ offset: Int) -> Bool { lower <= offset && offset <= upper }
}

extension SourceRange: Comparable {
    /// Orders by file, then by start, then by end.
    public static func < (left: SourceRange, right: SourceRange) -> Bool {
        (left.file, left.lower, left.upper) < (right.file, right.lower, right.upper)
    }
}
