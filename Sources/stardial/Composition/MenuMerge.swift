// SPDX-License-Identifier: Apache-2.0
import MenuLanguage

/// What `stardial i18n merge` does: brings the files of translations up to their menu.
struct MenuMerge {
    var path: String
    /// Whether files that would change are named, and nothing is changed.
    var checks: Bool

    /// Reads all files before it changes one.
    ///
    /// Ends with ``ExitStatus/findings`` when a file has mistakes, or would change and that was
    /// asked; with ``ExitStatus/unreadable`` when a file is not there, and then nothing changes.
    func run() throws {
        let menu = try TranslatedMenu(path: path)
        guard !menu.languages.isEmpty else {
            Terminal.line("\(menu.path) has no setting `also`, so there is nothing to merge.")
            return
        }
        var files: [(path: String, language: String, text: String, file: POFile?)] = []
        for language in menu.languages {
            let path = menu.file(of: language)
            guard TranslatedMenu.exists(path) else {
                throw CommandFailure(
                    .unreadable,
                    "\(path) is not there, so nothing was changed. Make it: "
                        + "stardial i18n extract \(menu.argument) --language \(language)"
                )
            }
            let (text, file) = try menu.read(path)
            files.append((path, language, text, file))
        }
        var rewritten = RewrittenFiles(
            mistaken: files.count { $0.file == nil }
        )
        for (path, language, before, file) in files {
            guard let file else { continue }
            let merge = TranslationMerge(
                file,
                with: menu.messages,
                language: language,
                in: menu.sources
            )
            let text = POWriter.text(of: merge.file)
            let differs = !text.utf8.elementsEqual(before.utf8)
            rewritten.changed += differs ? 1 : 0
            if differs, !checks { try RewrittenFiles.write(text, to: path) }
            tell(merge, of: path, differs: differs)
        }
        let share = "\(rewritten.changed) of \(files.count.counted("file"))"
        let demand = "\(share) would change. Run `stardial i18n merge` without --check."
        try rewritten.conclude(checks ? demand : nil)
    }

    private func tell(_ merge: TranslationMerge, of path: String, differs: Bool) {
        guard differs else {
            if !checks { Terminal.line("\(path) is up to date.") }
            return
        }
        guard !checks else { return Terminal.line(path) }
        Terminal.line("Merged \(path)")
        let groups = [
            ("new", merge.added), ("changed, to be looked at", merge.changed),
            ("moved, to be looked at", merge.moved.map { "\($0.from) -> \($0.to)" }),
            ("back", merge.revived), ("gone, kept at the end", merge.retired),
        ]
        for (name, texts) in groups where !texts.isEmpty {
            Terminal.line("  \(name): \(texts.joined(separator: ", "))")
        }
        if groups.allSatisfy({ $0.1.isEmpty }) {
            Terminal.line("  only places, comments or layout")
        }
    }
}
