// SPDX-License-Identifier: Apache-2.0
import GSM

extension Dialogue {
    /// Draws a text in the default alphabet, or in UCS-2 when a literal demands it.
    ///
    /// The error line is used up by it. `list` is the screen when it has a list under the text.
    mutating func show(
        _ text: Drawing,
        list: ScreenNode? = nil,
        asksSecret: Bool = false,
        isLast: Bool = false
    ) -> DialogueEffect {
        var screen = drawn(.gsm7, text, list, asksSecret)
        if screen == nil { screen = drawn(.ucs2, text, list, asksSecret) }
        error = nil
        mark(.shown(state))
        if list != nil, firstItem > 0 { mark(.page(state)) }
        guard let screen, program.fits(screen.size) else {
            let size = screen?.size ?? TextSize(alphabet: .ucs2, units: 0)
            return finish(with: .fault(.screenTooLong(state: stateName, size: size)))
        }
        if isLast { return finish(with: .end(screen)) }
        (phase, steps) = (.asking, 0)
        return .show(screen)
    }

    /// Writes an error line with the values of this moment; its alphabet is left to the screen.
    func errorLine(_ body: Body) -> ErrorLine? {
        if body.parts.isEmpty { return nil }
        return Canvas.draw(.ucs2, program, language) { canvas in
            canvas.append(Drawing(body), slots, of: program)
            return ErrorLine(text: canvas.text, alphabet: body.alphabet, isCut: canvas.isCut)
        }
    }

    /// The screen in an alphabet, or nil when it needs UCS-2 and this is not.
    private mutating func drawn(
        _ alphabet: Alphabet,
        _ text: Drawing,
        _ list: ScreenNode?,
        _ asksSecret: Bool
    ) -> Screen? {
        Canvas.draw(alphabet, program, language) { canvas in
            if let error { canvas.append(error) }
            let errorUnits = error == nil ? 0 : canvas.units + 1
            canvas.append(text, slots, of: program)
            if let list {
                drawList(list, errorUnits: errorUnits, on: &canvas)
            }
            if canvas.needsUCS2 { return nil }
            return Screen(
                text: canvas.text,
                size: canvas.size,
                state: state,
                asksSecret: asksSecret
            )
        }
    }
}

extension Canvas {
    /// Draws an error line above everything else.
    fileprivate mutating func append(_ error: Dialogue.ErrorLine) {
        beginLine()
        if error.alphabet == .ucs2 { demandUCS2() }
        append(text: error.text)
        if error.isCut { overflow() }
    }
}
