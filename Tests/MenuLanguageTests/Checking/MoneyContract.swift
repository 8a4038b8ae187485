// SPDX-License-Identifier: Apache-2.0
import Dialogue

/// A wallet's contract as menus see it, with the types and outcomes of a real one.
enum MoneyContract {
    static let contract = ServiceContract(
        name: "money",
        amountFormat: AmountFormat(code: "KES", minorDigits: 2, greatest: 9_999_999_99),
        records: [me, payee, quote, receipt, refusal, payment, history],
        operations: operations
    )

    /// A service that writes amounts in another currency.
    static let airtime = ServiceContract(
        name: "airtime",
        amountFormat: AmountFormat(code: "UGX", minorDigits: 0),
        records: [],
        operations: [OperationContract(name: "buy", result: .amount)]
    )

    private static let kinds = ValueType.choice(["send", "withdraw", "deposit"])

    private static let me = RecordType(
        "me",
        [
            Field("name", .text(longest: 20)), Field("balance", .amount),
            Field("sendable", .amount), Field("level", .number(digits: 1)), Field("agent", .flag),
        ]
    )

    private static let payee = RecordType(
        "payee",
        [Field("name", .text(longest: 26)), Field("number", .msisdn)]
    )

    private static let quote = RecordType(
        "quote",
        [
            Field("amount", .amount), Field("fee", .amount), Field("total", .amount),
            Field("name", .text(longest: 26)), Field("number", .msisdn), Field("kind", kinds),
        ]
    )

    private static let receipt = RecordType(
        "receipt",
        [Field("id", .text(longest: 10)), Field("balance", .amount)]
    )

    private static let refusal = RecordType(
        "refusal",
        [
            Field("reason", .choice(["insufficient_funds", "below_minimum", "day_limit"])),
            Field("needed", .amount), Field("available", .amount), Field("limit", .amount),
        ]
    )

    private static let payment = RecordType(
        "payment",
        [
            Field("title", .text(longest: 26)), Field("amount", .amount),
            Field("date", .text(longest: 11)), Field("id", .text(longest: 10)),
        ]
    )

    private static let history = RecordType(
        "history",
        [Field("payments", .list(of: "payment", atMost: 10))]
    )

    private static let refused = OutcomeContract("refused", payload: .record("refusal"))

    private static let operations = [
        OperationContract(
            name: "me",
            result: .record("me"),
            outcomes: [OutcomeContract("unregistered")]
        ),
        OperationContract(
            name: "payee",
            parameters: [Field("number", .msisdn)],
            result: .record("payee"),
            outcomes: [OutcomeContract("not_found"), OutcomeContract("is_self")]
        ),
        OperationContract(
            name: "quote",
            parameters: [
                Field("kind", kinds), Field("payee", .record("payee")), Field("amount", .amount),
            ],
            result: .record("quote"),
            outcomes: [refused]
        ),
        OperationContract(
            name: "send",
            parameters: [Field("quote", .record("quote")), Field("pin", .secret)],
            result: .record("receipt"),
            outcomes: [
                OutcomeContract("wrong_pin", payload: .number(digits: 1)),
                OutcomeContract("locked", payload: .text(longest: 11)), refused,
            ],
            posts: true
        ),
        OperationContract(
            name: "last",
            result: .record("history"),
            outcomes: [OutcomeContract("none")]
        ),
        OperationContract(
            name: "change_pin",
            parameters: [Field("pin", .secret), Field("new", .secret)],
            outcomes: [OutcomeContract("wrong_pin", payload: .number(digits: 1))]
        ),
        OperationContract(
            name: "login",
            parameters: [Field("pin", .secret)],
            outcomes: [OutcomeContract("wrong")]
        ),
        OperationContract(
            name: "note",
            parameters: [Field("text", .text(longest: 20))],
            outcomes: []
        ),
    ]
}
