// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import MenuLanguage
import MobileMoney
import SourceText

/// What `stardial graph` does: compiles a menu and writes its map.
struct MenuDrawing {
    /// The language of the map.
    enum Form: String, CaseIterable, ExpressibleByArgument {
        case mermaid
        case dot
        case json
    }

    var path: String
    var form: Form
    var from: String?
    var depth: Int?
    /// The file that Graphviz draws into, or nil to write the map.
    var svg: String?
    /// The file that says what was visited, or nil.
    var heat: String?

    func run() throws {
        if let depth, depth < 0 || from == nil {
            throw CommandFailure(
                .usage,
                "--depth counts arrows from a place: it is 0 or more and needs --from SCREEN."
            )
        }
        let map = try part(of: try map())
        if let heat { return try draw(map, heat: heat) }
        if let svg { return try draw(map, map.dot, to: svg) }
        switch form {
        case .mermaid: Terminal.write(map.mermaid)
        case .dot: Terminal.write(map.dot)
        case .json: try write(map)
        }
    }

    /// Draws the map with the visits of a file.
    private func draw(_ map: MenuMap, heat path: String) throws {
        let report = try CoverageFile.read(path)
        guard let coverage = report.menus.first(where: { $0.menu == map.menu }) else {
            throw CommandFailure(
                .usage,
                "\(path) says nothing of the menu \(map.menu). Play its transcripts with "
                    + "stardial test --coverage \(path)."
            )
        }
        let heat = MenuHeat(map, coverage)
        if let svg { return try draw(map, heat.dot, to: svg) }
        switch form {
        case .mermaid: Terminal.write(heat.mermaid)
        case .dot: Terminal.write(heat.dot)
        case .json: try write(heat)
        }
    }

    private func write(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        Terminal.line(String(decoding: try encoder.encode(value), as: UTF8.self))
    }

    private func map() throws(CommandFailure) -> MenuMap {
        let shelf = try MenuShelf(path: path)
        guard shelf.entries.count == 1, let entry = shelf.entries.first else {
            let paths = shelf.entries.map(\.path).joined(separator: ", ")
            throw CommandFailure(.usage, "There are several menus in \(path). Name one: \(paths).")
        }
        guard let program = entry.compilation.program else {
            let renderer = DiagnosticRenderer(style: Terminal.wantsColour(.errors) ? .ansi : .plain)
            Terminal.write(
                renderer.render(entry.compilation.diagnostics, in: entry.compilation.sources),
                to: .errors
            )
            throw CommandFailure(.findings, "\(path) has errors, so it was not drawn.")
        }
        let contracts = shelf.tariff.map { [MobileMoneyContract.contract(for: $0)] } ?? []
        let declared = entry.compilation.services.map(\.contract)
        return MenuMap(program, contracts: contracts + declared)
    }

    private func part(of map: MenuMap) throws(CommandFailure) -> MenuMap {
        guard let from else { return map }
        if let part = map.part(from: from, depth: depth) { return part }
        let flows = map.nodes.compactMap { $0.name.split(separator: ".").first.map(String.init) }
        let near = DidYouMean.closest(to: from, among: map.nodes.map(\.name) + flows)
        throw CommandFailure(
            .usage,
            "There is no screen, question or flow \(from) in \(map.menu)."
                + (near.map { " Did you mean \($0)?" } ?? "")
        )
    }

    private func draw(_ map: MenuMap, _ dot: String, to file: String) throws {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        let tools = folders.map { "\($0)/dot" }
        guard let tool = tools.first(where: FileManager.default.isExecutableFile) else {
            throw CommandFailure(
                .failed,
                "Graphviz's program dot was not found, so \(file) was not written. Install "
                    + "graphviz, or take --format mermaid."
            )
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: tool)
        process.arguments = ["-Tsvg", "-o", file]
        let input = Pipe()
        process.standardInput = input
        // The reader of the pipe may end early, which must not end this process.
        signal(SIGPIPE, SIG_IGN)
        try process.run()
        try? input.fileHandleForWriting.write(contentsOf: Data(dot.utf8))
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw CommandFailure(
                .failed,
                "Graphviz did not draw \(file); what it said stands above. May you write there?"
            )
        }
        Terminal.line("\(file) was drawn: \(map.nodes.count) places, \(map.arrows.count) arrows.")
    }
}
