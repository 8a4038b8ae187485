// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// `stardial staff` on a ledger's file, as two members of staff use it.
@Suite struct StaffCommandTests {
    private static let pins = ["wanjiru": "246813", "kamau": "864213"]

    /// A ledger that a gateway made, with its key and a staff file beside it.
    private struct Office {
        let folder: TemporaryFolder

        init(more: [String] = []) async throws {
            folder = try TemporaryFolder()
            let ledger = "sqlite:" + folder("ledger.db")
            let gateway = try await RunningGateway(ledger: ledger, more: more)
            defer { gateway.command.end() }
            try await gateway.stop()
            try await hashPINs()
        }

        /// Writes the staff file with every PIN under the newest key.
        func hashPINs() async throws {
            var lines = "roles:\n  all: {request: [all], approve: [all]}\nstaff:\n"
            for (name, pin) in StaffCommandTests.pins.sorted(by: { $0.key < $1.key }) {
                let hashed = try await run(["hash"], pin: pin)
                let hash = hashed.output.trimmingCharacters(in: .newlines)
                lines += "  - {name: \(name), role: all, pin: \"\(hash)\"}\n"
            }
            try folder.write(lines, to: "staff.yaml")
        }

        func run(_ words: [String], pin: String? = nil) async throws -> RunningCommand.Ended {
            let place = ["--ledger", folder("ledger.db"), "--pin-rounds", "2"]
            let input = pin.map { RunningCommand.Input.pipe(Data(($0 + "\n").utf8)) }
            return try await BuiltCommand.run(
                ["staff"] + words + place,
                input: input ?? .nothing
            )
        }

        func step(_ words: String, by name: String, _ more: [String] = []) async throws
            -> RunningCommand.Ended
        {
            try await run(
                words.split(separator: " ").map(String.init) + ["--by", name] + more,
                pin: StaffCommandTests.pins[name]
            )
        }
    }

    @Test func aFreezeTakesTwoAndIsKept() async throws {
        let office = try await Office()
        let because = ["--reason", "phone stolen"]
        let asked = try await office.step("request freeze 0712000001", by: "wanjiru", because)
        #expect(asked.status == 0, "\(asked.errors)")
        #expect(asked.output.hasPrefix("1 open: freeze +2547****001, asked by wanjiru "))
        let own = try await office.step("approve 1", by: "wanjiru")
        #expect(own.status == 1)
        #expect(own.errors.contains("You asked for this yourself. Nothing was done."))
        let done = try await office.step("approve 1", by: "kamau")
        #expect(done.status == 0, "\(done.errors)")
        #expect(done.output.contains("1 done: freeze +2547****001"))
        let log = try await office.run(["log"])
        let lines = log.output.split(separator: "\n")
        #expect(lines.count == 2, "\(log)")
        #expect(lines.last?.contains("wanjiru with kamau approve 1: freeze") == true)
        #expect(lines.last?.contains(#/^\d+ \d{4}-\d\d-\d\d \d\d:\d\d /#) == true, "with its year")
        #expect(try await office.run(["list"]).output.isEmpty)
        #expect(try await office.run(["list", "--all"]).output == done.output)
        for text in [asked.output, done.output, log.output] {
            #expect(!text.contains("712000001") && !text.contains("246813"))
        }
    }

    @Test func whatStaffDidIsReadWhileTheGatewayRunsAndByPrograms() async throws {
        let office = try await Office()
        let because = ["--reason", "phone \"stolen\""]
        _ = try await office.step("request freeze 0712000001", by: "wanjiru", because)
        let gateway = try await RunningGateway(ledger: "sqlite:" + office.folder("ledger.db"))
        defer { gateway.command.end() }
        for look in ["list", "log"] {
            let plain = try await office.run([look])
            #expect(plain.status == 0 && plain.output.contains("freeze"), "\(plain.errors)")
            let json = try await office.run([look, "--json"])
            #expect(json.status == 0, "\(json.errors)")
            let text = LedgerToolTests.steady(json.output, office.folder)
                .replacing(/"note":\d+/, with: "\"note\":<number>")
            try Golden.expect(text, is: "staff-\(look)-json")
        }
        let step = try await office.step("approve 1", by: "kamau")
        #expect(step.status == 4 && step.errors.contains("in use by process"), "\(step.errors)")
    }

    @Test func aResetPrintsTheCodeOnce() async throws {
        let office = try await Office()
        let because = ["--reason", "forgotten"]
        _ = try await office.step("request reset-pin 0712000001", by: "wanjiru", because)
        let done = try await office.step("approve 1", by: "kamau")
        let found = done.output.firstMatch(of: /code (\d{6}), good for a day\n/)
        let code = try #require(found, "\(done)").output.1
        let again = try await office.step("approve 1", by: "kamau")
        #expect(again.status == 1 && !again.errors.contains(code))
        #expect(try await !office.run(["log"]).output.contains(code))
    }

    @Test func anotherKeyIsNoticedBeforeAnyPINIsWrong() async throws {
        let office = try await Office()
        let other = try await Office(more: ["--no-demo"])
        let path = office.folder("ledger.db.pinkey")
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.copyItem(atPath: other.folder("ledger.db.pinkey"), toPath: path)
        let keys = try await office.run(["keys"])
        #expect(keys.status == 4)
        #expect(keys.errors.contains("is not the key 1 that the ledger knows"), "\(keys.errors)")
        let words = ["up", "--line-port", "0", "--ledger", "sqlite:" + office.folder("ledger.db")]
        let gateway = try await BuiltCommand.run(words)
        #expect(gateway.status == 4 && gateway.errors.contains("every right PIN"), "\(gateway)")
    }

