// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import MenuLanguage
import SourceText

/// What `stardial diff` does: compiles two versions, compares them, and plays the transcripts.
struct MenuComparison {
    /// How the differences are written.
    enum Form: String, CaseIterable, ExpressibleByArgument {
        case human
        case json
        case markdown
    }

    var old: String
    var new: String
    var form: Form
    /// The folder of transcripts; nothing is played when it is not there.
    var transcripts: String

    /// One version and its menus.
    private struct Version {
        var shelf: MenuShelf
        var path: String
        /// How the version was named, and the folder that holds it when it came from git.
        var name: String
        var revision: RevisionFolder?

        /// A text with the name of the version in place of the folder that it was copied to.
        func shown(_ text: String) -> String {
            revision == nil ? text : text.replacing(path, with: name)
        }

        /// The menus by name.
        var menus: [String: MenuShelf.Entry] {
            let pairs = shelf.entries.map { ($0.compilation.measures?.menu ?? "", $0) }
            return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        }
    }

    /// Ends with ``ExitStatus/findings`` when a phone shows something else.
    func run() async throws {
        let before = try Self.version(old)
        let after = try Self.version(new)
        var report = ChangeReport(old: old, new: new)
        if before.shelf.entries.count == 1, after.shelf.entries.count == 1,
            let was = before.shelf.entries.first, let now = after.shelf.entries.first
        {
            try compare((before, was), (after, now), &report)
        } else {
            let (old, new) = (before.menus, after.menus)
            for name in Set(old.keys).union(new.keys).sorted() {
                switch (old[name], new[name]) {
                case (let was?, let now?): try compare((before, was), (after, now), &report)
                case (nil, _?): report.sentences.append("The menu `\(name)` is new.")
                default: report.sentences.append("The menu `\(name)` is gone.")
                }
            }
        }
        var names = Set(before.menus.keys).intersection(after.menus.keys)
        if before.shelf.programs == nil || after.shelf.programs == nil { names = [] }
        report.scenes = try await TranscriptComparison(folder: transcripts, menus: names)
            .differences(old: before.path, new: after.path)
        Terminal.write(try report.text(form))
        if !report.isEmpty { throw CommandFailure(.findings, "") }
    }

    private func compare(
        _ before: (version: Version, entry: MenuShelf.Entry),
        _ after: (version: Version, entry: MenuShelf.Entry),
        _ report: inout ChangeReport
    ) throws(CommandFailure) {
        let (was, now) = (before.entry, after.entry)
        guard let changes = MenuChanges.between(was.compilation, now.compilation) else {
            for (version, entry) in [before, after] {
                let errors = entry.compilation.diagnostics.filter { $0.severity == .error }
                guard !errors.isEmpty else { continue }
                let text = DiagnosticRenderer().render(errors, in: entry.compilation.sources)
                Terminal.write(version.shown(text) + "\n", to: .errors)
            }
            throw CommandFailure(
                .unreadable,
                "\(old) and \(new) were not compared. Mend the mistakes and try again."
            )
        }
        report.menus.append(changes)
        for (name, entry) in [(old, was), (new, now)] where entry.compilation.diagnostics.hasErrors
        {
            report.remarks.append(
                "\(name) has errors, which `stardial check` shows, so no transcript was played."
            )
        }
        report.promises += try Self.promises(was.path, now.path)
    }

    /// The lines of the locks that differ, and what breaks the newer one.
    private static func promises(
        _ was: String,
        _ now: String
    ) throws(CommandFailure) -> [String] {
        func lock(_ main: String) throws(CommandFailure) -> ShortcutLock {
            let path = ShortcutLock.path(beside: main)
            guard FileManager.default.fileExists(atPath: path) else { return ShortcutLock() }
            return ShortcutLock.read(SourceFile(path: path, text: try MenuShelf.text(of: path)))
                .lock
        }
        let broken = try MenuShelf(path: now).diagnostics.filter {
            $0.id.hasPrefix("menu.shortcut-") && $0.severity == .error
        }
        return try lock(was).changes(to: lock(now)) + broken.map(\.kind.message)
    }

    private static func version(_ name: String) throws -> Version {
        if !FileManager.default.fileExists(atPath: name), name.contains(":") {
            let folder = try RevisionFolder(name)
            do throws(CommandFailure) {
                let shelf = try MenuShelf(path: folder.path, heedsLock: false)
                return Version(shelf: shelf, path: folder.path, name: name, revision: folder)
            } catch {
                let text = error.description.replacing(folder.path, with: name)
                throw CommandFailure(error.status, text)
            }
        }
        let shelf = try MenuShelf(path: name, heedsLock: false)
        return Version(shelf: shelf, path: name, name: name)
    }
}
