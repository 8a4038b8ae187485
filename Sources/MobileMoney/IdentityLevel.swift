// SPDX-License-Identifier: Apache-2.0

/// How well a customer is known, and what she may therefore hold, pay out and take in.
///
/// Limits count amounts without fees and taxes. What an agent does for customers counts for the
/// customers, not for the agent.
public struct IdentityLevel: Hashable, Sendable {
    /// The number of the level: 0 registered by herself, 1 an identity card shown, 2 full.
    public let number: Int
    /// The most that the wallet may hold, in minor units.
    public let balance: Int64
    /// What goes out: sending and taking cash together.
    public var out = PaymentLimits()
    /// What comes in: receiving and giving cash to an agent together.
    public var into = PaymentLimits()
    /// Sending alone.
    public var send = PaymentLimits()
    /// Taking cash alone.
    public var withdraw = PaymentLimits()
    /// Giving cash to an agent alone.
    public var deposit = PaymentLimits()

    /// Makes a level that limits nothing but the balance.
    public init(number: Int, balance: Int64) {
        self.number = number
        self.balance = balance
    }

    /// The limits of one kind of payment alone.
    func limits(of kind: PaymentKind) -> PaymentLimits {
        switch kind {
        case .send: send
        case .withdraw: withdraw
        case .deposit: deposit
        }
    }
}
