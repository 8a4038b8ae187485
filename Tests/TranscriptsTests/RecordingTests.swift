// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway
import Patterns
import SourceText
import Testing

@testable import Transcripts

struct RecordingTests {
    private let clock = Instant(milliseconds: 1_795_154_400_000)

    private func recorder(_ pin: String? = "4821") throws -> (SceneRecorder, MSISDN) {
        let amina = try #require(MSISDN(e164: "+254712000001"))
        var recorder = SceneRecorder(title: "A scene", menu: "other", clock: clock)
        recorder.declare(PhoneSetup(recorded: "amina", msisdn: amina, pin: pin, balance: "20.00"))
        return (recorder, amina)
    }

    /// Types and is shown something, so many milliseconds after the beginning.
    private func turn(
        _ recorder: inout SceneRecorder,
        _ phone: MSISDN,
        _ typed: String,
        _ shown: String,
        secret: Bool = false,
        at milliseconds: Int64 = 0
    ) {
        let at = clock.adding(milliseconds: milliseconds)
        let screen = RecordedScreen(text: shown, ending: nil, asksSecret: secret, menu: "other")
        recorder.take(RecordedEvent(phone: phone, at: at, .typed(typed)))
        recorder.take(RecordedEvent(phone: phone, at: at, .shown(screen)))
    }

    private func body(_ recorder: SceneRecorder) throws -> [String] {
        let text = recorder.written(playedIn: nil).text
        let found = TranscriptParser.parse(SourceFile(path: "x.ussd", text: text)).1
        #expect(found.isEmpty, "\(text)\(found.map(\.kind.message))")
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let start = try #require(lines.firstIndex(of: "---"))
        return lines[(start + 1)...].filter { !$0.hasPrefix("#") && !$0.isEmpty }
    }

    @Test func blankLinesAndSignsOfTheLanguageStand() throws {
        var (recorder, amina) = try recorder()
        turn(&recorder, amina, "*100#", "One\n\n...\n{{two}} {{*}}\n-- end\n# three")
        let lines = try body(recorder)
        #expect(lines.prefix(4) == ["amina> *100#", "  | One", "  |", "  | ..."])
        #expect(lines[5...] == ["  | -- end", "  | # three"])
        let template = try TemplateReader.read(String(lines[4].dropFirst(4)))
        let source = try #require(template.patternSource { _ in nil })
        #expect(try Pattern(source, options: .wholeInput).firstMatch(in: "{{two}} {{*}}") != nil)
        #expect(try Pattern(source, options: .wholeInput).firstMatch(in: "{{one}} {{*}}") == nil)
    }

    @Test func whatDoesNotPassExpectsToFail() throws {
        var (recorder, amina) = try recorder()
        turn(&recorder, amina, "*100#", "Never shown")
        let scene = recorder.written(playedIn: PocketWorlds())
        guard case .differs(let reason) = scene.proof else {
            Issue.record("It passes: \(scene.text)")
            return
        }
        let file = SourceFile(path: "x.ussd", text: scene.text)
        #expect(TranscriptParser.parse(file).0.header.expectedFailure == reason)
        #expect(scene.text.contains("# Not as recorded: \(reason)\n"))
        let unplayed = recorder.written(playedIn: nil).text
        #expect(!unplayed.contains("xfail:"))
    }

