// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// `stardial test`, as a tester runs it.
@Suite struct TranscriptTests {
    private static let scene = """
        ussd/1
        title: Amina asks for the market
        menu: hello
        clock: 2026-11-20T09:00:00+03:00
        seed: 42
        phone amina: +254712000001 pin=4821 balance=2000.00
        ---
        # The first screen
        amina> *100#
          | Market day is Saturday.
          | 1 When does it open?
          | 2 Where is it?
        amina> 1
          ...
        amina> <hangup>

        """

    @Test func everyBundledTranscriptPasses() async throws {
        let below = try #require(
            FileManager.default.enumerator(atPath: BuiltCommand.root + "/Transcripts")
        )
        let files = below.compactMap { $0 as? String }.filter {
            $0.hasSuffix(".ussd") && !$0.contains("/parts/")
        }
        #expect(!files.isEmpty)
        let ended = try await BuiltCommand.run(["test", "Transcripts"])
        #expect(ended.status == 0, "\(ended.output)\(ended.errors)")
        let summary = "\(files.count) transcripts: \(files.count) passed, 0 failed ("
        #expect(ended.output.contains(summary), "\(ended.output.suffix(400))")
    }

    @Test func sceneThatHoldsPasses() async throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.scene, to: "one.ussd")
        try folder.write(Self.scene, to: "deeper/two.ussd")
        let ended = try await BuiltCommand.run(["test", folder.path])
        #expect(ended.status == 0, "\(ended.output)\(ended.errors)")
        #expect(ended.output.contains("2 transcripts: 2 passed, 0 failed"))
    }

    @Test func brokenLineIsShownWithWhatCameInstead() async throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.scene, to: "good.ussd")
        let broken = try folder.write(
            Self.scene.replacingOccurrences(of: "is Saturday", with: "is Sunday"),
            to: "broken.ussd"
        )
        let ended = try await BuiltCommand.run(["test", folder.path])
        #expect(ended.status == 1)
        let lines = ended.output.split(separator: "\n")
        #expect(lines.contains { $0.hasPrefix("-") && $0.contains("day is Sunday") })
        #expect(lines.contains { $0.hasPrefix("+") && $0.contains("day is Saturday") })
        #expect(ended.output.contains("\(broken):"))
        #expect(ended.output.contains("2 transcripts: 1 passed, 1 failed"))
        #expect(!ended.output.contains("4821"))
    }

    /// A transcript of the bundled ones, with one expected line of the first screen changed.
    @Test func brokenCopyOfABundledTranscriptFails() async throws {
        let name = "send-from-the-first-screen.ussd"
        let text = try String(
            contentsOfFile: "\(BuiltCommand.root)/Transcripts/mavuno/\(name)",
            encoding: .utf8
        )
        let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("  | ") })
        let folder = try TemporaryFolder()
        let other = "  | This is shown nowhere."
        let range = try #require(text.range(of: line))
        try folder.write(text.replacingCharacters(in: range, with: other), to: name)
        let ended = try await BuiltCommand.run(["test", folder(name)])
        #expect(ended.status == 1)
        let lines = ended.output.split(separator: "\n")
        #expect(lines.contains { $0.hasPrefix("-") && $0.hasSuffix(other.dropFirst(4)) })
        #expect(lines.contains { $0.hasPrefix("+") && $0.hasSuffix(line.dropFirst(4)) })
    }

    @Test func mistakeInATranscriptHasItsPlace() async throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.scene + "nobody> *789#\n", to: "one.ussd")
        let ended = try await BuiltCommand.run(["test", folder.path])
        #expect(ended.status == 1)
        #expect(ended.output.contains("one.ussd:16:"))
    }

    @Test func emptyFolderIsAFailure() async throws {
        let folder = try TemporaryFolder()
        let ended = try await BuiltCommand.run(["test", folder.path])
        #expect(ended.status == 1)
        #expect(ended.errors.contains("no .ussd file"))
    }

    @Test func missingFileIsThree() async throws {
        let ended = try await BuiltCommand.run(["test", "Transcripts/nothing.ussd"])
        #expect(ended.status == 3)
        #expect(ended.errors.contains("Transcripts/nothing.ussd"))
    }

    @Test(arguments: [
        ("after sms 1 always", "The gateway was killed 16 times in a row and was not started"),
        ("before commit 9 once", "The fault of line 11 never happened."),
        ("before commit 1 twice", "The fault of line 11 happened 1 of 2 times."),
    ])
    func killThatLeadsNowhereIsTold(_ fault: String, _ sentence: String) async throws {
        let folder = try TemporaryFolder()
        let path = "/Transcripts/mavuno/gateway-killed-before-it-paid.ussd"
        let text = try String(contentsOfFile: BuiltCommand.root + path, encoding: .utf8)
        let steps = try #require(text.range(of: "? session amina none"))
        let scene = text[..<steps.lowerBound].replacing("before commit 1 once", with: fault)
        try folder.write(String(scene), to: "killed.ussd")
        let ended = try await BuiltCommand.run(["test", folder.path])
        #expect(ended.status == 1)
        #expect(ended.output.contains(sentence), "\(ended.output)")
    }
}
