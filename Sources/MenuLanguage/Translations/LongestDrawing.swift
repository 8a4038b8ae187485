// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM

/// Draws screens with their longest values, for people who write texts for them.
struct LongestDrawing {
    let measure: Measure
    private let format: AmountFormat
    private let moreLine: String?

    init(_ draft: DraftMenu) {
        format = draft.settings.amountFormat
        measure = Measure(
            format: format,
            typedSlots: draft.typedSlots,
            LanguageDraft(draft.settings.language, draft)
        )
        moreLine = draft.settings.keys.more.map { "\($0) \(draft.settings.keys.moreLabel)" }
    }

    /// The lines of a screen, one item of its list included, every word of a `case` that is
    /// longest.
    func lines(of state: DraftState) -> [String] {
        switch state.kind {
        case .screen(let screen):
            let item = screen.each.map { each in
                (each.jump == nil ? "" : "1 ") + line(each.line)
            }
            return lines(screen.body) + [item].compactMap(\.self) + screen.choices.map(line)
                + (item == nil ? [] : [moreLine].compactMap(\.self))
        case .ask(let ask): return lines(ask.prompt) + ask.choices.map(line)
        case .end(let body): return lines(body)
        case .call, .jump: return []
        }
    }

    private func lines(_ body: DraftBody) -> [String] {
        body.parts.flatMap { part in
            switch part {
            case .lines(let lines): lines.map(line)
            case .byNumber(_, _, let forms): longest(of: forms).map(line)
            case .byWord(_, let arms): longest(of: arms.map(\.lines)).map(line)
            }
        }
    }

    private func longest(of forms: [[DraftLine]]) -> [DraftLine] {
        let sizes = forms.map { lines in lines.map { measure.extent($0).units + 1 }.reduce(0, +) }
        let most = sizes.max() ?? 0
        return sizes.firstIndex(of: most).map { forms[$0] } ?? []
    }

    private func line(_ choice: DraftChoice) -> String {
        "\(choice.key.text) \(line(choice.label))"
    }

    private func line(_ line: DraftLine) -> String {
        line.pieces.map { piece in
            switch piece {
            case .literal(let text, _): text
            case .hole(let hole): longest(hole)
            }
        }.joined()
    }

    /// A value as long as it can be.
    private func longest(_ hole: DraftReference) -> String {
        switch hole.type {
        case .amount: format.text(minorUnits: format.greatest, in: measure.numbers)
        case .number(let digits): String(repeating: "9", count: digits)
        case .calendar(let form): measure.dates.longest(form)
        case .choice(let words): words.max { $0.count < $1.count } ?? ""
        default:
            String(repeating: "x", count: measure.extent(DraftLine(pieces: [.hole(hole)])).units)
        }
    }
}
