// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import SourceText

/// Proves that every screen fits in one language, with its longest values and its longest error
/// line.
struct FitProver {
    private let language: LanguageIndex
    private let languages: [LanguageDraft]
    let sources: SourceSet
    private let measures: [Measure]
    private let errors: ErrorLines
    /// The endings that answer a message, so that they are sent as one.
    private let sentEnds: Set<Int>

    let draft: DraftMenu
    private let measure: Measure
    /// What the menu says to an answer that is none.
    private let wrong: Extent?
    private let profile: NetworkProfile
    /// The language's code, and the file of its translations.
    let code: String
    let path: String?

    /// What was proved, and the room that lists must keep.
    struct Result {
        var proofs: [ScreenProof] = []
        /// The units kept free for the error line, by the state of a list.
        var errorReserves: [Int: Int] = [:]
        /// How many lines of text were measured.
        var texts = 0
    }

    /// The largest form of one screen.
    struct Largest {
        var extent: Extent
        var pages = 1
        var error: DraftBody?
        /// More than what is shown when a list fills its pages.
        var units: Int
    }

    /// Measures every screen in every language and reports those that are too large.
    ///
    /// - Returns: the proof, and the units that each list keeps free, by language and state.
    static func prove(
        _ languages: [LanguageDraft],
        graph: MenuGraph,
        sources: SourceSet,
        _ findings: inout Findings
    ) -> (proof: MenuProof, errorReserves: [[Int: Int]]) {
        let draft = languages[0].draft
        let format = draft.settings.amountFormat
        let typed = draft.typedSlots
        let measures = languages.map {
            Measure(format: format, typedSlots: typed, $0)
        }
        let errors = ErrorLines(draft, graph)
        let commands = draft.commands.compactMap { draft.state(of: $0.jump.target) }
        let sentEnds = graph.reached(from: commands).filter { state in
            if case .end = draft.states[state].kind { true } else { false }
        }
        let results = languages.indices.map { index in
            FitProver(index, languages, sources, measures, errors, sentEnds).prove(&findings)
        }
        let proof = MenuProof(
            menu: draft.settings.name,
            screens: results[0].proofs.count,
            languages: languages.map(\.code),
            texts: results.map(\.texts).reduce(0, +),
            network: draft.settings.profile.name,
            largest: inOrder(results.flatMap(\.proofs))
        )
        return (proof, results.map(\.errorReserves))
    }

    private init(
        _ index: Int,
        _ languages: [LanguageDraft],
        _ sources: SourceSet,
        _ measures: [Measure],
        _ errors: ErrorLines,
        _ sentEnds: Set<Int>
    ) {
        language = LanguageIndex(clamping: index)
        self.languages = languages
        self.sources = sources
        self.measures = measures
        self.errors = errors
        self.sentEnds = sentEnds
        draft = languages[index].draft
        measure = measures[index]
        wrong = measure.extent(draft.wrongChoice)
        profile = draft.settings.profile
        code = languages[index].code
        path = languages[index].path
    }

    /// The proofs with the fullest first, then by name, then by language.
    private static func inOrder(_ proofs: [ScreenProof]) -> [ScreenProof] {
        proofs.indices.sorted { left, right in
            let one = proofs[left].units * proofs[right].limit
            let other = proofs[right].units * proofs[left].limit
            if one != other { return one > other }
            if proofs[left].name != proofs[right].name {
                return proofs[left].name < proofs[right].name
            }
            return left < right
        }.map { proofs[$0] }
    }

    /// Measures every screen and reports those that are too large.
    private func prove(_ findings: inout Findings) -> Result {
        var result = Result()
        result.proofs.reserveCapacity(draft.states.count)
        for (index, state) in draft.states.enumerated() {
            result.texts += state.textLines
            guard state.isShown else { continue }
            let largest: Largest
            let lines = errorLines(state, index)
            if case .screen(let screen) = state.kind, let each = screen.each {
                let (list, reserve) = list(screen, each, lines)
                largest = list
                result.errorReserves[index] = reserve
            } else {
                largest = plain(state, lines)
            }
            let limit = profile.menuUnitsMax(in: largest.extent.alphabet)
            if largest.units > limit, !isKnown(state, index, findings) {
                report(index, largest, limit, &findings)
            }
            if sentEnds.contains(index) { checkMessage(state, largest.extent, &findings) }
            result.proofs.append(
                ScreenProof(
                    name: state.name,
                    language: code,
                    alphabet: largest.extent.alphabet,
                    units: largest.units,
                    limit: limit,
                    pages: largest.pages,
                    assumed: largest.extent.counted.map(\.described)
                )
            )
        }
        return result
    }

