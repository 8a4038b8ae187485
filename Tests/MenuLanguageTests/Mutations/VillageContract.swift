// SPDX-License-Identifier: Apache-2.0
import Dialogue

/// The contract that the wallet's menus are written for, as far as a compiler sees it.
enum VillageContract {
    static let contract = ServiceContract(
        name: "money",
        amountFormat: AmountFormat(code: "KES", minorDigits: 2, greatest: 9_999_999_99),
        records: records,
        operations: operations
    )

    private static let name = ValueType.text(longest: 20)
    private static let party = ValueType.text(longest: 26)
    private static let date = ValueType.calendar(.moment)
    private static let id = ValueType.text(longest: 10)
    private static let kind = ValueType.choice(["send", "withdraw", "deposit"])
    private static let history = ValueType.choice([
        "sent", "received", "cash_out", "cash_in", "opening", "reversed", "corrected",
    ])
    private static let reasons = ValueType.choice([
        "insufficient_funds", "below_minimum", "above_maximum", "day_count", "month_count",
        "day_limit", "month_limit", "payee_limit", "payee_balance_limit", "same_party",
        "payee_blocked", "account_blocked", "quote_expired", "no_float", "not_agent",
        "service_down", "pin_reset", "code_expired", "sim_changed", "too_often",
    ])

    private static func fields(_ amounts: String) -> [Field] {
        amounts.split(separator: " ").map { Field(String($0), .amount) }
    }

    private static let records = [
        RecordType(
            "me",
            [Field("name", name)] + fields("balance sendable float") + [
                Field("level", .number(digits: 1)), Field("agent", .flag),
                Field("till", .text(longest: 6)), Field("business", name),
            ]
        ),
        RecordType("payee", [Field("name", party), Field("number", .msisdn)]),
        RecordType(
            "quote",
            fields("amount fee total") + [
                Field("name", party), Field("number", .msisdn), Field("kind", kind),
            ]
        ),
        RecordType(
            "receipt",
            fields("amount fee balance commission") + [
                Field("id", id), Field("name", party), Field("number", .msisdn),
                Field("date", date),
            ]
        ),
        RecordType(
            "refusal",
            [Field("reason", reasons)] + fields("needed available limit left")
                + [Field("who", party), Field("times", .number(digits: 4))]
        ),
        RecordType(
            "payment",
            [Field("name", party), Field("sign", .text(longest: 1)), Field("date", date)]
                + [Field("id", id), Field("kind", history)] + fields("amount fee balance")
        ),
        RecordType("history", [Field("payments", .list(of: "payment", atMost: 10))]),
        RecordType(
            "news",
            [
                Field("id", id), Field("kind", .choice(["sent", "withdrawn", "deposited"])),
                Field("name", party), Field("date", date),
            ] + fields("amount fee balance")
        ),
        RecordType(
            "pinrule",
            [Field("reason", .choice(["length", "same_digit", "run", "phone", "old"]))]
        ),
    ]

    private static let wrongPIN = OutcomeContract("wrong_pin", payload: .number(digits: 1))
    private static let locked = OutcomeContract("locked", payload: date)
    private static let refused = OutcomeContract("refused", payload: .record("refusal"))
    private static let weak = OutcomeContract("weak_pin", payload: .record("pinrule"))
    private static let differ = OutcomeContract("pins_differ")
    private static let unregistered = OutcomeContract("unregistered")
    private static let pinReset = OutcomeContract("pin_reset")
    private static let notFound = OutcomeContract("not_found")

    private static func operation(
        _ name: String,
        _ parameters: [Field] = [],
        gives result: ValueType? = nil,
        or outcomes: [OutcomeContract],
        posts: Bool = false
    ) -> OperationContract {
        OperationContract(
            name: name,
            parameters: parameters,
            result: result,
            outcomes: outcomes,
            posts: posts
        )
    }

    private static let secrets = ["pin", "new", "again"].map { Field($0, .secret) }
    private static let quoting = [
        Field("kind", kind), Field("payee", .record("payee")), Field("amount", .amount),
    ]
    private static let paying = [Field("quote", .record("quote")), Field("pin", .secret)]

    private static let operations =
        [
            operation("me", gives: .record("me"), or: [unregistered, pinReset]),
            operation("may_pay", or: [refused, unregistered, pinReset]),
            operation("may_deposit", or: [refused, unregistered, pinReset]),
            operation(
                "register",
                [Field("name", name), Field("pin", .secret), Field("again", .secret)],
                gives: .record("me"),
                or: [OutcomeContract("already_registered"), weak, differ]
            ),
            operation(
                "payee",
                [Field("number", .msisdn)],
                gives: .record("payee"),
                or: [notFound, OutcomeContract("is_self")]
            ),
            operation(
                "agent",
                [Field("till", .text(longest: 6))],
                gives: .record("payee"),
                or: [notFound]
            ),
            operation("quote", quoting, gives: .record("quote"), or: [refused]),
            operation("last", gives: .record("history"), or: [OutcomeContract("none")]),
            operation("change_pin", secrets, or: [wrongPIN, locked, weak, differ, refused]),
            operation("news", gives: .record("news"), or: [OutcomeContract("none")]),
        ]
        + ["send", "withdraw", "deposit"].map { name in
            operation(
                name,
                paying,
                gives: .record("receipt"),
                or: [wrongPIN, locked, refused],
                posts: true
            )
        }
}
