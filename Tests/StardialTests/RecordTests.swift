// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// `RECORD`, `stardial record` and `stardial phone --record`.
@Suite struct RecordTests {
    /// Every flow and every entry of every bundled menu is recorded, and what comes of it passes.
    @Test(arguments: RecordedScript.all.keys.sorted())
    func everyFlowIsRecordedAndPasses(_ menu: String) async throws {
        let folder = try TemporaryFolder()
        let scripts = try #require(RecordedScript.all[menu])
        let stubs = menu.replacing(".menu", with: ".stubs.yaml")
        let hasStubs = FileManager.default.fileExists(atPath: "\(BuiltCommand.root)/\(stubs)")
        let more = hasStubs && stubs != menu ? ["--stubs", stubs] : []
        let gateway = try await RunningGateway(ledger: "memory", menus: menu, more: more)
        for (name, script) in scripts.sorted(by: { $0.key < $1.key }) {
            let client = try await gateway.client()
            let recorded = try await script.record(on: client, title: "The script \(name)")
            #expect(recorded.words.hasSuffix("it passes"), "\(name): \(recorded.text)")
            try expectNothingIsTold(recorded, name)
            // The path of the stubs is as seen from where the gateway runs.
            let text = recorded.text.replacing("stubs: ", with: "stubs: \(BuiltCommand.root)/")
            try folder.write(text, to: "\(name).ussd")
        }
        try await gateway.stop()
        let played = try await BuiltCommand.run(
            ["test", folder.path, "--menus", "Menus", "--coverage", folder("coverage.json")]
        )
        #expect(played.status == 0, "\(played.output)\(played.errors)")
        #expect(played.output.contains("\(scripts.count) passed, 0 failed"))
        try await expectAllIsRecorded(scripts, of: menu, folder("coverage.json"))
    }

    /// What was a secret is not in the file, and numbers stand in the header alone.
    private func expectNothingIsTold(_ recorded: RecordedScript.Recorded, _ name: String) throws {
        let runs = Set(recorded.text.split(whereSeparator: { !$0.isNumber }).map(String.init))
        // The menu itself says `not 1234`.
        let secrets = recorded.secrets.subtracting(["1234"])
        #expect(runs.isDisjoint(with: secrets), "\(name) tells a PIN:\n\(recorded.text)")
        let lines = recorded.text.split(separator: "\n").filter { !$0.hasPrefix("phone ") }
        for line in lines {
            let number = line.firstMatch(of: /(\+?254|0)? ?7\d\d ?\d{3} ?\d{3}(?!\d)/)
            #expect(number == nil, "\(name) tells a number: \(line)")
        }
    }

    /// A flow or an entry that no script goes through fails here.
    private func expectAllIsRecorded(
        _ scripts: [String: RecordedScript],
        of menu: String,
        _ coverage: String
    ) async throws {
        let drawn = try await BuiltCommand.run(["graph", menu, "--format", "json"])
        let graph = try json(Data(drawn.output.utf8))
        let nodes = try #require(graph["nodes"] as? [[String: Any]])
        let entries = nodes.filter { $0["kind"] as? String == "entry" }
            .compactMap { $0["name"] as? String }.filter {
                $0.contains("*") || $0.hasPrefix("SMS ")
            }
        #expect(Set(entries) == Set(scripts.values.map(\.entry)).subtracting([""]))

        let report = try json(try Data(contentsOf: URL(fileURLWithPath: coverage)))
        let menus = try #require(report["menus"] as? [[String: Any]])
        var visited: [String: Bool] = [:]
        for item in menus.flatMap({ $0["items"] as? [[String: Any]] ?? [] }) {
            guard let state = item["state"] as? String, let dot = state.firstIndex(of: ".") else {
                continue
            }
            let isVisited = (item["visits"] as? [String: Int])?.isEmpty == false
            visited[String(state[..<dot]), default: false] =
                visited[String(state[..<dot])] == true || isVisited
        }
        let never = visited.filter { !$0.value }.keys.sorted()
        #expect(never.isEmpty, "No script goes through these flows.")
    }

    private func json(_ data: Data) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    @Test func aScriptFromAPipeBecomesAScene() async throws {
        let folder = try TemporaryFolder()
        let lines = "phone amina\n*789*1*0712000002*500#\n1357\n4821\nwait baraka sms 5s\n"
        let ended = try await BuiltCommand.run(
            ["record", "-", "-o", folder("scene.ussd"), "--title", "Amina pays"],
            input: .pipe(Data(lines.utf8))
        )
        #expect(ended.status == 0, "\(ended.output)\(ended.errors)")
        #expect(ended.errors.hasSuffix("it passes.\n"))
        let text = try String(contentsOfFile: folder("scene.ussd"), encoding: .utf8)
        #expect(text.contains("title: Amina pays\n"))
        #expect(text.contains("amina> {{amina.pin}}\n"))
        #expect(text.contains("  | Ref {{ref:[0-9A-Z]{10}}}. You have KES 1,493.00\n"))
        #expect(text.contains("? balance baraka == 500.00\n"))
        #expect(!text.contains("4821") && !text.contains("1357"))
    }

