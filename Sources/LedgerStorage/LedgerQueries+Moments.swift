// SPDX-License-Identifier: Apache-2.0
import GRDB
import Ledger

/// What an account had at a moment, without an index by account.
///
/// `spans` tells the earliest and latest time in each 4,096 transfers, so that the last transfer
/// before which everything is old enough is found at once; the few spans behind it that hold both
/// earlier and later transfers are read through. The account's own last transfer before that place
/// is looked for from both ends: along its chain from the newest, and backwards from the place.
/// The one is short for a quiet account, the other for a busy one; for an account with `n` of `m`
/// transfers since, evenly spread, about the square root of `m` rows are read.
extension LedgerQueries {
    /// The balance of an account after all transfers of a moment or earlier.
    func balance(of account: AccountID, from last: TransferID?, at moment: Timestamp) throws
        -> Int64
    {
        let whole = try endOfOlder(than: moment)
        var balance: Int64 = 0
        if let row = try lastTransfer(of: account, from: last, upTo: whole) {
            balance = row.balanceAfter(of: account) ?? 0
        }
        for range in try rangesToRead(after: whole, at: moment) {
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT \(PostedTransfer.columns) FROM transfers
                    WHERE id > ?1 AND id <= ?2 AND at <= ?3 AND (debit = ?4 OR credit = ?4)
                    """,
                arguments: [
                    range.lowerBound, range.upperBound, moment.milliseconds, account.stored,
                ]
            )
            while let row = try rows.next() {
                balance &+= try PostedTransfer(row).change(of: account)
            }
        }
        return balance
    }

    /// The ends of spans that are missing, or whose times are not those of their transfers.
    func spansThatDoNotFit(upTo end: TransferID) throws -> [TransferID] {
        let size = LedgerSchema.transfersPerSpan
        let sql = """
            SELECT last FROM spans WHERE last <= ? AND (earliest, latest) = (
                SELECT min(at), max(at) FROM transfers WHERE id > last - \(size) AND id <= last)
            ORDER BY last
            """
        let sound = Set(try Int64.fetchAll(db, sql: sql, arguments: [end.rawValue]))
        return stride(from: size, through: end.rawValue, by: Int(size))
            .filter { !sound.contains($0) }.map { TransferID($0) }
    }

    /// The end of the last span before which, and in which, every transfer is old enough.
    private func endOfOlder(than moment: Timestamp) throws -> Int64 {
        let later = try Int64.fetchOne(
            db,
            sql: "SELECT min(last) FROM spans WHERE latest > ?",
            arguments: [moment.milliseconds]
        )
        if let later { return later - LedgerSchema.transfersPerSpan }
        return try Int64.fetchOne(db, sql: "SELECT max(last) FROM spans") ?? 0
    }

    /// The spans behind a place that hold transfers old enough, and what is in no span yet.
    private func rangesToRead(after whole: Int64, at moment: Timestamp) throws
        -> [ClosedRange<Int64>]
    {
        let ends = try Int64.fetchAll(
            db,
            sql: "SELECT last FROM spans WHERE last > ? AND earliest <= ? ORDER BY last",
            arguments: [whole, moment.milliseconds]
        )
        let rest = try Int64.fetchOne(db, sql: "SELECT max(last) FROM spans") ?? 0
        return ends.map { ($0 - LedgerSchema.transfersPerSpan)...$0 } + [rest...Int64.max]
    }

    /// The last transfer that names an account, up to a number.
    private func lastTransfer(
        of account: AccountID,
        from last: TransferID?,
        upTo whole: Int64
    ) throws -> PostedTransfer? {
        let back = try db.cachedStatement(
            sql: """
                SELECT \(PostedTransfer.columns) FROM transfers
                WHERE id > ?1 AND id <= ?2 AND (debit = ?3 OR credit = ?3)
                ORDER BY id DESC LIMIT 1
                """
        )
        var next = last
        var place = whole
        while let id = next, id.rawValue > whole, place > 0 {
            for row in try statement(of: account, from: id, since: nil, limit: Self.stepsTogether) {
                next = row.previous(of: account)
                if next.map({ $0.rawValue <= whole }) ?? true { break }
            }
            if next.map({ $0.rawValue <= whole }) ?? true { break }
            let low = max(0, place - LedgerSchema.transfersPerSpan)
            if let row = try Row.fetchOne(back, arguments: [low, place, account.stored]) {
                return try PostedTransfer(row)
            }
            place = low
        }
        guard let next, next.rawValue <= whole, place > 0 else { return nil }
        return try transfer(next)
    }

    /// Steps along an account's chain for each span read backwards; both take about as long.
    private static let stepsTogether = 64
}
