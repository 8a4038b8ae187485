// SPDX-License-Identifier: Apache-2.0

/// Every key that a tariff can have, by where it stands.
enum TariffKeys {
    static let root = [
        "country", "currency", "utc_offset", "sms_sender", "greatest", "quote_seconds", "rounding",
        "default", "levels", "send", "withdraw", "deposit", "pin", "rates", "schedule",
    ]
    static let level =
        ["level", "balance", "in"] + limits + PaymentKind.allCases.map(\.rawValue)
    static let limits = ["once", "day", "month", "day_count", "month_count"]
    static let charge = [
        "least", "most", "fees", "over", "free", "pays", "sender_share", "fee_tax", "amount_tax",
    ]
    static let band = ["from", "to", "fee", "least", "most"]
    static let step = ["month", "fees"]
    static let free = ["month_count", "month_amount", "life_amount"]
    static let tax = ["rate", "how"]
    static let pin = ["least_digits", "most_digits", "tries", "lock_seconds"]
    static let rates = [
        "sessions_per_minute", "sessions_per_day", "pins_per_minute", "pins_per_day",
        "sim_hold_seconds",
    ]
    static let schedule = ["savings_rate", "notice_days", "block_days", "close_days"]

    /// The keys of one kind of payment: agents earn where cash changes hands.
    static func charge(of kind: PaymentKind) -> [String] {
        kind == .send ? charge : charge + ["commission"]
    }

    /// All keys, each once, in the order above.
    static let all =
        ([root, level, charge(of: .withdraw), band, step, free, tax, pin, rates, schedule]
        .flatMap(\.self))
        .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
}
