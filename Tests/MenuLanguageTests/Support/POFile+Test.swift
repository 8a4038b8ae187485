// SPDX-License-Identifier: Apache-2.0
import SourceText

@testable import MenuLanguage

extension POFile {
    /// Reads a text that has no mistakes; with mistakes it is empty.
    static func read(_ text: String) -> POFile {
        let (file, diagnostics) = POReader.read(SourceFile(path: "test.po", text: text))
        return diagnostics.isEmpty ? file : POFile()
    }

    /// The file without the places where its parts stand.
    var unplaced: POFile {
        let nowhere = SourceRange(file: "", lower: 0, upper: 0)
        func unplaced(_ entry: POEntry) -> POEntry {
            var entry = entry
            entry.range = nowhere
            entry.contextRange = nil
            entry.sourceRange = nowhere
            entry.translationRanges = entry.translations.map { _ in nowhere }
            return entry
        }
        var file = self
        file.header.range = nowhere
        file.entries = entries.map(unplaced)
        file.obsolete = obsolete.map(unplaced)
        return file
    }
}
