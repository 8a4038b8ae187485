// SPDX-License-Identifier: Apache-2.0
import MenuLanguage
import SourceText

extension LanguageServer {
    /// The findings of all files that belong to what is open, where they differ from what was told.
    mutating func findings() -> [JSONValue] {
        var found: [String: [Diagnostic]] = [:]
        var sources = SourceSet()
        var seen: Set<String> = []
        for path in workspace.open.keys.sorted() {
            found[path] = found[path] ?? []
            var menus = workspace.menus(of: path)
            if menus.isEmpty { menus = [workspace.menu(of: path)].compactMap(\.self) }
            for menu in menus where seen.insert(menu.main).inserted {
                for file in menu.compilation.sources.files { sources.insert(file) }
                for diagnostic in menu.compilation.diagnostics {
                    found[diagnostic.range.file, default: []].append(diagnostic)
                }
            }
        }
        for sentence in workspace.takeComplaints() { say(sentence) }
        var messages = outgoing
        outgoing = []
        let gone = published.keys.filter { found[$0] == nil }
        for path in (Array(found.keys) + gone).sorted() {
            let list = JSONValue.array(
                Self.unique(found[path] ?? []).compactMap { message(of: $0, in: sources) }
            )
            guard published[path] != list else { continue }
            published[path] = found[path] == nil ? nil : list
            messages.append(
                Self.notification(
                    "textDocument/publishDiagnostics",
                    .present([
                        "uri": .string(workspace.uri(of: path)),
                        "version": workspace.open[path]?.version.map { .integer($0) } ?? .null,
                        "diagnostics": list,
                    ])
                )
            )
        }
        return messages
    }

    /// A finding as the editor is told of it.
    func message(of diagnostic: Diagnostic, in sources: SourceSet) -> JSONValue? {
        guard let file = sources[diagnostic.range.file] else { return nil }
        let kind = diagnostic.kind
        let facts = diagnostic.notes.filter { $0.range == nil }.map(\.message)
        let related = diagnostic.notes.compactMap { note -> JSONValue? in
            guard let range = note.range, let file = sources[range.file] else { return nil }
            return ["location": location(range, in: file), "message": .string(note.message)]
        }
        let sentences = [kind.message] + [kind.help].compactMap(\.self) + facts
        return .present([
            "range": client.encoding.range(diagnostic.range, in: file),
            "severity": diagnostic.severity == .error ? 1 : 2,
            "code": .string(diagnostic.id),
            "source": "stardial",
            "message": .string(sentences.joined(separator: "\n")),
            "data": ["explain": .string("stardial explain \(diagnostic.id)")],
            "relatedInformation": related.isEmpty ? .null : .array(related),
        ])
    }

    /// A range with the address of its file.
    func location(_ range: SourceRange, in file: SourceFile) -> JSONValue {
        [
            "uri": .string(workspace.uri(of: range.file)),
            "range": client.encoding.range(range, in: file),
        ]
    }

    /// The findings without those that two menus have in a file that both include.
    private static func unique(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        var seen: Set<String> = []
        return diagnostics.inSourceOrder().filter { diagnostic in
            let range = diagnostic.range
            let key = "\(diagnostic.id) \(range.lower) \(range.upper) \(diagnostic.kind.message)"
            return seen.insert(key).inserted
        }
    }
}
