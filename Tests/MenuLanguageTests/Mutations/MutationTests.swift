// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Foundation
import GSM
import SourceText
import Testing

@testable import MenuLanguage

/// Whatever single token of a menu is lost, doubled or misplaced, the program is the same, or a
/// finding says where something is wrong, or it is a ``Mutation/Unknowable``.
///
/// By default some of the mutations are tried, always the same; `MUTATIONS=all` in the environment
/// tries all of them.
struct MutationTests {
    static let paths = Menus.paths(in: Menus.dialled)

    @Test(arguments: NetworkProfile.all)
    func theMenusCompileWithoutAWord(_ network: NetworkProfile) throws {
        for path in ["mavuno/mavuno.menu"] + Self.paths.filter({ $0.hasPrefix("tutorial/") }) {
            let menu = try #require(try Self.menu(around: path))
            let found = menu.compile(path, nil, network: network)
            #expect(found.program != nil)
            let text = DiagnosticRenderer().render(found.diagnostics, in: found.sources)
            #expect(text == "")
        }
    }

    @Test func everyTokenCounts() async throws {
        var counts: [Mutation.Unknowable: Int] = [:]
        try await withThrowingTaskGroup { group in
            for path in Self.paths { group.addTask { try Self.silent(path) } }
            for try await silent in group {
                for mutation in silent {
                    guard let reason = mutation.unknowable else {
                        Issue.record("\(mutation.described) makes another menu, and nobody is told")
                        continue
                    }
                    counts[reason, default: 0] += 1
                }
            }
        }
        for name in Mutation.Unknowable.allCases {
            let line = "unknowable: \(name.rawValue): \(counts[name, default: 0]) of \(name.most)\n"
            FileHandle.standardError.write(Data(line.utf8))
            #expect(counts[name, default: 0] <= name.most)
        }
    }

    /// The mutations of a file that make another menu without a finding.
    private static func silent(_ path: String) throws -> [Mutation] {
        let menu = try #require(try Self.menu(around: path))
        let original = SameProgramTests.parts(menu.compile(path, nil).program)
        let file = SourceFile(path: path, text: try Menus.text(path, in: Menus.dialled))
        return Self.chosen(Mutation.all(of: file)).filter { mutation in
            let compilation = menu.compile(path, mutation.text)
            let found = compilation.diagnostics
            #expect(found.allSatisfy { compilation.sources.location(of: $0.range) != nil })
            #expect((compilation.program == nil) == found.hasErrors)
            return found.isEmpty && SameProgramTests.parts(compilation.program) != original
        }
    }

    static func chosen(_ all: [Mutation]) -> [Mutation] {
        if ProcessInfo.processInfo.environment["MUTATIONS"] == "all" { return all }
        var lottery = Lottery(seed: 20_261_121)
        return all.filter { _ in lottery.next() % 24 == 0 }
    }
}

extension MutationTests {
    /// A menu's files, of which one can be given another text.
    struct Menu {
        let main: String
        let files: [String: String]

        func compile(
            _ path: String,
            _ text: String?,
            network: NetworkProfile? = nil
        ) -> MenuCompilation {
            var files = files
            if let text { files[path] = text }
            let all = files
            return MenuCompiler.compile(
                main: SourceFile(path: main, text: files[main] ?? ""),
                contracts: [VillageContract.contract],
                network: network,
                read: { all[$0].map { .success($0) } ?? .failure(.notFound) }
            )
        }
    }

    /// What stands beside the wallet: its translations and the shortcuts that people know.
    private static let beside =
        ["sw", "fr", "es"].map { "mavuno/mavuno.\($0).po" } + ["mavuno/shortcuts.lock"]

    /// The menu that a file belongs to: the wallet's files are one, a lesson is a menu of its own.
    static func menu(around path: String) throws -> Menu? {
        let isWallet = path.hasPrefix("mavuno/")
        let own = isWallet ? paths.filter { $0.hasPrefix("mavuno/") } : [path]
        var files: [String: String] = [:]
        for path in own + (isWallet ? beside : []) {
            files[path] = try Menus.text(path, in: Menus.dialled)
        }
        return Menu(main: isWallet ? "mavuno/mavuno.menu" : path, files: files)
    }
}
