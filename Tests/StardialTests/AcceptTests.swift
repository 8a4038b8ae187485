// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// `stardial test --accept` and `-i`, as a tester runs them.
@Suite struct AcceptTests {
    private static let scene = """
        ussd/1
        title: Amina asks for the market
        menu: hello
        seed: 42
        phone amina: +254712000001 pin=4821
        ---
        # The first screen
        amina> *100#
          | Market day is Sunday.
          | 1 When does it open?
          ...
        amina> 1
          | Never.

        """

    /// A folder with a scene that fails in two steps.
    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(Self.scene, to: "market.ussd")
        return folder
    }

    private func run(
        _ words: [String],
        _ environment: [String: String] = [:],
        input: RunningCommand.Input = .nothing
    ) async throws -> RunningCommand.Ended {
        let command = try RunningCommand(
            words,
            input: input,
            environment: BuiltCommand.environment.merging(environment) { _, new in new }
        )
        defer { command.end() }
        return try await command.ended()
    }

    private func text(_ folder: TemporaryFolder) throws -> String {
        try String(contentsOfFile: folder("market.ussd"), encoding: .utf8)
    }

    @Test func whatCameIsWritten() async throws {
        let folder = try folder()
        let path = folder("market.ussd")
        let failed = try await BuiltCommand.run(["test", path])
        #expect(failed.status == 1)
        #expect(failed.output.contains("right: stardial test --accept \(path)\n"))
        let ended = try await BuiltCommand.run(["test", "--accept", path])
        #expect(ended.status == 0, "\(ended.errors)")
        try Golden.expect(ended.output.replacing(folder.path, with: "FOLDER"), is: "accept")
        let after = try text(folder)
        #expect(after.hasPrefix(Self.scene.prefix { $0 != "|" }))
        #expect(after.contains("  | Market day is Saturday.\n  | 1 When does it open?\n  ...\n"))
        let again = try await BuiltCommand.run(["test", "--accept", folder.path])
        #expect(again.status == 0 && again.output.contains("No file was changed."))
        #expect(try text(folder) == after)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(names == ["market.ussd"])
    }

    @Test func buildsAcceptNothing() async throws {
        let folder = try folder()
        let command = try BuiltCommand.executable()
        for flag in ["--accept", "-i"] {
            let ended = try await run([command, "test", flag, folder.path], ["CI": "true"])
            #expect(ended.status == 2)
            #expect(ended.errors.contains("CI is set"))
        }
        #expect(try text(folder) == Self.scene)
        let failed = try await run([command, "test", folder.path], ["CI": "true"])
        #expect(failed.status == 1 && !failed.output.contains("--accept"))
    }

    @Test func moneyRemains() async throws {
        let folder = try TemporaryFolder()
        let money = "? balance amina == 1.00\n"
        try folder.write(Self.scene + money, to: "market.ussd")
        let ended = try await BuiltCommand.run(["test", "--accept", folder.path])
        #expect(ended.status == 1)
        #expect(ended.output.contains("This remains:"))
        #expect(try text(folder).hasSuffix(money))
    }

    /// One word of each bundled scene is broken; what is accepted is the scene, to the octet.
    @Test func brokenScenesAreMended() async throws {
        let folder = try TemporaryFolder()
        let root = "\(BuiltCommand.root)/Transcripts/mavuno"
        let below = try #require(FileManager.default.enumerator(atPath: root))
        var whole: [String: String] = [:]
        for case let name as String in below where name.hasSuffix(".ussd") {
            let text = try String(contentsOfFile: "\(root)/\(name)", encoding: .utf8)
            whole[name] = text
            let isPart = name.hasPrefix("parts/")
            try folder.write(isPart ? text : Self.broken(text), to: name)
        }
        let failed = try await BuiltCommand.run(["test", folder.path, "--quiet"])
        #expect(failed.status == 1)
        let ended = try await BuiltCommand.run(["test", "--accept", folder.path])
        #expect(ended.status == 0, "\(ended.output.suffix(2_000))\(ended.errors)")
        for (name, text) in whole {
            let after = try String(contentsOfFile: folder(name), encoding: .utf8)
            #expect(after == text, "\(name)")
        }
    }

    /// The scene with another last word in its first line of three words that came from a screen.
    private static func broken(_ text: String) -> String {
        var lines = text.components(separatedBy: "\n")
        var isScreen = false
        for index in lines.indices {
            if !lines[index].hasPrefix(" ") { isScreen = lines[index].contains("> ") }
            let words = lines[index].split(separator: " ")
            guard isScreen, words.count > 3, words[0] == "|", !lines[index].contains("{{")
            else { continue }
            lines[index] = "  " + words.dropLast().joined(separator: " ") + " Nowhere"
            break
        }
        return lines.joined(separator: "\n")
    }

    @Test func withoutATerminalNobodyIsAsked() async throws {
        let folder = try folder()
        let ended = try await BuiltCommand.run(["test", "-i", folder.path])
        #expect(ended.status == 2 && ended.errors.contains("no terminal"))
        #expect(try text(folder) == Self.scene)
    }

    @Test func reportsAreRefused() async throws {
        let folder = try folder()
        let ended = try await BuiltCommand.run(
            ["test", "--accept", folder.path, "--report", "tap=-"]
        )
        #expect(ended.status == 2 && ended.errors.contains("--report"))
    }

    /// `script` gives the command a terminal of its own.
    @Test(
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")),
        arguments: [("y\nn\n", Int32(1), true), ("d\n", 0, true), ("q\n", 1, false)]
    )
    func answersAreTakenFromTheTerminal(
        _ typed: String,
        _ status: Int32,
        _ isChanged: Bool
    ) async throws {
        let folder = try folder()
        let command = "\(try BuiltCommand.executable()) test -i \(folder.path)"
        let ended = try await run(
            ["/usr/bin/script", "-qec", command, "/dev/null"],
            input: .pipe(Data(typed.utf8))
        )
        #expect(ended.status == status, "\(ended.output)")
        #expect(ended.output.contains("Take this?"))
        #expect(try text(folder).contains("is Saturday.") == isChanged)
        #expect(try text(folder).contains("Never.") == (typed != "d\n"))
    }
}
