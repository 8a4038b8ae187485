// SPDX-License-Identifier: Apache-2.0
public import Dialogue
import Ledger

/// What the wallet's service promises to menus under the name `money`.
public enum MobileMoneyContract {
    /// The name before the dot in `money.send`.
    public static let service = "money"

    /// Most payments in a `history`.
    static let historyMax = 10

    /// The contract with amounts as a tariff has them: currency, minor digits and the greatest
    /// amount ever shown.
    public static func contract(for tariff: Tariff) -> ServiceContract {
        ServiceContract(
            name: service,
            amountFormat: AmountFormat(
                code: tariff.currency.code,
                minorDigits: tariff.currency.minorDigits,
                greatest: tariff.greatest
            ),
            records: records,
            operations: operations
        )
    }

    private static let name = ValueType.text(longest: DisplayName.personMax)
    private static let party = ValueType.text(longest: DisplayName.partyMax)
    private static let date = ValueType.calendar(.moment)
    private static let id = ValueType.text(longest: TransactionReference.length)
    private static let kind = ValueType.choice(PaymentKind.allCases.map(\.rawValue))

    private static let records = [
        RecordType(
            "me",
            [
                Field("name", name), Field("balance", .amount), Field("sendable", .amount),
                Field("level", .number(digits: 1)), Field("agent", .flag),
                Field("till", .text(longest: 6)), Field("business", name),
                Field("float", .amount),
            ]
        ),
        RecordType("payee", [Field("name", party), Field("number", .msisdn)]),
        RecordType(
            "quote",
            [
                Field("amount", .amount), Field("fee", .amount), Field("total", .amount),
                Field("name", party), Field("number", .msisdn), Field("kind", kind),
                Field("tax", .amount),
            ]
        ),
        RecordType(
            "receipt",
            [
                Field("id", id), Field("amount", .amount), Field("fee", .amount),
                Field("balance", .amount), Field("name", party), Field("number", .msisdn),
                Field("date", date), Field("commission", .amount), Field("tax", .amount),
            ]
        ),
        RecordType(
            "refusal",
            [
                Field("reason", .choice(Refusal.Reason.allCases.map(\.rawValue))),
                Field("needed", .amount), Field("available", .amount), Field("limit", .amount),
                Field("left", .amount), Field("who", party),
                Field("times", .number(digits: PaymentLimits.countDigits)),
            ]
        ),
        RecordType(
            "payment",
            [
                Field("name", party), Field("amount", .amount),
                Field("sign", .text(longest: 1)), Field("fee", .amount), Field("date", date),
                Field("id", id), Field("balance", .amount), Field("tax", .amount),
                Field("kind", .choice(HistoryKind.allCases.map(\.rawValue))),
            ]
        ),
        RecordType("history", [Field("payments", .list(of: "payment", atMost: historyMax))]),
        RecordType(
            "news",
            [
                Field("id", id), Field("kind", .choice(PaymentKind.allCases.map(\.past))),
                Field("amount", .amount), Field("fee", .amount), Field("name", party),
                Field("date", date), Field("balance", .amount), Field("tax", .amount),
            ]
        ),
        RecordType(
            "pinrule",
            [Field("reason", .choice(WeakPIN.allCases.map(\.rawValue)))]
        ),
    ]

    private static let wrongPIN = OutcomeContract("wrong_pin", payload: .number(digits: 1))
    private static let locked = OutcomeContract("locked", payload: date)
    private static let refused = OutcomeContract("refused", payload: .record("refusal"))
    private static let weakPIN = OutcomeContract("weak_pin", payload: .record("pinrule"))
    private static let unregistered = OutcomeContract("unregistered", isFirstOnly: true)
    private static let pinReset = OutcomeContract("pin_reset")
    private static let pinsDiffer = OutcomeContract("pins_differ")

    private static func paying(_ kind: PaymentKind) -> OperationContract {
        OperationContract(
            name: kind.rawValue,
            parameters: [Field("quote", .record("quote")), Field("pin", .secret)],
            result: .record("receipt"),
            outcomes: [wrongPIN, locked, refused],
            posts: true
        )
    }

    private static let operations =
        [
            OperationContract(
                name: "me",
                result: .record("me"),
                outcomes: [unregistered, pinReset]
            ),
            OperationContract(
                name: "register",
                parameters: [
                    Field("name", name), Field("pin", .secret), Field("again", .secret),
                ],
                result: .record("me"),
                outcomes: [OutcomeContract("already_registered"), weakPIN, pinsDiffer]
            ),
            OperationContract(name: "may_pay", outcomes: [refused, unregistered, pinReset]),
            OperationContract(name: "may_deposit", outcomes: [refused, unregistered, pinReset]),
            OperationContract(
                name: "payee",
                parameters: [Field("number", .msisdn)],
                result: .record("payee"),
                outcomes: [OutcomeContract("not_found"), OutcomeContract("is_self")]
            ),
            OperationContract(
                name: "agent",
                parameters: [Field("till", .text(longest: 6))],
                result: .record("payee"),
                outcomes: [OutcomeContract("not_found")]
            ),
            OperationContract(
                name: "quote",
                parameters: [
                    Field("kind", kind), Field("payee", .record("payee")),
                    Field("amount", .amount),
                ],
                result: .record("quote"),
                outcomes: [refused]
            ),
        ] + PaymentKind.allCases.map(paying) + [
            OperationContract(
                name: "last",
                result: .record("history"),
                outcomes: [OutcomeContract("none")]
            ),
            OperationContract(
                name: "change_pin",
                parameters: [
                    Field("pin", .secret), Field("new", .secret), Field("again", .secret),
                ],
                outcomes: [wrongPIN, locked, weakPIN, pinsDiffer, refused]
            ),
            OperationContract(
                name: "news",
                result: .record("news"),
                outcomes: [OutcomeContract("none")]
            ),
        ]
}
