// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// `stardial test --everywhere`, as a tester runs it.
@Suite struct EverywhereTests {
    private static let scenes =
        [
            "reply-lost-after-the-pin", "sms-send-with-yes", "withdraw-from-the-menu",
        ].map { "Transcripts/mavuno/\($0).ussd" } + ["Transcripts/tutorial/pocket.ussd"]

    @Test func bundledScenesHoldAtEveryCut() async throws {
        let ended = try await BuiltCommand.run(["test", "--everywhere"] + Self.scenes)
        #expect(ended.status == 0, "\(ended.output)\(ended.errors)")
        try Golden.expect(ended.output, is: "everywhere")
    }

    @Test func sceneThatFailsByItselfIsAFinding() async throws {
        let folder = try TemporaryFolder()
        let text = try String(
            contentsOfFile: "\(BuiltCommand.root)/\(Self.scenes[0])",
            encoding: .utf8
        )
        let path = try folder.write(
            text.replacingOccurrences(of: "== 500.00", with: "== 501.00"),
            to: "broken.ussd"
        )
        let ended = try await BuiltCommand.run(["test", "--everywhere", path])
        #expect(ended.status == 1)
        #expect(ended.output.contains("broken.ussd was not cut. It is not as written"))
        #expect(ended.output.contains("0 scenes with 0 turns and 0 commits: 0 cuts tried"))
        #expect(!ended.output.contains("4821"))
    }
}
