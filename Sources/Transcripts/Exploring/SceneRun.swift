// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway
import MenuLanguage

/// Plays actions in a world as a transcript would, and notes what they show.
struct SceneRun {
    let world: any TranscriptWorld
    private let phones: [PhoneSetup]
    private(set) var now: Instant
    private(set) var variables: Variables
    /// What each phone shows, by its name.
    private var answers: [String: Answer] = [:]
    private var received: [String: Int] = [:]

    /// What an action showed.
    struct Shown: Hashable, Sendable {
        /// The lines of a screen; nil when the action shows none.
        var lines: [String]?
        /// How the session ended, if it did.
        var ending: Expectation.Ending?
        /// The name of the state that a phone stands at; empty when no session waits.
        var state = ""
        /// The language of the session that waits; empty when none does.
        var language = ""
        /// The messages that came, in the order of the phones.
        var messages: [Message] = []
    }

    /// A message that reached a phone.
    struct Message: Hashable, Sendable {
        let phone: String
        let from: String
        let lines: [String]
    }

    init(_ setup: WorldSetup, _ world: any TranscriptWorld) {
        self.world = world
        phones = setup.phones
        now = setup.clock
        variables = Variables(setup.phones)
        world.advance(to: now)
    }

    /// Does one action and says what it showed.
    mutating func perform(_ action: TranscriptStep.Action) -> Shown {
        var shown = Shown()
        switch action {
        case .press(let phone, let input): press(phone, input, &shown)
        case .send(let phone, let template): send(phone, template)
        case .wait(let milliseconds): advance(to: now.adding(milliseconds: milliseconds))
        case .waitUntil(let instant): advance(to: max(now, instant))
        case .fault(let fault): world.arm(fault)
        case .receive, .silence, .check: break
        }
        world.advance(to: now)
        shown.messages = newMessages()
        noteCode(shown.messages)
        return shown
    }

    private mutating func press(
        _ name: String,
        _ input: TranscriptStep.Input,
        _ shown: inout Shown
    ) {
        guard let phone = phone(name) else { return }
        var typed = ""
        switch input {
        case .hangUp:
            let wasOpen = world.hangUp(phone, at: now)
            answers[name] = nil
            if wasOpen { shown.ending = .hangup }
            return
        case .empty: break
        case .text(let template): typed = template.filled { variables[$0] } ?? ""
        }
        let box = ReplyBox()
        if Stage.isDialled(typed) {
            world.dial(typed, from: phone, at: now) { box.put($0) }
        } else {
            let turn = answers[name]?.turn
            world.answer(typed, from: phone, turn: turn, at: now) { box.put($0) }
        }
        waitForAnswer(box)
        guard let answer = box.answer else { return }
        answers[name] = answer
        let reading = Stage.Reading(answer)
        (shown.lines, shown.ending) = (reading.lines, reading.ending)
        if answer.kind == .continue {
            shown.state = answer.state
            shown.language = world.sessionLanguage(of: phone) ?? ""
        }
    }

    private mutating func waitForAnswer(_ box: ReplyBox) {
        let end = now.adding(milliseconds: TranscriptLimits.answerMillisecondsMax)
        for _ in 0..<TranscriptLimits.deadlinesMax {
            guard box.answer == nil, let next = world.nextDeadline(), next <= end else { return }
            advance(to: next)
        }
    }

    private func send(_ name: String, _ template: Template) {
        guard let phone = phone(name), let text = template.filled({ variables[$0] }) else { return }
        let words = text.split(separator: " ", maxSplits: 1)
        guard words.count == 2 else { return }
        let address = self.phone(String(words[0]))?.e164 ?? String(words[0])
        world.send(String(words[1]), from: phone, to: address, at: now)
    }

    private mutating func advance(to instant: Instant) {
        now = max(now, instant)
        world.advance(to: now)
    }

    private mutating func newMessages() -> [Message] {
        phones.flatMap { phone -> [Message] in
            guard let inbox = world.inbox(of: phone.msisdn) else { return [] }
            let new = inbox.messages(after: received[phone.name] ?? 0)
            received[phone.name] = inbox.received
            return new.map { message in
                let from = message.sender.flatMap { sender in
                    phones.first { $0.msisdn == sender }?.name
                }
                return Message(
                    phone: phone.name,
                    from: from ?? message.from,
                    lines: TextLines.of(message.text)
                )
            }
        }
    }

    /// Remembers the code that a message asks to be sent back with a PIN.
    private mutating func noteCode(_ messages: [Message]) {
        for line in messages.flatMap(\.lines) {
            let words = line.split(separator: " ")
            guard words.count > 2, words[0] == "Reply", words[1] == "YES",
                words[2].utf8.count == 4, words[2].utf8.allSatisfy({ 48...57 ~= $0 })
            else { continue }
            variables.remember([Self.codeName: String(words[2])])
        }
    }

    /// What the code of a message is remembered as.
    static let codeName = "code"

    private func phone(_ name: String) -> MSISDN? { phones.first { $0.name == name }?.msisdn }
}
