// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// `stardial test --against`: the same files at a gateway elsewhere.
@Suite struct AgainstTests {
    private static func summary(_ output: String) throws -> (passed: Int, failed: Int, skipped: Int)
    {
        let found = try #require(
            output.firstMatch(of: /(\d+) passed, (\d+) failed(?:, (\d+) skipped)?/)
        )
        return (
            Int(found.1) ?? -1, Int(found.2) ?? -1, found.3.flatMap { Int($0) } ?? 0
        )
    }

    private static func command(_ more: String = "") throws -> String {
        "stdio:" + (try BuiltCommand.executable()) + " line" + more
    }

    /// Whether a scene carries its menu with it, which nobody can bring to a gateway, or kills the
    /// gateway in its work, which nobody can from outside.
    private static func staysHere(_ path: String) throws -> Bool {
        let text = try String(contentsOfFile: BuiltCommand.root + "/" + path, encoding: .utf8)
        return ["-- file ", "! kill gateway before ", "! kill gateway after "].contains {
            text.contains("\n" + $0)
        }
    }

    private static func scenes(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: BuiltCommand.root + "/" + folder)
            .filter { $0.hasSuffix(".ussd") }.map { folder + "/" + $0 }
    }

    @Test(arguments: [
        ("Transcripts/mavuno", "Menus/mavuno"), ("Transcripts/tutorial", "Menus/tutorial"),
    ])
    func everySceneOfAMenuGoesAsInThisProcess(_ folder: String, _ menus: String) async throws {
        let scenes = try Self.scenes(folder)
        let gateway = try await RunningGateway(ledger: "memory", menus: menus)
        for address in [try Self.command(" \(menus)"), "tcp://127.0.0.1:\(gateway.port)"] {
            let ended = try await BuiltCommand.run(["test", folder, "--against", address])
            #expect(ended.status == 0, "\(ended.output)\(ended.errors)")
            let (passed, failed, skipped) = try Self.summary(ended.output)
            #expect(failed == 0)
            #expect(passed + skipped == scenes.count)
            #expect(try skipped == scenes.count(where: Self.staysHere))
            #expect(
                ended.output.contains("It kills the gateway at a commit or an SMS, which")
                    == folder.hasSuffix("mavuno")
            )
        }
        try await gateway.stop()
    }

    @Test func gatewayWithAChangedAnswerIsFound() async throws {
        let address = try Self.command(" | sed -u 's/KES 2,000.00/KES 2,000.01/'")
        let scene = "Transcripts/mavuno/balance.ussd"
        let ended = try await BuiltCommand.run(["test", scene, "--against", address])
        #expect(ended.status == 1)
        #expect(ended.output.contains("+   | Amina, you have KES 2,000.01"), "\(ended.output)")
        #expect(ended.output.contains("1 transcript: 0 passed, 1 failed"))
    }

    @Test(arguments: [
        ("stdio:true", "The gateway has ended the connection."),
        ("stdio:echo hello", "The gateway sent what is no reply of the line protocol: `hello`."),
        ("tcp://127.0.0.1:1", "The gateway cannot be reached: 127.0.0.1:1: Connection refused."),
    ])
    func whatIsNoGatewayIsTold(_ address: String, _ sentence: String) async throws {
        let ended = try await BuiltCommand.run(["test", "--against", address])
        #expect(ended.status == 4)
        let next = "Nothing was played. Is a gateway at \(address)?"
        #expect(ended.errors == "Error: \(sentence) \(next)\n")
    }

    @Test(arguments: ["nowhere", "tcp://", "tcp://host", "tcp://host:0", "stdio:"])
    func addressIsOneOfTwoKinds(_ address: String) async throws {
        let ended = try await BuiltCommand.run(["test", "--against", address])
        #expect(ended.status == 2)
    }

    @Test func whatIsSkippedIsToldAndAloneIsAFailure() async throws {
        let ended = try await BuiltCommand.run(
            ["test", "Transcripts/tutorial", "--against", try Self.command()]
        )
        #expect(ended.status == 1)
        try Golden.expect(ended.output, is: "against-skipped")
    }

    /// On a ledger that stays, a scene is played once, by phones that were not there before.
    @Test func ledgerOnDiskTakesFreshPhonesOnly() async throws {
        let folder = try TemporaryFolder()
        let scene = try folder.write(
            """
            ussd/1
            title: Zawadi looks at her balance
            menu: mavuno
            clock: 2026-11-20T09:00:00+03:00
            phone zawadi: +254712000777 pin=4821 balance=50.00
            ---
            zawadi> *789#
              | Zawadi, you have KES 50.00
              ...
            ? balance zawadi == 50.00
            ? session zawadi open
            zawadi> <hangup>

            """,
            to: "zawadi.ussd"
        )
        let gateway = try await RunningGateway(ledger: "sqlite:" + folder("l.db"))
        let words = ["test", scene, "--against", "tcp://127.0.0.1:\(gateway.port)"]
        let first = try await BuiltCommand.run(words)
        #expect(first.status == 0, "\(first.output)\(first.errors)")
        let second = try await BuiltCommand.run(words)
        #expect(second.status == 1)
        #expect(second.output.contains("has a wallet at the gateway already"), "\(second.output)")
        #expect(second.output.contains("0 passed, 0 failed, 1 skipped"))
        try await gateway.stop()
    }

    /// Whether its ledger is on disk: then only the network of the phones is made faulty.
    @Test(arguments: [("memory", "passed"), ("sqlite:", "skipped")])
    func faultsHappenThere(_ ledger: String, _ ofServices: String) async throws {
        let folder = try TemporaryFolder()
        let header = """
            ussd/1
            title: Zawadi is unlucky
            menu: mavuno
            phone zawadi: +254712000777 pin=4821 balance=500.00
            phone juma: +254712000778 pin=4821 balance=0.00
            ---

            """
        let pays = "zawadi> *789*1*0712000778*100#\n  ...\nzawadi> {{zawadi.pin}}\n"
        let late = try folder.write(
            header + "! lose reply zawadi once\nzawadi> *789#\n  -- hangup\n",
            to: "a.ussd"
        )
        let kill = try folder.write(
            header.replacing("7770", with: "7880").replacing("0777", with: "0787")
                .replacing("0778", with: "0788").replacing("zawadi", with: "rehema")
                .replacing("juma", with: "otieno")
                + "! kill gateway once\n"
                + pays.replacing("0778", with: "0788").replacing("zawadi", with: "rehema")
                .replacing("  ...\n", with: "  -- hangup\n")
                .replacing("rehema> {{rehema.pin}}\n", with: ""),
            to: "b.ussd"
        )
        let disk = ledger == "memory" ? ledger : ledger + folder("l.db")
        let gateway = try await RunningGateway(ledger: disk)
        let ended = try await BuiltCommand.run(
            ["test", "--verbose", late, kill, "--against", "tcp://127.0.0.1:\(gateway.port)"]
        )
        #expect(ended.output.contains("passed  \(late)"), "\(ended.output)\(ended.errors)")
        #expect(ended.output.contains("\(ofServices)  \(kill)"), "\(ended.output)")
        try await gateway.stop()
    }

    @Test func transcriptsArePlayedOnTheLine() async throws {
        let lines = [
            "PLAY Transcripts/tutorial/hello.ussd", "PLAY Transcripts/tutorial",
            "PLAY Transcripts/mavuno/balance.ussd", "PLAY /etc/passwd", "PLAY ../balance.ussd",
            "PLAY README.md", "PLAY Transcripts/nothing.ussd", "PING",
        ]
        let ended = try await BuiltCommand.run(
            ["line", "Menus/tutorial"],
            input: .pipe(Data(lines.map { $0 + "\n" }.joined().utf8))
        )
        let replies = LineReplies.read(ended.output)
        #expect(replies.map(\.code) == [200, 270, 270, 271, 403, 403, 450, 450, 250])
        #expect(replies.dropFirst().first?.lines.first?.hasPrefix("passed  ") == true)
        #expect(replies[3].words.hasPrefix("1 transcript: 0 passed, 1 failed"))
    }
}