    @Test func whatIsNoOperationIsAMistakeOfUsage() async throws {
        let office = try await Office(more: ["--no-demo"])
        let ended = try await office.step("request fly 1", by: "kamau", ["--reason", "x"])
        #expect(ended.status == 2 && ended.errors.contains("Type an operation"), "\(ended)")
    }

    @Test func aBatchTakesTwoWhoProveIt() async throws {
        let office = try await Office(more: ["--no-demo"])
        let folder = office.folder
        try folder.write(LedgerToolTests.balances, to: "balances.csv")
        try folder.write(LedgerToolTests.payments, to: "june.csv")
        let balances = ["import", "balances", folder("balances.csv")]
        _ = try await LedgerToolTests.ledger(balances, in: folder)
        func batch(_ words: [String], pins: [String]) async throws -> RunningCommand.Ended {
            let lines = Data(pins.map { $0 + "\n" }.joined().utf8)
            return try await BuiltCommand.run(
                ["ledger", "import", "payments", folder("june.csv"), "--programme", "relief"]
                    + words + ["--ledger", folder("ledger.db")],
                input: .pipe(lines)
            )
        }
        let silent = try await batch(["--created-by", "kamau"], pins: [])
        #expect(silent.status == 2 && silent.errors.contains("No PIN of kamau"), "\(silent)")
        let wrong = try await batch(["--created-by", "kamau"], pins: ["111111"])
        #expect(wrong.status == 1 && wrong.errors.contains("Name or PIN is wrong."), "\(wrong)")
        let nobody = try await batch(["--created-by", "ann"], pins: ["864213"])
        #expect(nobody.status == 1, "\(nobody)")
        let created = try await batch(["--created-by", "kamau"], pins: ["864213"])
        #expect(created.status == 0, "\(created)")
        let alone = try await batch(["--approved-by", "wanjiru"], pins: ["864213"])
        #expect(alone.status == 1 && alone.errors.contains("Name or PIN is wrong."), "\(alone)")
        let paid = try await batch(["--approved-by", "wanjiru"], pins: ["246813"])
        #expect(paid.output.contains("  2 paid"), "\(paid)")
    }

    @Test func aKeyIsAddedAndRetired() async throws {
        let office = try await Office()
        #expect(try await office.run(["keys"]).output == "key 1 (newest): 3 wallets, 2 staff\n")
        let added = try await office.run(["keys", "--add"])
        #expect(added.output.hasPrefix("Key 2 was added."), "\(added)")
        #expect(
            added.output.hasSuffix(
                "key 1: 3 wallets, 2 staff\nkey 2 (newest): 0 wallets, 0 staff\n"
            )
        )
        let because = ["--reason", "a year old"]
        let early = try await office.step("request retire-key 1", by: "kamau", because)
        #expect(early.status == 1)
        #expect(early.errors.contains("3 wallets and 2 staff are under this key."))
    }

    @Test func aKeyThatNothingIsUnderLeavesItsFile() async throws {
        let office = try await Office(more: ["--no-demo"])
        _ = try await office.run(["keys", "--add"])
        try await office.hashPINs()
        let because = ["--reason", "a year old"]
        let asked = try await office.step("request retire-key 1", by: "kamau", because)
        #expect(asked.output.hasPrefix("1 open: retire-key key 1, asked by kamau"), "\(asked)")
        let done = try await office.step("approve 1", by: "wanjiru")
        #expect(done.status == 0, "\(done.errors)")
        #expect(
            try await office.run(["keys"]).output
                == "key 1 (retired): 0 wallets, 0 staff\nkey 2 (newest): 0 wallets, 2 staff\n"
        )
        let file = try String(contentsOfFile: office.folder("ledger.db.pinkey"), encoding: .utf8)
        let lines = file.split(separator: "\n")
        #expect(lines.count == 2 && lines[1].hasPrefix("2 "))
        let facts = try FileManager.default.attributesOfItem(
            atPath: office.folder("ledger.db.pinkey")
        )
        #expect(facts[.posixPermissions] as? Int == 0o600)
    }

    @Test func whatIsMissingIsTold() async throws {
        let folder = try TemporaryFolder()
        let none = try await BuiltCommand.run(["staff", "list", "--ledger", folder("none.db")])
        #expect(none.status == 3)
        #expect(none.errors.contains("staff file"))
        let silent = try await BuiltCommand.run(
            ["staff", "approve", "1", "--by", "kamau", "--ledger", folder("none.db")]
        )
        #expect(silent.status == 2)
        #expect(silent.errors.contains("No PIN of kamau came on standard input."))
    }

    /// Beside a ledger that is named without a folder is here, and not at the root.
    @Test func theStaffFileIsBesideTheLedger() async throws {
        let folder = try TemporaryFolder()
        try folder.copyMenus()
        let ended = try await BuiltCommand.run(
            ["staff", "list", "--ledger", "ledger.db"],
            in: folder.path
        )
        #expect(ended.status == 3 && ended.errors.contains("file staff.yaml cannot be read"))
    }
}
