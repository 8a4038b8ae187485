// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Patterns
import SourceText

extension DraftBuilder {
    /// The bounds of a secret that says nothing else, in digits.
    static let secretDigits = 4...6
    /// What may answer a pattern: characters of the basic multilingual plane that take at most two
    /// septets when they are shown, so that the answer is no longer than the proof of fit counts.
    static let shownCharacters =
        "(?![\\x{10000}-\\x{10FFFF}])[\\x20-\\x7E£¥€§¿¡\\p{L}\\p{M}\\p{Nd}]"
    /// The types that a question can have.
    static let askTypes = ["msisdn", "money", "number", "text", "secret", "choice", "pattern"]

    /// Builds a question; its `next` is set when the step after it is known.
    mutating func draftAsk(_ ask: AskSyntax, _ scope: Scope) -> DraftAsk {
        let slot = ask.name.flatMap { scope.names[$0.text]?.slot } ?? ReservedSlot.typed
        let kind = askKind(ask, scope)
        var isChoice = false
        if case .choice = kind { isChoice = true }
        let words = isChoice ? ask.options.compactMap { $0.answer?.text } : nil
        let prompt = body(ask.prompt, in: scope)
        let choices = ask.options.map { choice($0, in: scope, answers: words) }
        if isChoice, words?.isEmpty ?? true {
            findings.report(ShapeFinding.choiceWithoutAnswers, at: ask.type?.range ?? ask.range)
        }
        let (below, above) = boundTexts(ask, kind, scope)
        return DraftAsk(
            slot: slot,
            kind: kind,
            prompt: prompt,
            choices: choices,
            wrong: wrong(ask, kind, scope),
            below: below,
            above: above
        )
    }

    private mutating func wrong(_ ask: AskSyntax, _ kind: DraftAsk.Kind, _ scope: Scope)
        -> DraftBody
    {
        guard case .secret(let least, let most) = kind else {
            return ask.wrong.isEmpty ? sharedWrong() : body(ask.wrong, in: scope.addingTyped())
        }
        if ask.wrong.isEmpty {
            let digits = least == most ? "\(least)" : "\(least) to \(most)"
            return DraftBody([.literal("Type \(digits) digits.", nil)])
        }
        // What was typed may nearly be the secret: it is none of the values of this line.
        let typed = Variable(slot: ReservedSlot.typed, type: .secret)
        return body(ask.wrong, in: scope.adding("typed", typed))
    }

    private mutating func boundTexts(_ ask: AskSyntax, _ kind: DraftAsk.Kind, _ scope: Scope)
        -> (below: DraftBody, above: DraftBody)
    {
        let type: ValueType
        let bounds: (least: DraftOperand?, most: DraftOperand?)
        switch kind {
        case .amount(let least, let most): (type, bounds) = (.amount, (least, most))
        case .number(let least, let most):
            let answer = ask.name.flatMap { scope.names[$0.text]?.type }
            (type, bounds) = (answer ?? .number(digits: Self.numberDigitsMax), (least, most))
        case .unknown: return (DraftBody(), DraftBody())
        default:
            if let line = ask.below.first ?? ask.above.first {
                findings.report(
                    BoundFinding.boundTextUnused(type: ask.type?.text ?? ""),
                    at: line.range
                )
            }
            return (DraftBody(), DraftBody())
        }
        let inner = scope.addingBounds(type)
        return (
            boundText(
                ask.below,
                bounds.least,
                "The least is ",
                "least",
                ReservedSlot.least,
                type,
                inner
            ),
            boundText(
                ask.above,
                bounds.most,
                "The most is ",
                "most",
                ReservedSlot.most,
                type,
                inner
            )
        )
    }

    private mutating func boundText(
        _ lines: [TextLineSyntax],
        _ bound: DraftOperand?,
        _ text: String,
        _ name: String,
        _ slot: SlotIndex,
        _ type: ValueType,
        _ scope: Scope
    ) -> DraftBody {
        if !lines.isEmpty { return body(lines, in: scope) }
        guard bound != nil else { return DraftBody() }
        let hole = DraftReference(
            reference: Reference(slot: slot),
            type: type,
            name: name,
            range: draft.settings.range
        )
        return DraftBody(
            [.literal(text, nil), .hole(hole), .literal(".", nil)],
            shared: slot == ReservedSlot.least ? "#below" : "#above"
        )
    }

