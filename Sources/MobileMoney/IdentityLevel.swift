// SPDX-License-Identifier: Apache-2.0

/// How well a customer is known, and what she may therefore hold and pay out.
///
/// Amounts are minor units. The totals count what is paid out without its fees.
public struct IdentityLevel: Hashable, Sendable {
    /// The number of the level: 0 registered by herself, 1 an identity card shown, 2 full.
    public let number: Int
    /// The most that may be paid out in one local day.
    public let day: Int64
    /// The most that may be paid out in one local month.
    public let month: Int64
    /// The most that the wallet may hold.
    public let balance: Int64
    /// The most payments in one local day; nil for no limit.
    public let dayCount: Int?
    /// The most payments in one local month; nil for no limit.
    public let monthCount: Int?

    /// Makes a level.
    public init(
        number: Int,
        day: Int64,
        month: Int64,
        balance: Int64,
        dayCount: Int? = nil,
        monthCount: Int? = nil
    ) {
        self.number = number
        self.day = day
        self.month = month
        self.balance = balance
        self.dayCount = dayCount
        self.monthCount = monthCount
    }
}
