// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// `stardial play`, and the frames that it draws.
@Suite struct PlayTests {
    private static let scene = "Transcripts/mavuno/send-from-the-first-screen.ussd"

    @Test func plainIsAPictureAStep() async throws {
        let ended = try await BuiltCommand.run(["play", "--plain", Self.scene])
        #expect(ended.status == 0, "\(ended.errors)")
        #expect(ended.output.hasSuffix("\nEverything came as written.\n"))
        #expect(!ended.output.contains("\u{1B}"))
        #expect(!ended.output.contains("4821") && ended.output.contains("••••"))
        try Golden.expect(ended.output, is: "play-plain")
    }

    @Test func failureStandsAtTheEnd() async throws {
        let folder = try TemporaryFolder()
        let scene = try String(
            contentsOfFile: "\(BuiltCommand.root)/\(Self.scene)",
            encoding: .utf8
        )
        let line = try #require(scene.split(separator: "\n").first { $0.hasPrefix("  | ") })
        let path = try folder.write(scene.replacing(line, with: "  | Other"), to: "a.ussd")
        let ended = try await BuiltCommand.run(["play", path])
        #expect(ended.status == 1 && ended.output.contains("✗ line "))
        #expect(ended.output.contains("Run only this file: stardial test"))
    }

    @Test func stepNeedsATerminal() async throws {
        let ended = try await BuiltCommand.run(["play", "--step", Self.scene])
        #expect(ended.status == 2 && ended.errors.contains("no terminal"))
    }

    @Test func phonesStandSideBySideAsFarAsThereIsRoom() async throws {
        func pictures(_ columns: String) async throws -> String {
            let command = try RunningCommand(
                [try BuiltCommand.executable(), "play", Self.scene],
                environment: BuiltCommand.environment.merging(["COLUMNS": columns]) { _, new in
                    new
                }
            )
            defer { command.end() }
            return try await command.ended().output
        }
        let wide = try await pictures("80")
        #expect(wide.contains("\n  amina                               baraka\n"))
        let narrow = try await pictures("40")
        #expect(narrow.contains("\n  amina\n") && narrow.contains("\n  baraka\n"))
        let drawn = narrow.split(separator: "\n").filter { "┌│└".contains($0.prefix(1)) }
        #expect(!drawn.isEmpty && drawn.allSatisfy { $0.count <= 40 })
    }
}
