// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Foundation
import MenuLanguage
import SourceText

/// A menu without mistakes as translators need it: its texts, and where their files lie.
struct TranslatedMenu {
    /// The path of the main file.
    let path: String
    /// The menu's name.
    let name: String
    /// The languages of the setting `also`.
    let languages: [String]
    /// Every text, in the order in which they are written.
    let messages: [MenuMessage]
    /// The menu's own files.
    let sources: SourceSet

    /// Reads and compiles the one menu at a path; its translations are left out, for they are not
    /// to keep anyone from mending them.
    init(path: String) throws(CommandFailure) {
        let shelf = try MenuShelf(path: path, readsTranslations: false)
        guard shelf.entries.count == 1, let entry = shelf.entries.first else {
            let paths = shelf.entries.map(\.path).joined(separator: ", ")
            throw CommandFailure(.usage, "There are several menus in \(path). Name one: \(paths).")
        }
        let compilation = entry.compilation
        guard let program = compilation.program else {
            Self.show(compilation.diagnostics.filter { $0.severity == .error }, compilation.sources)
            throw CommandFailure(
                .findings,
                "\(path) has mistakes, so nothing was written. Mend them and try again."
            )
        }
        self.path = entry.path
        name = program.name
        languages = Array(program.languages.dropFirst())
        messages = compilation.messages
        sources = compilation.sources
    }

    /// Where the translations into a language lie, or the template.
    func file(of language: String?) -> String {
        let stem = path.hasSuffix(".menu") ? String(path.dropLast(".menu".count)) : path
        return language.map { "\(stem).\($0).po" } ?? "\(stem).pot"
    }

    /// The path as it is typed behind a command.
    var argument: String { path.contains(" ") ? "\"\(path)\"" : path }

    /// Reads a file of translations; shows what is wrong with it, and then has no file.
    func read(_ path: String) throws(CommandFailure) -> (text: String, file: POFile?) {
        let source = SourceFile(path: path, text: try MenuShelf.text(of: path))
        let (file, diagnostics) = POReader.read(source)
        Self.show(diagnostics, [source])
        return (source.text, diagnostics.hasErrors ? nil : file)
    }

    /// Whether a file is there.
    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    /// Writes findings to standard error.
    private static func show(_ diagnostics: [Diagnostic], _ sources: SourceSet) {
        guard !diagnostics.isEmpty else { return }
        let style: DiagnosticRenderer.Style = Terminal.wantsColour(.errors) ? .ansi : .plain
        let renderer = DiagnosticRenderer(style: style)
        Terminal.write(renderer.render(diagnostics, in: sources) + "\n", to: .errors)
    }

    /// Refuses what is no code of a language, which would end up in the name of a file.
    static func check(_ language: String) throws(CommandFailure) {
        guard TranslationExtract.isLanguage(language) else {
            throw CommandFailure(
                .usage,
                "`\(language)` is no language. Write its code, such as sw, fr or pt-BR."
            )
        }
    }
}
