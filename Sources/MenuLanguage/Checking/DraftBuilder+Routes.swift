// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import SourceText

extension DraftBuilder {
    /// Builds a dialled string.
    mutating func resolve(_ dial: DialSyntax) {
        if !add(dial) { isWhole = false }
    }

    /// Builds an SMS command.
    mutating func resolve(_ command: CommandSyntax) {
        if !add(command) { isWhole = false }
    }

    private mutating func add(_ dial: DialSyntax) -> Bool {
        guard let (jump, index) = route(dial.target) else { return false }
        var given: [String: SlotIndex] = [:]
        var segments: [DraftDial.Segment] = []
        for segment in dial.segments {
            switch segment {
            case .literal(let name): segments.append(.literal(name.text))
            case .argument(let name, let type, let range):
                guard let found = argument(name, type, range, of: index, &given) else {
                    return false
                }
                segments.append(.argument(slot: found.slot, kind: found.kind))
            case .optional, .anything: return false
            }
        }
        guard let complete = complete(jump, index, given, at: dial.range) else { return false }
        let text = sources(of: dial.segments)
        checkSent(dial, text)
        draft.dials.append(
            DraftDial(segments: segments, jump: complete, range: dial.string, text: text)
        )
        return true
    }

    private mutating func add(_ command: CommandSyntax) -> Bool {
        guard let (jump, index) = route(command.target) else { return false }
        var given: [String: SlotIndex] = [:]
        var words: [SMSRoute.Word] = []
        for (position, word) in command.words.enumerated() {
            switch word {
            case .literal(let name): words.append(.literal(name.text))
            case .optional(let name): words.append(.optional(name.text))
            case .anything: break
            case .argument(let name, let type, let range):
                guard let found = argument(name, type, range, of: index, &given) else {
                    return false
                }
                if case .text = found.kind, position + 1 < command.words.count {
                    findings.report(RouteFinding.textNotLast(name: name.text), at: range)
                }
                words.append(.argument(slot: found.slot, kind: found.kind))
            }
        }
        guard let complete = complete(jump, index, given, at: command.range) else { return false }
        draft.commands.append(DraftCommand(words: words, jump: complete, range: command.range))
        return true
    }

    /// The screen or flow of a route, nil after reporting.
    private mutating func route(_ target: TargetSyntax?) -> (DraftJump, Int)? {
        guard let target else {
            isWhole = false
            return nil
        }
        if Self.targetWords.contains(target.name.text) {
            findings.report(
                ShapeFinding.misplacedTarget(name: target.name.text),
                at: target.name.range
            )
            return nil
        }
        let language = language(of: target)
        guard let index = positions[target.name.text] else {
            _ = definition(target.name, arguments: [], range: target.range)
            return nil
        }
        var jump = DraftJump(target: .definition(index), language: language, range: target.range)
        let parameters = draft.definitions[index].parameters
        if !target.arguments.isEmpty {
            guard
                let operands = arguments(
                    target.arguments,
                    of: target.name.text,
                    expecting: parameters.map { ($0.name, $0.type) },
                    at: target.range,
                    in: Scope()
                )
            else { return nil }
            jump.assignments = zip(parameters, operands).map { ($0.slot, $1) }
        }
        return (jump, index)
    }

