// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ledger
import LedgerStorage
import Testing

/// `stardial ledger key --replace`, and `check` with the keys before and after.
@Suite struct LedgerKeyTests {
    private static func ledger(
        _ arguments: [String],
        in folder: TemporaryFolder
    ) async throws -> RunningCommand.Ended {
        try await LedgerToolTests.ledger(arguments, in: folder)
    }

    /// A ledger with two days under one key, which was replaced then, and a day under the next.
    private static func replaced() async throws -> (folder: TemporaryFolder, last: String) {
        let folder = try await LedgerToolTests.filled(paying: false)
        for day in ["2026-01-30", "2026-01-31"] {
            try #require(try await ledger(["seal", "--day", day], in: folder).status == 0)
        }
        try folder.write(try await ledger(["key"], in: folder).output, to: "old.pub")
        let ended = try await ledger(["key", "--replace"], in: folder)
        try #require(ended.status == 0, "\(ended.errors)")
        try folder.write(try await ledger(["key"], in: folder).output, to: "new.pub")
        let last = try #require(ended.output.firstMatch(of: /days up to ([-0-9]+)/)?.1)
        let end = try #require(Timestamp.moments(named: String(last))?.upperBound.milliseconds)
        let today = Timestamp(milliseconds: end + 1).calendarDate(offsetMinutes: 0)
        let sealed = try await ledger(["seal", "--day", today], in: folder)
        try #require(sealed.status == 0, "\(sealed.errors)")
        return (folder, String(last))
    }

    private static func check(
        _ keys: [String],
        in folder: TemporaryFolder,
        _ more: [String] = []
    ) async throws -> RunningCommand.Ended {
        try await ledger(["check"] + keys.flatMap { ["--key", folder($0)] } + more, in: folder)
    }

    @Test func oneKeyHandsOverToTheNextAndBothAreNamed() async throws {
        let (folder, last) = try await Self.replaced()
        let old = try String(contentsOfFile: folder("old.pub"), encoding: .utf8)
        let new = try String(contentsOfFile: folder("new.pub"), encoding: .utf8)
        #expect(old != new)
        #expect(!FileManager.default.fileExists(atPath: folder("ledger.db.sealkey.next")))
        for keys in [["old.pub"], ["old.pub", "new.pub"]] {
            let check = try await Self.check(keys, in: folder)
            #expect(check.status == 0, "\(check.output)\(check.errors)")
            #expect(
                check.output.contains("Key        \(old.prefix(16)) signed 2026-01-30 to \(last)")
            )
            #expect(check.output.contains("Key        \(new.prefix(16)) signed "))
        }
        let lines = try await Self.ledger(["seal", "--print"], in: folder).output
            .split(separator: "\n")
        #expect(lines.map { $0.suffix(16) == old.prefix(16) } == [true, true, true, false])
        #expect(lines.last?.suffix(16) == new.prefix(16))
        try folder.write(lines.joined(separator: "\n"), to: "heads.txt")
        let kept = try await Self.check(
            ["old.pub", "new.pub"],
            in: folder,
            ["--kept", folder("heads.txt")]
        )
        #expect(kept.status == 0, "\(kept.output)")
    }

    @Test func theNewKeyAloneAnswersForNoEarlierDay() async throws {
        let (folder, last) = try await Self.replaced()
        let check = try await Self.check(["new.pub"], in: folder)
        #expect(check.status == 1)
        #expect(check.output.contains("The head of \(last) is not signed by this key."))
        let stranger = try await LedgerToolTests.filled(paying: false)
        _ = try await Self.ledger(["seal", "--day", "2026-01-30"], in: stranger)
        try folder.write(try await Self.ledger(["key"], in: stranger).output, to: "other.pub")
        let named = try await Self.check(["old.pub", "other.pub"], in: folder)
        #expect(named.status == 1 && named.output.contains("which was not named"))
        #expect(named.output.contains("No key handed over to key"))
    }

    /// Whoever has the new key and the file writes all of it anew and signs every day.
    @Test func whoeverHasTheNewKeyCannotSignOldDaysAnew() async throws {
        let (folder, last) = try await Self.replaced()
        let key = try String(contentsOfFile: folder("ledger.db.sealkey"), encoding: .utf8)
        let handover = try Self.handover(in: folder)
        for isHandedOver in [false, true] {
            let forged = try await LedgerToolTests.filled()
            for name in ["old.pub", "new.pub"] {
                let text = try String(contentsOfFile: folder(name), encoding: .utf8)
                try forged.write(text, to: name)
            }
            if isHandedOver { try await Self.note(handover, in: forged) }
            try forged.write(key, to: "ledger.db.sealkey")
            let sealed = try await Self.ledger(["seal", "--day", last], in: forged)
            #expect(sealed.status == 0, "\(sealed.errors)")
            let check = try await Self.check(["old.pub", "new.pub"], in: forged)
            #expect(check.status == 1)
            #expect(check.output.contains("The head of \(last) is not signed by this key."))
            // Even when no head of an old day is left, the handover has one.
            guard isHandedOver else { continue }
            #expect(check.output.split(separator: "\n").filter { $0.contains(last) }.count > 1)
        }
    }

    @Test func aKeyThatWasAnnouncedAndNotPutInPlaceIsFoundAgain() async throws {
        let (folder, _) = try await Self.replaced()
        let file = folder("ledger.db.sealkey")
        try FileManager.default.moveItem(atPath: file, toPath: file + ".next")
        let other = String(repeating: "07", count: 32)
        try folder.write("stardial sealing key 1\n\(other)\n", to: "ledger.db.sealkey")
        let sealed = try await Self.ledger(["seal"], in: folder)
        #expect(sealed.status == 0, "\(sealed.errors)")
        #expect(!FileManager.default.fileExists(atPath: file + ".next"))
        try folder.write("stardial sealing key 1\n\(other)\n", to: "ledger.db.sealkey")
        let wrong = try await Self.ledger(["seal"], in: folder)
        #expect(wrong.status == 4 && wrong.errors.contains("was replaced"), "\(wrong.errors)")
        let nowhere = try TemporaryFolder()
        #expect(try await Self.ledger(["key", "--replace"], in: nowhere).status == 3)
    }

    private static func handover(in folder: TemporaryFolder) throws -> AuditEntry {
        let ledger = try SQLiteLedgerSnapshot(path: folder("ledger.db"))
        defer { ledger.close() }
        let entries = try ledger.notes(since: 0, limit: 1_000).compactMap { note in
            if case .audit(let entry) = note.kind, SealKeyHandover(entry) != nil {
                entry
            } else {
                nil
            }
        }
        return try #require(entries.first)
    }

    private static func note(_ entry: AuditEntry, in folder: TemporaryFolder) async throws {
        let store = try SQLiteLedgerStore(path: folder("ledger.db"))
        defer { store.close() }
        try await store.commit(
            LedgerCommand(
                key: IdempotencyKey(high: 9, low: 9),
                at: Timestamp(milliseconds: 1_800_000_000_000),
                audit: [entry]
            )
        )
    }
}
