// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// What a subscriber sees when the ledger cannot grow.
@Suite struct FullDiskTests {
    @Test func nothingIsTakenAndNothingIsLost() async throws {
        let folder = try TemporaryFolder()
        let ledger = "sqlite:" + folder("ledger.db")
        let first = try await RunningGateway(ledger: ledger)
        defer { first.command.end() }
        try await first.stop()

        let full = try await RunningGateway(ledger: ledger, blocksMax: 400)
        defer { full.command.end() }
        var client = try await full.client()
        let (paid, refusal) = try await payUntilRefused(client)
        #expect(paid > 0)
        #expect(refusal.lines.contains { $0.contains("Nothing was taken.") }, "\(refusal)")
        let amina = try await client.ask("BAL amina").words
        let baraka = try await client.ask("BAL baraka").words
        #expect(amina == "amina KES \((2_000 - paid).formatted(.number.locale(.english))).00")
        #expect(baraka == "baraka KES \(paid).00")
        // What can be read goes on, and so does the gateway.
        _ = try await client.ask("HANGUP")
        #expect(try await client.ask("*789#").code == 220)
        full.command.end()

        let after = try await RunningGateway(ledger: ledger)
        defer { after.command.end() }
        client = try await after.client()
        _ = try await client.ask("PHONE amina")
        #expect(try await client.ask("BAL amina").words == amina)
        #expect(try await client.ask("BAL baraka").words == baraka)
        #expect(try await client.ask("LEDGER check").lines.contains { $0.hasPrefix("sound") })
        let inbox = try await client.ask("INBOX baraka")
        #expect(inbox.words == "baraka messages=\(paid)/\(paid)")
        try await after.stop()
    }

    /// Sends a shilling after another until one is not taken.
    ///
    /// - Returns: how many went through, and the screen that says that one did not.
    private func payUntilRefused(
        _ client: LineClient
    ) async throws -> (paid: Int, refusal: LineReplies.Reply) {
        _ = try await client.ask("PHONE amina")
        var paid = 0
        while paid < 500 {
            var reply = try await client.ask("*789*1*0712000002*1#")
            if reply.lines.first?.hasPrefix("Your last payment DID") == true {
                reply = try await client.ask("1")
            }
            if reply.asksSecret { reply = try await client.ask("4821") }
            guard reply.reference != nil else { return (paid, reply) }
            paid += 1
        }
        throw TestFailure("The disk never was full.")
    }
}

extension Locale {
    fileprivate static let english = Locale(identifier: "en_US")
}
