// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import SourceText

/// Proves that every screen fits, with its longest values and its longest error line.
struct FitProver {
    private let draft: DraftMenu
    private let sources: SourceSet
    private let measure: Measure
    private let errors: ErrorLines
    /// The endings that answer a message, so that they are sent as one.
    private let sentEnds: Set<Int>

    /// What was proved, and the room that lists must keep.
    struct Result {
        var proof: MenuProof
        /// The units kept free for the error line, by the state of a list.
        var errorReserves: [Int: Int]
    }

    /// The largest form of one screen.
    private struct Largest {
        var extent: Extent
        var pages = 1
        var error: DraftBody?
        /// More than what is shown when a list fills its pages.
        var units: Int
    }

    init(_ draft: DraftMenu, graph: MenuGraph, sources: SourceSet) {
        self.draft = draft
        self.sources = sources
        measure = Measure(format: draft.settings.amountFormat, typedSlots: draft.typedSlots)
        errors = ErrorLines(draft, graph)
        let commands = draft.commands.compactMap { draft.state(of: $0.jump.target) }
        sentEnds = graph.reached(from: commands).filter { state in
            if case .end = draft.states[state].kind { true } else { false }
        }
    }

    /// Measures every screen and reports those that are too large.
    func prove(_ findings: inout Findings) -> Result {
        var proofs: [ScreenProof] = []
        var reserves: [Int: Int] = [:]
        let profile = draft.settings.profile
        for (index, state) in draft.states.enumerated() where state.isShown {
            let largest: Largest
            if case .screen(let screen) = state.kind, let each = screen.each {
                let (list, reserve) = list(screen, each, errors.byState[index])
                largest = list
                reserves[index] = reserve
            } else {
                largest = plain(state, errors.byState[index])
            }
            let limit = profile.menuUnitsMax(in: largest.extent.alphabet)
            if largest.units > limit { report(index, largest, limit, &findings) }
            if sentEnds.contains(index) { checkMessage(state, largest.extent, &findings) }
            proofs.append(
                ScreenProof(
                    name: state.name,
                    language: draft.settings.language,
                    alphabet: largest.extent.alphabet,
                    units: largest.units,
                    limit: limit,
                    pages: largest.pages,
                    assumed: largest.extent.counted.map { "\($0.name) \($0.length)" }
                )
            )
        }
        proofs.sort { left, right in
            let (first, second) = (left.units * right.limit, right.units * left.limit)
            return first == second ? left.name < right.name : first > second
        }
        let proof = MenuProof(
            menu: draft.settings.name,
            screens: proofs.count,
            languages: [draft.settings.language],
            texts: texts,
            network: profile.name,
            largest: proofs
        )
        return Result(proof: proof, errorReserves: reserves)
    }

    /// A screen without a list, with each of its error lines in turn.
    private func plain(_ state: DraftState, _ lines: [DraftBody]) -> Largest {
        let blocks: [Extent?]
        switch state.kind {
        case .screen(let screen):
            blocks = [measure.extent(screen.body)] + screen.choices.map(measure.extent)
        case .ask(let ask):
            blocks = [measure.extent(ask.prompt)] + ask.choices.map(measure.extent)
        case .end(let body): blocks = [measure.extent(body)]
        case .call, .jump: blocks = []
        }
        let shown = Extent.joined(blocks.compactMap(\.self)) ?? Extent()
        var largest = Largest(extent: shown, units: shown.count(in: shown.alphabet))
        for line in lines {
            guard var extent = measure.extent(line) else { continue }
            extent.appendLine(shown)
            let units = extent.count(in: extent.alphabet)
            if fullness(units, extent.alphabet) > fullness(largest.units, largest.extent.alphabet) {
                largest = Largest(extent: extent, error: line, units: units)
            }
        }
        return largest
    }

    /// How full a screen is, in units that compare across alphabets.
    private func fullness(_ units: Int, _ alphabet: Alphabet) -> Int {
        let profile = draft.settings.profile
        let other: Alphabet = alphabet == .gsm7 ? .ucs2 : .gsm7
        return units * profile.menuUnitsMax(in: other)
    }

