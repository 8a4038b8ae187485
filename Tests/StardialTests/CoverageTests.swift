// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// What `stardial test` says of what scenes visited.
@Suite struct CoverageTests {
    private static let hello = "Transcripts/tutorial/hello.ussd"

    @Test func tableNamesWhatIsMissing() async throws {
        let ended = try await BuiltCommand.run(["test", Self.hello, "--coverage"])
        #expect(ended.status == 0, "\(ended.errors)")
        try Golden.expect(ended.output, is: "coverage-hello")
    }

    @Test func tooLittleIsAFailureThatNamesWhatIsMissing() async throws {
        let ended = try await BuiltCommand.run(["test", Self.hello, "--min-coverage", "95"])
        #expect(ended.status == 1)
        try Golden.expect(ended.errors, is: "coverage-too-little")
        let enough = try await BuiltCommand.run(["test", Self.hello, "--min-coverage", "75"])
        #expect(enough.status == 0, "\(enough.errors)")
    }

    @Test(arguments: [["101"], ["-1"], ["90", "--impacted"]])
    func whatCannotBeIsUsage(_ words: [String]) async throws {
        let ended = try await BuiltCommand.run(
            ["test", Self.hello, "--min-coverage=" + words[0]] + words.dropFirst()
        )
        #expect(ended.status == 2, "\(ended.output)\(ended.errors)")
        #expect(ended.errors.contains("--min-coverage"))
    }

    @Test(arguments: ["Transcripts", CoverageTests.hello])
    func aTranscriptIsNotTakenForTheFile(_ path: String) async throws {
        let ended = try await BuiltCommand.run(["test", "--coverage", path])
        #expect(ended.status == 2)
        #expect(ended.errors.contains("takes \(path) for the file to write"))
        #expect(ended.output == "")
    }

    @Test func everyFormIsWritten() async throws {
        let folder = try TemporaryFolder()
        let ended = try await BuiltCommand.run([
            "test", "Transcripts/tutorial", "--coverage-json", folder("c.json"),
            "--coverage-lcov", folder("c.info"), "--coverage-html", folder("pages"),
        ])
        #expect(ended.status == 0, "\(ended.errors)")
        let lcov = try String(contentsOfFile: folder("c.info"), encoding: .utf8)
        #expect(lcov.contains("SF:Menus/tutorial/1-hello.menu\n"))
        #expect(lcov.contains("FNDA:1,give.end\n"))
        let page = try String(contentsOfFile: folder("pages/index.html"), encoding: .utf8)
        #expect(page.contains("<h2>weather</h2>"))
        let json = try String(contentsOfFile: folder("c.json"), encoding: .utf8)
        #expect(json.contains("\"operation\" : \"money.send\""))
        let graph = try await BuiltCommand.run([
            "graph", "Menus/tutorial/1-hello.menu", "--heat", folder("c.json"), "--format", "dot",
        ])
        #expect(graph.status == 0)
        #expect(graph.output.contains("fillcolor"))
    }

    @Test func whatOnlyAFailingSceneVisitedIsMarked() async throws {
        let folder = try TemporaryFolder()
        let text = try String(contentsOfFile: BuiltCommand.root + "/" + Self.hello, encoding: .utf8)
        let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("  | ") })
        let broken = text.replacing(line, with: "  | This is shown nowhere.", maxReplacements: 1)
        try folder.write(broken, to: "broken.ussd")
        let ended = try await BuiltCommand.run(["test", folder("broken.ussd"), "--coverage"])
        #expect(ended.status == 1)
        #expect(ended.output.contains("of them by scenes that failed alone"))
    }
}
