// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Testing

@Suite("Secrets and numbers")
struct SecrecyTests {
    /// Everything that printing a value can show.
    private static func printed(_ value: Any) -> String {
        var dumped = ""
        dump(value, to: &dumped)
        return "\(value) \(String(reflecting: value)) \(dumped)"
    }

    @Test("are handed over once, then forgotten, and never printed")
    func forgotten() {
        let menu = WalletMenu.builder
        var dialogue = SendingTests.play([
            ("1", SendingTests.recipient), ("0712000002", SendingTests.amount),
            ("500", SendingTests.pin),
        ]).dialogue
        #expect(dialogue.asksSecret)
        let effect = dialogue.handle(.input("4821"))
        guard case .call(let call) = effect, case .secret(let secret) = call.arguments.last else {
            Issue.record("no call with a secret")
            return
        }
        #expect(secret.exposedToItsChecker { $0 } == "4821")
        #expect(dialogue.isCalling && !dialogue.asksSecret)
        #expect(dialogue.pendingCall?.name == "send")
        for value in [effect, dialogue, DialogueEvent.input("4821")] as [Any] {
            #expect(!Self.printed(value).contains("4821"))
            #expect(!Self.printed(value).contains("712000002"))
        }
        #expect(dialogue.description.contains("recipient: +2547****002"))

        // A second call of the same flow gets no secret: asking again is the only way to one.
        var again = dialogue
        let wrong = again.handle(.outcome(ServiceResult("wrong_pin", .number(1))))
        #expect(WalletStub.text(wrong).hasPrefix("Wrong PIN. Tries left: 1"))
        #expect(!again.description.contains("pin:"))
        #expect(menu.slot("pin") > 0)
    }

    @Test("stay out of the description while they are kept")
    func kept() {
        var menu = WalletMenu.builder
        let pay = menu.states.firstIndex { $0.name == "pay" } ?? 0
        menu.states[pay].kind = { $0.screen("{pin}Sure?", [], entry: "pay") }
        var phone = WalletStub(menu.program)
        _ = phone.dial("*789*1*0712000002*500*4821#")
        #expect(!Self.printed(phone.dialogue).contains("4821"))
        #expect(phone.type("4821") == "Sure?")
        #expect(!Self.printed(phone.dialogue).contains("4821"))
        #expect(phone.dialogue.description.contains("pin: ••••"))
    }

    @Test("what was dialled behind the code is counted, not printed")
    func routes() {
        let program = WalletMenu.builder.program
        let match = ServiceCode("*789*1*0712000002*500*4821#").flatMap {
            program.match(dialled: $0)
        }
        #expect(match?.rest == ["4821"])
        for value in [
            match as Any, match.map { DialogueEvent.begin($0, asksToResume: false) } as Any,
        ] {
            #expect(!Self.printed(value).contains("4821"))
            #expect(!Self.printed(value).contains("712000002"))
        }
    }

    @Test("events that nobody waits for are faults and change nothing")
    func unexpected() throws {
        let program = WalletMenu.builder.program
        let match = try #require(ServiceCode("*789#").flatMap { program.match(dialled: $0) })
        let begin = DialogueEvent.begin(match, asksToResume: false)
        var dialogue = Dialogue(program: program)
        for early in [DialogueEvent.input("1"), .outcome(.ok()), .redisplay] {
            #expect(dialogue.handle(early) == .fault(.unexpectedEvent))
        }
        guard case .call = dialogue.handle(begin) else { Issue.record("no call"); return }
        for late in [DialogueEvent.input("1"), begin, .redisplay] {
            #expect(dialogue.handle(late) == .fault(.unexpectedEvent))
        }
        let me = ServiceResult.ok(.record([.text("Amina"), .amount(200_000), .number(1)]))
        guard case .show = dialogue.handle(.outcome(me)) else { Issue.record("no screen"); return }
        for late in [begin, .outcome(me), .outcome(.unsure)] {
            #expect(dialogue.handle(late) == .fault(.unexpectedEvent))
        }
        #expect(WalletStub.text(dialogue.handle(.input("1"))) == SendingTests.recipient)
        #expect(dialogue.position == 2)
    }
}
