// SPDX-License-Identifier: Apache-2.0
import Ledger

/// The earliest and latest time among the transfers of a span, once all of it was seen.
struct SpanTimes {
    private(set) var earliest: Int64?
    private(set) var latest: Int64?
    private var last: Int64 = 0

    /// Counts a transfer; the first of a span begins anew.
    ///
    /// Where it does not follow the last one counted, as when a commit was undone or the file was
    /// just opened, nothing is known until the next span.
    mutating func add(_ row: PostedTransfer) {
        let (id, time) = (row.id.rawValue, row.at.milliseconds)
        if id % LedgerSchema.transfersPerSpan == 1 {
            (earliest, latest) = (time, time)
        } else if id != last + 1 {
            (earliest, latest) = (nil, nil)
        } else if let earliest, let latest {
            if time < earliest { self.earliest = time }
            if time > latest { self.latest = time }
        }
        last = id
    }
}
