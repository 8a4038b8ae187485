// SPDX-License-Identifier: Apache-2.0

/// A point in time as the gateway is told it: milliseconds since 1970-01-01T00:00:00Z.
///
/// Nothing below the command line reads a clock; what depends on time takes one of these.
public struct Instant: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public let milliseconds: Int64

    /// Makes an instant from milliseconds since 1970.
    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// The instant so many seconds later; it saturates instead of overflowing.
    public func adding(seconds: Int) -> Instant {
        adding(milliseconds: Int64(seconds).multipliedReportingOverflow(by: 1_000).partialValue)
    }

    /// The instant so many milliseconds later; it saturates instead of overflowing.
    public func adding(milliseconds more: Int64) -> Instant {
        let (sum, overflow) = milliseconds.addingReportingOverflow(more)
        return Instant(milliseconds: overflow ? (more > 0 ? .max : .min) : sum)
    }

    /// Orders by time.
    public static func < (left: Instant, right: Instant) -> Bool {
        left.milliseconds < right.milliseconds
    }
}
