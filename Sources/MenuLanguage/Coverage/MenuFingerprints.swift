// SPDX-License-Identifier: Apache-2.0
public import Dialogue
import Patterns

/// Short digests of the states of a program: equal when what a dialogue does there is the same.
///
/// States and values are taken by their names, so that a screen added elsewhere changes none of
/// the others. What holds everywhere, such as keys, ways in and how amounts are written, is in
/// ``whole``.
public struct MenuFingerprints: Sendable {
    /// The digest of what holds for every state.
    public let whole: String
    private let states: [String: [String: String]]

    /// Takes the digests of a program.
    public init(_ program: MenuProgram) {
        let writer = ProgramWords(program)
        whole = writer.whole.digest
        let versions =
            [(program.language, program.states)] + program.also.map { ($0.code, $0.states) }
        states = Dictionary(
            versions.map { language, states in
                let pairs = states.map { ($0.name, writer.words(of: $0).digest) }
                return (language, Dictionary(pairs, uniquingKeysWith: { $0 + $1 }))
            },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The digest of a state as it is spoken in a language; nil when there is no such state.
    public func state(_ name: String, in language: String) -> String? { states[language]?[name] }
}

extension String {
    /// The 64-bit FNV-1a hash of the octets in hexadecimal digits.
    public var digest: String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for octet in utf8 { hash = (hash ^ UInt64(octet)) &* 0x0000_0100_0000_01b3 }
        return String(hash, radix: 16)
    }
}

/// Writes the parts of a program without any number that stands for a place in it.
private struct ProgramWords {
    private let program: MenuProgram
    /// The states by name; an arrow that stands for itself is written out, because whoever passes
    /// it leaves no trace there.
    private var names: [String]

    /// How many arrows in a row are written out.
    private static let arrowsMax = 4

    init(_ program: MenuProgram) {
        self.program = program
        names = program.states.map(\.name)
        for _ in 0..<Self.arrowsMax {
            names = program.states.map { state in
                guard case .jump(let jump) = state.kind else { return state.name }
                return "\(state.name) (\(words(jump)))"
            }
        }
    }

    /// What no single state says.
    var whole: String {
        let languages = program.also.map { other in
            "\(other.code) \(words(other.wrongChoice)) \(other.moreLabel) \(other.numbers)"
        }
        let dialled = program.dialRoutes.map { route in
            let segments = route.segments.map { segment in
                switch segment {
                case .literal(let text): text
                case .argument(let slot, let kind): "\(name(slot)): \(words(kind))"
                }
            }
            return "\(segments) \(words(route.jump)) \(words(route.home))"
        }
        let sent = program.smsRoutes.map { route in
            let parts = route.words.map { word in
                switch word {
                case .literal(let text): text
                case .optional(let text): "[\(text)]"
                case .argument(let slot, let kind): "\(name(slot)): \(words(kind))"
                }
            }
            return "\(parts) \(words(route.jump))"
        }
        let resume = program.resume.map { "\($0.seconds) \(name(of: $0.ask))" }
        return """
            \(program.name) \(program.language) \(program.country) \(program.amountFormat)
            \(program.profile) \(program.keys) \(words(program.wrongChoice)) \(program.numbers)
            \(program.before.map { words($0) } ?? "") \(resume ?? "")
            \(languages) \(dialled) \(sent)
            """
    }