    /// The lines that can stand above a screen, its own ones first, each with its size.
    private func errorLines(_ state: DraftState, _ index: Int) -> [ErrorLine] {
        let own: [DraftBody] =
            switch state.kind {
            case .screen(let screen): [screen.wrong]
            case .ask(let ask): [ask.wrong, ask.below, ask.above]
            case .call, .end, .jump: []
            }
        var lines = own.compactMap { body in
            let extent = body.isMenuWrong ? wrong : measure.extent(body)
            return extent.map { ErrorLine(body: body, extent: $0) }
        }
        for line in errors.byState[index] where line.language ?? language == language {
            let spoken = line.isForeign ? 0..<languages.count : Int(language)..<Int(language) + 1
            for other in spoken {
                guard case .call(let call) = languages[other].draft.states[line.state].kind,
                    let body = call.arms[line.arm].jump?.error,
                    let extent = measures[other].extent(body)
                else { continue }
                lines.append(ErrorLine(body: body, extent: extent))
            }
        }
        return lines
    }

    /// A line that can stand above a screen.
    private struct ErrorLine {
        let body: DraftBody
        let extent: Extent
    }

    /// A screen without a list, with each of its error lines in turn.
    private func plain(_ state: DraftState, _ lines: [ErrorLine]) -> Largest {
        var all: Extent?
        switch state.kind {
        case .screen(let screen): add(screen.body, screen.choices, to: &all)
        case .ask(let ask): add(ask.prompt, ask.choices, to: &all)
        case .end(let body): add(body, [], to: &all)
        case .call, .jump: break
        }
        let shown = all ?? Extent()
        var largest = Largest(extent: shown, units: shown.count(in: shown.alphabet))
        for line in lines {
            var extent = line.extent
            extent.appendLine(shown)
            let units = extent.count(in: extent.alphabet)
            if fullness(units, extent.alphabet) > fullness(largest.units, largest.extent.alphabet) {
                largest = Largest(extent: extent, error: line.body, units: units)
            }
        }
        return largest
    }

    private func add(_ body: DraftBody, _ choices: [DraftChoice], to extent: inout Extent?) {
        measure.add(body, below: &extent)
        for choice in choices { measure.add(choice, below: &extent) }
    }

    /// How full a screen is, in units that compare across alphabets.
    private func fullness(_ units: Int, _ alphabet: Alphabet) -> Int {
        let other: Alphabet = alphabet == .gsm7 ? .ucs2 : .gsm7
        return units * profile.menuUnitsMax(in: other)
    }

    /// A screen with a list: one page must hold its text, an item, the line for more and the
    /// longest error line.
    private func list(_ screen: DraftScreen, _ each: DraftEach, _ lines: [ErrorLine])
        -> (largest: Largest, reserve: Int)
    {
        var item = measure.extent(each.line)
        if each.jump != nil { item.append(ascii: String(each.atMost).utf8.count + 1) }
        let error = lines.map(\.extent).reduce(nil as Extent?) { $0?.larger($1) ?? $1 }
        var all = error
        add(screen.body, screen.choices, to: &all)
        all.appendLine(item)
        let page = all ?? item
        let alphabet = page.alphabet
        let itemUnits = item.count(in: alphabet) + 1
        let one = page.count(in: alphabet)
        let whole = one + itemUnits * (max(each.atMost, 1) - 1)
        let limit = profile.menuUnitsMax(in: alphabet)
        let reserve = (error?.count(in: alphabet)).map { $0 + 1 } ?? 0
        if whole <= limit || each.atMost <= 1 {
            return (Largest(extent: page, units: whole), reserve)
        }
        guard let more = draft.settings.keys.more else {
            return (Largest(extent: page, units: whole), reserve)
        }
        var turned = page
        turned.append(ascii: 1 + more.utf8.count + 1)
        turned.append(draft.settings.keys.moreLabel, nil)
        let units = turned.count(in: turned.alphabet)
        let room = profile.menuUnitsMax(in: turned.alphabet)
        guard units <= room else { return (Largest(extent: turned, units: units), reserve) }
        let fitting = 1 + (room - units) / (item.count(in: turned.alphabet) + 1)
        let pages = (each.atMost + fitting - 1) / fitting
        return (Largest(extent: turned, pages: pages, units: room), reserve)
    }
}
