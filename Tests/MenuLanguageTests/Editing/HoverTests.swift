// SPDX-License-Identifier: Apache-2.0
import SourceText
import Testing

@testable import MenuLanguage

/// What is told about a place.
struct HoverTests {
    static let told: [(line: String, start: String)] = [
        ("{payee.na‸me}?", "`payee.name`: text of at most 26 characters, at most 26 septets."),
        ("{ty‸ped} is not a phone", "`typed`: What was typed, in an error line."),
        ("tries  -> p‸in", "`ask pin: a secret.`"),
        ("services  mon‸ey", "`money`: a service with the operations `me`, `payee`"),
        ("serv‸ices  money", "`services`: The services whose operations this menu may call."),
        ("other‸wise", "`otherwise`: Where outcomes lead that a call does not answer itself."),
        ("not_fo‸und   ->", "`not_found`: carries nothing."),
        ("wrong_p‸in as", "`wrong_pin`: carries a number of at most 1 digit, which `as` names."),
        ("unavail‸able   ->", "`unavailable`: the service did not answer and surely did nothing."),
        ("money.qu‸ote(", "`money.quote(kind: one of the words send, withdraw, deposit, payee: "),
        ("0  Back -> ba‸ck", "`back`: To the screen or question before, with its answers kept."),
        ("‸0  Back -> back", "Key `0`: To the screen or question before"),
        ("‸1  Send money", "Key `1` leads to `send.recipient`.\n\n```text\n┌──"),
        ("as‸k pin", "`ask`: A question; its answer has a name and a type."),
        ("menu mav‸uno", "`menu mavuno`\n\n"),
    ]

    @Test(arguments: told)
    func tellsWhatAPlaceMeans(_ line: String, _ start: String) throws {
        let hover = try Desk(line).hover ?? "nothing"
        #expect(hover.hasPrefix(start), "\(hover)")
    }

    @Test func drawsTheScreenWithItsSize() throws {
        let picture = """
            `screen home`

            ```text
            ┌──────────────────────────────────┐
            │ name name name namen, you have   │
            │ KES 9,999,999.99                 │
            │ 1 Send money                     │
            │ 2 Last payments                  │
            │ 3 Save                           │
            └──────────────────────────────────┘
            ```
            - en: at most 123 of 182 septets, the longest error line above it included

            """
        let hover = try Desk("screen ho‸me").hover ?? "nothing"
        #expect(hover == picture, "\(hover)")
        #expect(try Desk("you ha‸ve").hover == picture.replacing("screen home", with: "home"))
    }

    @Test func theSizeIsThatOfTheProof() throws {
        let analysis = try Desk("screen ‸home").analysis
        let proof = try #require(analysis.compilation.proof)
        for screen in proof.largest {
            let drawn = analysis.picture(screen.name) ?? ""
            #expect(drawn.contains("at most \(screen.units) of \(screen.limit)"), "\(drawn)")
        }
    }

    @Test func whereNothingStandsNothingIsTold() throws {
        #expect(try Desk("1.00 .‸.. me.sendable").hover == nil)
        #expect(try Desk(marked: "‸\nmenu a\n").hover == nil)
    }

    @Test func aPartIsJudgedByHowItIsWritten() {
        let part = SourceFile(path: "a.menu", text: "screen a\n    1 b -> nowhere\n    2 c\n")
        let analysis = MenuAnalysis(part: part, contracts: [])
        #expect(analysis.compilation.diagnostics.map(\.id) == ["menu.expected-target"])
        #expect(MenuAnalysis.includes(of: part) == nil)
        let main = SourceFile(path: "x/m.menu", text: "menu m\n    include a.menu, b/c.menu\n")
        #expect(MenuAnalysis.includes(of: main) == ["x/a.menu", "x/b/c.menu"])
    }
}
