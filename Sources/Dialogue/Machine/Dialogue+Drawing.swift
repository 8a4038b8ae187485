// SPDX-License-Identifier: Apache-2.0
import GSM

extension Dialogue {
    /// Draws the state in the default alphabet, or in UCS-2 when a literal demands it.
    ///
    /// The error line is used up by it.
    mutating func show(
        body: Body,
        each: Each?,
        choices: [Choice],
        isLast: Bool = false
    ) -> DialogueEffect {
        var canvas = drawn(.gsm7, body, each, choices)
        if canvas.needsUCS2 { canvas = drawn(.ucs2, body, each, choices) }
        error = nil
        guard program.profile.fits(canvas.size) else {
            return .fault(.screenTooLong(state: stateName, size: canvas.size))
        }
        var isSecret = false
        if case .ask(let ask) = program.states[Int(state)].kind { isSecret = ask.asksSecret }
        let screen = Screen(
            text: canvas.text,
            size: canvas.size,
            state: state,
            asksSecret: isSecret
        )
        return isLast ? .end(screen) : .show(screen)
    }

    /// Writes an error line with the values of this moment; its alphabet is left to the screen.
    func errorLine(_ body: Body) -> ErrorLine? {
        if body.parts.isEmpty { return nil }
        var canvas = Canvas(.ucs2, program)
        draw(body, on: &canvas)
        return ErrorLine(text: canvas.text, alphabet: body.alphabet)
    }

    private mutating func drawn(
        _ alphabet: Alphabet,
        _ body: Body,
        _ each: Each?,
        _ choices: [Choice]
    ) -> Canvas {
        var canvas = Canvas(alphabet, program)
        var errorUnits = 0
        if let error {
            canvas.beginLine()
            if error.alphabet == .ucs2 { canvas.demandUCS2() }
            canvas.append(text: error.text)
            errorUnits = canvas.units + 1
        }
        draw(body, on: &canvas)
        if let each, case .list(let items) = slots.value(at: each.list), !items.isEmpty {
            let limit = program.profile.menuUnitsMax(in: alphabet)
            let room = min(limit, limit - each.errorReserve + errorUnits)
            drawPage(of: each, items, above: choices, room: room, on: &canvas)
        } else {
            nextItem = 0
            draw(choices, on: &canvas)
        }
        return canvas
    }

    /// Draws the options whose conditions hold, one a line.
    func draw(_ choices: [Choice], on canvas: inout Canvas) {
        for choice in choices where slots.holds(choice.condition) {
            canvas.beginLine()
            canvas.append(ascii: choice.key)
            canvas.append(ascii: " ")
            draw(choice.label, with: slots, on: &canvas)
        }
    }

    /// Draws one template where the canvas stands.
    func draw(_ template: Template, with slots: Slots, on canvas: inout Canvas) {
        for piece in template.pieces {
            switch piece {
            case .literal(let literal): canvas.append(literal)
            case .hole(let reference): canvas.append(slots.value(at: reference))
            }
        }
    }

    private func draw(_ body: Body, on canvas: inout Canvas) {
        for part in body.parts {
            switch part {
            case .lines(let template):
                canvas.beginLine()
                draw(template, with: slots, on: &canvas)
            case .byWord(let reference, let arms):
                guard case .text(let word) = slots.value(at: reference),
                    let arm = arms.first(where: { $0.word == word })
                else { continue }
                canvas.beginLine()
                draw(arm.lines, with: slots, on: &canvas)
            }
        }
    }
}
