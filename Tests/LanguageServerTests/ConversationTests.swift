// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@testable import LanguageServer

/// A whole conversation over the framing, as it was read and found right.
///
/// In the file a line `-->` is what the editor sends and `<--` what comes back; `#` tells why.
struct ConversationTests {
    private static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Goldens/conversation.golden").path

    @Test func theConversationGoesAsWritten() throws {
        let golden = try String(contentsOfFile: Self.path, encoding: .utf8)
        var editor = Editor([
            "/menus/m.menu": FindingTests.main, "/menus/part.menu": FindingTests.part,
        ])
        var reader = MessageReader()
        var spoken = ""
        for line in golden.split(separator: "\n", omittingEmptySubsequences: false)
        where !line.hasPrefix("<-- ") {
            spoken += line + "\n"
            guard line.hasPrefix("--> ") else { continue }
            let message = try #require(JSONValue(octets: line.dropFirst(4).utf8), "\(line)")
            reader.append(MessageWriter.octets(message))
            while case .message(let content)? = reader.next() {
                for reply in editor.server.receive([content]) { spoken += "<-- \(reply.text)\n" }
            }
        }
        spoken.removeLast()
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try spoken.write(toFile: Self.path, atomically: true, encoding: .utf8)
            Issue.record("conversation.golden was written. Read it.")
        }
        #expect(spoken == golden, "RECORD=1 writes the conversation when this is right:\n\(spoken)")
        #expect(editor.server.exitCode == 0)
    }
}
