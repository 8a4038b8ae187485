// SPDX-License-Identifier: Apache-2.0

/// An account to be opened by a command; it begins empty.
public struct AccountOpening: Hashable, Sendable {
    /// The number of the new account, not 0.
    public var id: AccountID
    /// What it stands for.
    public var kind: AccountKind
    /// The only currency it will hold.
    public var currency: Currency
    /// The least balance allowed, in minor units; nil for none.
    public var floor: Int64?
    /// The greatest balance allowed, in minor units; nil for none.
    public var ceiling: Int64?

    /// Describes an account; a customer's wallet has floor 0, an operator's account usually none.
    public init(
        id: AccountID,
        kind: AccountKind,
        currency: Currency,
        floor: Int64? = nil,
        ceiling: Int64? = nil
    ) {
        self.id = id
        self.kind = kind
        self.currency = currency
        self.floor = floor
        self.ceiling = ceiling
    }
}

/// New limits and flags for an account that exists; all of them are set.
public struct AccountSetting: Hashable, Sendable {
    /// The account to change.
    public var id: AccountID
    /// The least balance allowed from now on, in minor units; nil for none.
    public var floor: Int64?
    /// The greatest balance allowed from now on, in minor units; nil for none.
    public var ceiling: Int64?
    /// Whether nothing may move but voids and expiries.
    public var isFrozen: Bool
    /// Whether the account is closed; only an empty account can be.
    public var isClosed: Bool

    /// Describes limits and flags of an account, open and without limits unless said.
    public init(
        id: AccountID,
        floor: Int64? = nil,
        ceiling: Int64? = nil,
        isFrozen: Bool = false,
        isClosed: Bool = false
    ) {
        self.id = id
        self.floor = floor
        self.ceiling = ceiling
        self.isFrozen = isFrozen
        self.isClosed = isClosed
    }

    /// Describes a change from the account as it stands.
    public init(_ account: Account) {
        id = account.id
        floor = account.floor
        ceiling = account.ceiling
        isFrozen = account.isFrozen
        isClosed = account.isClosed
    }
}
