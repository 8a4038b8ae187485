// SPDX-License-Identifier: Apache-2.0

/// What a row of octets is taken apart into.
public enum LineFrame: Hashable, Sendable {
    /// A line in valid UTF-8 without its end.
    case line(ArraySlice<UInt8>)
    /// A line longer than ``LineLimits/lineOctetsMax``; told once, the rest is skipped.
    case tooLong
    /// A line with a carriage return that no line feed follows.
    case bareCarriageReturn
    /// A line with a NUL octet.
    case nul
    /// A line that is not UTF-8.
    case notUTF8
    /// The first line is the request line of HTTP/1 or the preface of HTTP/2 (RFC 9113 clause 3.4).
    case http
    /// The input ended within a line.
    case unfinished
}
