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

    private var spoken: LanguageDraft { languages[Int(language)] }
    var draft: DraftMenu { spoken.draft }
    private var measure: Measure { measures[Int(language)] }
    /// The language's code, and the file of its translations.
    var code: String { spoken.code }
    var path: String? { spoken.path }

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
            FitProver(
                language: LanguageIndex(clamping: index),
                languages: languages,
                sources: sources,
                measures: measures,
                errors: errors,
                sentEnds: sentEnds
            ).prove(&findings)
        }
        let proofs = results.flatMap(\.proofs).enumerated().sorted { left, right in
            let (first, second) = (left.element, right.element)
            let (one, other) = (first.units * second.limit, second.units * first.limit)
            if one != other { return one > other }
            if first.name != second.name { return first.name < second.name }
            return left.offset < right.offset
        }
        let proof = MenuProof(
            menu: draft.settings.name,
            screens: results[0].proofs.count,
            languages: languages.map(\.code),
            texts: results.map(\.texts).reduce(0, +),
            network: draft.settings.profile.name,
            largest: proofs.map(\.element)
        )
        return (proof, results.map(\.errorReserves))
    }

    /// Measures every screen and reports those that are too large.
    private func prove(_ findings: inout Findings) -> Result {
        let draft = self.draft
        var result = Result()
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
            let limit = draft.settings.profile.menuUnitsMax(in: largest.extent.alphabet)
            if largest.units > limit, !isKnown(state, index, findings) {
                report(index, largest, limit, &findings)
            }
            if sentEnds.contains(index) { checkMessage(state, largest.extent, &findings) }
            result.proofs.append(
                ScreenProof(
                    name: state.name,
                    language: spoken.code,
                    alphabet: largest.extent.alphabet,
                    units: largest.units,
                    limit: limit,
                    pages: largest.pages,
                    assumed: largest.extent.counted.map { "\($0.name) \($0.length)" }
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
            measure.extent(body).map { ErrorLine(body: body, extent: $0) }
        }
        for line in errors.byState[index] where line.language ?? language == language {
            let spoken = line.isForeign ? Array(languages.indices) : [Int(language)]
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
            var extent = line.extent
            extent.appendLine(shown)
            let units = extent.count(in: extent.alphabet)
            if fullness(units, extent.alphabet) > fullness(largest.units, largest.extent.alphabet) {
                largest = Largest(extent: extent, error: line.body, units: units)
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
    private func list(_ screen: DraftScreen, _ each: DraftEach, _ lines: [ErrorLine])
        -> (largest: Largest, reserve: Int)
    {
        let blocks = [measure.extent(screen.body)] + screen.choices.map(measure.extent)
        var item = measure.extent(each.line)
        if each.jump != nil { item.append(Extent(ascii: String(each.atMost).utf8.count + 1)) }
        let error = lines.map(\.extent).reduce(nil as Extent?) { $0?.larger($1) ?? $1 }
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
        var turned = page
        turned.append(Extent(ascii: 1 + more.utf8.count + 1))
        turned.append(measure.extent(draft.settings.keys.moreLabel, nil))
        let units = turned.count(in: turned.alphabet)
        let room = draft.settings.profile.menuUnitsMax(in: turned.alphabet)
        guard units <= room else { return (Largest(extent: turned, units: units), reserve) }
        let fitting = 1 + (room - units) / (item.count(in: turned.alphabet) + 1)
        let pages = (each.atMost + fitting - 1) / fitting
        return (Largest(extent: turned, pages: pages, units: room), reserve)
    }
}
