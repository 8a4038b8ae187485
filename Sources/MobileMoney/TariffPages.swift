// SPDX-License-Identifier: Apache-2.0
public import SourceText

extension Tariff {
    /// A page for every finding of tariffs, ordered by name.
    public static let pages: [FindingPage] =
        (filePages + valuePages + bandPages + limitPages).sorted { $0.id < $1.id }

    static func page(
        _ name: String,
        _ summary: String,
        why: String,
        bad: String,
        good: String
    ) -> FindingPage {
        FindingPage(
            id: "tariff." + name,
            summary: summary,
            why: why,
            bad: bad,
            good: good,
            around: "Both are parts of a file such as `kenya.tariff.yaml`."
        )
    }

    private static let filePages = [
        page(
            "not-yaml",
            "The file is not in the form of YAML.",
            why: "Nothing in it can be read, so nobody could pay.",
            bad: "pin: {least_digits: 4, most_digits: 6, tries: 3, lock_seconds: [1800}",
            good: "pin: {least_digits: 4, most_digits: 6, tries: 3, lock_seconds: [1800]}"
        ),
        page(
            "too-large",
            "The file is far larger than a tariff is.",
            why: "Reading it would take long, and it is probably another file.",
            bad:
                "-- 2000 such lines --\n# The prices of the year %, which nobody charges any more.",
            good: "# The prices of the last years are in the archive."
        ),
        page(
            "key-twice",
            "A key stands twice in one place.",
            why: "Only one of the two values could hold, and nobody would know which.",
            bad: "withdraw:\n  least: 50\n  most: 1000\n  least: 100",
            good: "withdraw:\n  least: 100\n  most: 1000"
        ),
        page(
            "unknown-key",
            "A key is not one that tariffs have.",
            why: "What stands behind it would have no effect, though its author counts on it.",
            bad: "withdraw:\n  least: 50\n  most: 1000\n  comission:\n"
                + "    - {from: 50, to: 1000, fee: 5}",
            good: "withdraw:\n  least: 50\n  most: 1000\n  commission:\n"
                + "    - {from: 50, to: 1000, fee: 5}"
        ),
        page(
            "missing-key",
            "Something is missing that every tariff says.",
            why: "There is no good guess at what an operator charges or allows.",
            bad: "withdraw:\n  most: 1000",
            good: "withdraw:\n  least: 50\n  most: 1000"
        ),
        page(
            "shape",
            "A value is of another shape than its key wants.",
            why: "A list, a block and a single value cannot stand for each other.",
            bad: "withdraw:\n  least: 50\n  most: 1000\n  fees: 5",
            good: "withdraw:\n  least: 50\n  most: 1000\n  fees:\n"
                + "    - {from: 50, to: 1000, fee: 5}"
        ),
    ]

    private static let valuePages = [
        page(
            "amount",
            "A value is not an amount of the currency.",
            why: "Money is counted in whole minor units: what cannot be paid exactly, cannot be "
                + "charged.",
            bad: "withdraw: {least: 50.005, most: 1000}",
            good: "withdraw: {least: 50.05, most: 1000}"
        ),
        page(
            "percentage",
            "A value is not a percentage.",
            why: "Percentages are exact decimals: digits, perhaps a point, and a percent sign.",
            bad: "withdraw:\n  least: 50\n  most: 1000\n  fees:\n"
                + "    - {from: 50, to: 1000, fee: 1.123456%}",
            good: "withdraw:\n  least: 50\n  most: 1000\n  fees:\n"
                + "    - {from: 50, to: 1000, fee: 1.1235%}"
        ),
        page(
            "percent-too-much",
            "A percentage is above 100.",
            why: "No part of an amount is more than all of it; probably the point is missing.",
            bad: "withdraw:\n  least: 50\n  most: 1000\n  fees:\n"
                + "    - {from: 50, to: 1000, fee: 185%}",
            good: "withdraw:\n  least: 50\n  most: 1000\n  fees:\n"
                + "    - {from: 50, to: 1000, fee: 1.85%}"
        ),
        page(
            "number",
            "A value is not a whole number within its bounds.",
            why: "Tries, digits, seconds and counts are whole, and each has a range that makes "
                + "sense.",
            bad: "quote_seconds: soon",
            good: "quote_seconds: 60"
        ),
        page(
            "unknown-word",
            "A value is not one of the words that its key takes.",
            why: "Who pays, or how is rounded, must not depend on a guess.",
            bad: "rounding: half-up",
            good: "rounding: half_up"
        ),
        page(
            "country",
            "The country is not known.",
            why: "Without its numbering nobody could type a phone number.",
            bad: "country: KEN",
            good: "country: KE"
        ),
        page(
            "currency",
            "The currency is not known.",
            why: "Without its minor units (ISO 4217) no amount could be read or written.",
            bad: "currency: KSH",
            good: "currency: KES"
        ),
        page(
            "other-currency",
            "The currency is not that of the country.",
            why: "It is allowed, for a wallet in dollars as an example, but it is rarely meant.",
            bad: "currency: TZS",
            good: "currency: KES"
        ),
        page(
            "sender",
            "A name cannot be the sender of text messages.",
            why: "Networks carry at most 11 letters and digits there (3GPP TS 23.040 9.1.2.5).",
            bad: "sms_sender: MAVUNO-MONEY",
            good: "sms_sender: MAVUNO"
        ),
        page(
            "no-effect",
            "Something changes nothing, because what it belongs to is not there.",
            why: "Its author counts on it: a tax on a fee that is never charged brings nothing.",
            bad: "withdraw:\n  least: 50\n  most: 1000\n  free: {month_count: 3}",
            good: "withdraw:\n  least: 50\n  most: 1000\n  free: {month_count: 3}\n  fees:\n"
                + "    - {from: 50, to: 1000, fee: 5}"
        ),
    ]

    private static let limitPages = [
        page(
            "bounds",
            "A least is above its most.",
            why: "No amount lies between them, so nobody could pay.",
            bad: "withdraw: {least: 1000, most: 50}",
            good: "withdraw: {least: 50, most: 1000}"
        ),
        page(
            "not-less",
            "A number of days is not less than the one after it.",
            why: "A wallet that sleeps is warned first, then blocked, then closed.",
            bad: "schedule: {notice_days: 300, block_days: 300, close_days: 480}",
            good: "schedule: {notice_days: 270, block_days: 300, close_days: 480}"
        ),
        page(
            "above-greatest",
            "An amount is above the greatest of all.",
            why: "Screens are proved to have room for amounts up to `greatest`, and not for more.",
            bad: "withdraw: {least: 50, most: 1000000}",
            good: "withdraw: {least: 50, most: 5000}"
        ),
        page(
            "level-order",
            "Levels are not numbered 0, 1, 2 and so on.",
            why: "Wallets keep the number of their level: each must mean one and the same.",
            bad: "levels:\n  - {level: 1, balance: 10000, day: 5000}",
            good: "levels:\n  - {level: 0, balance: 10000, day: 5000}"
        ),
        page(
            "unreachable-limit",
            "A limit is never met, because another ends before it.",
            why: "It looks like protection and is none; probably a number is wrong.",
            bad: "levels:\n  - {level: 0, balance: 10000, day: 5000, month: 3000}",
            good: "levels:\n  - {level: 0, balance: 10000, day: 3000, month: 50000}"
        ),
    ]
}
