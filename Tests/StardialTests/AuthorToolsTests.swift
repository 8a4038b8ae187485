// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// What helps an author of menus beside `check` itself.
@Suite struct AuthorToolsTests {
    /// A copy of the menus with one mistake that a change mends, and one that none does.
    private func folder(mendable: Bool = true) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.copyMenus()
        try folder.replace("-> give\n", with: "-> giv\n", in: "Menus/tutorial/3-pocket.menu")
        try folder.replace("| PIN?\n", with: "| PIN?  \n", in: "Menus/tutorial/3-pocket.menu")
        if !mendable {
            try folder.replace(
                "refused  -> no\n",
                with: "refused  -> nobody_knows\n",
                in: "Menus/tutorial/3-pocket.menu"
            )
        }
        return folder
    }

    @Test func saysWhyATranscriptsMistakeHasNoPage() async throws {
        let ended = try await BuiltCommand.run(["explain", "transcript.bad-fault"])
        #expect(ended.status == 2 && ended.errors.contains("says beside it what to do"))
    }

    @Test func explainsAFinding() async throws {
        let ended = try await BuiltCommand.run(["explain", "unknown-target"])
        #expect(ended.status == 0)
        try Golden.expect(ended.output, is: "explain-unknown-target")
    }

    @Test func listsEveryFindingInALine() async throws {
        let ended = try await BuiltCommand.run(["explain"])
        #expect(ended.status == 0)
        let lines = ended.output.split(separator: "\n")
        #expect(lines.count > 100)
        for line in lines {
            #expect(line.wholeMatch(of: /(menu|tariff)\.[a-z0-9-]+ {2,}.+\./) != nil)
        }
    }

    @Test func meantAnotherFinding() async throws {
        let ended = try await BuiltCommand.run(["explain", "menu.unknwn-target"])
        #expect(ended.status == 2)
        #expect(ended.errors.contains("Did you mean menu.unknown-target?"), "\(ended.errors)")
    }

    @Test(arguments: ["github", "sarif", "junit"])
    func reportsForPrograms(_ format: String) async throws {
        let folder = try folder()
        let ended = try await BuiltCommand.run(
            ["check", "Menus/tutorial", "--format", format],
            in: folder.path
        )
        #expect(ended.status == 1)
        switch format {
        case "sarif":
            #expect(try JSONSerialization.jsonObject(with: Data(ended.output.utf8)) is NSDictionary)
        case "junit": #expect(XMLParser(data: Data(ended.output.utf8)).parse())
        default: break
        }
        try Golden.expect(ended.output, is: "check-\(format)")
    }

    @Test func formatsHaveTheirOldNames() async throws {
        let folder = try folder()
        for (name, flag) in [("json", "--json"), ("short", "--short")] {
            let long = try await BuiltCommand.run(
                ["check", "Menus/tutorial", "--format", name],
                in: folder.path
            )
            let short = try await BuiltCommand.run(
                ["check", "Menus/tutorial", flag],
                in: folder.path
            )
            #expect(long.output == short.output)
            #expect(!long.output.isEmpty)
        }
    }

    @Test func makesTheChangesThatAreCertain() async throws {
        let folder = try folder()
        let file = folder("Menus/tutorial/3-pocket.menu")
        let ended = try await BuiltCommand.run(
            ["check", "Menus/tutorial/3-pocket.menu", "--fix"],
            in: folder.path
        )
        #expect(ended.status == 0, "\(ended.output)\(ended.errors)")
        #expect(
            ended.output.hasPrefix(
                """
                Menus/tutorial/3-pocket.menu:20: `giv` → `give`
                Menus/tutorial/3-pocket.menu:39: 2 blanks taken out
                2 changes were made.
                pocket: 9 screens
                """
            )
        )
        let mended = try String(contentsOfFile: file, encoding: .utf8)
        let original = BuiltCommand.root + "/Menus/tutorial/3-pocket.menu"
        #expect(try mended == String(contentsOfFile: original, encoding: .utf8))
        let again = try await BuiltCommand.run(
            ["check", "Menus/tutorial/3-pocket.menu", "--fix"],
            in: folder.path
        )
        #expect(again.status == 0)
        #expect(again.output.hasPrefix("Nothing was changed"))
    }

    @Test func whatIsNotCertainStays() async throws {
        let folder = try folder(mendable: false)
        let ended = try await BuiltCommand.run(
            ["check", "Menus/tutorial/3-pocket.menu", "--fix", "--json"],
            in: folder.path
        )
        #expect(ended.status == 1)
        #expect(ended.errors.hasSuffix("2 changes were made.\n"))
        #expect(ended.output.split(separator: "\n").count == 1)
        #expect(ended.output.contains("`nobody_knows`"))
    }

    @Test func comparesEveryNetwork() async throws {
        let folder = try TemporaryFolder()
        try folder.write(
            """
            menu market
            dial *100#  -> market
            screen market
                | \(String(repeating: "Market day. ", count: 14))End.
                end

            """,
            to: "market.menu"
        )
        let ended = try await BuiltCommand.run(
            ["check", "market.menu", "--network", "all"],
            in: folder.path
        )
        #expect(ended.status == 0, "\(ended.output)")
        try Golden.expect(ended.output, is: "check-networks")
        try folder.replace("dial", with: "    network ke-at\ndial", in: "market.menu")
        let own = try await BuiltCommand.run(
            ["check", "market.menu", "--network", "all"],
            in: folder.path
        )
        #expect(own.status == 1, "\(own.output)")
        #expect(own.output.contains("ke-at (its own)"))
    }

    @Test(
        arguments: ["1-hello", "2-clinic", "3-pocket"],
        ["mermaid", "dot", "json"]
    )
    func drawsATutorialMenu(_ menu: String, _ format: String) async throws {
        let ended = try await BuiltCommand.run(
            ["graph", "Menus/tutorial/\(menu).menu", "--format", format])
        #expect(ended.status == 0, "\(ended.errors)")
        try Golden.expect(ended.output, is: "graph-\(menu)-\(format)")
    }

    @Test func drawsAPart() async throws {
        let ended = try await BuiltCommand.run(
            ["graph", "Menus/mavuno", "--from", "send", "--depth", "1", "--format", "json"])
        #expect(ended.status == 0, "\(ended.errors)")
        #expect(ended.output.contains("\"send.recipient\""))
        #expect(!ended.output.contains("\"send.pin\""))
        let meant = try await BuiltCommand.run(["graph", "Menus/mavuno", "--from", "sned"])
        #expect(meant.status == 2)
        #expect(meant.errors.contains("Did you mean send?"), "\(meant.errors)")
    }

    @Test func withoutGraphvizSaysWhatToDo() async throws {
        let folder = try TemporaryFolder()
        let file = folder("menu.svg")
        let ended = try await BuiltCommand.run(
            ["graph", "Menus/tutorial/1-hello.menu", "--svg", file])
        if ended.status == 0 {
            #expect(try String(contentsOfFile: file, encoding: .utf8).contains("<svg"))
        } else {
            #expect(ended.status == 4)
            #expect(ended.errors.contains("Install graphviz"), "\(ended.errors)")
            #expect(!FileManager.default.fileExists(atPath: file))
        }
    }
}
