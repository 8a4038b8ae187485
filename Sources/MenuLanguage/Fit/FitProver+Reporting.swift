// SPDX-License-Identifier: Apache-2.0
import GSM
import SourceText

extension FitProver {
    /// Whether a screen that is too large was reported in the written language, and is not
    /// translated whole, so that it is probably too large by the same text.
    func isKnown(_ state: DraftState, _ index: Int, _ findings: Findings) -> Bool {
        guard let path, findings.isAbout(index) else { return false }
        return state.shownLines.contains { $0.range?.file != path }
    }

    /// Reports a screen that is too large.
    func report(
        _ index: Int,
        _ largest: Largest,
        _ limit: Int,
        _ findings: inout Findings
    ) {
        let state = draft.states[index]
        let extent = largest.extent
        let longest = extent.counted.sorted { $0.length > $1.length }.prefix(4)
        let values = longest.map { "{\($0.name)} as \($0.length)" }.joined(separator: ", ")
        let counted = values.isEmpty ? "" : "; the longest values count \(values)"
        var notes: [Diagnostic.Note] = []
        let literals = largest.error?.lines.flatMap(\.pieces) ?? []
        for case .literal(_, let range?) in literals.prefix(1) {
            notes.append(.init(range: range, "This error line can stand above it."))
        }
        if largest.error != nil, notes.isEmpty {
            notes.append(.init("A line that says that an answer is none can stand above it."))
        }
        let name = path == nil ? "`\(state.name)`" : "`\(state.name)` in `\(code)`"
        let place = anchor(of: state)
        guard let forcing = extent.forcing, let (character, range, fix) = self.place(of: forcing)
        else {
            findings.report(
                FitFinding.tooLong(
                    name: name,
                    units: largest.units,
                    limit: limit,
                    counted: counted
                ),
                at: place,
                notes: notes,
                about: index
            )
            return
        }
        findings.report(
            FitFinding.tooLongUCS2(
                name: name,
                units: largest.units,
                limit: limit,
                counted: counted,
                forcing: character
            ),
            at: range ?? place,
            notes: notes,
            fix: fix,
            about: index
        )
    }

    /// The character that forces UCS-2, where it stands, and the change that avoids it.
    private func place(of forcing: Extent.Forcing)
        -> (FitFinding.ForcingPlace, SourceRange?, Diagnostic.FixIt?)?
    {
        guard let found = TextSize.firstForcingUCS2(in: forcing.text) else { return nil }
        var range: SourceRange?
        var place = "this text"
        if let literal = forcing.range, let exact = find(found.character, in: literal) {
            range = exact
            if let location = sources.location(of: exact) {
                place = "line \(location.line), column \(location.column)"
            }
        }
        let fix = range.flatMap { range in
            found.replacement.map { Diagnostic.FixIt(range: range, replacement: $0) }
        }
        let forced = FitFinding.ForcingPlace(
            character: String(found.character),
            place: place,
            replacement: found.replacement
        )
        return (forced, range, fix)
    }

    /// Where a character first stands in a text as it is written, outside of its holes.
    private func find(_ character: Character, in literal: SourceRange) -> SourceRange? {
        guard let written = sources.text(in: literal) else { return nil }
        let open: Character = "{"
        var offset = literal.lower
        var isHole = false
        var last: Character?
        for current in written {
            if current == character, !isHole {
                let upper = offset + current.utf8.count
                return SourceRange(file: literal.file, lower: offset, upper: upper)
            }
            if current == open { isHole = last != open || !isHole }
            if current == "}" { isHole = false }
            last = current
            offset += current.utf8.count
        }
        return nil
    }

    /// Where a screen that is too large is shown: its name, or in another language the first of its
    /// texts that is translated.
    private func anchor(of state: DraftState) -> SourceRange {
        state.shownLines.lazy.compactMap(\.range).first { $0.file == path } ?? state.range
    }
}

extension DraftState {
    /// The lines that are shown when nothing went wrong.
    fileprivate var shownLines: [DraftLine] {
        switch kind {
        case .screen(let screen):
            screen.body.lines + [screen.each?.line].compactMap(\.self)
                + screen.choices.map(\.label)
        case .ask(let ask): ask.prompt.lines + ask.choices.map(\.label)
        case .end(let body): body.lines
        case .call, .jump: []
        }
    }

    /// How many lines of text the state has.
    var textLines: Int {
        switch kind {
        case .screen(let screen):
            return screen.body.lineCount + (screen.each == nil ? 0 : 1) + screen.choices.count
                + screen.wrong.lineCount
        case .ask(let ask):
            return ask.prompt.lineCount + ask.choices.count + ask.wrong.lineCount
                + ask.below.lineCount + ask.above.lineCount
        case .call(let call): return call.arms.reduce(0) { $0 + ($1.jump?.error?.lineCount ?? 0) }
        case .end(let body): return body.lineCount
        case .jump: return 0
        }
    }
}
