// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// `stardial explore`, and what scenes visited.
@Suite struct ExploreTests {
    private func files(_ folder: TemporaryFolder, _ name: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder(name)).sorted()
    }

    private func json(_ text: String) throws -> [String: Any] {
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
        return try #require(object as? [String: Any])
    }

    @Test(arguments: ["1-hello", "2-clinic", "3-pocket"])
    func whatIsWrittenPassesAtOnceAndLeavesNothingOver(_ menu: String) async throws {
        let folder = try TemporaryFolder()
        let path = "Menus/tutorial/\(menu).menu"
        let explored = try await BuiltCommand.run(["explore", path, "--write", folder("new")])
        #expect(explored.status == 0, "\(explored.output)\(explored.errors)")
        #expect(!explored.output.contains("not written"))
        let written = try files(folder, "new")
        #expect(!written.isEmpty)
        let played = try await BuiltCommand.run(["test", folder("new")])
        #expect(played.status == 0, "\(played.output)")
        #expect(played.output.contains("\(written.count) passed, 0 failed"))

        let again = try await BuiltCommand.run(
            ["explore", path, "--given", folder("new"), "--write", folder("more")]
        )
        #expect(again.output.contains("Nothing was reached that is not visited already."))
        #expect(try files(folder, "more").isEmpty)
    }

    @Test func aPartOfTheWalletIsWrittenAndPasses() async throws {
        let folder = try TemporaryFolder()
        let explored = try await BuiltCommand.run([
            "explore", "Menus/mavuno", "--depth", "4", "--budget", "1500",
            "--given", "Transcripts/mavuno", "--write", folder("new"),
        ])
        #expect(explored.status == 0, "\(explored.output)\(explored.errors)")
        #expect(!explored.output.contains("not written"))
        let played = try await BuiltCommand.run(["test", folder("new")])
        #expect(played.status == 0, "\(played.output)")
    }

    @Test func nothingIsOverwritten() async throws {
        let folder = try TemporaryFolder()
        let command = ["explore", "Menus/tutorial/1-hello.menu", "--write", folder.path]
        _ = try await BuiltCommand.run(command)
        let first = try files(folder, "")
        for name in first { try folder.write("mine", to: name) }
        _ = try await BuiltCommand.run(command)
        #expect(try files(folder, "").count == 2 * first.count)
        for name in first {
            #expect(try String(contentsOfFile: folder(name), encoding: .utf8) == "mine")
        }
    }

    @Test func reportForPrograms() async throws {
        let ended = try await BuiltCommand.run([
            "explore", "Menus/tutorial/3-pocket.menu", "--json",
            "--from", "Transcripts/tutorial/pocket.ussd",
        ])
        #expect(ended.status == 0, "\(ended.errors)")
        let report = try json(ended.output)
        #expect(report["menu"] as? String == "pocket")
        let shape = try #require(report["shape"] as? [String: Any])
        #expect(shape["questions"] as? Int == 3)
        let unreached = try #require(report["unreached"] as? [[String: Any]])
        #expect(unreached.allSatisfy { ($0["why"] as? String)?.isEmpty == false })
        #expect(unreached.allSatisfy { $0["line"] is Int })
    }

    @Test func helloIsAsItWasRead() async throws {
        let ended = try await BuiltCommand.run(["explore", "Menus/tutorial/2-clinic.menu"])
        #expect(ended.status == 0)
        try Golden.expect(ended.output, is: "explore-2-clinic")
    }

    @Test func coverageIsWrittenAndColoursTheGraph() async throws {
        let folder = try TemporaryFolder()
        let file = folder("coverage.json")
        let played = try await BuiltCommand.run(
            ["test", "Transcripts/tutorial", "--coverage", file]
        )
        #expect(played.status == 0)
        let last = played.output.split(separator: "\n").last ?? ""
        #expect(last.wholeMatch(of: /coverage: screens \d+ of \d+, options \d+ of \d+, .*/) != nil)
        let report = try json(try String(contentsOfFile: file, encoding: .utf8))
        #expect(report["schema"] as? String == "stardial-coverage/1")
        let menus = try #require(report["menus"] as? [[String: Any]])
        let names = menus.compactMap { $0["menu"] as? String }
        #expect(names == ["clinic", "hello", "pocket", "weather"])

        for format in ["mermaid", "dot", "json"] {
            let ended = try await BuiltCommand.run([
                "graph", "Menus/tutorial/3-pocket.menu", "--heat", file, "--format", format,
            ])
            #expect(ended.status == 0, "\(ended.errors)")
            let mark = ["mermaid": "linkStyle", "dot": "fillcolor", "json": "\"visits\""][format]
            #expect(ended.output.contains(mark ?? "?"))
        }
        let other = try await BuiltCommand.run(["graph", "Menus/mavuno", "--heat", file])
        #expect(other.status == 2)
        #expect(other.errors.contains("says nothing of the menu mavuno"))
    }

    @Test(arguments: [
        ["Menus/tutorial"], ["Menus/mavuno", "--depth", "0"], ["Menus/mavuno", "--budget", "0"],
    ])
    func wrongUsageIsTwo(_ arguments: [String]) async throws {
        let ended = try await BuiltCommand.run(["explore"] + arguments)
        #expect(ended.status == 2, "\(ended.errors)")
        #expect(ended.output.isEmpty && ended.errors.hasPrefix("Error: "))
    }
}
