// SPDX-License-Identifier: Apache-2.0

/// What the operator has of a currency at the end of a span, and whose it is.
///
/// Income and expenses are carried into equity as profit, so that both sides are equal.
public struct BalanceSheet: Hashable, Sendable {
    /// The currency of all figures.
    public let currency: Currency
    /// What the operator owns or is owed.
    public let assets: BookSection
    /// What the operator owes: wallets, floats, programmes.
    public let liabilities: BookSection
    /// What is set aside for an object that must drain it: codes, gifts, escrow.
    public let held: BookSection
    /// What is the operator's own: the profit before the span and in it.
    public let equity: BookSection

    /// Liabilities, what is held, and equity, in minor units.
    public var claims: Int128 { liabilities.total + held.total + equity.total }

    /// Whether assets equal all claims on them.
    public var isBalanced: Bool { assets.total == claims }
}

extension Books {
    /// The balance sheet of every currency at the end of the span, by its letters.
    public func balanceSheets(naming: Naming) -> [BalanceSheet] {
        currencies.map { currency in
            BalanceSheet(
                currency: currency,
                assets: section("Assets", of: .asset, in: currency, naming: naming) { -$0.after },
                liabilities: section(
                    "Liabilities",
                    of: .liability,
                    in: currency,
                    naming: naming
                ) { $0.after },
                held: section("Held", of: .holding, in: currency, naming: naming) { $0.after },
                equity: equity(in: currency)
            )
        }
    }

    /// Profit as it is carried into equity; for a span with a beginning also that of before.
    private func equity(in currency: Currency) -> BookSection {
        let earning = entries(in: currency, naming: { _ in "" })
            .filter { $0.kind == .income || $0.kind == .expense }
        let before = earning.reduce(0 as Int128) { $0 + $1.turnover.before }
        let now = earning.reduce(0 as Int128) { $0 + $1.turnover.credits - $1.turnover.debits }
        var lines = [BookSection.Line(account: nil, name: "profit carried", minorUnits: now)]
        if span.from != nil {
            lines = [
                BookSection.Line(account: nil, name: "profit of before", minorUnits: before),
                BookSection.Line(account: nil, name: "profit of this time", minorUnits: now),
            ]
        }
        return BookSection(title: "Equity", lines: lines.filter { $0.minorUnits != 0 })
    }
}
