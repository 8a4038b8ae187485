// SPDX-License-Identifier: Apache-2.0

/// The time that a report or an export looks at; both ends belong to it.
public struct BookSpan: Hashable, Sendable {
    /// The first moment; nil for the beginning of the ledger.
    public var from: Timestamp?
    /// The last moment; nil for its end.
    public var to: Timestamp?

    /// Makes a span; without ends it is all that ever happened.
    public init(from: Timestamp? = nil, to: Timestamp? = nil) {
        self.from = from
        self.to = to
    }

    /// Whether a moment is before the span.
    public func isAfter(_ moment: Timestamp) -> Bool { from.map { moment < $0 } ?? false }

    /// Whether a moment is in the span.
    public func contains(_ moment: Timestamp) -> Bool {
        !isAfter(moment) && (to.map { moment <= $0 } ?? true)
    }

    /// The span in words, such as `from 2026-11-01T00:00:00.000Z to 2026-11-30T23:59:59.999Z`.
    ///
    /// - Parameter offsetMinutes: local time less UTC.
    /// - Returns: the words, without a full stop.
    public func text(offsetMinutes: Int = 0) -> String {
        let first = from.map { "from " + $0.calendarText(offsetMinutes: offsetMinutes) }
        let word = from == nil ? "at " : "to "
        let last = to.map { word + $0.calendarText(offsetMinutes: offsetMinutes) }
        let ends = [first, last ?? (from == nil ? "up to the last transfer" : nil)]
        return ends.compactMap(\.self).joined(separator: " ")
    }
}
