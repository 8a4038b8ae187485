// SPDX-License-Identifier: Apache-2.0
import MenuLanguage
import SourceText

extension LanguageServer {
    /// How a line may go on.
    func completion(_ place: Place, _ params: JSONValue) -> JSONValue {
        let byBlank = params["context"]["triggerCharacter"] == " "
        if byBlank, isIndentation(place) { return ["isIncomplete": false, "items": []] }
        let found = place.menu.suggestions(
            at: place.offset,
            in: place.file,
            neighbours: workspace.neighbours(of: place.file.path)
        )
        let items = found.map { item($0, in: place.file) }
        return ["isIncomplete": false, "items": .array(items)]
    }

    /// Whether nothing but blanks stands before a place, so that a blank asks for nothing.
    private func isIndentation(_ place: Place) -> Bool {
        let start = place.file.lineStart(place.file.location(at: place.offset).line)
        return place.file.text(in: place.file.range(start, place.offset))
            .allSatisfy { $0 == " " || $0 == "\t" }
    }

    private func item(_ suggestion: MenuSuggestion, in file: SourceFile) -> JSONValue {
        let snippet = client.snippets ? suggestion.snippet : nil
        let page = suggestion.documentation
        return .present([
            "label": .string(suggestion.label),
            "kind": .integer(suggestion.kind.number),
            "detail": suggestion.detail.isEmpty ? .null : .string(suggestion.detail),
            "documentation": page.isEmpty
                ? .null : ["kind": "markdown", "value": .string(page)],
            "sortText": .string("\(suggestion.rank)\(suggestion.label)"),
            "insertTextFormat": snippet == nil ? .null : 2,
            "textEdit": edit(suggestion.range, snippet ?? suggestion.text, in: file),
        ])
    }
}

extension MenuSuggestion.Kind {
    /// The number of the kind (LSP 3.17, "CompletionItemKind").
    fileprivate var number: Int {
        switch self {
        case .keyword: 14
        case .screen: 7
        case .flow: 3
        case .question, .value: 6
        case .field: 5
        case .service: 9
        case .operation: 2
        case .outcome: 20
        case .type: 25
        case .word: 12
        case .key: 15
        case .file: 17
        }
    }
}
