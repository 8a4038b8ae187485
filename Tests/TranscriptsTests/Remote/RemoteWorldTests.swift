// SPDX-License-Identifier: Apache-2.0
import GSM
import SourceText
import Testing
import Transcripts

/// Scenes at a gateway that is a rule: what is said to it, and what comes of what it says.
struct RemoteWorldTests {
    private static let caps = """
        211 what this server can do
        verbs PHONE DIAL REDIAL SAY TURN HANGUP SESSION SMS INBOX CLOCK LEDGER RESET
        menu hello en sw
        WORLDS
        .

        """

    /// What a gateway says on a good day.
    @Sendable private static func good(_ line: String, worlds: String = "worlds own") -> String {
        let words = line.split(separator: " ").map { String($0) }
        switch words.first {
        case "CAPS": return caps.replacing("WORLDS", with: worlds)
        case "REDIAL":
            return "220 CON amina chars=9/182 turn=1a1f78a5300bdd73-00000001.1 state=home\n"
                + "Market\n1 When?\n.\n"
        case "TURN": return "221 END amina chars=9/182\nSaturday.\n.\n"
        case "HANGUP": return "222 amina hung-up; You hung up.\n"
        case "INBOX": return "231 amina messages=0/0\n.\n"
        case "SESSION": return "410 amina has no session open; dial first\n"
        case "CLOCK": return words.last == "next" ? "260 nothing is due\n" : "260 later\n"
        case "LEDGER" where words.last == "check": return "241 check\n0 transfers\nsound\n.\n"
        case "LEDGER" where words.last == "last":
            return "241 last\nwallet:amina  KES -1,507.00\nincome:fees  KES 1,507.00\n.\n"
        case "LEDGER" where words.last == "sum": return "241 sum\nsum 0\n.\n"
        case "LEDGER": return "241 balance\namina  KES 2,000.00\n.\n"
        default: return "250 done\n"
        }
    }

    private static let header = """
        ussd/1
        title: The market
        menu: hello
        clock: 2026-11-20T09:00:00+03:00
        seed: 42
        phone amina: +254712000001 pin=4821 balance=2000.00 name="A B"
        ---

        """

    private static let steps = """
        amina> *100#
          | Market
          | 1 When?
        amina> 1
          | Saturday.
          -- end
        ? session amina none
        ? balance amina == 2000.00
        ? ledger last
          | wallet:amina  -1507.00
          | income:fees    1507.00
        ? ledger sum == 0
        @ +181s
        amina sms< none within 5s

        """

    private func play(
        _ text: String,
        _ plan: RemotePlan = RemotePlan(),
        rule: @escaping @Sendable (String) -> String?
    ) -> (TranscriptOutcome, ScriptedWire) {
        let wire = ScriptedWire(rule: rule)
        let worlds = RemoteWorlds(plan: plan) { wire }
        let runner = TranscriptRunner(worlds: worlds, jobs: 1)
        return (runner.run(SourceFile(path: "market.ussd", text: Self.header + text)), wire)
    }

