// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ledger
import LedgerStorage
import Testing

/// `stardial ledger import`: balances and batches of payments from files.
@Suite struct LedgerImportTests {
    private func payments(
        _ folder: TemporaryFolder,
        _ more: [String] = [],
        file: String = "june.csv"
    ) async throws -> RunningCommand.Ended {
        try await LedgerToolTests.ledger(
            ["import", "payments", folder(file), "--programme", "relief"] + more,
            in: folder
        )
    }

    private func text(_ name: String, in folder: TemporaryFolder) throws -> String {
        LedgerToolTests.steady(
            try String(contentsOfFile: folder(name), encoding: .utf8),
            folder
        )
    }

    @Test func aBatchGoesItsWayAsItWasRead() async throws {
        let folder = try await LedgerToolTests.filled(paying: false)
        let steps: [(golden: String, status: Int32, arguments: [String])] = [
            ("rehearsed", 1, ["--dry-run"]), ("created", 0, ["--created-by", "ann"]),
            ("not-approved", 2, ["--approved-by", "ann"]), ("paid", 1, ["--approved-by", "ben"]),
            ("again", 1, []), ("json", 1, ["--json"]),
        ]
        for (golden, status, arguments) in steps {
            let ended = try await payments(folder, arguments)
            #expect(ended.status == status, "\(golden): \(ended.output)\(ended.errors)")
            let said = LedgerToolTests.steady(ended.output + ended.errors, folder)
            try Golden.expect(said, is: "ledger-payments-\(golden)")
            if ["rehearsed", "paid", "again"].contains(golden) {
                let results = try text("june.results.csv", in: folder)
                #expect(!results.contains("712000"))
                try Golden.expect(results, is: "ledger-payments-\(golden)-results")
            }
        }
        let balances = try await LedgerToolTests.ledger(
            ["import", "balances", folder("balances.csv")],
            in: folder
        )
        #expect(balances.status == 0)
        let said = LedgerToolTests.steady(balances.output, folder)
        try Golden.expect(said, is: "ledger-balances-again")
        try Golden.expect(
            try text("balances.results.csv", in: folder),
            is: "ledger-balances-again-results"
        )
    }

    @Test func mistakesAreShownAndNothingIsDone() async throws {
        let folder = try await LedgerToolTests.filled(paying: false)
        try folder.write(
            """
            msisdn,amount,reference
            0712000001,15oo,R-1
            071200002,500,R-2
            0712000003,20,R-1
            0712000003,20
            """,
            to: "bad.csv"
        )
        let ended = try await payments(folder, ["--created-by", "ann"], file: "bad.csv")
        #expect(ended.status == 1)
        let said = LedgerToolTests.steady(ended.output + ended.errors, folder)
        #expect(!said.contains("071200000"))
        try Golden.expect(said, is: "ledger-payments-mistakes")
        #expect(try await payments(folder, file: "none.csv").status == 3)
        try folder.write(Data([0x6D, 0xFF]), to: "bytes.csv")
        #expect(try await payments(folder, file: "bytes.csv").status == 3)
        try folder.write(LedgerToolTests.payments, to: "next.csv")
        #expect(try await payments(folder, file: "next.csv").status == 2)
    }

    @Test func aRehearsalMayRunBesideTheGateway() async throws {
        let folder = try await LedgerToolTests.filled(paying: false)
        let gateway = try await RunningGateway(ledger: "sqlite:" + folder("ledger.db"))
        defer { gateway.command.end() }
        let ended = try await payments(folder, ["--dry-run"])
        #expect(ended.status == 1)
        #expect(ended.output.contains("2 would be paid, KES 2,000.00"), "\(ended.output)")
        try await gateway.stop()
    }

    @Test func aRehearsalMakesNoLedger() async throws {
        let folder = try TemporaryFolder()
        try folder.write(LedgerToolTests.balances, to: "balances.csv")
        let ended = try await LedgerToolTests.ledger(
            ["import", "balances", folder("balances.csv"), "--dry-run"],
            in: folder
        )
        #expect(ended.status == 0, "\(ended.errors)")
        #expect(ended.output.contains("4 would be opened"), "\(ended.output)")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(names == ["balances.csv", "balances.results.csv"])
    }

    /// Lines of the file, and how many of them the killed process may have told.
    private static let count = 2_000
    private static let tellings = [1, 300, 900, 1_500]

    @Test func killedInTheMiddleItGoesOnAndPaysEachOnce() async throws {
        let folder = try TemporaryFolder()
        let numbers = (0..<Self.count).map { 254_713_000_000 + $0 }
        let wallets = numbers.map { "+\($0),,W,0\n" }.joined()
        try folder.write(
            "msisdn,account,name,amount\n\(wallets),programme:Relief,,9000000\n",
            to: "balances.csv"
        )
        let opened = try await LedgerToolTests.ledger(
            ["import", "balances", folder("balances.csv")],
            in: folder
        )
        try #require(opened.status == 0, "\(opened.output)\(opened.errors)")
        let rows = numbers.enumerated().map { "+\($1),\($0 + 1),R-\($0)\n" }.joined()
        try folder.write("msisdn,amount,reference\n" + rows, to: "june.csv")
        let names = ["--created-by", "ann", "--approved-by", "ben"]
        var killed = 0
        for told in Self.tellings {
            let command = try RunningCommand(
                [
                    try BuiltCommand.executable(), "ledger", "import", "payments",
                    folder("june.csv"), "--programme", "relief", "--ledger", folder("ledger.db"),
                ] + names
            )
            defer { command.end() }
            var looks = 0
            while command.isRunning, try resultLines(in: folder) < told, looks < Patience.looks {
                looks += 1
                try await Patience.nap()
            }
            command.signal(SIGKILL)
            if try await command.ended().status == -SIGKILL { killed += 1 }
        }
        #expect(killed > 0, "This tests nothing.")
        let ended = try await payments(folder)
        #expect(ended.status == 0, "\(ended.output)\(ended.errors)")
        #expect(ended.output.hasPrefix("Batch june of RELIEF: completed\n"))
        try audit(folder)
    }

    /// The lines whose result was told so far.
    private func resultLines(in folder: TemporaryFolder) throws -> Int {
        let data = FileManager.default.contents(atPath: folder("june.results.csv")) ?? Data()
        return data.count { $0 == 0x0A } - 1
    }

    private func audit(_ folder: TemporaryFolder) throws {
        let store = try SQLiteLedgerStore(path: folder("ledger.db"))
        defer { store.close() }
        #expect(try store.verify().isSound)
        var paid: [AccountID: [Int64]] = [:]
        var pages = TransferPages(of: store)
        while let page = try pages.next() {
            for row in page where !row.reference.isEmpty {
                paid[row.credit, default: []].append(row.amount.minorUnits)
            }
        }
        #expect(paid.count == Self.count)
        #expect(paid.values.allSatisfy { $0.count == 1 }, "Somebody was paid twice.")
        let amounts = paid.values.flatMap { $0 }.sorted()
        #expect(amounts == (1...Self.count).map { Int64($0) * 100 })
    }
}
