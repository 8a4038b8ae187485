// SPDX-License-Identifier: Apache-2.0

/// The number of an account, chosen by the ledger's user; 0 is no account.
public struct AccountID: RawRepresentable, Hashable, Comparable, Sendable {
    /// The number.
    public let rawValue: UInt64

    /// Makes the identifier with a number.
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    /// Makes the identifier with a number.
    public init(_ rawValue: UInt64) { self.rawValue = rawValue }

    /// No account: the parties of a transfer that takes them from a hold.
    public static let none = AccountID(0)

    /// Whether the left number is lower.
    public static func < (left: AccountID, right: AccountID) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// What an account stands for in the books.
public enum AccountKind: UInt8, CaseIterable, Hashable, Sendable {
    /// What the operator owns or is owed: bank settlement, loans receivable.
    case asset
    /// What the operator owes: customers' wallets, agents' floats, pots.
    case liability
    /// What the operator earned: fees.
    case income
    /// What the operator spent: commissions, interest.
    case expense
    /// Money set aside for an object that must drain it to zero: codes, gifts, escrow.
    case holding
}

/// An account as it stands: limits, flags and four counters that only ever grow, but for the
/// pending ones, which fall when a hold is posted, voided or expires.
public struct Account: Hashable, Sendable, Identifiable {
    /// The number of the account.
    public let id: AccountID
    /// What it stands for.
    public let kind: AccountKind
    /// The only currency it holds.
    public let currency: Currency
    /// The least balance allowed, in minor units, holds counted as spent; nil for none.
    public var floor: Int64?
    /// The greatest balance allowed, in minor units, expected credits counted in; nil for none.
    public var ceiling: Int64?
    /// Whether nothing may move but voids and expiries, until it is thawed.
    public var isFrozen: Bool
    /// Whether it is closed for good: empty, and nothing may move.
    public var isClosed: Bool
    /// Held for debits not yet posted, in minor units.
    public package(set) var debitsPending: Int64 = 0
    /// All debits ever posted, in minor units.
    public package(set) var debitsPosted: Int64 = 0
    /// Expected from credits not yet posted, in minor units.
    public package(set) var creditsPending: Int64 = 0
    /// All credits ever posted, in minor units.
    public package(set) var creditsPosted: Int64 = 0
    /// The newest transfer that names the account; nil when there is none.
    public package(set) var lastTransfer: TransferID?

    package init(_ opening: AccountOpening) {
        id = opening.id
        kind = opening.kind
        currency = opening.currency
        floor = opening.floor
        ceiling = opening.ceiling
        isFrozen = false
        isClosed = false
    }

    /// Credits less debits posted, in minor units.
    public var balance: Int64 { creditsPosted &- debitsPosted }

    /// What may still be spent above nothing: the balance less what is held.
    public var available: Int64 { balance &- debitsPending }

    /// The balance as an amount.
    public var balanceAmount: Amount { Amount(minorUnits: balance, currency: currency) }

    /// Whether all four counters say that nothing is left and nothing expected.
    public var isEmpty: Bool { balance == 0 && debitsPending == 0 && creditsPending == 0 }
}
