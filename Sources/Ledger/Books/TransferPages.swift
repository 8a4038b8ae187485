// SPDX-License-Identifier: Apache-2.0

/// Reads transfers from the first to the last, a page at a time, so that memory stays small.
public struct TransferPages: Sendable {
    /// Transfers in one page.
    public static let rowsPerPage = 1_000

    private let store: any LedgerStore
    private var last: TransferID

    /// Begins after a transfer.
    public init(of store: any LedgerStore, after last: TransferID = .zero) {
        self.store = store
        self.last = last
    }

    /// The next page, oldest first; nil behind the last.
    ///
    /// - Throws: ``LedgerStoreError`` when the store cannot be read.
    public mutating func next() throws(LedgerStoreError) -> [PostedTransfer]? {
        let rows = try store.transfers(since: last, limit: Self.rowsPerPage)
        guard let newest = rows.last?.id, newest > last else { return nil }
        last = newest
        return rows
    }
}
