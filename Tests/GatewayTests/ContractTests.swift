// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Testing

/// Answers of services held against a contract.
@Suite struct ContractTests {
    private let contract = ServiceContract(
        name: "money",
        amountFormat: AmountFormat(code: "KES", minorDigits: 2, greatest: 1_000),
        records: [
            RecordType(
                "row",
                [
                    Field("name", .text(longest: 3)), Field("count", .number(digits: 2)),
                    Field("sum", .amount), Field("kind", .choice(["in", "out"])),
                ]
            )
        ],
        operations: [
            OperationContract(
                name: "list",
                result: .list(of: "row", atMost: 2),
                outcomes: [OutcomeContract("refused", payload: .text(longest: 5))]
            ),
            OperationContract(name: "bare"),
        ]
    )

    private static func row(
        _ name: String = "abc",
        _ count: Int64 = -9,
        _ sum: Int64 = 1_000,
        _ kind: String = "in"
    ) -> Value {
        .record([.text(name), .number(count), .amount(sum), .text(kind)])
    }

    @Test(arguments: [
        ServiceResult.ok(.list([])), .ok(.list([row(), row("", 99, 0, "out")])), .unavailable,
        .unsure, ServiceResult("refused", .text("why")),
    ])
    func answerOfTheContractIsTaken(_ result: ServiceResult) {
        #expect(contract.flaw(in: result, of: "list") == nil)
    }

    @Test(arguments: [
        (ServiceResult.ok(), "the result has another type"),
        (.ok(.text("x")), "the result has another type"),
        (.ok(.list([row(), row(), row()])), "the result has too many items"),
        (.ok(.list([.record([])])), "the result has other fields"),
        (.ok(.list([row("abcd")])), "the result.name is too long"),
        (.ok(.list([row("a", 100)])), "the result.count has too many digits"),
        (.ok(.list([row("a", 1, 1_001)])), "the result.sum is out of range"),
        (.ok(.list([row("a", 1, -1)])), "the result.sum is out of range"),
        (.ok(.list([row("a", 1, 1, "up")])), "the result.kind is none of its words"),
        (ServiceResult("refused"), "refused has another type"),
        (ServiceResult("moved"), "the outcome is none of the contract"),
    ])
    func otherAnswerIsNamedWithoutItsValues(_ result: ServiceResult, _ flaw: String) {
        #expect(contract.flaw(in: result, of: "list") == flaw)
    }

    @Test func operationGivesNothingUnlessItSaysSo() {
        #expect(contract.flaw(in: .ok(), of: "bare") == nil)
        #expect(contract.flaw(in: .ok(.flag(true)), of: "bare") == "the result has another type")
        #expect(contract.flaw(in: .ok(), of: "other") == "there is no such operation")
    }
}
