// SPDX-License-Identifier: Apache-2.0
import Foundation
import MenuLanguage
import MobileMoney
import SourceText
import Transcripts

/// Chooses the scenes that touch what changed since a revision of git.
///
/// A scene is left out only when it is certain that it shows what it showed: it passed when it was
/// last played, nothing it was at is otherwise since then, and nothing it was at is otherwise than
/// in the revision.
struct ImpactedScenes {
    private let revision: String
    private let menus: String
    /// Where this folder lies in the repository, as `apps/bank/`; empty at its top.
    private let prefix: String
    /// The files that differ from the revision, from the top of the repository.
    private let changed: Set<String>

    /// The revision when none is named.
    static let usual = "HEAD"

    /// What is told to whoever wants both.
    static let partialCoverage = CommandFailure(
        .usage,
        "--min-coverage needs every scene, and --impacted plays some. Nothing was played. Take one "
            + "of them."
    )

    /// Asks git what changed.
    ///
    /// - Throws: ``ExitStatus/unreadable`` when git does not know the revision.
    init(since revision: String, menus: String) throws {
        let prefix = try GitCommand.output(["rev-parse", "--show-prefix"])
        let differing = try GitCommand.names([
            "diff", "-z", "--name-only", "--no-renames", revision, "--",
        ])
        let top = prefix.map { String(decoding: $0.dropLast(), as: UTF8.self) }
        let untracked = try GitCommand.names([
            "ls-files", "-z", "--others", "--exclude-standard", "--full-name",
        ])
        guard !revision.hasPrefix("-"), let top, let differing, let untracked else {
            guard !FileManager.default.fileExists(atPath: revision) else {
                throw CommandFailure(
                    .usage,
                    "--impacted takes \(revision) for a revision of git, which it is not. Nothing "
                        + "was played. Write --impacted behind the transcripts, or --impacted=HEAD."
                )
            }
            throw CommandFailure(
                .unreadable,
                "git does not know the revision \(revision). Is the name right, and is this folder "
                    + "in a git repository? Nothing was played."
            )
        }
        self.revision = revision
        self.menus = menus
        self.prefix = top
        changed = Set(differing).union(untracked)
    }

    /// The files to be played, and a line that says how many of all they are.
    ///
    /// - Parameters:
    ///   - files: All transcripts.
    ///   - verbose: Whether it is said of each why it is played.
    /// - Returns: the files in the order given.
    /// - Throws: ``ExitStatus/failed`` when there is no git.
    func choose(from files: [SourceFile], verbose: Bool) throws -> [SourceFile] {
        let index = VisitIndex.kept()
        var shelf = FingerprintShelf(menus: menus)
        var earlier: [String: FingerprintShelf.Menu?] = [:]
        var chosen: [SourceFile] = []
        for file in files {
            let setup = TranscriptParser.parse(file).0.header.setup
            let reason = try reason(file, setup, index, &shelf, &earlier)
            guard let reason else { continue }
            chosen.append(file)
            if verbose { Terminal.line("impacted  \(file.path): \(reason)") }
        }
        Terminal.line(
            "\(chosen.count) of \(files.count) transcripts touch what changed since \(revision)."
                + (chosen.isEmpty ? " Nothing was played." : "")
        )
        return chosen
    }

    /// Why a scene is played; nil when it certainly shows what it showed.
    private func reason(
        _ file: SourceFile,
        _ setup: WorldSetup,
        _ index: VisitIndex,
        _ shelf: inout FingerprintShelf,
        _ earlier: inout [String: FingerprintShelf.Menu?]
    ) throws -> String? {
        // What such a scene visits is not kept, so nothing is certain.
        if setup.attachments.menuPath(of: setup.menu) != nil { return "it carries its menu" }
        guard let menu = shelf.menu(setup), let parts = SceneParts(file.path, setup, menu) else {
            return "its menu or a file of it cannot be read"
        }
        if let part = parts.digests.keys.sorted().first(where: hasChanged) ?? tariffGone {
            return "\(part) changed"
        }
        guard let scene = index.scenes[file.path] else { return "it is not known what it visits" }
        guard scene.passed else { return "it failed when it was last played" }
        guard scene.parts == parts.digests else { return "it is otherwise than when last played" }
        if let state = Self.difference(scene, menu.fingerprints) {
            return "\(state) is otherwise than when it was last played"
        }
        guard menu.files.contains(where: hasChanged) || hasChanged(inFolderOf: menu) else {
            return nil
        }
        let key = "\(menu.path) \(setup.network ?? "") \(setup.tariff ?? "")"
        if earlier[key] == nil { earlier[key] = .some(try self.earlier(menu, setup)) }
        guard let before = earlier[key] ?? nil else {
            return "its menu cannot be compiled as it was in \(revision)"
        }
        return Self.difference(scene, before.fingerprints).map { "\($0) changed" }
    }

    /// The menu as it was; nil when it was not there or had errors.
    private func earlier(
        _ menu: FingerprintShelf.Menu,
        _ setup: WorldSetup
    ) throws -> FingerprintShelf.Menu? {
        guard let path = fromTop(menu.path) else { return nil }
        do {
            let folder = try RevisionFolder("\(revision):\(path)")
            return withExtendedLifetime(folder) {
                FingerprintShelf.menu(setup, at: folder.path, heedsLock: false)
            }
        } catch let failure as CommandFailure where failure.status == .unreadable {
            return nil
        }
    }

    /// The first state that a scene was at and that is otherwise in a menu.
    private static func difference(
        _ scene: VisitIndex.Scene,
        _ now: MenuFingerprints
    ) -> String? {
        guard scene.whole == now.whole else { return "what holds for the whole menu" }
        for (language, states) in scene.states.sorted(by: { $0.key < $1.key }) {
            let state = states.sorted { $0.key < $1.key }
                .first { now.state($0.key, in: language) != $0.value }
            if let state { return "\(state.key) in \(language)" }
        }
        return nil
    }

    private func hasChanged(_ path: String) -> Bool {
        fromTop(path).map(changed.contains) ?? true
    }

    /// Whether anything beside the menu changed; a file of it that is gone is none of its files.
    private func hasChanged(inFolderOf menu: FingerprintShelf.Menu) -> Bool {
        let folder =
            MenuShelf.isFolder(menu.path)
            ? menu.path : menu.path.parentFolder
        guard let folder = fromTop(folder) else { return true }
        return changed.contains { folder.isEmpty || $0.hasPrefix(folder + "/") }
    }

    /// A tariff that is gone, and that any scene may have followed.
    private var tariffGone: String? {
        changed.sorted().first { path in
            guard path.hasSuffix(Tariff.fileEnding), path.hasPrefix(prefix) else { return false }
            return !FileManager.default.fileExists(atPath: String(path.dropFirst(prefix.count)))
        }
    }

    /// A path from the top of the repository; nil for one that may lie outside.
    private func fromTop(_ path: String) -> String? {
        var parts = prefix.split(separator: "/")
        if path.hasPrefix("/") {
            let here = FileManager.default.currentDirectoryPath + "/"
            guard path.hasPrefix(here) else { return nil }
            return fromTop(String(path.dropFirst(here.count)))
        }
        for part in path.split(separator: "/") where part != "." {
            if part != ".." {
                parts.append(part)
            } else if parts.popLast() == nil {
                return nil
            }
        }
        return parts.joined(separator: "/")
    }
}
