// SPDX-License-Identifier: Apache-2.0
import MenuLanguage
import SourceText

extension LanguageServer {
    /// The changes that lay a file out; none for a file with mistakes.
    func formatting(_ file: SourceFile) -> JSONValue {
        let formatted = MenuFormatter.format(file)
        return .array(
            LayoutEdits(from: file, to: formatted.text).edits
                .map { edit($0.range, $0.replacement, in: file) }
        )
    }

    /// What can be done about the findings of a stretch of a file.
    func actions(_ place: Place, _ params: JSONValue) -> JSONValue {
        guard let range = client.encoding.range(params["range"], in: place.file) else { return [] }
        let wanted = params["context"]["only"].elements.compactMap(\.string)
        func isWanted(_ kind: String) -> Bool {
            wanted.isEmpty || wanted.contains { kind == $0 || kind.hasPrefix($0 + ".") }
        }
        let own = place.menu.compilation.diagnostics.filter { $0.range.file == place.file.path }
        var actions: [JSONValue] = []
        let here = own.filter { $0.range.lower <= range.upper && range.lower <= $0.range.upper }
        if isWanted("quickfix") {
            actions += here.compactMap { mend($0, place) }
            actions += here.compactMap { explain($0, place) }
        }
        let fixes = own.compactMap(\.fix)
        if isWanted("source.fixAll"), !fixes.isEmpty {
            let made = place.file.applying(fixes).made
            actions.append([
                "title": "Make every change that is certain",
                "kind": "source.fixAll",
                "edit": edit(made, place.menu),
            ])
        }
        return .array(actions)
    }

    private func mend(_ diagnostic: Diagnostic, _ place: Place) -> JSONValue? {
        guard let fix = diagnostic.fix,
            let message = message(of: diagnostic, in: place.menu.compilation.sources),
            let file = place.menu.compilation.sources[fix.range.file]
        else { return nil }
        let old = file.text(in: fix.range)
        let title: String
        if fix.range.isEmpty {
            title = "Put `\(fix.replacement)` in"
        } else if fix.replacement.isEmpty {
            title = old.allSatisfy { $0 == " " } ? "Take the blanks out" : "Take `\(old)` out"
        } else {
            title = "Change `\(old)` to `\(fix.replacement)`"
        }
        return [
            "title": .string(title), "kind": "quickfix", "isPreferred": true,
            "diagnostics": [message], "edit": edit([fix], place.menu),
        ]
    }

    private func explain(_ diagnostic: Diagnostic, _ place: Place) -> JSONValue? {
        guard let page = MenuDiagnostic.explanation(of: diagnostic.id),
            let message = message(of: diagnostic, in: place.menu.compilation.sources)
        else { return nil }
        return [
            "title": .string("Explain \(page.id): \(page.summary)"), "kind": "quickfix",
            "diagnostics": [message],
            "command": [
                "title": .string("Explain \(page.id)"),
                "command": .string(Self.explainCommand), "arguments": [.string(page.id)],
            ],
        ]
    }

    /// Does what an action asked for.
    mutating func execute(_ params: JSONValue) throws(ResponseError) -> JSONValue {
        guard params["command"].string == Self.explainCommand else {
            throw .invalidParameters("This server does not know the command.")
        }
        let id = params["arguments"].elements.first?.string ?? ""
        guard let page = MenuDiagnostic.explanation(of: id) else {
            throw .failed("There is no finding \(id). stardial explain lists all of them.")
        }
        say(page.page, type: 3)
        return .null
    }
}