    @Test func sceneIsPlayedInAWorldOfItsOwn() {
        let (outcome, wire) = play(Self.steps) { Self.good($0) }
        #expect(outcome.status == .passed, "\(TerminalReport().failure(outcome))")
        #expect(
            wire.lines.prefix(6) == [
                "CAPS",
                #"RESET menu="hello" clock="2026-11-20T06:00:00Z" seed="42""#,
                "MODE text turns",
                #"PHONE amina +254712000001 balance="2000.00" name="A B" pin="4821""#,
                "CLOCK +0ms",
                "REDIAL +254712000001 *100#",
            ]
        )
        #expect(wire.lines.contains("TURN +254712000001 1a1f78a5300bdd73-00000001.1 1"))
        #expect(wire.lines.contains("CLOCK +181000ms"))
        #expect(wire.paused == 0)
    }

    /// What a gateway does wrong is told at the step that it was done in, and ends the scene.
    @Test(
        arguments: [
            ("TURN", nil, "The gateway has ended the connection."),
            ("TURN", "", "The gateway did not answer in time."),
            ("TURN", "what?\n", "The gateway sent what is no reply of the line protocol: `what?`."),
            ("TURN", "@99 250 x\n", "The gateway said, without being asked: 250 x."),
            (
                "TURN", "450 the database is away\n",
                "The gateway answered TURN by 450 the database is away."
            ),
            (
                "LEDGER balance", "241 x\nnonsense\n.\n",
                "The gateway answered LEDGER balance by 241 x."
            ),
            (
                "INBOX", "231 amina messages=2/2\nfrom=X at=Z lines=9 parts=1\n.\n",
                "The gateway answered INBOX by 231 amina messages=2/2."
            ),
        ] as [(String, String?, String)]
    )
    func troubleIsTold(_ verb: String, _ answer: String?, _ sentence: String) throws {
        let (outcome, _) = play(Self.steps) { line in
            line.hasPrefix(verb) ? answer : Self.good(line)
        }
        #expect(outcome.status == .failed)
        let page = TerminalReport().failure(outcome)
        #expect(page.contains(": \(sentence)\n"), "\(page)")
        let result = try #require(outcome.result)
        #expect(result.phases.flatMap(\.findings).count == 1)
        #expect(result.leftovers.isEmpty)
        #expect(page.contains("was played."))
        #expect(!page.contains("4821"))
    }

    @Test func troubleBeforeTheSceneIsToldToo() {
        let (outcome, _) = play(Self.steps) { $0.hasPrefix("MODE") ? nil : Self.good($0) }
        #expect(
            outcome.result?.leftovers
                == ["The scene could not be set up. The gateway has ended the connection."]
        )
    }

    @Test func wrongAnswerIsFound() {
        let (outcome, _) = play(Self.steps) { line in
            Self.good(line).replacing("Saturday", with: "Sunday")
        }
        #expect(outcome.result?.firstLine == 12)
        #expect(TerminalReport().failure(outcome).contains("+   | Sunday."))
    }

    @Test(arguments: [
        ("@ +5s\n", "worlds shared", "It moves the clock, which runs by itself there."),
        (
            "! slow money.send 5s once\n", "worlds own",
            "It makes something fail, which cannot be had there."
        ),
        ("amina> *100#\n", "menu", nil),
    ])
    func sceneThatNeedsMoreIsSkipped(_ steps: String, _ worlds: String, _ why: String?) {
        let (outcome, _) = play(steps) { Self.good($0, worlds: worlds) }
        #expect(outcome.status == why.map { .skipped($0) } ?? .passed)
    }

    /// A gateway that makes faults: they are asked for by the words of the line, and told how often
    /// they happened.
    @Test(
        arguments: [
            ("250 done\n", "lose reply amina once happened=1 spent\n", nil),
            (
                "250 done\n", "lose reply amina once happened=0\n",
                "The fault of line 8 never happened."
            ),
            // What is listed no more was spent.
            ("250 done\n", "", nil),
            ("250 done\n", "what?\n", "The gateway answered FAULT by 212 faults=1."),
            ("403 not here\n", "", "The gateway answered FAULT by 403 not here."),
        ] as [(String, String, String?)]
    )
    func faultIsMadeThere(_ asked: String, _ listed: String, _ sentence: String?) {
        let (outcome, wire) = play("! lose reply amina once\namina> *100#\n") { line in
            switch line {
            case "CAPS": Self.good(line).replacing(" CLOCK", with: " CLOCK FAULT")
            case "FAULT": "212 faults=1\n\(listed).\n"
            default: line.hasPrefix("FAULT ") ? asked : Self.good(line)
            }
        }
        #expect(wire.lines.contains("FAULT lose reply amina once"))
        let page = TerminalReport().failure(outcome)
        #expect(outcome.passed == (sentence == nil), "\(page)")
        if let sentence { #expect(page.contains(sentence), "\(page)") }
    }

    @Test func answersThatDifferThereAreShown() {
        let steps = "amina> *100#\n! double turn amina once\namina> 1\n  | Saturday.\n  -- end\n"
        let (outcome, _) = play(steps) { line in
            switch line {
            case "CAPS": Self.good(line).replacing(" CLOCK", with: " CLOCK FAULT")
            case "FAULT":
                "212 faults=1\ndouble turn amina once happened=1 spent\n"
                    + "twice AMINA first END lines=1\nSaturday.\n"
                    + "twice AMINA second CON lines=2\nMarket\n1 When?\n.\n"
            default: Self.good(line)
            }
        }
        let page = TerminalReport().failure(outcome)
        #expect(page.contains("got two different answers"), "\(page)")
        #expect(page.contains("+   # the second delivery\n+   | Market\n+   | 1 When?\n"))
    }

    @Test func sceneOfAnotherMenuIsSkipped() {
        let (outcome, _) = play("amina> *100#\n") {
            Self.good($0).replacing("menu hello", with: "menu other")
        }
        #expect(outcome.status == .skipped("The gateway has no menu hello in service."))
        #expect(!RunSummary([outcome]).succeeded)
    }

    @Test func phoneThatIsThereMakesItsSceneSkipped() {
        let (outcome, wire) = play("amina> *100#\n") { line in
            line.hasPrefix("PHONE") ? "403 no\n" : Self.good(line, worlds: "worlds shared")
        }
        #expect(
            wire.lines.contains { $0.hasPrefix("PHONE amina") && $0.contains(" fresh=\"yes\"") }
        )
        guard case .skipped(let why) = outcome.status else {
            Issue.record("\(outcome.status)")
            return
        }
        #expect(why.hasPrefix("A phone of it has a wallet"))
    }

    @Test(arguments: [(nil, false), (4, false), (5, true)] as [(Int64?, Bool)])
    func realTimeIsWaitedUpToALimit(_ most: Int64?, _ isPlayed: Bool) {
        var plan = RemotePlan()
        plan.realTimeSecondsMax = most
        let (outcome, wire) = play("amina> *100#\n@ +5s\n", plan) {
            Self.good($0, worlds: "worlds shared")
        }
        #expect((outcome.status == .passed) == isPlayed)
        #expect(wire.paused >= (isPlayed ? 5_000 : 0))
    }

    @Test func copiesHaveNumbersOfTheirOwn() throws {
        let text = Self.header + "amina> 0712000001\n  | 0712 000 001\n? ledger sum == 0\n"
        let (scene, _) = TranscriptParser.parse(SourceFile(path: "a.ussd", text: text))
        let copy = try #require(scene.copy(2, first: 1_000))
        #expect(copy.header.phones.map(\.msisdn.e164) == ["+254712001003"])
        #expect(copy.file.text.contains("amina> 0712001003\n  | 0712 001 003\n"))
        #expect(copy.stepCount == 1)
        #expect(scene.copy(.max, first: 1) == nil)
    }
}
