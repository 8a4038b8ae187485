// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// A world that one connection has for itself: what is done in it is recorded, and it fails when it
/// is asked to.
@Suite struct SceneWorldLineTests {
    private func converse(_ lines: String) async throws -> [LineReplies.Reply] {
        let begins = """
            RESET menu=mavuno clock=2026-11-20T06:00:00Z seed=42
            PHONE amina +254712000001 pin=4821 balance=2000.00
            PHONE baraka +254712000002 pin=1111 balance=0.00

            """
        let ended = try await BuiltCommand.run(
            ["line"],
            input: .pipe(Data((begins + lines).utf8))
        )
        #expect(ended.status == 0, "\(ended.errors)")
        return Array(LineReplies.read(ended.output).dropFirst(4))
    }

    @Test func recordingPassesInTheMenusOfTheGateway() async throws {
        let replies = try await converse(
            """
            RECORD START Amina pays
            DIAL amina *789*1*0712000002*500#
            SAY amina 4821
            RECORD STOP

            """
        )
        #expect(replies.map(\.code) == [250, 220, 221, 270])
        #expect(replies[3].words.hasSuffix("it passes"), "\(replies[3].words)")
        #expect(replies[3].lines.contains("clock: 2026-11-20T06:00:00Z"))
        #expect(!replies[3].lines.joined().contains("4821"))
    }

    @Test func gatewayDiesAndItsClockJumps() async throws {
        let replies = try await converse(
            """
            DIAL amina *789#
            FAULT kill gateway once
            SAY amina 1
            SESSION amina
            DIAL amina *789#
            FAULT jump clock 2h once
            SAY amina 1
            CLOCK
            FAULT

            """
        )
        #expect(replies.map(\.code) == [220, 250, 222, 410, 220, 250, 410, 260, 212])
        #expect(replies[2].words.hasPrefix("amina connection-lost; "))
        #expect(replies[7].words == "2026-11-20T08:00:00Z")
        #expect(
            replies[8].lines == [
                "kill gateway once happened=1 spent", "jump clock 2h once happened=1 spent",
            ]
        )
    }
}