    /// What a typed argument of a route fills, nil after reporting.
    private mutating func argument(
        _ name: NameSyntax,
        _ type: NameSyntax?,
        _ range: SourceRange,
        of index: Int,
        _ given: inout [String: SlotIndex]
    ) -> (slot: SlotIndex, kind: AskKind)? {
        let definition = draft.definitions[index]
        let parameter = definition.parameters.first { $0.name == name.text }
        let ask = definition.questions[name.text].flatMap { question(index, $0) }
        guard parameter != nil || ask != nil, let variable = definition.names[name.text] else {
            let known = definition.parameters.map(\.name) + definition.questions.keys.sorted()
            findings.report(
                GivenFinding.unknownArgument(name: name.text, target: definition.name.text),
                at: name.range,
                fix: DidYouMean.fix(name, among: known)
            )
            return nil
        }
        guard given.updateValue(variable.slot, forKey: name.text) == nil else {
            findings.report(GivenFinding.argumentTwice(name: name.text), at: name.range)
            return nil
        }
        guard let type, let expected = variable.type else { return nil }
        if expected == .secret {
            findings.report(SafetyFinding.secretGiven(name: name.text), at: range)
            return nil
        }
        guard ["msisdn", "money", "number", "text"].contains(type.text) else {
            findings.report(
                NameFinding.unknownType(
                    name: type.text,
                    known: ["msisdn", "money", "number", "text"]
                ),
                at: type.range
            )
            return nil
        }
        guard let kind = kind(type.text, expected, ask, variable.slot) else {
            findings.report(
                GivenFinding.argumentType(
                    name: name.text,
                    given: type.text,
                    expected: expected.described
                ),
                at: type.range
            )
            return nil
        }
        return (variable.slot, kind)
    }

    /// The kind by which a route reads an argument, nil when the types do not agree.
    private func kind(
        _ type: String,
        _ expected: ValueType,
        _ ask: AskSyntax?,
        _ slot: SlotIndex
    ) -> AskKind? {
        switch (type, expected) {
        case ("msisdn", .msisdn): return .msisdn
        case ("money", .amount): return .amount(least: nil, most: nil)
        case ("number", .number): return .number(least: nil, most: nil)
        case ("text", .text(let longest)):
            if let ask, ask.type?.text == "pattern" {
                for case .ask(let state) in draft.states.map(\.kind) where state.slot == slot {
                    if case .pattern(let index, _) = state.kind { return .pattern(index) }
                }
                // The pattern has a mistake, which is reported where it stands.
            }
            return .text(least: integer(ask?.least) ?? 1, most: longest)
        default: return nil
        }
    }

    private func question(_ index: Int, _ step: Int) -> AskSyntax? {
        guard case .flow(let flow) = sources[index], case .ask(let ask) = flow.steps[step] else {
            return nil
        }
        return ask
    }

    /// The arrow, unless a parameter has no value.
    private mutating func complete(
        _ jump: DraftJump,
        _ index: Int,
        _ given: [String: SlotIndex],
        at range: SourceRange
    ) -> DraftJump? {
        let missing = draft.definitions[index].parameters.filter { parameter in
            given[parameter.name] == nil
                && !jump.assignments.contains { $0.slot == parameter.slot }
        }
        guard missing.isEmpty else {
            findings.report(
                GivenFinding.argumentMissing(
                    target: draft.definitions[index].name.text,
                    names: missing.map(\.name),
                    example: missing.first.flatMap(Self.example)
                ),
                at: jump.range
            )
            return nil
        }
        return jump
    }

    /// An argument that gives a parameter its value, nil when no route can.
    private static func example(_ parameter: DraftParameter) -> String? {
        switch parameter.type {
        case .msisdn: "{\(parameter.name): msisdn}"
        case .amount: "{\(parameter.name): money}"
        case .number: "{\(parameter.name): number}"
        case .text: "{\(parameter.name): text}"
        default: nil
        }
    }

    /// The string as it is dialled, with `{name}` for its arguments.
    private func sources(of segments: [SegmentSyntax]) -> String {
        let parts = segments.map { segment in
            switch segment {
            case .literal(let name): name.text
            case .argument(let name, _, _): "{\(name.text)}"
            case .optional, .anything: ""
            }
        }
        return "*" + parts.joined(separator: "*") + "#"
    }

    /// Reports a string that a phone would keep for itself (TS 22.030 clause 6.5.3.2).
    private mutating func checkSent(_ dial: DialSyntax, _ text: String) {
        let sample = dial.segments.map { segment in
            if case .literal(let name) = segment { name.text } else { "1" }
        }
        let dialled = "*" + sample.joined(separator: "*") + "#"
        if case .ussd = MMIString(dialled).action() { return }
        findings.report(RouteFinding.notSent(text: text), at: dial.string)
    }
}
