// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ledger
import LedgerStorage
import Testing

/// `stardial ledger`: reading, proving and taking out the books.
@Suite struct LedgerToolTests {
    static let balances = """
        msisdn,account,name,amount,level,till,business,float
        0712000001,,Amina,2000.00,1,,,
        0712000002,,Baraka,0,1,,,
        0712000003,,Neema,100,1,4021,Neema Shop,5000
        ,programme:Relief,,10000,,,,
        """

    static let payments = """
        msisdn,amount,reference
        0712000001,1500.00,R-1
        0712000002,500,R-2
        0712000009,250.50,=R+3
        """

    /// Runs `stardial ledger` on the ledger of a folder.
    static func ledger(
        _ arguments: [String],
        in folder: TemporaryFolder
    ) async throws -> RunningCommand.Ended {
        try await BuiltCommand.run(["ledger"] + arguments + ["--ledger", folder("ledger.db")])
    }

    /// A ledger with balances and, if wanted, a batch that was paid.
    static func filled(paying: Bool = true) async throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(balances, to: "balances.csv")
        try folder.write(payments, to: "june.csv")
        let opened = try await ledger(["import", "balances", folder("balances.csv")], in: folder)
        try #require(opened.status == 0, "\(opened.output)\(opened.errors)")
        guard paying else { return folder }
        let paid = try await ledger(
            [
                "import", "payments", folder("june.csv"), "--programme", "relief",
                "--created-by", "ann", "--approved-by", "ben",
            ],
            in: folder
        )
        try #require(paid.status == 1, "\(paid.output)\(paid.errors)")
        return folder
    }

    /// The text with what differs from run to run by its name.
    static func steady(_ text: String, _ folder: TemporaryFolder) -> String {
        text.replacing(folder.path, with: "<folder>")
            .replacing(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}(Z|\+\d\d:\d\d)/, with: "<time>")
            .replacing(/\b\d{4}-\d\d-\d\d\b/.wordBoundaryKind(.simple), with: "<day>")
            .replacing(/\b[0-9a-f]{64}\b/.wordBoundaryKind(.simple), with: "<hash>")
            .replacing(
                /\b[0-9A-HJKMNP-TV-Z]{10}\b/.wordBoundaryKind(.simple),
                with: "<receipt>"
            )
    }

    static let looks: [(golden: String, arguments: [String])] = [
        ("show", ["show"]), ("show-json", ["show", "--json"]), ("check", ["check"]),
        ("check-json", ["check", "--json"]), ("trial", ["trial"]),
        ("trial-json", ["trial", "--json"]), ("balance-sheet", ["balance-sheet"]),
        ("balance-sheet-json", ["balance-sheet", "--json"]), ("income", ["income"]),
        ("income-json", ["income", "--json"]), ("trial-early", ["trial", "--at", "2020-01-31"]),
        ("statement", ["statement", "+254712000001"]),
        ("statement-json", ["statement", "programmes:RELIEF", "--json", "--limit", "2"]),
        ("export-csv", ["export"]), ("export-jsonl", ["export", "--format", "jsonl"]),
        ("export-hledger", ["export", "--format", "hledger", "--assert-balances"]),
    ]

    @Test func looksAreAsTheyWereRead() async throws {
        let folder = try await Self.filled()
        for (golden, arguments) in Self.looks {
            let ended = try await Self.ledger(arguments, in: folder)
            #expect(ended.status == 0, "\(ended.errors)")
            #expect(ended.errors.isEmpty)
            #expect(!ended.output.contains("712000"), "\(golden) shows a number in full")
            try Golden.expect(Self.steady(ended.output, folder), is: "ledger-\(golden)")
        }
    }

    @Test func aTimeThatEndsBeforeItBeginsIsAMistakeOfUsage() async throws {
        let folder = try await Self.filled(paying: false)
        let span = ["--from", "2026-11-22", "--to", "2026-11-21"]
        for look in [["trial"], ["export"], ["income"], ["statement", "income:fees"]] {
            let ended = try await Self.ledger(look + span, in: folder)
            #expect(ended.status == 2 && ended.output.isEmpty, "\(ended)")
            #expect(ended.errors.contains("--from is later than --to."), "\(ended.errors)")
        }
    }

    @Test func aLedgerThatWasNotThereIsToldToBeNew() async throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.balances, to: "balances.csv")
        let words = ["import", "balances", folder("balances.csv")]
        let first = try await Self.ledger(words, in: folder)
        #expect(first.status == 0 && first.errors.contains("so a new one was made"), "\(first)")
        #expect(try await Self.ledger(words, in: folder).errors.isEmpty)
    }

    @Test func numbersAreShownInFullWhenAskedFor() async throws {
        let folder = try await Self.filled()
        let trial = try await Self.ledger(["trial", "--full-numbers"], in: folder)
        #expect(trial.output.contains("liabilities:wallets:+254712000001"))
        let export = try await Self.ledger(["export", "--full-numbers"], in: folder)
        #expect(export.output.hasPrefix("transfer,group,at,"))
        #expect(export.output.contains(",debit_account,credit_account,hash\r\n"))
        let offset = try await Self.ledger(["export", "--utc-offset", "+03:00"], in: folder)
        #expect(offset.output.contains("+03:00,posted,"))
    }

    @Test func anExportGoesIntoAFileForItsOwner() async throws {
        let folder = try await Self.filled()
        let path = folder("out.csv")
        let ended = try await Self.ledger(["export", "--output", path], in: folder)
        #expect(ended.status == 0 && ended.output.isEmpty)
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text == (try await Self.ledger(["export"], in: folder)).output)
        let facts = try FileManager.default.attributesOfItem(atPath: path)
        #expect(try #require(facts[.posixPermissions] as? Int) & 0o077 == 0)
        let full = try await Self.ledger(["export", "--output", "/dev/full"], in: folder)
        #expect(full.status == 4)
        #expect(full.errors.contains("was not written to its end"), "\(full.errors)")
    }

    @Test func whatIsNoLedgerIsThree() async throws {
        let folder = try TemporaryFolder()
        for command in ["show", "check", "trial", "export"] {
            let ended = try await Self.ledger([command], in: folder)
            #expect(ended.status == 3, "\(command) \(ended.errors)")
            #expect(ended.errors.contains("there is no ledger"), "\(ended.errors)")
        }
        try folder.write("My dear diary", to: "ledger.db")
        #expect(try await Self.ledger(["check"], in: folder).status == 3)
        let nobody = try await Self.filled()
        let ended = try await Self.ledger(["statement", "+254712999999"], in: nobody)
        #expect(ended.status == 2)
        #expect(!ended.errors.contains("712999999"))
    }

    @Test func aLedgerThatWasChangedIsFoundOut() async throws {
        let folder = try await Self.filled()
        let file = folder("ledger.db")
        var octets = try #require(FileManager.default.contents(atPath: file))
        // The reference of the last payment, as it stands in its row.
        let row = try await Self.ledger(["export", "--format", "jsonl"], in: folder)
        let last = try #require(row.output.split(separator: "\n").last)
        let reference = try #require(last.firstMatch(of: /"reference":"(\w+)"/)).1
        let place = try #require(octets.range(of: Data(reference.utf8)))
        octets[place.lowerBound] = octets[place.lowerBound] == 0x41 ? 0x42 : 0x41
        try folder.write(octets, to: "ledger.db")
        let ended = try await Self.ledger(["check"], in: folder)
        #expect(ended.status == 1)
        try Golden.expect(Self.steady(ended.output, folder), is: "ledger-check-changed")
        let json = try await Self.ledger(["check", "--json"], in: folder)
        #expect(json.status == 1)
        #expect(json.output.contains("\"sound\":false"))
    }

    @Test func itIsReadWhileTheGatewayRuns() async throws {
        let folder = try TemporaryFolder()
        let gateway = try await RunningGateway(ledger: "sqlite:" + folder("ledger.db"))
        defer { gateway.command.end() }
        let client = try await gateway.client()
        _ = try await client.ask("PHONE amina")
        #expect(try await client.ask("*789*1*0712000002*500#").asksSecret)
        #expect(try await client.ask("4821").code == 221)
        for _ in 0..<3 {
            let trial = try await Self.ledger(["trial"], in: folder)
            #expect(trial.status == 0, "\(trial.errors)")
            #expect(trial.output.contains("liabilities:wallets:+2547****001"), "\(trial.output)")
            #expect(trial.output.contains("1,493.00"))
        }
        let check = try await Self.ledger(["check"], in: folder)
        #expect(check.output.hasPrefix("All is well"), "\(check.output)\(check.errors)")
        try folder.write(Self.balances, to: "balances.csv")
        let refused = try await Self.ledger(
            ["import", "balances", folder("balances.csv")],
            in: folder
        )
        #expect(refused.status == 4)
        #expect(refused.errors.contains("in use by process \(gateway.command.id)"))
        #expect(try await client.ask("BAL amina").words == "amina KES 1,493.00")
        try await gateway.stop()
        let income = try await Self.ledger(["income", "--json"], in: folder)
        #expect(income.output.contains("\"profit\":\"7.00\""), "\(income.output)")
    }

    @Test(.enabled(if: Self.hledger != nil, "hledger is not installed"))
    func hledgerGivesTheFiguresOfTheTrialBalance() async throws {
        let folder = try TemporaryFolder()
        let gateway = try await RunningGateway(ledger: "sqlite:" + folder("ledger.db"))
        defer { gateway.command.end() }
        let client = try await gateway.client()
        _ = try await client.ask("PHONE amina")
        for amount in [500, 120, 3] {
            #expect(try await client.ask("*789*1*0712000002*\(amount)#").asksSecret)
            #expect(try await client.ask("4821").code == 221)
        }
        try await gateway.stop()
        let journal = folder("books.journal")
        let export = try await Self.ledger(
            ["export", "--format", "hledger", "--assert-balances", "--output", journal],
            in: folder
        )
        #expect(export.status == 0, "\(export.errors)")
        let told = try await Self.hledger(["balance", "--flat", "-N", "-O", "csv"], journal)
        var theirs: [String: String] = [:]
        for line in told.split(separator: "\n").dropFirst() {
            let fields = line.split(separator: "\",\"").map { $0.filter { $0 != "\"" } }
            let digits = fields[1].filter { $0.isNumber || $0 == "-" || $0 == "." }
            theirs[fields[0]] = digits
        }
        let trial = try await Self.ledger(["trial", "--json"], in: folder)
        let object = try JSONSerialization.jsonObject(with: Data(trial.output.utf8))
        let accounts = (object as? [String: Any])?["accounts"] as? [[String: Any]] ?? []
        var ours: [String: String] = [:]
        for account in accounts {
            guard let name = account["account"] as? String,
                let closing = account["closing"] as? String, closing != "0.00"
            else { continue }
            ours[name] = closing
        }
        #expect(ours.count == 5)
        #expect(theirs == ours)
        let sheet = try await Self.hledger(["balancesheetequity", "--flat"], journal)
        #expect(sheet.contains("liabilities:floats:4021"), "\(sheet)")
    }

    private static let hledger = ["/usr/bin/hledger", "/usr/local/bin/hledger"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// What hledger says of a journal.
    private static func hledger(_ arguments: [String], _ journal: String) async throws -> String {
        let command = try RunningCommand([try #require(hledger), "-f", journal] + arguments)
        defer { command.end() }
        let ended = try await command.ended()
        try #require(ended.status == 0, "\(ended.errors)")
        return ended.output
    }
}
