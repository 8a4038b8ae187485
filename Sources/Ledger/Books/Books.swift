// SPDX-License-Identifier: Apache-2.0

/// What transfers did to accounts before and in a span: the figures all reports are made of.
///
/// A transfer counts at the moment its command said. A hold counts when it is posted.
///
/// ```swift
/// let books = try Books(of: store, span: BookSpan(to: endOfYear))
/// for sheet in books.balanceSheets(naming: name) { … }
/// ```
public struct Books: Sendable {
    /// Gives an account its name in a report.
    public typealias Naming = (AccountID) -> String

    /// What happened to one account, in minor units.
    struct Turnover: Hashable, Sendable {
        var currency: Currency
        /// Credits less debits before the span.
        var before: Int128 = 0
        var debits: Int128 = 0
        var credits: Int128 = 0

        /// Credits less debits at the end of the span.
        var after: Int128 { before + credits - debits }
    }

    /// The time looked at.
    public let span: BookSpan
    private var turnovers: [AccountID: Turnover] = [:]
    private var kinds: [AccountID: AccountKind] = [:]

    /// Begins empty books.
    public init(span: BookSpan = BookSpan()) {
        self.span = span
    }

    /// Reads all transfers of a store, and what its accounts stand for.
    ///
    /// - Throws: ``LedgerStoreError`` when the store cannot be read.
    public init(
        of store: any LedgerStore,
        span: BookSpan = BookSpan()
    ) throws(LedgerStoreError) {
        self.init(span: span)
        var pages = TransferPages(of: store)
        while let page = try pages.next() {
            for row in page { add(row) }
        }
        for account in store.accounts() { add(account) }
    }

    /// Counts a transfer, unless it moved nothing or came after the span.
    public mutating func add(_ row: PostedTransfer) {
        guard row.kind.movesMoney else { return }
        let isBefore = span.isAfter(row.at)
        guard isBefore || span.contains(row.at) else { return }
        let units = Int128(row.amount.minorUnits)
        count(row.debit, row.amount.currency) { turnover in
            if isBefore { turnover.before -= units } else { turnover.debits += units }
        }
        count(row.credit, row.amount.currency) { turnover in
            if isBefore { turnover.before += units } else { turnover.credits += units }
        }
    }

    /// Learns what an account stands for; one never told of counts as a liability.
    public mutating func add(_ account: Account) {
        kinds[account.id] = account.kind
    }

    /// The currencies that ever moved, by their letters.
    public var currencies: [Currency] {
        Set(turnovers.values.map(\.currency)).sorted { $0.code < $1.code }
    }

    /// The accounts of a currency that ever moved, by name, then by number.
    func entries(
        in currency: Currency,
        naming: Naming
    ) -> [(id: AccountID, name: String, kind: AccountKind, turnover: Turnover)] {
        turnovers.filter { $0.value.currency == currency }
            .map { ($0.key, naming($0.key), kinds[$0.key] ?? .liability, $0.value) }
            .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    }

    private mutating func count(
        _ id: AccountID,
        _ currency: Currency,
        _ change: (inout Turnover) -> Void
    ) {
        change(&turnovers[id, default: Turnover(currency: currency)])
    }
}
