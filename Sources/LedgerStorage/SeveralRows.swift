// SPDX-License-Identifier: Apache-2.0
import Ledger

/// The two statements of the hot path that write several rows at once, which takes SQLite half the
/// time of as many single ones: it looks for the place in the table once.
final class SeveralRows {
    /// Rows in one statement.
    static let count = 16

    private static let bytesPerRow = 32
    private let claims, transfers: WriterStatement
    /// Keys or hashes, in place while a statement runs.
    private let bytes: UnsafeMutableRawBufferPointer

    init(on database: OpaquePointer) throws(LedgerStoreError) {
        claims = try WriterStatement(Self.claimKeys(Self.count), on: database)
        transfers = try WriterStatement(Self.insertTransfers(Self.count), on: database)
        bytes = .allocate(byteCount: Self.bytesPerRow * Self.count, alignment: 8)
    }

    deinit { bytes.deallocate() }

    /// Writes keys with the transfers they will have; a key that is there already is passed over.
    static func claimKeys(_ count: Int) -> String {
        "INSERT INTO idempotency (key, fingerprint, first_transfer, transfer_count) VALUES "
            + places(4, rows: count) + " ON CONFLICT DO NOTHING"
    }

    static func insertTransfers(_ count: Int) -> String {
        "INSERT INTO transfers VALUES " + places(16, rows: count)
    }

    /// Claims exactly ``count`` keys; false when one was there already.
    func write(_ rows: ArraySlice<BatchLines.Claim>) throws(LedgerStoreError) -> Bool {
        for (row, claim) in rows.enumerated() {
            let index = Int32(truncatingIfNeeded: 4 * row)
            claims.bind(claim, at: index)
            claims.bind(index + 1, claim.key.withBytes { keep($0, row) })
        }
        try claims.run()
        return claims.changes == Self.count
    }

    /// Writes exactly ``count`` transfers.
    func write(_ rows: ArraySlice<PostedTransfer>) throws(LedgerStoreError) {
        for (row, transfer) in rows.enumerated() {
            let index = Int32(truncatingIfNeeded: 16 * row)
            transfers.bind(transfer, at: index)
            transfers.bind(index + 16, transfer.hash.withBytes { keep($0, row) })
        }
        try transfers.run()
    }

    /// Lets go of the statements.
    func finish() {
        claims.finalize()
        transfers.finalize()
    }

    private func keep(_ source: UnsafeRawBufferPointer, _ row: Int) -> UnsafeRawBufferPointer {
        let start = row * Self.bytesPerRow
        let target = UnsafeMutableRawBufferPointer(rebasing: bytes[start..<start + source.count])
        target.copyMemory(from: source)
        return UnsafeRawBufferPointer(target)
    }

    private static func places(_ columns: Int, rows: Int) -> String {
        let row = "(" + Array(repeating: "?", count: columns).joined(separator: ",") + ")"
        return Array(repeating: row, count: rows).joined(separator: ",")
    }
}

extension WriterStatement {
    /// Binds a claim's columns behind an index, but for the key, which comes first.
    func bind(_ row: BatchLines.Claim, at index: Int32) {
        bind(index + 2, Int64(bitPattern: row.fingerprint))
        bind(index + 3, row.first.rawValue)
        bind(index + 4, Int64(row.count))
    }

    /// Binds a transfer's first fifteen columns behind an index.
    func bind(_ row: PostedTransfer, at index: Int32) {
        bind(index + 1, row.id.rawValue)
        bind(index + 2, row.group.rawValue)
        bind(index + 3, Int64(row.kind.number))
        bind(index + 4, row.kind.detail)
        bind(index + 5, row.debit.stored)
        bind(index + 6, row.credit.stored)
        bind(index + 7, row.amount.minorUnits)
        bind(index + 8, row.amount.currency)
        bind(index + 9, Int64(row.code.rawValue))
        bind(index + 10, row.reference)
        bind(index + 11, row.debitBalanceAfter)
        bind(index + 12, row.creditBalanceAfter)
        bind(index + 13, (row.previousDebit ?? .zero).rawValue)
        bind(index + 14, (row.previousCredit ?? .zero).rawValue)
        bind(index + 15, row.at.milliseconds)
    }
}
