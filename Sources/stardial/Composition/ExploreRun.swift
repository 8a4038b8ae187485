// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Foundation
import MenuLanguage
import SourceText
import Transcripts

/// What `stardial explore` does.
struct ExploreRun {
    var path: String
    var from: String?
    var given: [String]
    /// Where transcripts are written, or nil.
    var folder: String?
    var depth: Int
    var budget: Int
    var jobs: Int?
    var menus: String
    var isJSON: Bool

    /// Explores, and writes what it found.
    func run() async throws {
        guard depth > 0, budget > 0, jobs ?? 1 > 0 else {
            throw CommandFailure(.usage, "--depth, --budget and --jobs are 1 or more.")
        }
        let shelf = try MenuShelf(path: path).only(path)
        guard let program = shelf.programs?.first, let universe = shelf.coverage(of: program.name)
        else { throw CommandFailure(.findings, "\(path) has errors, so it was not explored.") }
        var setup = try ExplorationPhones.setup(for: program, from: from)
        if let stubs = setup.stubs, let folder, folder.hasPrefix("/") || folder.contains("..") {
            setup.stubs = URL(fileURLWithPath: stubs).path
        }
        let lanes = jobs ?? ProcessInfo.processInfo.activeProcessorCount
        let worlds = SceneBuilder(folder: menus, keepsVisits: true, shelf: shelf)
        let explorer = Explorer(
            menu: ExplorableMenu(program),
            setup: setup,
            worlds: worlds,
            limits: ExplorationLimits(depthMax: depth, turnsMax: budget, jobs: lanes)
        )
        let known = try await known(program.name, shelf, lanes)
        let found: Exploration
        do throws(WorldFailure) {
            found = try await explorer.explore { Self.showProgress($0, of: budget) }
        } catch {
            throw CommandFailure(.findings, error.message)
        }
        Self.endProgress()
        let chosen = explorer.join(found.cover(beyond: known))
        let writer = SceneWriter(setup: setup, worlds: worlds, folder: folder ?? "")
        let written = try folder.map { folder in
            try ExploredFiles(folder: folder, writer: writer, universe: universe).write(
                chosen
            )
        }
        let report = ExplorationReport(
            universe: universe,
            shape: MenuShape(program, proof: shelf.proof),
            found: found,
            known: known,
            missing: chosen.count,
            written: written
        )
        Terminal.write(isJSON ? try report.json() : report.text)
        if let written, !written.failures.isEmpty { throw CommandFailure(.findings, "") }
    }

    /// What the given transcripts visit of the menu.
    private func known(
        _ menu: String,
        _ shelf: MenuShelf,
        _ lanes: Int
    ) async throws -> Set<CoverageKey> {
        var files: [SourceFile] = []
        for path in try given.flatMap(TranscriptRun.transcripts) {
            files.append(SourceFile(path: path, text: try MenuShelf.text(of: path)))
        }
        guard !files.isEmpty else { return [] }
        let tally = VisitTally()
        let worlds = SceneBuilder(folder: menus, tally: tally, shelf: shelf)
        _ = await TranscriptRunner(
            worlds: worlds,
            jobs: lanes,
            read: MenuShelf.readForInclude
        ).run(files)
        let items = tally.report.menus.first { $0.menu == menu }?.items ?? []
        return Set(items.filter { $0.count > 0 }.map(\.key))
    }

    private static func showProgress(_ turns: Int, of budget: Int) {
        guard isatty(Terminal.Stream.errors.rawValue) == 1 else { return }
        Terminal.write("\r\(turns) of at most \(budget) turns", to: .errors)
    }

    private static func endProgress() {
        guard isatty(Terminal.Stream.errors.rawValue) == 1 else { return }
        Terminal.write("\r\u{1B}[K", to: .errors)
    }
}

extension MenuShelf {
    /// How full the screens of the only menu are; nil when there is an error.
    var proof: MenuProof? { entries.first?.compilation.proof }

    /// The shelf, when it has one menu that compiled.
    func only(_ path: String) throws(CommandFailure) -> MenuShelf {
        guard entries.count == 1, let entry = entries.first else {
            let paths = entries.map(\.path).joined(separator: ", ")
            throw CommandFailure(.usage, "There are several menus in \(path). Name one: \(paths).")
        }
        guard entry.compilation.program == nil else { return self }
        let renderer = DiagnosticRenderer(style: Terminal.wantsColour(.errors) ? .ansi : .plain)
        Terminal.write(
            renderer.render(entry.compilation.diagnostics, in: entry.compilation.sources),
            to: .errors
        )
        throw CommandFailure(.findings, "\(path) has errors, so it was not explored.")
    }
}
