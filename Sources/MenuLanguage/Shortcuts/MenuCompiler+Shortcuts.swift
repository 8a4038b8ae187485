// SPDX-License-Identifier: Apache-2.0
import SourceText

extension MenuCompiler {
    /// Holds the shortcuts of a menu to `shortcuts.lock` beside its main file, if there is one.
    ///
    /// - Returns: the lock as it was read, for rendering what was found in it.
    static func checkShortcuts(
        _ published: PublishedShortcuts,
        of draft: DraftMenu,
        main: SourceFile,
        read: (String) -> Result<String, MenuReadError>,
        _ findings: inout Findings
    ) -> SourceFile? {
        let path = ShortcutLock.path(beside: main.path)
        let file: SourceFile
        switch read(path) {
        case .success(let text): file = SourceFile(path: path, text: text)
        case .failure(.notFound): return nil
        case .failure(let error):
            let what = "it cannot be read, \(error.reason)"
            findings.report(ShortcutFinding.lockMalformed(what), at: draft.settings.range)
            return nil
        }
        let reader = LockReader(file)
        guard !reader.findings.hasErrors else {
            for finding in reader.findings.all { findings.add(finding) }
            return file
        }
        let wrong = findings.all.filter { $0.severity == .error }.map(\.range)
        let comparison = ShortcutComparison(
            published: published.entries,
            locked: reader.entries.filter { $0.menu == draft.settings.name },
            definitions: Set(draft.definitions.map(\.name.text)),
            country: draft.settings.country,
            menu: draft.settings.range,
            knowsKeys: wrong.isEmpty
        )
        comparison.check(&findings) { place in
            wrong.contains {
                $0.file == place.file && $0.lower <= place.upper && place.lower <= $0.upper
            }
        }
        return file
    }
}
