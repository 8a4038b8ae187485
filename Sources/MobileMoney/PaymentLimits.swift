// SPDX-License-Identifier: Apache-2.0

/// How much and how often may be paid; what is nil is not limited.
///
/// Amounts are minor units.
public struct PaymentLimits: Hashable, Sendable {
    /// The most in one payment.
    public var once: Int64?
    /// The most in one local day.
    public var day: Int64?
    /// The most in one local month.
    public var month: Int64?
    /// The most payments in one local day.
    public var dayCount: Int?
    /// The most payments in one local month.
    public var monthCount: Int?

    /// Makes limits.
    public init(
        once: Int64? = nil,
        day: Int64? = nil,
        month: Int64? = nil,
        dayCount: Int? = nil,
        monthCount: Int? = nil
    ) {
        self.once = once
        self.day = day
        self.month = month
        self.dayCount = dayCount
        self.monthCount = monthCount
    }

    /// Most digits of a count, so that a screen has room for it.
    static let countDigits = 4
    /// The greatest count that can limit.
    static let countMax = 9_999

    /// Whether nothing is limited.
    var isEmpty: Bool { self == PaymentLimits() }

    /// What a payment would break after others, in the order of the checks; nil when nothing.
    func breach(paying amount: Int64, after totals: Totals) -> Breach? {
        if let once, amount > once { return .once(limit: once) }
        if let dayCount, totals.dayCount >= dayCount { return .dayCount(limit: dayCount) }
        if let monthCount, totals.monthCount >= monthCount { return .monthCount(limit: monthCount) }
        if let day, amount > Self.left(of: day, totals.day) {
            return .day(limit: day, left: Self.left(of: day, totals.day))
        }
        if let month, amount > Self.left(of: month, totals.month) {
            return .month(limit: month, left: Self.left(of: month, totals.month))
        }
        return nil
    }

    /// The most that one payment may be after others, in minor units; 0 when none may be made.
    func left(after totals: Totals) -> Int64 {
        if let dayCount, totals.dayCount >= dayCount { return 0 }
        if let monthCount, totals.monthCount >= monthCount { return 0 }
        return min(
            once ?? .max,
            day.map { Self.left(of: $0, totals.day) } ?? .max,
            month.map { Self.left(of: $0, totals.month) } ?? .max
        )
    }

    private static func left(of limit: Int64, _ total: Int64) -> Int64 {
        max(0, limit.saturatingSubtract(total))
    }

    /// A limit that a payment would break.
    enum Breach: Hashable, Sendable {
        case once(limit: Int64)
        case day(limit: Int64, left: Int64)
        case month(limit: Int64, left: Int64)
        case dayCount(limit: Int)
        case monthCount(limit: Int)
    }
}

/// What was paid in one local day and month, in minor units and by number.
struct Totals: Hashable, Sendable {
    var day: Int64 = 0
    var dayCount = 0
    var month: Int64 = 0
    var monthCount = 0
}
