// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
public import SourceText

/// What an editor tells about a place: Markdown, and the text that it is about.
public struct MenuHover: Hashable, Sendable {
    /// The page, in Markdown.
    public let markdown: String
    /// The text that it is about.
    public let range: SourceRange
}

extension MenuAnalysis {
    /// What is to be told about a place of a file, nil where there is nothing.
    public func hover(at offset: Int, in path: String) -> MenuHover? {
        guard let file = compilation.sources[path] else { return nil }
        if let found = occurrence(at: offset, in: path) {
            return told(of: found).map { MenuHover(markdown: $0, range: found.range) }
        }
        let number = file.location(at: offset).line
        let lines = FileLines(file)
        let line = lines.tokens(number)
        guard let token = line.tokens.first(where: { $0.lower <= offset && offset <= $0.upper })
        else { return nil }
        let range = file.range(token.lower, token.upper)
        switch token.kind {
        case .key, .label:
            guard let choice = choice(at: line, path), let markdown = told(of: choice) else {
                return screen(at: file.lineStart(number), path, about: range)
            }
            return MenuHover(markdown: markdown, range: range)
        case .bar, .text: return screen(at: file.lineStart(number), path, about: range)
        case .word where token == line.tokens.first:
            let isSetting =
                lines.parents(of: number, indented: line.columns).first?.tokens.first?.text
                == MenuKeyword.menu.rawValue
            let meaning =
                isSetting
                ? MenuVocabulary.meaning(ofSetting: token.text)
                : MenuVocabulary.meaning(ofKeyword: token.text)
            guard !meaning.isEmpty else { return nil }
            return MenuHover(markdown: "`\(token.text)`: \(meaning)", range: range)
        default: return nil
        }
    }

    /// The drawn screen of a name in each language, with its size; nil for what shows nothing.
    ///
    /// At most `languagesMax` languages are drawn, that of the menu itself first.
    func picture(_ name: String, languagesMax: Int = .max) -> String? {
        guard let index = draft.states.firstIndex(where: { $0.name == name }) else { return nil }
        let proofs = (compilation.measures?.largest ?? []).filter { $0.name == name }
        let drawings = drafts.prefix(languagesMax).compactMap { language -> String? in
            guard language.draft.states.indices.contains(index),
                let drawn = ScreenPicture(language).text(language.draft.states[index])
            else { return nil }
            let sizes = proofs.filter { $0.language == language.code }.map(Self.size)
            return "```text\n\(drawn)```\n\(sizes.joined())"
        }
        return drawings.isEmpty ? nil : drawings.joined(separator: "\n")
    }

    /// The size with the longest error line above, which the picture has not.
    private static func size(_ proof: ScreenProof) -> String {
        let unit = proof.alphabet == .gsm7 ? "septets" : "UCS-2 units"
        let fits = proof.units <= proof.limit ? "" : ", too long"
        let pages = proof.pages > 1 ? ", \(proof.pages) pages" : ""
        return "- \(proof.language): at most \(proof.units) of \(proof.limit) \(unit)"
            + "\(pages)\(fits), the longest error line above it included\n"
    }

    private func told(of found: MenuOccurrence) -> String? {
        let symbol = found.symbol
        switch symbol.kind {
        case .screen: return page("screen \(symbol.name)", picture(symbol.name))
        case .flow:
            let first = draft.states.first { $0.name.hasPrefix(symbol.name + ".") && $0.isShown }
            return page("flow \(symbol.name)", first.flatMap { picture($0.name) })
        case .question:
            let title = "ask \(symbol.name): \(described(found.type))"
            return page(title, picture("\(symbol.owner).\(symbol.name)"))
        case .parameter, .result, .binding, .item:
            return "`\(symbol.name)`: \(described(found.type))"
        case .field: return "`\(symbol.owner).\(symbol.name)`: \(described(found.type))"
        case .operation:
            return draft.operation(symbol.owner, symbol.name).map { signature(symbol.owner, $0) }
        case .outcome: return outcome(symbol)
        case .service:
            let known = draft.settings.services + contracts
            guard let service = known.first(where: { $0.name == symbol.name }) else {
                return nil
            }
            let names = service.operations.map { "`\($0.name)`" }.joined(separator: ", ")
            return "`\(symbol.name)`: a service with the operations \(names)."
        case .given:
            return "`\(symbol.name)`: \(MenuVocabulary.meaning(ofValue: symbol.name))"
        case .way: return "`\(symbol.name)`: \(MenuVocabulary.meaning(ofWay: symbol.name))"
        case .setting:
            let meaning = MenuVocabulary.meaning(ofSetting: symbol.name)
            return meaning.isEmpty ? nil : "`\(symbol.name)`: \(meaning)"
        case .menu: return compilation.proof.map { page("menu \(symbol.name)", summary($0)) }
        case .record:
            let fields = (draft.settings.record(symbol.name)?.fields ?? []).map { "`\($0.name)`" }
            return "`\(symbol.name)`: a record with the fields \(fields.joined(separator: ", "))."
        case .language:
            let path = drafts.first { $0.code == symbol.name }?.path
            let name = LanguageNames.all[symbol.name].map { " (\($0))" } ?? ""
            return "`\(symbol.name)`\(name): "
                + (path.map { "its texts are in `\($0.split(separator: "/").last ?? "")`." }
                    ?? "a language of this menu.")
        case .file: return "The file `\(symbol.name.split(separator: "/").last ?? "")`."
        }
    }