    func words(of state: State) -> String {
        switch state.kind {
        case .screen(let screen):
            let each = screen.each.map { each in
                "\(words(each.list)) \(name(each.item)) \(words(each.line)) "
                    + "\(each.target.map { words($0) } ?? "") \(each.errorReserve)"
            }
            return "screen \(words(screen.body)) \(each ?? "") \(screen.choices.map { words($0) }) "
                + "\(words(screen.wrong)) \(name(of: screen.entry)) \(screen.confirms)"
        case .ask(let ask):
            return "ask \(name(ask.slot)) \(words(ask.kind)) \(words(ask.prompt)) "
                + "\(ask.choices.map { words($0) }) \(words(ask.wrong)) \(words(ask.below)) "
                + "\(words(ask.above)) \(name(of: ask.next)) \(name(of: ask.entry))"
        case .call(let call):
            let operation = program.operations[call.operation]
            let arms = call.arms.map {
                "\($0.outcome) \($0.binding.map { name($0) } ?? "") \(words($0.jump))"
            }
            return "call \(operation) \(call.arguments.map { words($0) }) "
                + "\(call.result.map { name($0) } ?? "") \(name(of: call.next)) \(arms)"
        case .end(let body): return "end \(words(body))"
        case .jump(let jump): return "jump \(words(jump))"
        }
    }

    private func name(of state: StateIndex) -> String {
        names.indices.contains(Int(state)) ? names[Int(state)] : "?"
    }

    private func name(_ slot: SlotIndex) -> String {
        program.slotNames.indices.contains(Int(slot)) ? program.slotNames[Int(slot)] : "?"
    }

    private func words(_ choice: Choice) -> String {
        let action =
            switch choice.action {
            case .go(let jump): words(jump)
            case .answer(let value): "= \(value)"
            }
        return "\(choice.key) \(words(choice.label)) \(action) "
            + (choice.condition.map { words($0) } ?? "")
    }

    private func words(_ jump: Jump) -> String {
        let target =
            switch jump.target {
            case .state(let index): name(of: index)
            case .back, .home, .proceed, .resume: "\(jump.target)"
            }
        let assignments = jump.assignments.map { "\(name($0.slot)) = \(words($0.operand))" }
        let language = jump.language.map { program.languages[Int($0)] }
        return "-> \(target) \(assignments) \(jump.clears.map { name($0) }) "
            + "\(jump.error.map { words($0) } ?? "") \(language ?? "")"
    }

    private func words(_ kind: AskKind) -> String {
        switch kind {
        case .amount(let least, let most):
            "amount \(least.map { words($0) } ?? "") \(most.map { words($0) } ?? "")"
        case .number(let least, let most):
            "number \(least.map { words($0) } ?? "") \(most.map { words($0) } ?? "")"
        case .pattern(let index):
            "pattern \(program.patterns[index].source) \(program.patterns[index].options)"
        case .msisdn, .text, .secret, .choice: "\(kind)"
        }
    }

    private func words(_ body: Body) -> String {
        body.parts.map { part in
            switch part {
            case .lines(let template): words(template)
            case .byWord(let reference, let arms):
                "\(words(reference)) \(arms.map { "\($0.word): \(words($0.lines))" })"
            case .byNumber(let reference, let rule, let forms):
                "\(words(reference)) \(rule) \(forms.map { words($0) })"
            }
        }.joined(separator: "\n")
    }

    private func words(_ template: Template) -> String {
        template.pieces.map { piece in
            switch piece {
            case .literal(let literal): literal.text
            case .hole(let reference): "{\(words(reference))}"
            }
        }.joined()
    }

    private func words(_ reference: Reference) -> String {
        "\(name(reference.slot))\(reference.path)"
    }

    private func words(_ operand: Operand) -> String {
        switch operand {
        case .reference(let reference): words(reference)
        case .constant(let value): "\(value)"
        case .sum(let sum):
            "\(sum.terms.map { "\($0.isTaken) \(words($0.reference))" }) \(sum.constant) "
                + "\(sum.isMoney) \(sum.takes)"
        }
    }

    private func words(_ condition: Condition) -> String {
        switch condition {
        case .compare(let left, let sign, let right):
            "\(words(left)) \(sign.rawValue) \(words(right))"
        case .flag(let reference): words(reference)
        case .isSet(let reference): "\(words(reference)) is set"
        case .not(let inner): "not (\(words(inner)))"
        case .all(let parts): "all \(parts.map { words($0) })"
        case .any(let parts): "any \(parts.map { words($0) })"
        }
    }
}
