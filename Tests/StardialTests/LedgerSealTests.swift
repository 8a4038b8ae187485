// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ledger
import LedgerStorage
import Testing

/// `stardial ledger seal`, `key` and `check --key`, and that the gateway seals by itself.
@Suite struct LedgerSealTests {
    /// A ledger whose only entry is of long ago.
    private static func old() async throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let store = try SQLiteLedgerStore(path: folder("ledger.db"))
        defer { store.close() }
        try await store.commit(
            LedgerCommand(
                key: IdempotencyKey(high: 1, low: 1),
                at: Timestamp(milliseconds: 1_700_000_000_000),
                audit: [AuditEntry(actor: "ann", action: "look", subject: "", reason: "")]
            )
        )
        return folder
    }

    private static func ledger(
        _ arguments: [String],
        in folder: TemporaryFolder
    ) async throws -> RunningCommand.Ended {
        try await LedgerToolTests.ledger(arguments, in: folder)
    }

    /// A ledger with two sealed days, the public key and the lines beside it.
    private static func sealed() async throws -> TemporaryFolder {
        let folder = try await LedgerToolTests.filled(paying: false)
        for day in ["2026-01-30", "2026-01-31"] {
            let ended = try await ledger(["seal", "--day", day], in: folder)
            try #require(ended.status == 0, "\(ended.errors)")
        }
        try folder.write(try await ledger(["key"], in: folder).output, to: "ledger.pub")
        let lines = try await ledger(["seal", "--print"], in: folder).output
        try folder.write(lines, to: "heads.txt")
        return folder
    }

    private static func steady(_ text: String, _ folder: TemporaryFolder) -> String {
        LedgerToolTests.steady(text, folder).replacing(/\b[0-9a-f]{128}\b/, with: "<signature>")
            .replacing(/\b[0-9a-f]{16}\b/, with: "<key>")
    }

    private static func check(_ folder: TemporaryFolder) async throws -> RunningCommand.Ended {
        let names = ["--key", folder("ledger.pub"), "--kept", folder("heads.txt")]
        return try await ledger(["check"] + names, in: folder)
    }

    @Test func aDayIsSealedAndTheHeadsAreChecked() async throws {
        let folder = try await Self.sealed()
        let again = try await Self.ledger(["seal", "--day", "2026-01-31"], in: folder)
        try Golden.expect(Self.steady(again.output, folder), is: "ledger-seal-before")
        let yesterday = try await Self.ledger(["seal"], in: folder)
        #expect(yesterday.status == 0, "\(yesterday.errors)")
        try Golden.expect(Self.steady(yesterday.output, folder), is: "ledger-seal")
        let line = try #require(yesterday.output.split(separator: "\n").last)
        let heads = try await Self.ledger(["seal", "--print"], in: folder)
        #expect(heads.output.split(separator: "\n").count == 3)
        #expect(heads.output.hasSuffix(line + "\n"))
        let check = try await Self.check(folder)
        #expect(check.status == 0, "\(check.errors)")
        #expect(check.output.contains("  Sealed     3 heads of days, each signed and holding\n"))
        let early = try await Self.ledger(["seal", "--day", "2026-01-01"], in: folder)
        #expect(early.status == 4)
        #expect(early.errors.contains("2026-01-01 was not sealed."), "\(early.errors)")
        let late = try await Self.ledger(["seal", "--day", "9999-01-01"], in: folder)
        #expect(late.status == 2 && late.errors.contains("has not begun"))
    }

    @Test func theKeyIsForItsOwnerAndNeverPrints() async throws {
        let folder = try await Self.sealed()
        let path = folder("ledger.db.sealkey")
        let facts = try FileManager.default.attributesOfItem(atPath: path)
        #expect(facts[.posixPermissions] as? Int == 0o600)
        let file = try String(contentsOfFile: path, encoding: .utf8)
        let secret = try #require(file.split(separator: "\n").last)
        #expect(secret.utf8.count == 64)
        let shown = try await Self.ledger(["key"], in: folder)
        #expect(shown.output.wholeMatch(of: /[0-9a-f]{64}\n/) != nil)
        #expect(!shown.output.contains(secret))
        let wrong = try await Self.ledger(["check", "--key", path], in: folder)
        #expect(wrong.status == 3 && wrong.errors.contains("stays secret"), "\(wrong.errors)")
        #expect(!wrong.errors.contains(secret))
        let other = String(repeating: "07", count: 32)
        try folder.write("stardial sealing key 1\n\(other)\n", to: "ledger.db.sealkey")
        let exchanged = try await Self.ledger(["seal"], in: folder)
        #expect(exchanged.status == 4)
        #expect(exchanged.errors.contains("is not the one that sealed"), "\(exchanged.errors)")
        try FileManager.default.removeItem(atPath: path)
        let gone = try await Self.ledger(["seal"], in: folder)
        #expect(gone.status == 4 && gone.errors.contains("Put it back"), "\(gone.errors)")
        #expect(try await Self.ledger(["key"], in: folder).status == 3)
    }

    @Test func aHeadThatDoesNotHoldIsToldInPlainWords() async throws {
        let folder = try await Self.sealed()
        // Another ledger in the place of the one that was signed, with heads of its own key.
        let other = try await LedgerToolTests.filled()
        try FileManager.default.removeItem(atPath: folder("ledger.db"))
        try FileManager.default.copyItem(atPath: other("ledger.db"), toPath: folder("ledger.db"))
        let mismatch = try await Self.check(folder)
        #expect(mismatch.status == 1)
        try Golden.expect(Self.steady(mismatch.output, folder), is: "ledger-check-mismatch")
        // An empty one: what was signed is not there at all.
        let old = try await Self.old()
        try FileManager.default.removeItem(atPath: folder("ledger.db"))
        try FileManager.default.copyItem(atPath: old("ledger.db"), toPath: folder("ledger.db"))
        let missing = try await Self.check(folder)
        #expect(missing.status == 1)
        try Golden.expect(Self.steady(missing.output, folder), is: "ledger-check-missing")
    }

    @Test func aHeadOfAnotherKeyIsToldInPlainWords() async throws {
        let folder = try await Self.sealed()
        let other = try await Self.sealed()
        let names = ["--key", other("ledger.pub")]
        let forged = try await Self.ledger(["check"] + names, in: folder)
        #expect(forged.status == 1)
        try Golden.expect(Self.steady(forged.output, folder), is: "ledger-check-forged")
        // One line of two that were kept, with another signature.
        let kept = try String(contentsOfFile: folder("heads.txt"), encoding: .utf8)
            .replacing(#/ [0-9a-f]{16}\n/#, with: "\n")
        let last: Character = kept.dropLast().last == "0" ? "1" : "0"
        try folder.write(kept.dropLast(2) + "\(last)\n", to: "heads.txt")
        let one = try await Self.check(folder)
        #expect(one.status == 1)
        #expect(one.output.contains("The head of 2026-01-31 is not signed by this key."))
        #expect(one.output.contains("Up to the end of 2026-01-30 all is as it was signed."))
        let json = try await Self.ledger(["check", "--json"] + names, in: folder)
        #expect(json.status == 1 && json.output.contains("\"heads\":2"), "\(json.output)")
    }

    @Test func filesThatAreNoneAreThree() async throws {
        let folder = try await Self.sealed()
        try folder.write("2026-01-31 1 1 abc def\n", to: "bad.txt")
        for (key, kept, words) in [
            ("none.pub", "heads.txt", "cannot be read"),
            ("heads.txt", "heads.txt", "holds no public key"),
            ("ledger.pub", "none.txt", "cannot be read"),
            ("ledger.pub", "bad.txt", "line 1, is no head"),
        ] {
            let names = ["--key", folder(key), "--kept", folder(kept)]
            let ended = try await Self.ledger(["check"] + names, in: folder)
            #expect(ended.status == 3 && ended.errors.contains(words), "\(ended.errors)")
        }
        let alone = try await Self.ledger(["check", "--kept", folder("heads.txt")], in: folder)
        #expect(alone.status == 2)
        let nowhere = try TemporaryFolder()
        #expect(try await Self.ledger(["seal"], in: nowhere).status == 3)
        #expect(!FileManager.default.fileExists(atPath: nowhere("ledger.db")))
    }

    @Test func theGatewaySealsADayThatIsOver() async throws {
        let folder = try await Self.old()
        let gateway = try await RunningGateway(ledger: "sqlite:" + folder("ledger.db"))
        defer { gateway.command.end() }
        #expect(!FileManager.default.fileExists(atPath: folder("ledger.db.sealkey.new")))
        let busy = try await Self.ledger(["seal"], in: folder)
        #expect(busy.status == 4 && busy.errors.contains("in use by process"), "\(busy.errors)")
        let look = try await Self.ledger(["check"], in: folder)
        #expect(look.status == 0)
        #expect(look.output.contains(#/  Open in    process \d+, which goes on\./#), "\(look)")
        #expect(look.output.contains("  Sealed     1 head of a day, not compared: name "))
        let heads = try await Self.ledger(["seal", "--print"], in: folder)
        let head = try #require(SignedHead(heads.output.trimmingCharacters(in: .newlines)))
        // Before anything of today was written.
        #expect(head.note == 1 && head.transfer == TransferID(0))
        try await gateway.stop()
        try folder.write(try await Self.ledger(["key"], in: folder).output, to: "ledger.pub")
        try folder.write(heads.output, to: "heads.txt")
        let check = try await Self.check(folder)
        #expect(check.output.contains("  Sealed     1 head of a day, signed and holding\n"))
        #expect(!check.output.contains("Open in"))
    }

    @Test func aNewLedgerGetsAKeyAndNoHead() async throws {
        let folder = try TemporaryFolder()
        let gateway = try await RunningGateway(ledger: "sqlite:" + folder("ledger.db"))
        defer { gateway.command.end() }
        try await gateway.stop()
        #expect(try await Self.ledger(["key"], in: folder).status == 0)
        let heads = try await Self.ledger(["seal", "--print"], in: folder)
        #expect(heads.status == 0 && heads.output.isEmpty)
    }
}
