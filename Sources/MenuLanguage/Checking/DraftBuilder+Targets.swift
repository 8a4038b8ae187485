// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText

extension DraftBuilder {
    /// Resolves an arrow's end inside a screen or flow, nil after reporting.
    mutating func jump(_ target: TargetSyntax, in scope: Scope) -> DraftJump? {
        let language = language(of: target)
        var jump = place(target, in: scope)
        jump?.language = language
        return jump
    }

    /// The language that an arrow goes on in, nil for the one spoken before.
    mutating func language(of target: TargetSyntax) -> LanguageIndex? {
        guard let name = target.language else { return nil }
        let known = draft.settings.languages
        if let position = known.firstIndex(of: name.text) {
            return LanguageIndex(clamping: position)
        }
        findings.report(
            LanguageFinding.unknownLanguage(name: name.text, known: known),
            at: name.range,
            label: "not a language of this menu",
            fix: DidYouMean.fix(name, among: known)
        )
        return nil
    }

    private mutating func place(_ target: TargetSyntax, in scope: Scope) -> DraftJump? {
        if let index = scope.definition,
            let step = draft.definitions[index].questions[target.name.text]
        {
            let jump = DraftJump(
                target: .step(definition: index, step: step),
                range: target.range
            )
            return withoutArguments(target, jump)
        }
        let word: DraftJump.Target? =
            switch target.name.text {
            case "back": .back
            case "home": .home
            case "continue": .proceed
            case "resume": .resume
            default: nil
            }
        if let word {
            return withoutArguments(target, DraftJump(target: word, range: target.range))
        }
        return definition(
            target.name,
            arguments: target.arguments,
            range: target.range,
            in: scope
        )
    }

    private mutating func withoutArguments(_ target: TargetSyntax, _ jump: DraftJump) -> DraftJump?
    {
        if !target.arguments.isEmpty {
            findings.report(
                TypeFinding.argumentCount(
                    name: target.name.text,
                    given: target.arguments.count,
                    expected: []
                ),
                at: target.range
            )
        }
        return jump
    }

    /// Resolves the name of a screen or flow with its arguments, nil after reporting.
    mutating func definition(
        _ name: NameSyntax,
        arguments: [ExpressionSyntax],
        range: SourceRange,
        in scope: Scope = Scope()
    ) -> DraftJump? {
        guard let index = positions[name.text] else {
            isWhole = false
            var known = draft.definitions.map(\.name.text)
            if let own = scope.definition { known += draft.definitions[own].questions.keys }
            findings.report(
                NameFinding.unknownTarget(name: name.text),
                at: name.range,
                label: "not found",
                fix: DidYouMean.fix(name, among: known)
            )
            return nil
        }
        let parameters = draft.definitions[index].parameters
        let operands = self.arguments(
            arguments,
            of: name.text,
            expecting: parameters.map { ($0.name, $0.type) },
            at: range,
            in: scope
        )
        var jump = DraftJump(target: .definition(index), range: range)
        if let operands {
            jump.assignments = zip(parameters, operands).map { ($0.slot, $1) }
        } else if parameters.isEmpty == false {
            // The values are set all the same, so that their absence is not reported again.
            jump.assignments = parameters.map { ($0.slot, .constant(.absent)) }
        }
        return jump
    }
}