    @Test func referencesAreRememberedAtTheirFirstSight() throws {
        var (recorder, amina) = try recorder()
        turn(&recorder, amina, "*100#", "Ref A1B2C3D4E5.")
        turn(&recorder, amina, "1", "A1B2C3D4E5 and Z9Y8X7W6V5 and MAVUNOWORD")
        #expect(
            try body(recorder) == [
                "amina> *100#", "  | Ref {{ref:[0-9A-Z]{10}}}.", "amina> 1",
                "  | {{ref}} and {{ref2:[0-9A-Z]{10}}} and MAVUNOWORD",
            ]
        )
    }

    @Test func codesAreSentBackByName() throws {
        var (recorder, amina) = try recorder()
        func message(_ text: String) -> RecordedEvent {
            RecordedEvent(phone: amina, at: clock, .received(from: "POCKET", text: text))
        }
        recorder.take(message("Reply YES 5521 and your PIN, or NO 5521."))
        recorder.take(message("Reply YES 7731 and your PIN, or NO 7731."))
        let sent = RecordedEvent.What.sent(to: "POCKET", text: "yes 5521 4821")
        recorder.take(RecordedEvent(phone: amina, at: clock, sent))
        let lines = try body(recorder)
        #expect(lines[1] == "  | Reply YES {{code:[0-9]{4}}} and your PIN, or NO {{*}}.")
        #expect(lines[4] == "amina sms> POCKET yes {{code}} {{amina.pin}}")
    }

    @Test(arguments: ["YES 1 9753", "yes 9753", "9753"])
    func aPINInAWrongMessageIsNotTold(_ text: String) throws {
        var (recorder, amina) = try recorder()
        let sent = RecordedEvent.What.sent(to: "POCKET", text: text)
        recorder.take(RecordedEvent(phone: amina, at: clock, sent))
        #expect(!recorder.written(playedIn: nil).text.contains("9753"))
    }

    @Test func numbersAreNamedOrNotShown() throws {
        var (recorder, amina) = try recorder()
        let shown = "To 0712 000 001, +254712000001; call 0722 123 456. KES 712,345,678.00"
        turn(&recorder, amina, "*100*0712000001*+254733000009*50#", shown)
        #expect(
            try body(recorder) == [
                "amina> *100*{{amina.local}}*{{stranger1.e164}}*50#",
                "  | To {{amina.national}}, {{amina.e164}}; call {{:[+0-9 ]{12}}}. "
                    + "KES 712,345,678.00",
            ]
        )
        #expect(recorder.written(playedIn: nil).text.contains("stranger1: +254733000009 wallet=no"))
    }

    @Test(arguments: [
        ("4821", true), ("1357", false), ("secret7", false), ("98642013", false),
    ])
    func noSecretIsTold(_ typed: String, isOwn: Bool) throws {
        var (recorder, amina) = try recorder()
        turn(&recorder, amina, "*100#", "PIN?", secret: true)
        turn(&recorder, amina, typed, "You typed \(typed).")
        let text = recorder.written(playedIn: nil).text
        #expect(!text.contains(typed), "\(text)")
        #expect(text.contains("amina> {{amina.pin}}\n") == isOwn)
    }

    @Test func keysAtAQuestionForASecretStay() throws {
        var (recorder, amina) = try recorder()
        turn(&recorder, amina, "*100#", "PIN?", secret: true)
        turn(&recorder, amina, "00", "Home")
        #expect(try body(recorder)[2] == "amina> 00")
    }

    @Test(arguments: ["1111", "2345", "8765", "9012", "0001"])
    func madeUpPINsAreAsEasyAsTheOnesTheyStandFor(_ pin: String) throws {
        let amina = try #require(MSISDN(e164: "+254712000001"))
        let invented = InventedPINs([pin, "4821"], phones: [amina])
        func steps(_ pin: String) -> Set<Int> {
            let digits = pin.compactMap(\.wholeNumberValue)
            return Set(zip(digits, digits.dropFirst()).map { ($1 - $0 + 10) % 10 })
        }
        #expect(invented(pin).count == pin.count)
        #expect((invented(pin) == pin) == (pin == "0001"))
        if pin != "0001" { #expect(steps(invented(pin)) == steps(pin)) }
        #expect(steps(invented("4821")).count > 1)
        #expect(Set([invented(pin), invented("4821"), invented.fresh]).count == 3)
    }

    @Test func screensOfOthersAskForSecretsByPattern() throws {
        var (recorder, amina) = try recorder(nil)
        recorder.secretScreens = [try Pattern("enter your .*code", options: .caseless)]
        turn(&recorder, amina, "*100#", "Please\nEnter your access code")
        turn(&recorder, amina, "6543210", "Thanks")
        #expect(!recorder.written(playedIn: nil).text.contains("6543210"))
    }

    @Test func onlyLongPausesAreWritten() throws {
        var (recorder, amina) = try recorder()
        turn(&recorder, amina, "*100#", "One")
        turn(&recorder, amina, "1", "Two", at: 4_000)
        turn(&recorder, amina, "2", "Three", at: 24_400)
        let released = RecordedEvent.What.released(.idleTimeout)
        let end = clock.adding(milliseconds: 84_500)
        recorder.take(RecordedEvent(phone: amina, at: end, released))
        let lines = try body(recorder)
        #expect(lines.filter { $0.hasPrefix("@") } == ["@ +20s", "@ +61s"])
        #expect(lines.last == "? session amina none")
    }

    @Test func tooManyEventsAreSaid() throws {
        var (recorder, amina) = try recorder()
        let event = RecordedEvent(phone: amina, at: clock, .hungUp)
        for _ in 0...SceneRecorder.Limits.eventsMax { recorder.take(event) }
        #expect(recorder.events.count == SceneRecorder.Limits.eventsMax)
        let problems = recorder.written(playedIn: nil).problems
        #expect(problems.contains { $0.contains("10000 events") })
    }

    @Test func nothingPrintsWhatWasTyped() throws {
        let (_, amina) = try recorder()
        let event = RecordedEvent(phone: amina, at: clock, .typed("4821"))
        let message = ShortMessage(from: amina.e164, to: "X", text: "YES 1 4821", at: clock)
        for act in [PhoneAct.typed(amina, "4821", at: clock), .sent(message)] {
            #expect(!"\(act)".contains("4821") && !String(reflecting: act).contains("4821"))
        }
        #expect("\(event)" == "+2547****001 typed")
        #expect(!String(reflecting: event).contains("4821"))
    }

    @Test func whatDiffersIsSaidAndNotHidden() throws {
        let walk = try RecordedWalk(seed: 7)
        walk.press("*100#", 0)
        var recorder = walk.end()
        let screen = RecordedScreen(text: "You have KES 1.00", ending: nil, menu: "pocket")
        let amina = walk.setup.phones[0].msisdn
        recorder.take(RecordedEvent(phone: amina, at: walk.setup.clock, .typed("9")))
        recorder.take(RecordedEvent(phone: amina, at: walk.setup.clock, .shown(screen)))
        let scene = recorder.written(playedIn: PocketWorlds())
        #expect(!scene.isSound)
        #expect(scene.text.split(separator: "\n")[1].hasPrefix("# Not as recorded: The screen"))
        #expect(scene.text.contains("  | You have KES 1.00\n"))
    }

    /// Whatever two phones do, the scene of it passes, and no PIN is in it.
    @Test(arguments: 1...120 as ClosedRange<UInt64>)
    func randomWalksPassAsTheyWereRecorded(_ seed: UInt64) throws {
        let walk = try RecordedWalk(seed: seed)
        var random = SplitMix64(seed: seed)
        let keys = [
            "1", "1", "1", "500", "12.50", "4821", "4821", "1357", "7395", "0", "00", "", "98",
            "abc", "0712000002", "1 0", "99999",
        ]
        for _ in 0..<14 {
            let phone = Int(random.next() % 2)
            switch random.next() % 16 {
            case 0...3: walk.press("*100#", phone)
            case 4: walk.press("*100*2#", phone)
            case 5: walk.hangUp(phone)
            case 6: walk.send("BAL", phone)
            case 7: walk.send("what 0733000009", phone)
            case 8: walk.wait(seconds: [2, 7, 31, 61, 200][Int(random.next() % 5)])
            default: walk.press(keys[Int(random.next() % UInt64(keys.count))], phone)
            }
        }
        let recorder = walk.end()
        let scene = recorder.written(playedIn: PocketWorlds())
        #expect(scene.proof == .passed, "\(scene.text)")
        let secrets = RecordedSecrets(recorder).candidates.values.joined()
        let runs = Set(scene.text.split(whereSeparator: { !$0.isNumber }).map(String.init))
        #expect(runs.isDisjoint(with: secrets), "\(scene.text)")
    }
}
