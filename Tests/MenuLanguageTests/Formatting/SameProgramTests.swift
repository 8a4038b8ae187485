// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Foundation
import SourceText
import Testing

@testable import MenuLanguage

/// A menu and its canonical form compile to the same program, or have the same findings.
struct SameProgramTests {
    @Test(arguments: ["1-hello", "2-clinic", "3-pocket"])
    func lessons(_ name: String) throws {
        let text = try Menus.text("tutorial/\(name).menu", in: Menus.dialled)
        let contract = VillageContract.contract
        try expectSame(Self.compile(text, [:], contract))
        try expectSame(Self.compile(text.replacing("  ", with: "   "), [:], contract))
    }

    @Test func example() throws {
        try expectSame(Self.compile(Example.main, ["send.menu": Example.send]))
    }

    /// The wallet needs more of a service than the tests' contract has: the same is missing.
    @Test func wallet() throws {
        var files: [String: String] = [:]
        for path in Menus.paths(in: Menus.dialled) where path.hasPrefix("mavuno/") {
            let text = try Menus.text(path, in: Menus.dialled)
            files[path.replacing("mavuno/", with: "")] = text.replacing("    ", with: "  ")
        }
        let both = Self.compile(files["mavuno.menu"] ?? "", files)
        #expect(both.before.diagnostics.map(\.id) == both.after.diagnostics.map(\.id))
        #expect(
            both.before.diagnostics.map(\.kind.message).sorted()
                == both.after.diagnostics.map(\.kind.message).sorted()
        )
    }

    @Test func findings() throws {
        for path in Menus.paths(in: Menus.findings) {
            let text = try Menus.text(path, in: Menus.findings)
            // Those of one file; behind `--` further ones begin.
            guard !text.contains("\n--") else { continue }
            let both = Self.compile(text, [:])
            #expect(both.before.diagnostics.map(\.id) == both.after.diagnostics.map(\.id))
            #expect(Self.parts(both.before.program) == Self.parts(both.after.program))
        }
    }

    private func expectSame(_ both: (before: MenuCompilation, after: MenuCompilation)) throws {
        let before = try #require(both.before.program)
        let after = try #require(both.after.program)
        #expect(Self.parts(before) == Self.parts(after))
        #expect(both.before.diagnostics.map(\.id) == both.after.diagnostics.map(\.id))
    }

    private static func compile(
        _ main: String,
        _ others: [String: String],
        _ contract: ServiceContract = MoneyContract.contract
    ) -> (before: MenuCompilation, after: MenuCompilation) {
        let compile = { (change: (String) -> String) in
            MenuCompiler.compile(
                main: SourceFile(path: "main.menu", text: change(main)),
                contracts: [contract, MoneyContract.airtime],
                read: { path in
                    others[path].map { .success(change($0)) } ?? .failure(.notFound)
                }
            )
        }
        return (compile { $0 }, compile { FormattingTests.format($0).text })
    }

    /// All of a program but its version.
    static func parts(_ program: MenuProgram?) -> [AnyHashable] {
        guard let program else { return [] }
        return [
            program.name, program.language, program.country, program.amountFormat,
            program.profile, program.keys, program.states, program.patterns, program.operations,
            program.dialRoutes, program.smsRoutes, program.before, program.resume,
            program.wrongChoice, program.slotNames,
        ]
    }
}
