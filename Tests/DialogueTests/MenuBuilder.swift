// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Patterns

/// Makes programs from states that name each other and texts with holes such as `{me.1}`.
struct MenuBuilder {
    /// The names of the slots after the reserved ones.
    var slots: [String]
    /// The states by name, in the order of their indexes.
    var states: [(name: String, kind: (MenuBuilder) -> State.Kind)]
    var profile = NetworkProfile.standard
    var keys = NavigationKeys(back: "0", home: "00", more: "98")
    var country = Country.kenya
    var patterns: [Pattern] = []
    var operations: [ServiceOperation] = []
    var before: ((MenuBuilder) -> Jump)?
    var resumeAsk: String?
    var dialRoutes: (MenuBuilder) -> [DialRoute] = { _ in [] }
    var smsRoutes: (MenuBuilder) -> [SMSRoute] = { _ in [] }

    /// The program of all that.
    var program: MenuProgram {
        MenuProgram(
            name: "sample",
            version: 1,
            language: "en",
            country: country,
            amountFormat: AmountFormat(code: "KES", minorDigits: 2),
            profile: profile,
            keys: keys,
            states: states.map { State(name: $0.name, kind: $0.kind(self)) },
            patterns: patterns,
            operations: operations,
            dialRoutes: dialRoutes(self),
            smsRoutes: smsRoutes(self),
            before: before?(self),
            resume: resumeAsk.map { ResumePolicy(seconds: 600, ask: at($0)) },
            wrongChoice: body("{typed} is not an answer here."),
            slotNames: ["typed", "least", "most"] + slots
        )
    }

    /// The index of a state.
    func at(_ name: String) -> StateIndex {
        StateIndex(states.firstIndex { $0.name == name } ?? Int(StateIndex.max))
    }

    /// The number of a slot.
    func slot(_ name: String) -> SlotIndex {
        switch name {
        case "typed": ReservedSlot.typed
        case "least": ReservedSlot.least
        case "most": ReservedSlot.most
        default: SlotIndex(slots.firstIndex(of: name) ?? 900) + ReservedSlot.firstFree
        }
    }

    /// A reference such as `me.1`.
    func reference(_ path: String) -> Reference {
        let parts = path.split(separator: ".").map(String.init)
        return Reference(
            slot: slot(parts.first ?? ""),
            path: parts.dropFirst().compactMap { Int($0) }
        )
    }

    func value(_ path: String) -> Operand { .reference(reference(path)) }

    func template(_ text: String) -> Template {
        var pieces: [Template.Piece] = []
        for part in text.split(separator: "{", omittingEmptySubsequences: false) {
            let halves = part.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
            if halves.count == 2 { pieces.append(.hole(reference(String(halves[0])))) }
            if let literal = halves.last, !literal.isEmpty {
                pieces.append(.literal(String(literal)))
            }
        }
        return Template(pieces)
    }

    func body(_ text: String) -> Body { Body([.lines(template(text))]) }

    func jump(
        _ name: String,
        _ assignments: [(String, Operand)] = [],
        clears: Range<SlotIndex> = 0..<0,
        error: String? = nil
    ) -> Jump {
        let target: Jump.Target =
            switch name {
            case "back": .back
            case "home": .home
            case "continue": .proceed
            case "resume": .resume
            default: .state(at(name))
            }
        return Jump(
            to: target,
            assignments: assignments.map { Jump.Assignment(slot: slot($0.0), operand: $0.1) },
            clears: clears,
            error: error.map(body)
        )
    }

    func option(_ key: String, _ label: String, _ jump: Jump, when: Condition? = nil) -> Choice {
        Choice(key: key, label: template(label), condition: when, action: .go(jump))
    }

    func screen(
        _ text: String?,
        _ choices: [Choice],
        each: Each? = nil,
        wrong: String? = nil,
        entry: String
    ) -> State.Kind {
        .screen(
            ScreenState(
                body: text.map(body) ?? .empty,
                each: each,
                choices: choices,
                wrong: wrong.map(body) ?? .empty,
                entry: at(entry)
            )
        )
    }

    func ask(
        _ name: String,
        _ kind: AskKind,
        _ prompt: String,
        choices: [Choice] = [],
        wrong: String = "{typed} is wrong.",
        next: String,
        entry: String
    ) -> State.Kind {
        .ask(
            AskState(
                slot: slot(name),
                kind: kind,
                prompt: body(prompt),
                choices: choices,
                wrong: body(wrong),
                below: body("{typed} is below {least}."),
                above: body("{typed} is above {most}."),
                next: at(next),
                entry: at(entry)
            )
        )
    }

    func call(
        _ name: String,
        _ arguments: [Operand] = [],
        result: String? = nil,
        next: String,
        arms: [(outcome: String, binding: String?, jump: Jump)] = []
    ) -> State.Kind {
        let always = [Outcome.unavailable, Outcome.unsure].map { outcome in
            OutcomeArm(outcome: outcome, binding: nil, jump: jump(outcome))
        }
        return .call(
            CallState(
                operation: operations.firstIndex { $0.name == name } ?? 0,
                arguments: arguments,
                result: result.map(slot),
                next: at(next),
                arms: arms.map {
                    OutcomeArm(outcome: $0.outcome, binding: $0.binding.map(slot), jump: $0.jump)
                } + always
            )
        )
    }
}
