// SPDX-License-Identifier: Apache-2.0

/// What the operator earned and spent of a currency in a span.
public struct IncomeStatement: Hashable, Sendable {
    /// The currency of all figures.
    public let currency: Currency
    /// What was earned: fees.
    public let income: BookSection
    /// What was spent: commissions, interest.
    public let expenses: BookSection

    /// Income less expenses, in minor units; negative for a loss.
    public var profit: Int128 { income.total - expenses.total }
}

extension Books {
    /// The income statement of every currency, by its letters.
    public func incomeStatements(naming: Naming) -> [IncomeStatement] {
        currencies.map { currency in
            IncomeStatement(
                currency: currency,
                income: section("Income", of: .income, in: currency, naming: naming) {
                    $0.credits - $0.debits
                },
                expenses: section("Expenses", of: .expense, in: currency, naming: naming) {
                    $0.debits - $0.credits
                }
            )
        }
    }
}
