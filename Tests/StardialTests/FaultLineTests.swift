// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// `FAULT` on the line: the faults of scenes on an emulator that runs.
@Suite struct FaultLineTests {
    private func converse(
        _ lines: String,
        _ arguments: [String] = []
    ) async throws -> [LineReplies.Reply] {
        let ended = try await BuiltCommand.run(
            ["line"] + arguments,
            input: .pipe(Data(("PHONE amina\n" + lines).utf8))
        )
        #expect(ended.status == 0, "\(ended.errors)")
        return Array(LineReplies.read(ended.output).dropFirst(2))
    }

    private static let pays = "*789*1*0712000002*500#\n4821\n"

    @Test func lostReplyIsToldOnTheNextDialAndNothingIsPaidTwice() async throws {
        let replies = try await converse(
            """
            FAULT Lose Reply AMINA once
            *789#
            FAULT lose reply amina once
            *789*1*0712000002*500#
            HANGUP
            FAULT clear
            *789*1*0712000002*500#
            FAULT redial amina once
            4821
            FAULT
            BAL baraka
            LEDGER sum

            """
        )
        let codes = [250, 222, 250, 222, 410, 250, 220, 250, 220, 212, 240, 241]
        #expect(replies.map(\.code) == codes)
        #expect(replies[1].words.hasPrefix("amina connection-lost; "))
        #expect(replies[8].lines.first == "Your last payment DID go through:")
        #expect(replies[9].lines == ["redial amina once happened=1 spent"])
        #expect(replies[10].words == "baraka KES 500.00")
        #expect(replies[11].lines == ["sum 0"])
    }

    @Test func messageIsLostAndAnotherDelivered() async throws {
        // Another pays, since the next dial of whoever paid may tell that payment first.
        let second = "PHONE joan pin=4821 balance=900.00\n\(Self.pays)"
        let replies = try await converse(
            "FAULT drop sms baraka once\n\(Self.pays)\(second)INBOX baraka\nBAL baraka\n"
        )
        #expect(replies.map(\.code) == [250, 220, 221, 250, 220, 221, 231, 240])
        #expect(replies[6].words == "baraka messages=1/1")
        #expect(replies[7].words == "baraka KES 1,000.00")
    }

    @Test func serviceThatAnswersNonsenseIsNeverShown() async throws {
        let replies = try await converse("FAULT wrong money.send once\n\(Self.pays)*789#\n")
        #expect(replies.map(\.code) == [250, 220, 221, 220])
        #expect(replies[2].lines.first?.hasPrefix("We do not know yet") == true)
        #expect(replies[3].lines.first == "Your last payment DID go through:")
    }

    @Test func gatewayThatWasKilledKnowsWhatItPaid() async throws {
        let replies = try await converse(
            "*789*1*0712000002*500#\nFAULT kill gateway once\n4821\nWAIT amina sms 5s\n"
                + "*789#\nBAL baraka\n"
        )
        #expect(replies.map(\.code) == [220, 250, 222, 232, 220, 240])
        #expect(replies[4].lines.first == "Your last payment DID go through:")
        #expect(replies[5].words == "baraka KES 500.00")
    }

    @Test func clockJumpsAheadAndNeverBack() async throws {
        let replies = try await converse(
            "CLOCK\nFAULT jump clock -2h once\n*789#\nCLOCK\nHANGUP\nFAULT jump clock 3h once\n"
                + "*789#\nCLOCK\n"
        )
        #expect(replies.map(\.code) == [260, 250, 220, 260, 222, 250, 220, 260])
        let times = try [0, 3, 7].map { index in
            try Date(replies[index].words, strategy: .iso8601)
        }
        // The wall stands an hour ahead after both jumps.
        #expect(0..<3_600 ~= times[1].timeIntervalSince(times[0]))
        #expect(3_600..<7_200 ~= times[2].timeIntervalSince(times[1]))
    }

    @Test(arguments: [
        ("FAULT drop sms amnia once", 501, "Did you mean `amina`?"),
        ("FAULT lose replies amina once", 501, "`lose reply PHONE once`"),
        ("FAULT kill gateway", 501, "`once`"),
        ("FAULT clear all", 501, "There is no fault `clear`"),
        ("FAULT kill gateway before commit 1 once", 403, "play it with stardial test"),
        ("FAULT kill gateway after sms 1 once", 403, "nothing was asked for"),
    ])
    func wrongWordsAreSaidSo(_ line: String, _ code: Int, _ words: String) async throws {
        let replies = try await converse(line + "\nFAULT\n")
        #expect(replies.map(\.code) == [code, 212])
        #expect(replies[0].words.contains(words), "\(replies[0].words)")
        #expect(replies[1].lines.isEmpty)
    }

    @Test func ledgerOnDiskIsSpared() async throws {
        let folder = try TemporaryFolder()
        let replies = try await converse(
            "FAULT kill gateway once\nFAULT fail money.send once\nFAULT jump clock 2h once\n"
                + "FAULT drop sms amina once\n",
            ["--ledger", "sqlite:" + folder("l.db"), "--pin-rounds", "16"]
        )
        #expect(replies.map(\.code) == [403, 403, 403, 250])
        #expect(replies[0].words.contains("Start with --ledger memory."))
    }
}