    private func page(_ title: String, _ body: String?) -> String {
        "`\(title)`" + (body.map { "\n\n\($0)" } ?? "")
    }

    private func summary(_ proof: MenuProof) -> String {
        "\(proof.screens) screens in \(proof.languages.joined(separator: ", ")): every one fits "
            + "\(proof.network)."
    }

    /// A type in words, with the longest text that it can become.
    func described(_ type: ValueType?) -> String {
        guard let type else { return "of a type that is not known yet." }
        let longest = type.longestSeptets(format: draft.settings.amountFormat)
        return type.described + (longest.map { ", at most \($0) septets." } ?? ".")
    }

    /// An operation with its parameters, its result and its outcomes.
    func signature(_ service: String, _ operation: OperationContract) -> String {
        let parameters = operation.parameters.map { "\($0.name): \($0.type.described)" }
        var text = "`\(service).\(operation.name)(\(parameters.joined(separator: ", ")))`\n\n"
        if let result = operation.result { text += "Gives \(result.described). " }
        if operation.posts { text += "Moves money, so a secret must be asked before. " }
        let outcomes = operation.outcomes.map { "`\($0.name)`" }
        if !outcomes.isEmpty { text += "May end with \(outcomes.joined(separator: ", "))." }
        return text
    }

    private func outcome(_ symbol: MenuSymbol) -> String {
        switch symbol.name {
        case Outcome.unavailable:
            return "`unavailable`: the service did not answer and surely did nothing."
        case Outcome.unsure:
            return "`unsure`: the service has not said whether it moved the money."
        default:
            let operations = draft.settings.services.flatMap(\.operations)
            let operation = operations.first { $0.name == symbol.owner }
            let payload = draft.payload(of: symbol.name, operation)
            return "`\(symbol.name)`: "
                + (payload.map { "carries \($0.described), which `as` names." }
                    ?? "carries nothing.")
        }
    }

    /// The screen, question or end that a line belongs to.
    private func screen(at offset: Int, _ path: String, about range: SourceRange) -> MenuHover? {
        let state = draft.states.last { state in
            state.isShown && state.range.file == path && state.range.lower <= offset
        }
        guard let state, let drawn = picture(state.name) else { return nil }
        return MenuHover(markdown: "`\(state.name)`\n\n\(drawn)", range: range)
    }

    private func choice(at line: MenuLine, _ path: String) -> DraftChoice? {
        let lower = line.lower + line.indentation.utf8.count
        for state in draft.states {
            let choices: [DraftChoice]
            switch state.kind {
            case .screen(let screen): choices = screen.choices
            case .ask(let ask): choices = ask.choices
            case .call, .end, .jump: continue
            }
            if let found = choices.first(where: {
                $0.range.file == path && $0.range.lower == lower
            }) {
                return found
            }
        }
        return nil
    }

    private func told(of choice: DraftChoice) -> String? {
        let shown = choice.condition == nil ? "" : " Shown only when its condition holds."
        switch choice.action {
        case .answer(let word): return "Key `\(choice.key.text)` answers `\(word)`.\(shown)"
        case .unknown: return nil
        case .go(let jump):
            switch jump.target {
            case .back: return "Key `\(choice.key.text)`: \(MenuVocabulary.meaning(ofWay: "back"))"
            case .home: return "Key `\(choice.key.text)`: \(MenuVocabulary.meaning(ofWay: "home"))"
            case .proceed:
                return "Key `\(choice.key.text)`: \(MenuVocabulary.meaning(ofWay: "continue"))"
            case .resume:
                return "Key `\(choice.key.text)`: \(MenuVocabulary.meaning(ofWay: "resume"))"
            case .definition, .step:
                guard let index = draft.state(of: jump.target) else { return nil }
                let state = draft.states[index...].first {
                    $0.isShown && $0.definition == draft.states[index].definition
                }
                let name = (state ?? draft.states[index]).name
                return "Key `\(choice.key.text)` leads to `\(name)`.\(shown)"
                    + (picture(name).map { "\n\n\($0)" } ?? "")
            }
        }
    }
}
