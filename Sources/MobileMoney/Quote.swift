// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM

/// A price that was shown, with what it was for: it is what will be charged.
struct Quote: Hashable, Sendable {
    let kind: PaymentKind
    let amount: Int64
    /// What will be charged, whatever else is paid before the quote is.
    let cost: Cost
    let name: String
    let number: MSISDN

    /// What leaves the payer's account.
    var total: Int64 { amount.saturatingAdd(cost.sender.total) }

    /// Fields of the contract's record.
    static let fieldCount = 7

    /// The contract's record `quote`.
    var value: Value {
        .record([
            .amount(amount), .amount(cost.sender.fee), .amount(total), .text(name),
            .msisdn(number), .text(kind.rawValue), .amount(cost.sender.tax),
        ])
    }
}

/// The newest quote of each subscriber, in memory: after a restart every quote is too old.
struct QuoteBook: Sendable {
    /// Most subscribers with a quote at once.
    static let quotesMax = 100_000

    private var quotes: [UInt64: (quote: Quote, at: Int64)] = [:]

    /// Keeps a quote in place of the subscriber's last one.
    ///
    /// - Returns: false when too many subscribers hold quotes that are still good.
    mutating func keep(_ quote: Quote, of owner: MSISDN, at now: Int64, life: Int64) -> Bool {
        if quotes.count >= Self.quotesMax, quotes[owner.digits] == nil {
            quotes = quotes.filter { now - $0.value.at <= life }
            guard quotes.count < Self.quotesMax else { return false }
        }
        quotes[owner.digits] = (quote, now)
        return true
    }

    /// The quote that a menu hands back, when it is the newest one and still good.
    func find(_ value: Value?, of owner: MSISDN, at now: Int64, life: Int64) -> Quote? {
        guard let (quote, at) = quotes[owner.digits], quote.value == value,
            now.saturatingSubtract(at) <= life
        else { return nil }
        return quote
    }

    /// Forgets a quote that was paid, so that it is not paid twice.
    mutating func spend(_ quote: Quote, of owner: MSISDN) {
        if quotes[owner.digits]?.quote == quote { quotes[owner.digits] = nil }
    }
}
