// SPDX-License-Identifier: Apache-2.0
public import Ledger

/// Commands that tests of every store share.
public enum LedgerFixtures {
    /// The moment all of them happen at.
    public static let now = Timestamp(milliseconds: 1_800_000_000_000)

    /// An amount of Kenyan cents.
    public static func cents(_ units: Int64) -> Amount {
        Amount(minorUnits: units, currency: .kes)
    }

    /// Opens an operator's account 1 without limits and so many wallets from 2 on, each with money.
    public static func opening(wallets: Int, each units: Int64) -> LedgerCommand {
        let ids = (0..<UInt64(wallets)).map { AccountID($0 + 2) }
        return LedgerCommand(
            key: IdempotencyKey(high: 0, low: 1),
            at: now,
            openings: [AccountOpening(id: AccountID(1), kind: .asset, currency: .kes)]
                + ids.map { AccountOpening(id: $0, kind: .liability, currency: .kes, floor: 0) },
            transfers: ids.map { Transfer(debit: AccountID(1), credit: $0, amount: cents(units)) }
        )
    }

    /// Sends one cent between two wallets, announced by a message, under a numbered key.
    public static func sending(_ number: UInt64, wallets: Int) -> LedgerCommand {
        let from = number &* 2_654_435_761 % UInt64(wallets)
        let to = (from + 1 + number % UInt64(wallets - 1)) % UInt64(wallets)
        let message = OutboxMessage(to: 254_712_000_000 + to, from: "TEST", text: "1", at: now)
        let transfer = Transfer(
            debit: AccountID(from + 2),
            credit: AccountID(to + 2),
            amount: cents(1),
            reference: "T\(number)"
        )
        var command = LedgerCommand(key: IdempotencyKey(high: 1, low: number), at: now)
        command.transfers = [transfer]
        if number.isMultiple(of: 4) { command.announce = { _ in [message] } }
        return command
    }
}
