// SPDX-License-Identifier: Apache-2.0

/// Writes transfers as text, one after the other, keeping no more than one command's rows.
public protocol LedgerExport: Sendable {
    /// What stands before the first transfer.
    mutating func begin() -> String

    /// What a transfer adds; perhaps nothing yet.
    mutating func add(_ row: PostedTransfer) -> String

    /// What stands after the last transfer.
    mutating func end() -> String
}

extension LedgerExport {
    /// Reads a store page by page and hands on the text of each.
    ///
    /// - Parameters:
    ///   - store: the ledger.
    ///   - span: which transfers are written.
    ///   - sink: takes the text; what it throws ends the writing.
    /// - Throws: ``LedgerStoreError`` when the store cannot be read, or what `sink` throws.
    public mutating func write(
        _ store: any LedgerStore,
        span: BookSpan = BookSpan(),
        to sink: (String) throws -> Void
    ) throws {
        try sink(begin())
        var pages = TransferPages(of: store)
        while let page = try pages.next() {
            var text = ""
            for row in page where span.contains(row.at) { text += add(row) }
            if !text.isEmpty { try sink(text) }
        }
        try sink(end())
    }
}