    private mutating func askKind(_ ask: AskSyntax, _ scope: Scope) -> DraftAsk.Kind {
        guard let type = ask.type else { return .unknown }
        switch type.text {
        case "msisdn": return .msisdn
        case "money":
            guard let (least, most) = bounds(ask, .amount, scope) else { return .unknown }
            if least == nil, most == nil {
                findings.report(
                    BoundFinding.unboundedAmount(name: ask.name?.text ?? "it"),
                    at: type.range
                )
            }
            return .amount(least: least, most: most)
        case "number":
            let type = ValueType.number(digits: Self.numberDigitsMax)
            guard let (least, most) = bounds(ask, type, scope) else { return .unknown }
            return .number(least: least, most: most)
        case "text":
            guard let (least, most) = lengths(ask, default: nil) else { return .unknown }
            return .text(least: least, most: most)
        case "secret":
            guard let (least, most) = lengths(ask, default: Self.secretDigits) else {
                return .unknown
            }
            return .secret(least: least, most: most)
        case "choice": return .choice
        case "pattern": return pattern(ask)
        default:
            findings.report(
                NameFinding.unknownType(name: type.text, known: Self.askTypes),
                at: type.range,
                fix: DidYouMean.fix(type, among: Self.askTypes)
            )
            return .unknown
        }
    }

    private mutating func bounds(_ ask: AskSyntax, _ type: ValueType, _ scope: Scope)
        -> (least: DraftOperand?, most: DraftOperand?)?
    {
        let least = ask.least.flatMap { bound($0, type, scope) }
        let most = ask.most.flatMap { bound($0, type, scope) }
        if (ask.least != nil && least == nil) || (ask.most != nil && most == nil) { return nil }
        if case .constant(let low) = least, case .constant(let high) = most,
            let low = low.integer, let high = high.integer, low > high, let range = ask.most?.range
        {
            findings.report(
                BoundFinding.boundsReversed,
                at: (ask.least?.range ?? range).union(range)
            )
        }
        return (least, most)
    }

    private mutating func bound(_ bound: ExpressionSyntax, _ type: ValueType, _ scope: Scope)
        -> DraftOperand?
    {
        if case .path(let path) = bound {
            guard let reference = resolve(path, in: scope) else { return nil }
            if type.accepts(reference.type) { return .reference(reference) }
        } else if case .sum(let terms) = bound {
            return sum(terms, expecting: type, for: "the bound", in: scope)
        } else if let value = constant(bound, type) {
            return .constant(value)
        }
        findings.report(
            BoundFinding.badBound(given: bound.written, type: type.described),
            at: bound.range
        )
        return nil
    }

    private mutating func lengths(_ ask: AskSyntax, default: ClosedRange<Int>?)
        -> (least: Int, most: Int)?
    {
        for bound in [ask.least, ask.most].compactMap(\.self)
        where !(1...Self.textCharactersMax ~= (integer(bound) ?? 0)) {
            findings.report(
                BoundFinding.badBound(
                    given: bound.written,
                    type: "a length of 1 to \(Self.textCharactersMax) characters"
                ),
                at: bound.range
            )
            return nil
        }
        guard let most = integer(ask.most) ?? `default`?.upperBound else {
            findings.report(BoundFinding.noLength, at: ask.type?.range ?? ask.range)
            return nil
        }
        let least = integer(ask.least) ?? `default`.map { min($0.lowerBound, most) } ?? 1
        if least > most, let range = ask.least?.range {
            findings.report(BoundFinding.boundsReversed, at: range.union(ask.most?.range ?? range))
            return nil
        }
        return (least, most)
    }

    private mutating func pattern(_ ask: AskSyntax) -> DraftAsk.Kind {
        guard let source = ask.pattern else { return .unknown }
        let longest = patternLongest(ask)
        do throws(PatternError) {
            _ = try Pattern(source.text, options: .wholeInput)
            let bounded = "(?=(?:\(Self.shownCharacters)){0,\(longest)}\\z)(?:\(source.text))"
            let pattern = try Pattern(bounded, options: .wholeInput)
            let probe = PatternProbe(source.text, charactersMax: longest)
            if let input = probe.hopelessInput(for: pattern) {
                findings.report(
                    BoundFinding.slowPattern(
                        input: input,
                        steps: Int(pattern.limits.matchStepsMax)
                    ),
                    at: source.range
                )
            }
            draft.patterns.append(pattern)
            return .pattern(draft.patterns.count - 1, pattern)
        } catch {
            findings.report(BoundFinding.badPattern(reason: error.description), at: source.range)
            return .unknown
        }
    }
}

extension Value {
    /// The number or the minor units.
    var integer: Int64? {
        switch self {
        case .number(let number), .amount(let number): number
        default: nil
        }
    }
}
