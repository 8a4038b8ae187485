// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// The reports of `stardial test`, as programs and people take them.
@Suite struct ReportTests {
    private static let scenes = "Transcripts/mavuno"
    private static let right = "Transcripts/mavuno/balance.ussd"

    /// Two scenes of the bundled ones, the second of which fails.
    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let root = "\(BuiltCommand.root)/\(Self.scenes)/"
        for (name, new) in [("balance.ussd", "a.ussd"), ("change-pin.ussd", "b.ussd")] {
            var text = try String(contentsOfFile: root + name, encoding: .utf8)
            if new == "b.ussd" {
                let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("  | ") })
                let range = try #require(text.range(of: line))
                text.replaceSubrange(range, with: "  | This is shown nowhere.")
            }
            try folder.write(text, to: new)
        }
        return folder
    }

    private func run(
        _ words: [String],
        _ environment: [String: String] = [:]
    ) async throws -> RunningCommand.Ended {
        let command = try RunningCommand(
            words,
            environment: BuiltCommand.environment.merging(environment) { _, new in new }
        )
        defer { command.end() }
        return try await command.ended()
    }

    private func text(_ folder: TemporaryFolder, _ name: String) throws -> String {
        try String(contentsOfFile: folder(name), encoding: .utf8)
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/xmllint")))
    func junitIsValid() async throws {
        let folder = try folder()
        let ended = try await BuiltCommand.run(
            ["test", folder.path, "Transcripts", "--report", "junit=" + folder("out.xml")]
        )
        #expect(ended.status == 1)
        let schema = "\(BuiltCommand.root)/Tests/TranscriptsTests/Scenes/Reports/junit-schema.txt"
        let checked = try await run(
            ["/usr/bin/xmllint", "--noout", "--schema", schema, folder("out.xml")]
        )
        #expect(checked.status == 0, "\(checked.errors)")
    }

    @Test(
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/prove")),
        arguments: [(right, Int32(0)), ("", 1)]
    )
    func tapIsReadByProve(_ path: String, _ status: Int32) async throws {
        let folder = try folder()
        let scene = path.isEmpty ? folder.path : path
        let ended = try await BuiltCommand.run(["test", scene, "--report", "tap13=-"])
        #expect(ended.status == status && ended.output.hasPrefix("TAP version 13\n"))
        #expect(ended.errors.contains("passed,"))
        let file = try folder.write(ended.output, to: "out.tap")
        let read = try await run(["/usr/bin/prove", "-e", "cat", file])
        #expect(read.status == status, "\(read.output)\(read.errors)")
        #expect(!read.output.contains("Parse errors"), "\(read.output)")
    }

    @Test func everyKindIsWrittenAndTellsNoPIN() async throws {
        let folder = try folder()
        let kinds = ["junit", "tap", "tap13", "jsonl", "html"]
        let reports = kinds.flatMap { ["--report", "\($0)=\(folder("out." + $0))"] }
        let ended = try await run(
            [try BuiltCommand.executable(), "test", folder.path, "Transcripts"] + reports
                + ["--report", "github", "--slowest"],
            ["GITHUB_STEP_SUMMARY": folder("page.md")]
        )
        #expect(ended.status == 1)
        #expect(ended.output.contains("\n::error file=\(folder("b.ussd")),line="))
        #expect(ended.output.contains("The slowest:\n"))
        let texts = try kinds.map { try text(folder, "out." + $0) } + [try text(folder, "page.md")]
        for text in texts + [ended.output, ended.errors] {
            let words = Set(text.split { !$0.isLetter && !$0.isNumber }.map(String.init))
            #expect(words.isDisjoint(with: ["4821", "7395", "6159"]))
        }
        #expect(texts.count { $0.contains("This is shown nowhere.") } >= texts.count - 1)
        #expect(
            texts[4].contains("nowhere") && texts[4].hasPrefix("<!DOCTYPE html>")
                && texts[4].utf8.count < 1_500_000
        )
    }

    @Test func quietSaysNothingOfWhatPasses() async throws {
        let passed = try await BuiltCommand.run(["test", Self.right, "--quiet"])
        #expect(passed.status == 0 && passed.output.isEmpty && passed.errors.isEmpty)
        let folder = try folder()
        let failed = try await BuiltCommand.run(["test", folder.path, "--quiet"])
        #expect(failed.status == 1 && failed.output.contains("2 transcripts: 1 passed, 1 failed"))
    }

    @Test(arguments: [
        ["junit"], ["junit="], ["github=a"], ["xml=a"], ["tap=-", "--report", "junit=-"],
    ])
    func reportThatCannotBeIsUsage(_ report: [String]) async throws {
        let ended = try await BuiltCommand.run(["test", Self.right, "--report"] + report)
        #expect(ended.status == 2, "\(ended.errors)")
    }

    @Test func fileThatCannotBeWrittenIsKnownBeforeAnythingIsPlayed() async throws {
        let folder = try TemporaryFolder()
        let path = folder("none/out.html")
        let ended = try await BuiltCommand.run(["test", Self.right, "--report", "html=" + path])
        #expect(ended.status == 4 && ended.output.isEmpty)
        #expect(ended.errors.contains("\(path) cannot be written"))
    }
}
