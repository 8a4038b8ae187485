// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// The ledger's file, from one start of `stardial up` to the next.
@Suite struct LedgerFileTests {
    @Test func moneyAndMessagesSurviveARestart() async throws {
        let folder = try TemporaryFolder()
        let ledger = "sqlite:" + folder("ledger.db")
        let before = try await RunningGateway(ledger: ledger)
        defer { before.command.end() }
        var client = try await before.client()
        _ = try await client.ask("PHONE amina")
        #expect(try await client.ask("*789*1*0712000002*500#").asksSecret)
        let sent = try await client.ask("4821")
        let reference = try #require(sent.reference, "\(sent)")
        while try await client.ask("INBOX baraka").lines.isEmpty {}
        try await before.stop()

        let after = try await RunningGateway(ledger: ledger)
        defer { after.command.end() }
        #expect(after.welcome.contains("PIN 4821, KES 1,493.00\n"))
        client = try await after.client()
        _ = try await client.ask("PHONE amina")
        #expect(try await client.ask("BAL amina").words == "amina KES 1,493.00")
        #expect(try await client.ask("BAL baraka").words == "baraka KES 500.00")
        let inbox = try await client.ask("INBOX baraka")
        #expect(inbox.words == "baraka messages=1/1")
        #expect(inbox.lines.joined().contains(reference), "\(inbox)")
        #expect(try await client.ask("LEDGER check").lines.contains { $0.hasPrefix("sound") })
        try await after.stop()
    }

    /// Whoever stops the gateway and copies the file has a copy of all of it.
    @Test func stoppedLedgerIsOneWholeFile() async throws {
        let folder = try TemporaryFolder()
        let gateway = try await RunningGateway(ledger: "sqlite:" + folder("ledger.db"))
        defer { gateway.command.end() }
        var client = try await gateway.client()
        _ = try await client.ask("PHONE amina")
        #expect(try await client.ask("*789*1*0712000002*500#").asksSecret)
        #expect(try await client.ask("4821").code == 221)
        try await gateway.stop()
        for name in ["ledger.db", "ledger.db.pinkey"] {
            let data = try #require(FileManager.default.contents(atPath: folder(name)))
            try folder.write(data, to: "copy/\(name)")
        }
        let copy = try await RunningGateway(
            ledger: "sqlite:" + folder("copy/ledger.db"),
            more: ["--no-demo"]
        )
        defer { copy.command.end() }
        client = try await copy.client()
        _ = try await client.ask("PHONE amina +254712000001")
        #expect(try await client.ask("BAL amina").words == "amina KES 1,493.00")
        try await copy.stop()
    }

    /// Their PINs are known to everybody, and their money is of nobody.
    @Test func ledgerMadeWithoutPhonesToTryGetsNone() async throws {
        let folder = try TemporaryFolder()
        let ledger = "sqlite:" + folder("ledger.db")
        let made = try await RunningGateway(ledger: ledger, more: ["--no-demo"])
        defer { made.command.end() }
        try await made.stop()
        let later = try await RunningGateway(ledger: ledger)
        defer { later.command.end() }
        #expect(!later.welcome.contains("PIN"), "\(later.welcome)")
        try await later.stop()
        let asked = try await RunningGateway(ledger: ledger, more: ["--demo"])
        defer { asked.command.end() }
        #expect(asked.welcome.contains("PIN 4821, KES 2,000.00\n"))
        try await asked.stop()
    }

    @Test func secondGatewayOnTheSameLedgerIsRefused() async throws {
        let folder = try TemporaryFolder()
        let ledger = "sqlite:" + folder("ledger.db")
        let first = try await RunningGateway(ledger: ledger)
        defer { first.command.end() }
        let second = try RunningGateway.start(ledger: ledger)
        defer { second.end() }
        let ended = try await second.ended()
        #expect(ended.status == 4)
        #expect(ended.output.isEmpty)
        #expect(ended.errors.contains("in use by process \(first.command.id)."), "\(ended.errors)")
        let client = try await first.client()
        #expect(try await client.ask("LEDGER check").lines.contains { $0.hasPrefix("sound") })
    }

    /// What no ledger begins like, by what is said of it.
    static let foreign: [(said: String, octets: [UInt8])] = [
        ("does not begin like an SQLite file", Array("My dear diary,\n".utf8)),
        (
            "SQLite file of another program",
            Array("SQLite format 3\0".utf8)
                + [UInt8](repeating: 0, count: 4_080)
        ),
        (
            "ends after 60 bytes",
            Array("SQLite format 3\0".utf8)
                + [UInt8](repeating: 0, count: 44)
        ),
    ]

    @Test(arguments: foreign.indices) func foreignFileIsLeftAlone(_ index: Int) async throws {
        let (said, octets) = Self.foreign[index]
        let folder = try TemporaryFolder()
        let path = try folder.write(Data(octets), to: "ledger.db")
        let command = try RunningGateway.start(ledger: "sqlite:" + path)
        defer { command.end() }
        let ended = try await command.ended()
        #expect(ended.status == 3)
        #expect(ended.errors.contains(path))
        #expect(ended.errors.contains(said), "\(ended.errors)")
        #expect(FileManager.default.contents(atPath: path) == Data(octets))
    }

    @Test(arguments: [0.3, 0.6, 0.9]) func damagedLedgerIsLeftAlone(_ place: Double) async throws {
        let folder = try TemporaryFolder()
        let path = folder("ledger.db")
        let gateway = try await RunningGateway(ledger: "sqlite:" + path)
        defer { gateway.command.end() }
        try await gateway.stop()
        var octets = try #require(FileManager.default.contents(atPath: path))
        let begin = Int(Double(octets.count) * place) / 4_096 * 4_096
        for offset in begin..<begin + 512 { octets[offset] = 0xA5 }
        try folder.write(octets, to: "ledger.db")

        let ended = try await BuiltCommand.run(["line", "--ledger", "sqlite:" + path])
        #expect(ended.status == 3)
        #expect(ended.errors.contains("damaged"), "\(ended.errors)")
        #expect(FileManager.default.contents(atPath: path) == octets)
    }

    @Test func ledgerWithoutItsKeyIsNotUsed() async throws {
        let folder = try TemporaryFolder()
        let path = folder("ledger.db")
        let gateway = try await RunningGateway(ledger: "sqlite:" + path)
        defer { gateway.command.end() }
        try await gateway.stop()
        try FileManager.default.removeItem(atPath: path + ".pinkey")
        let command = try RunningGateway.start(ledger: "sqlite:" + path)
        defer { command.end() }
        let ended = try await command.ended()
        #expect(ended.status == 4)
        #expect(ended.errors.contains("\(path).pinkey cannot be read"), "\(ended.errors)")
    }

    @Test func keyIsForItsOwnerAlone() async throws {
        let folder = try TemporaryFolder()
        let gateway = try await RunningGateway(ledger: "sqlite:" + folder("ledger.db"))
        defer { gateway.command.end() }
        for name in ["ledger.db.pinkey", "ledger.db.lock"] {
            let facts = try FileManager.default.attributesOfItem(atPath: folder(name))
            let mode = try #require(facts[.posixPermissions] as? Int)
            #expect(mode & 0o077 == 0, "\(name)")
        }
    }
}
