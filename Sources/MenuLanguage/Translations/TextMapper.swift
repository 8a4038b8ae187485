// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import SourceText

/// The one walk over all texts of a draft: it names each, and puts another in its place.
///
/// The order is that of the draft, so that two walks over one draft visit the same texts.
struct TextMapper {
    /// How words go with numbers in the texts that are put in.
    private let rule: PluralRule
    /// Gives the forms that stand in the place of a text; nil where it stays.
    private let change: (TextSite, () -> String, () -> DraftBlock) -> [[DraftLine]]?

    init(
        rule: PluralRule = .english,
        change: @escaping (TextSite, () -> String, () -> DraftBlock) -> [[DraftLine]]?
    ) {
        self.rule = rule
        self.change = change
    }

    /// The draft with every text changed.
    func menu(_ draft: DraftMenu) -> DraftMenu {
        var draft = draft
        let header = TextSite(state: nil, kind: .block, isShared: true)
        if !draft.settings.wrong.isEmpty || draft.states.contains(where: \.showsMenuWrong) {
            draft.wrongChoice = body(draft.wrongChoice, header, DraftBody.menuWrong)
        }
        if draft.states.contains(where: \.hasList) {
            draft.settings.keys = keys(draft.settings)
        }
        let wrong = draft.wrongChoice
        draft.states = draft.states.enumerated().map { state($1, $0, wrong) }
        return draft
    }

    /// The keys with the word for more, which is only shown when there is a key for it.
    private func keys(_ settings: MenuSettings) -> NavigationKeys {
        guard settings.keys.more != nil else { return settings.keys }
        let line = DraftLine(pieces: [.literal(settings.keys.moreLabel, nil)])
        let site = TextSite(state: nil, kind: .more, isShared: true)
        let changed = change(site, { "#more" }, { DraftBlock(lines: [line]) })
        let label = changed?.first?.first?.pieces.map { piece in
            if case .literal(let text, _) = piece { text } else { "" }
        }
        return NavigationKeys(
            back: settings.keys.back,
            home: settings.keys.home,
            more: settings.keys.more,
            moreLabel: label?.joined() ?? settings.keys.moreLabel
        )
    }

    private func state(_ state: DraftState, _ index: Int, _ wrong: DraftBody) -> DraftState {
        var state = state
        let name = state.name
        let site = TextSite(state: index, kind: .block)
        switch state.kind {
        case .screen(var screen):
            screen.body = body(screen.body, site, name)
            if let line = screen.each?.line {
                screen.each?.line = self.line(line, index) { "\(name)#each" } ?? line
            }
            change(&screen.choices, name, index)
            screen.wrong =
                screen.wrong.isMenuWrong ? wrong : body(screen.wrong, site, name, "wrong")
            state.kind = .screen(screen)
        case .ask(var ask):
            ask.prompt = body(ask.prompt, site, name)
            change(&ask.choices, name, index)
            ask.wrong = ask.wrong.isMenuWrong ? wrong : body(ask.wrong, site, name, "wrong")
            ask.below = body(ask.below, site, name, "below")
            ask.above = body(ask.above, site, name, "above")
            state.kind = .ask(ask)
        case .call(var call):
            for (position, arm) in call.arms.enumerated() {
                guard let error = arm.jump?.error else { continue }
                call.arms[position].jump?.error = body(error, site, name, arm.outcome)
            }
            state.kind = .call(call)
        case .end(let text): state.kind = .end(body(text, site, name))
        case .jump: break
        }
        return state
    }

    private func change(_ choices: inout [DraftChoice], _ name: String, _ state: Int) {
        for index in choices.indices {
            let key = choices[index].key.text
            let label = line(choices[index].label, state) { "\(name)#\(key)" }
            if let label { choices[index].label = label }
        }
    }

    private func line(_ line: DraftLine, _ state: Int, _ context: () -> String) -> DraftLine? {
        let site = TextSite(state: state, kind: .line)
        return change(site, context, { DraftBlock(lines: [line]) })?.first?.first
    }

    private func body(
        _ body: DraftBody,
        _ site: TextSite,
        _ name: String,
        _ role: String? = nil
    ) -> DraftBody {
        var body = body
        var site = site
        if role == nil, body.shared == nil { site.kind = .body }
        site.isShared = body.shared != nil
        let base = { body.shared ?? role.map { "\(name)#\($0)" } ?? name }
        for (index, part) in body.parts.enumerated() {
            let place = { index == 0 ? base() : "\(base())#text-\(index + 1)" }
            switch part {
            case .lines(let lines):
                guard let forms = change(site, place, { DraftBlock(lines: lines) }) else { break }
                body.parts[index] = .lines(forms.first ?? [])
            case .byNumber(let number, _, let forms):
                let block = { DraftBlock(number: number, forms: forms) }
                guard let forms = change(site, place, block) else { break }
                body.parts[index] = .byNumber(number, rule: rule, forms: forms)
            case .byWord(let subject, let arms):
                var inner = site
                inner.kind = .arm
                let arms = arms.map { [inner] arm in
                    let context = { "\(base())#\(subject.name)=\(arm.word)" }
                    let forms = change(inner, context, { DraftBlock(lines: arm.lines) })
                    return (word: arm.word, lines: forms?.first ?? arm.lines)
                }
                body.parts[index] = .byWord(subject, arms: arms)
            }
        }
        return body
    }
}

extension DraftState {
    /// Whether it says what the menu says to an answer that is none.
    fileprivate var showsMenuWrong: Bool {
        switch kind {
        case .screen(let screen): screen.wrong.isMenuWrong
        case .ask(let ask): ask.wrong.isMenuWrong
        case .call, .end, .jump: false
        }
    }

    /// Whether it has a list, which may need several pages.
    fileprivate var hasList: Bool {
        if case .screen(let screen) = kind { screen.each != nil } else { false }
    }
}

/// What kind of text stands where.
struct TextSite {
    /// The state that it belongs to; nil for what belongs to the whole menu.
    let state: Int?
    var kind: Kind
    /// Whether it stands at many places and is translated once.
    var isShared = false

    /// The kinds of texts.
    enum Kind: Sendable {
        /// The text of a screen, question or ending.
        case body
        /// A line that stands above a screen.
        case block
        /// The lines for one word of a `case`.
        case arm
        /// A label or the line of a list; it is one line.
        case line
        /// The word for more; it has no holes.
        case more
    }
}

/// Lines that are translated as one text, once for each form when a number chooses among them.
struct DraftBlock {
    var number: DraftReference?
    /// The lines of each form; one form without a number.
    var forms: [[DraftLine]]

    /// Lines that are the same for every number.
    init(lines: [DraftLine]) { forms = [lines] }

    /// Lines for each form of a number.
    init(number: DraftReference, forms: [[DraftLine]]) {
        self.number = number
        self.forms = forms
    }
}

extension [DraftLine] {
    /// The lines as they are written in a menu or a translation.
    var written: String {
        var text = ""
        for (index, line) in enumerated() {
            if index > 0 { text += "\n" }
            for piece in line.pieces {
                switch piece {
                case .literal("{", _): text += "{{"
                case .literal("}", _): text += "}}"
                case .literal(let literal, _): text += literal
                case .hole(let hole): text += "{\(hole.name)}"
                }
            }
        }
        return text
    }
}
