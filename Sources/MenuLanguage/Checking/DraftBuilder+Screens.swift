// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText

extension DraftBuilder {
    /// Builds a screen's state.
    mutating func resolve(_ screen: ScreenSyntax, _ index: Int) {
        let definition = draft.definitions[index]
        let scope = Scope(names: definition.names, definition: index)
        var outer = scope
        if let item = screen.each?.item { outer.names[item.text] = nil }
        let range = definition.name.range
        let body = self.body(screen.body, in: outer)
        var list: DraftEach?
        if let each = screen.each { list = self.each(each, in: scope, outer: outer) }
        var choices: [DraftChoice] = []
        for option in screen.options { choices.append(choice(option, in: outer, answers: nil)) }
        let kind: DraftState.Kind
        if let end = screen.end {
            if screen.each != nil {
                findings.report(ShapeFinding.endWithList(name: definition.name.text), at: end)
            }
            kind = .end(body)
        } else {
            let wrong =
                screen.wrong.isEmpty
                ? sharedWrong() : self.body(screen.wrong, in: outer.addingTyped())
            kind = .screen(DraftScreen(body: body, each: list, choices: choices, wrong: wrong))
        }
        draft.definitions[index].entry = addState(
            definition.name.text,
            kind,
            at: range,
            in: index
        )
    }

    private mutating func each(_ each: EachSyntax, in scope: Scope, outer: Scope) -> DraftEach? {
        guard let item = each.item, let path = each.list, let line = each.line else {
            isWhole = false
            return nil
        }
        let list = resolve(path, in: outer)
        let text = self.line(line, in: scope)
        var jump: DraftJump?
        if let target = each.target {
            jump = self.jump(target, in: scope)
            if jump == nil { isWhole = false }
        }
        guard let list, let slot = scope.names[item.text]?.slot else { return nil }
        guard case .list(_, let atMost) = list.type else {
            findings.report(
                ShapeFinding.notAList(name: list.name, type: list.type.described),
                at: path.range
            )
            return nil
        }
        return DraftEach(
            list: list,
            item: slot,
            line: text,
            jump: jump,
            atMost: atMost,
            range: each.keyword
        )
    }

    /// Builds an option; `answers` are the words of a choice, nil where nothing can be answered.
    mutating func choice(
        _ option: OptionSyntax,
        in scope: Scope,
        answers: [String]?
    ) -> DraftChoice {
        var condition = option.condition.flatMap { resolve($0, in: scope) }
        condition?.written = option.condition?.written ?? ""
        let label = line(option.label, in: scope)
        var action = DraftChoice.Action.unknown
        if let answer = option.answer {
            if answers != nil { action = .answer(answer.text) } else { isWhole = false }
        } else if let target = option.target, let jump = jump(target, in: scope) {
            action = .go(jump)
        } else {
            isWhole = false
        }
        return DraftChoice(
            key: option.key,
            label: label,
            condition: condition,
            action: action,
            range: option.range
        )
    }
}