    /// A screen with a list: one page must hold its text, an item, the line for more and the
    /// longest error line.
    private func list(_ screen: DraftScreen, _ each: DraftEach, _ lines: [DraftBody])
        -> (largest: Largest, reserve: Int)
    {
        let blocks = [measure.extent(screen.body)] + screen.choices.map(measure.extent)
        var item = measure.extent(each.line)
        if each.jump != nil { item.append(Extent(ascii: String(each.atMost).utf8.count + 1)) }
        let extents = lines.compactMap { measure.extent($0) }
        let error = extents.reduce(nil as Extent?) { $0?.larger($1) ?? $1 }
        var all = blocks.compactMap(\.self)
        if let error { all.insert(error, at: 0) }
        all.append(item)
        let page = Extent.joined(all) ?? item
        let alphabet = page.alphabet
        let itemUnits = item.count(in: alphabet) + 1
        let one = page.count(in: alphabet)
        let whole = one + itemUnits * (max(each.atMost, 1) - 1)
        let limit = draft.settings.profile.menuUnitsMax(in: alphabet)
        let reserve = (error?.count(in: alphabet)).map { $0 + 1 } ?? 0
        if whole <= limit || each.atMost <= 1 {
            return (Largest(extent: page, units: whole), reserve)
        }
        guard let more = draft.settings.keys.more else {
            return (Largest(extent: page, units: whole), reserve)
        }
        let moreUnits = 1 + more.utf8.count + 1 + draft.settings.keys.moreLabel.utf8.count
        guard one + moreUnits <= limit else {
            return (Largest(extent: page, units: one + moreUnits), reserve)
        }
        let fitting = 1 + (limit - one - moreUnits) / itemUnits
        let pages = (each.atMost + fitting - 1) / fitting
        return (Largest(extent: page, pages: pages, units: limit), reserve)
    }

    private func report(
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
        guard let forcing = extent.forcing, let (place, range, fix) = place(of: forcing) else {
            findings.report(
                FitFinding.tooLong(
                    name: state.name,
                    units: largest.units,
                    limit: limit,
                    counted: counted
                ),
                at: state.range,
                notes: notes,
                about: index
            )
            return
        }
        findings.report(
            FitFinding.tooLongUCS2(
                name: state.name,
                units: largest.units,
                limit: limit,
                counted: counted,
                forcing: place
            ),
            at: range ?? state.range,
            notes: notes,
            fix: fix,
            about: index
        )
    }

    /// The character that forces UCS-2, where it stands, and the change that avoids it.
    private func place(of forcing: Extent.Forcing)
        -> (FitFinding.ForcingPlace, SourceRange?, Diagnostic.FixIt?)?
    {
        // The source, where a brace is doubled, so that the offset is one of the file.
        let written = forcing.range.flatMap { sources.text(in: $0) }.map { String($0) }
        guard let found = TextSize.firstForcingUCS2(in: written ?? forcing.text) else { return nil }
        var range: SourceRange?
        var place = "this text"
        if let literal = forcing.range {
            let lower = literal.lower + found.utf8Offset
            let exact = SourceRange(
                file: literal.file,
                lower: lower,
                upper: lower + String(found.character).utf8.count
            )
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

    /// How many lines of text the menu has.
    private var texts: Int {
        draft.states.reduce(0) { count, state in
            let errors = state.jumps.compactMap(\.error).map(\.lines.count).reduce(0, +)
            switch state.kind {
            case .screen(let screen):
                return count + errors + screen.body.lines.count + screen.choices.count
                    + screen.wrong.lines.count + (screen.each == nil ? 0 : 1)
            case .ask(let ask):
                let bodies = [ask.prompt, ask.wrong, ask.below, ask.above]
                return count + errors + ask.choices.count
                    + bodies.map(\.lines.count).reduce(0, +)
            case .end(let body): return count + errors + body.lines.count
            case .call, .jump: return count + errors
            }
        }
    }
}
