// SPDX-License-Identifier: Apache-2.0
import Gateway
import MenuLanguage
import SourceText
import Testing

@testable import Transcripts

struct ExploringTests {
    private static let header = """
        ussd/1
        title: The phones
        menu: pocket
        clock: 2026-11-20T09:00:00+03:00
        seed: 42
        phone amina: +254712000001 pin=4821 balance=2000.00
        phone baraka: +254712000002 pin=7395 balance=10.00
        ---
        amina> *100#

        """

    private var setup: WorldSetup {
        TranscriptParser.parse(SourceFile(path: "phones.ussd", text: Self.header)).0.header.setup
    }

    private var universe: Coverage { Coverage(PocketMenu.program, contracts: []) }

    private func explorer(turns: Int = 2_000, depth: Int = 8, jobs: Int = 2) -> Explorer {
        Explorer(
            menu: ExplorableMenu(PocketMenu.program),
            setup: setup,
            worlds: PocketWorlds(),
            limits: ExplorationLimits(depthMax: depth, turnsMax: turns, jobs: jobs)
        )
    }

    @Test func everyScreenIsReached() async throws {
        let found = try await explorer().explore()
        let screens = universe.items.map(\.key).filter { $0.kind.isShown }
        let never = Set(screens).subtracting(found.visited)
        #expect(never.map(\.state) == [], "\(found.turns) turns")
        #expect(found.endedBy == nil || found.turns <= 2_000)
    }

    @Test func writtenScenesPassAndVisitAllThatWasFound() async throws {
        let explorer = explorer()
        let found = try await explorer.explore()
        let chosen = found.cover(beyond: [])
        let joined = explorer.join(chosen)
        #expect(joined.count < chosen.count)
        let writer = SceneWriter(setup: setup, worlds: PocketWorlds())
        var visited: Set<CoverageKey> = []
        for scene in joined {
            let text = try writer.text(of: scene, of: universe)
            let file = SourceFile(path: "explored.ussd", text: text)
            let outcome = TranscriptRunner(worlds: PocketWorlds(), jobs: 1).run(file)
            #expect(outcome.passed, "\(text)\n\(TerminalReport().failure(outcome))")
            #expect(outcome.result?.notCompared == [])
            #expect(!text.split(separator: "---").dropFirst().joined().contains("4821"))
            visited.formUnion(scene.news)
        }
        #expect(visited == found.visited)
        #expect(found.cover(beyond: visited).isEmpty)
    }

    @Test(arguments: [
        ("a/b.yaml", "", "a/b.yaml"), ("a/b.yaml", "a", "b.yaml"), ("a/b.yaml", "a/", "b.yaml"),
        ("./a/b.yaml", "a/new", "../b.yaml"), ("b.yaml", "a/new", "../../b.yaml"),
        ("a/x/../b.yaml", "c", "../a/b.yaml"), ("../b.yaml", "c", "../../b.yaml"),
        ("a", "a", "../a"), ("/a/b.yaml", "c", "/a/b.yaml"), ("b.yaml", "../c", "b.yaml"),
    ])
    func theFileOfStubsIsFoundFromWhereTheSceneLies(path: String, folder: String, text: String) {
        #expect(RelativePath.path(path, from: folder) == text)
    }

    @Test func writtenScenesNameTheirStubs() async throws {
        var setup = setup
        setup.stubs = "Menus/pocket.stubs.yaml"
        let found = try await explorer(turns: 40).explore()
        let writer = SceneWriter(setup: setup, worlds: PocketWorlds(), folder: "Transcripts/new")
        let text = try writer.text(of: try #require(found.scenes.first), of: universe)
        #expect(text.contains("\nstubs: ../../Menus/pocket.stubs.yaml\n"), "\(text)")
        let file = SourceFile(path: "Transcripts/new/a.ussd", text: text)
        let header = TranscriptParser.parse(file).0.header
        #expect(header.stubs == "Transcripts/new/../../Menus/pocket.stubs.yaml")
    }

    @Test(arguments: [("*100#", "en"), ("*100*2#", "sw")])
    func aSituationInAnotherLanguageIsAnother(code: String, language: String) throws {
        let text = Self.header.replacing("*100#", with: code)
        let scene = TranscriptParser.parse(SourceFile(path: "a.ussd", text: text)).0
        var run = SceneRun(setup, try PocketWorlds().build(setup).get())
        let action = try #require(scene.phases.flatMap(\.steps).first?.action)
        let shown = run.perform(action)
        #expect(shown.language == language)
        func key(_ language: String) -> ExplorationNode.Key {
            ExplorationNode(
                actor: 0,
                path: [],
                state: shown.state,
                language: language,
                isMessage: false,
                lines: [],
                options: [],
                secrets: [],
                depth: 0,
                sessionStart: 0,
                visited: []
            ).key
        }
        #expect(key(language) == key(shown.language))
        #expect(key(shown.language) != key("fr"))
    }

    @Test func theSameIsFoundHoweverManyArePlayedAtOnce() async throws {
        let one = try await explorer(turns: 600, jobs: 1).explore()
        let many = try await explorer(turns: 600, jobs: 5).explore()
        #expect(one.scenes.map(\.actions) == many.scenes.map(\.actions))
        #expect(one.visited == many.visited && one.turns == many.turns)
        #expect(one.turns <= 600)
    }

    @Test(arguments: [(1, 2_000), (8, 20)])
    func aBoundThatEndsItIsTold(_ depth: Int, _ turns: Int) async throws {
        let found = try await explorer(turns: turns, depth: depth).explore()
        #expect(found.endedBy != nil)
        #expect(found.turns <= turns)
    }

    @Test func phonesThatCannotBeMadeAreTold() async {
        var wrong = setup
        wrong.menu = "nothing"
        let explorer = Explorer(
            menu: ExplorableMenu(PocketMenu.program),
            setup: wrong,
            worlds: PocketWorlds(),
            limits: ExplorationLimits()
        )
        await #expect(throws: WorldFailure.self) { try await explorer.explore() }
    }

    @Test(arguments: [
        ("Sent KES 5.00.", "Sent KES 5.00.", "Sent KES 5.00."),
        ("Ref AB12CD34EF. Bye", "Ref ZZ12CD34EF. Bye", "Ref {{ref:[0-9A-Z]{10}}}. Bye"),
        ("on 21/11 09:30.", "on 22/12 12:47.", "on {{*}}."),
        (
            "Reply YES 1234 and your PIN, or NO 1234.", "Reply YES 9876 and your PIN, or NO 9876.",
            "Reply YES {{code:[0-9]{4}}} and your PIN, or NO {{*}}."
        ),
        ("one two", "one", "one{{*}}"), ("a {{b}}", "a {{b}}", "{{*}}"), ("end  ", "end  ", "end"),
    ])
    func whatDiffersBetweenTwoRunsIsAHole(_ one: String, _ two: String, _ line: String) {
        var holes = LineHoles()
        let step = TranscriptStep(line: 0, action: .press(phone: "a", .empty))
        var written = step
        written.expectations = [
            Expectation(line: 0, kind: .text(holes.template(one, two)), language: nil)
        ]
        let text = TranscriptWriter.text(
            TranscriptHeader(),
            [WrittenPhase(title: "", steps: [written])]
        )
        #expect(text.hasSuffix("a> <empty>\n  | \(line)\n"), "\(text)")
    }
}
