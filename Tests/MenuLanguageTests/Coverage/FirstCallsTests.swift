// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import SourceText
import Testing

@testable import MenuLanguage

/// Outcomes that can come only as long as nobody has said otherwise.
struct FirstCallsTests {
    private static let contract = ServiceContract(
        name: "club",
        amountFormat: AmountFormat(code: "KES", minorDigits: 2, greatest: 100_000_000),
        records: [],
        operations: [
            OperationContract(
                name: "member",
                outcomes: [
                    OutcomeContract("stranger", isFirstOnly: true), OutcomeContract("barred"),
                ]
            ),
            OperationContract(
                name: "vote",
                outcomes: [OutcomeContract("stranger", isFirstOnly: true)]
            ),
        ]
    )

    private static let menu = """
        menu club
            text      en
            services  club
            otherwise
                unavailable  -> later
                unsure       -> later
                stranger     -> join
        dial *1#  -> come
        dial *2#  -> vote
        flow come
            call club.member()
                barred  -> later
            -> hall
        screen hall
            | Hall
            1  Vote  -> vote
            2  Ask   -> ask
        flow ask
            call club.member()
                barred  -> later
            -> hall
        flow vote
            call club.vote()
            end
                | Voted.
        screen join
            | Join us.
            1  Try again  -> come
        screen later
            | Later.
            end
        """

    @Test func anOutcomeThatCannotComeAnyMoreIsNotCounted() throws {
        let file = SourceFile(path: "club.menu", text: Self.menu + "\n")
        let made = MenuCompiler.compile(main: file, contracts: [Self.contract]) { _ in
            .failure(.notFound)
        }
        let program = try #require(made.program, "\(made.diagnostics.map(\.id))")
        let coverage = Coverage(program, contracts: [Self.contract], sites: made.sites)
        func outcomes(_ state: String) -> [String] {
            coverage.items.filter { $0.key.state == state && $0.key.kind == .outcome }
                .map(\.key.key).sorted()
        }
        let calls = program.states.filter {
            if case .call = $0.kind { true } else { false }
        }.map(\.name)
        try #require(calls.count == 3)
        // By the first way in nobody was asked before; by the second one votes at once.
        #expect(outcomes(calls[0]) == ["barred", "ok", "stranger", "unavailable"])
        #expect(outcomes(calls[1]) == ["barred", "ok", "unavailable"])
        #expect(outcomes(calls[2]) == ["ok", "stranger", "unavailable"])
    }
}
