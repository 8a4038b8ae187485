// SPDX-License-Identifier: Apache-2.0
import Foundation
import GSM
import MenuLanguage
import SourceText

/// Mends menus and tariffs on disk where a finding brings the change that certainly mends it.
struct MenuFixes {
    var paths: [String]
    /// The name of the tariff for the menus; nil for the nearest one.
    var tariff: String?
    var network: NetworkProfile?

    /// The most rounds; a round makes every change that does not overlap another.
    static let roundsMax = 10

    /// Makes changes until none is left, and says which, a line each.
    ///
    /// - Returns: One line a change, and how many there were; a sentence when there was none.
    /// - Throws: what cannot be read or written; the changes of the files before it are kept.
    func make() throws -> String {
        let renderer = DiagnosticRenderer()
        var lines: [String] = []
        for _ in 0..<Self.roundsMax {
            var made = 0
            for (file, fixes) in try found() {
                let (mended, done) = file.applying(fixes)
                guard !done.isEmpty, mended != file else { continue }
                try write(mended, over: file)
                lines += done.map { renderer.renderFix($0, in: file) }
                made += done.count
            }
            if made == 0 { break }
        }
        switch lines.count {
        case 0: return "Nothing was changed: no finding has a change that is certain.\n"
        case 1: return "\(lines.joined())1 change was made.\n"
        default: return "\(lines.joined())\(lines.count) changes were made.\n"
        }
    }

    /// Every file that has changes to be made, with them.
    private func found() throws -> [(file: SourceFile, fixes: [Diagnostic.FixIt])] {
        var entries: [MenuShelf.Entry] = []
        let files = try CheckedFiles(paths, tariff: tariff)
        for path in files.isBroken ? [] : files.menus {
            entries += try MenuShelf(path: path, tariff: tariff, network: network).entries
        }
        let sources = SourceSet(entries.flatMap(\.compilation.sources.files) + files.sources)
        let found = files.findings + entries.flatMap(\.compilation.diagnostics)
        let fixes = found.compactMap(\.fix)
        let byFile = Dictionary(grouping: fixes, by: \.range.file)
        return byFile.keys.sorted().compactMap { path in
            sources[path].map { ($0, byFile[path] ?? []) }
        }
    }

    /// Writes a file unless somebody changed it since it was read.
    private func write(_ mended: SourceFile, over file: SourceFile) throws(CommandFailure) {
        guard try MenuShelf.text(of: file.path).utf8.elementsEqual(file.text.utf8) else {
            throw CommandFailure(
                .failed,
                "\(file.path) was changed by somebody else meanwhile and was left alone. Try again."
            )
        }
        do {
            try Data(mended.text.utf8).write(to: URL(fileURLWithPath: file.path), options: .atomic)
        } catch {
            throw CommandFailure(
                .failed,
                "\(file.path) cannot be written, so it was left as it is. May you write there?"
            )
        }
    }
}
