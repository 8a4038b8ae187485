// SPDX-License-Identifier: Apache-2.0
import Ledger

/// The earliest and latest time among the transfers of a span, once all of it was seen.
struct SpanTimes {
    private(set) var earliest: Int64?
    private(set) var latest: Int64?

    /// Counts a transfer; the first of a span begins anew, and in the middle of one whose
    /// beginning was not seen nothing is known.
    mutating func add(_ row: PostedTransfer) {
        let time = row.at.milliseconds
        if row.id.rawValue % LedgerSchema.transfersPerSpan == 1 {
            (earliest, latest) = (time, time)
        } else if let earliest, let latest {
            if time < earliest { self.earliest = time }
            if time > latest { self.latest = time }
        }
    }
}