    @Test func aCapturedDialogueBecomesAScene() async throws {
        let folder = try TemporaryFolder()
        let gateway = try await RunningGateway(ledger: "memory")
        let client = try await gateway.client()
        var log = "200 stardial/1 ready line=1024 caps=tag,wait,json (try HELP)\n"
        for line in [
            "PHONE amina", "*789*1*0712000002*500#", "1357", "4821", "WAIT amina sms 5s",
            "INBOX baraka",
        ] {
            let before = client.received.count
            _ = try await client.ask(line)
            log += line + "\n" + String(decoding: client.received[before...], as: UTF8.self)
        }
        try await gateway.stop()
        try folder.write(log, to: "bug.log")
        let ended = try await BuiltCommand.run(
            ["record", "--from", folder("bug.log"), "-o", folder("scene.ussd")]
        )
        let text = try String(contentsOfFile: folder("scene.ussd"), encoding: .utf8)
        #expect(ended.status == 0, "\(ended.errors)\(text)")
        #expect(!text.contains("4821") && !text.contains("1357"))
        #expect(text.contains("baraka sms< MAVUNO\n"))
    }

    @Test func aRunningGatewayIsRecordedFromOutside() async throws {
        let folder = try TemporaryFolder()
        let gateway = try await RunningGateway(ledger: "memory")
        let recorder = try RunningCommand([
            try BuiltCommand.executable(), "record", "--from", "tcp://127.0.0.1:\(gateway.port)",
            "-o", folder("scene.ussd"), "--secret-after", "recipient|which number",
        ])
        defer { recorder.end() }
        try await recorder.complains("Ctrl-C ends it.")
        let client = try await gateway.client()
        for line in ["PHONE amina", "*789#", "1", "0712000002"] { _ = try await client.ask(line) }
        recorder.signal(SIGINT)
        let ended = try await recorder.ended()
        try await gateway.stop()
        let text = try String(contentsOfFile: folder("scene.ussd"), encoding: .utf8)
        // What answered the screen was taken for a secret, and so another number was typed.
        #expect(ended.status == 1, "\(ended.errors)\(text)")
        #expect(!text.split(separator: "---")[1].contains("0712000002"))
        #expect(text.contains("# Not as recorded: "))
    }

    /// The header has what was on the wallets at the beginning, also of a ledger on disk.
    @Test func aLedgerOnDiskIsRecordedFromWhereItStands() async throws {
        let folder = try TemporaryFolder()
        let gateway = try await RunningGateway(ledger: "sqlite:" + folder("ledger.db"))
        let client = try await gateway.client()
        let pay = ["PHONE amina", "*789*1*0712000002*100#", "4821"]
        for line in pay { try #require(await client.ask(line).code < 400) }
        try #require(await client.ask("RECORD START The second").code == 250)
        for line in pay { try #require(await client.ask(line).code < 400) }
        let reply = try await client.ask("RECORD STOP")
        #expect(reply.words.hasSuffix("it passes"), "\(reply)")
        #expect(reply.lines.contains { $0.hasPrefix("phone amina") && $0.contains("=1900.00") })
        #expect(reply.lines.contains("? balance amina == 1800.00"))
        try await gateway.stop()
    }

    @Test func onlyOneIsRecordedAtATime() async throws {
        let ended = try await BuiltCommand.run(
            ["line"],
            input: .pipe(
                Data("RECORD STOP\nRECORD START one\nRECORD START two\nRECORD\nRECORD STOP\n".utf8)
            )
        )
        let replies = LineReplies.read(ended.output)
        #expect(replies.map(\.code) == [200, 410, 250, 409, 501, 270])
        #expect(replies[5].lines.contains("# Nothing happened at any phone."))
    }

    @Test func aPhoneInTheTerminalIsRecorded() async throws {
        let folder = try TemporaryFolder()
        let ended = try await BuiltCommand.run(
            [
                "phone", "--port", "1", "--menus", "Menus/tutorial/1-hello.menu", "--record",
                folder("scene.ussd"), "*100#",
            ],
            input: .pipe(Data("1\n0\n\n".utf8))
        )
        #expect(ended.status == 0, "\(ended.errors)")
        let played = try await BuiltCommand.run(["test", folder("scene.ussd")])
        #expect(played.status == 0, "\(played.output)\(ended.output)")
    }

    @Test func aScriptMayEndWithQuit() async throws {
        let ended = try await BuiltCommand.run(
            ["record", "-", "--menus", "Menus/tutorial/1-hello.menu"],
            input: .pipe(Data("PHONE amina\n*100#\nquit\n*100#\n".utf8))
        )
        #expect(ended.status == 0, "\(ended.errors)")
        #expect(ended.output.split(separator: "\n").filter { $0 == "amina> *100#" }.count == 1)
        #expect(ended.errors.hasSuffix("it passes.\n"), "\(ended.errors)")
    }

    @Test func aPlaceThatCannotBeWrittenIsSaidFirst() async throws {
        let folder = try TemporaryFolder()
        for source in [["-"], ["--from", "tcp://127.0.0.1:1"]] {
            let ended = try await BuiltCommand.run(
                ["record"] + source + ["-o", folder("none/a.ussd")]
            )
            #expect(ended.status == 4 && ended.errors.contains("so nothing was begun"))
        }
    }

    @Test func thatNothingHappenedIsSaidInSentences() async throws {
        let ended = try await BuiltCommand.run(["record", "-"], input: .pipe(Data()))
        #expect(ended.status == 1)
        #expect(ended.errors.contains("Nothing happened at any phone. The header does not say"))
    }

    @Test(arguments: [
        ["record"], ["record", "-", "--from", "x"], ["record", "--from", "x", "--for", "5s"],
        ["record", "-", "--secret-after", "("], ["record", "--from", "tcp://nowhere"],
    ])
    func whatCannotBeMeantIsRefused(_ command: [String]) async throws {
        let ended = try await BuiltCommand.run(command)
        #expect(ended.status == 2, "\(ended.errors)")
        #expect(!ended.errors.isEmpty)
    }
}
