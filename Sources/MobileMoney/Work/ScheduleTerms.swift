// SPDX-License-Identifier: Apache-2.0

/// What happens by itself as time goes by, as the tariff says under `schedule`.
public struct ScheduleTerms: Hashable, Sendable {
    /// What savings earn; nil when there are none.
    public var savingsRate: AnnualRate?
    /// What becomes of wallets that nobody uses; nil when nothing does.
    public var dormancy: DormancyRules?

    /// Describes terms; without any, nothing happens by itself.
    public init(savingsRate: AnnualRate? = nil, dormancy: DormancyRules? = nil) {
        self.savingsRate = savingsRate
        self.dormancy = dormancy
    }
}

/// After how many days without a transaction of the customer a wallet goes to sleep.
///
/// The steps are those of Uganda's law: a notice, a block of what goes out, and the closing, after
/// which the money is kept apart for its owner.
public struct DormancyRules: Hashable, Sendable {
    /// Days until a text message warns.
    public let noticeDays: Int
    /// Days until nothing can be paid out.
    public let blockDays: Int
    /// Days until the wallet is closed and its money kept apart.
    public let closeDays: Int

    /// Most days of any step: about ten years.
    public static let daysMax = 3_650

    /// Makes rules; nil unless 0 < notice < block < close ≤ ``daysMax``.
    public init?(noticeDays: Int, blockDays: Int, closeDays: Int) {
        guard 0 < noticeDays, noticeDays < blockDays, blockDays < closeDays,
            closeDays <= Self.daysMax
        else { return nil }
        self.noticeDays = noticeDays
        self.blockDays = blockDays
        self.closeDays = closeDays
    }
}
