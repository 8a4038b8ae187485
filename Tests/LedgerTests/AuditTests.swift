// SPDX-License-Identifier: Apache-2.0
import TestSupport
import Testing

@testable import Ledger

@Suite struct AuditTests {
    /// What an audit reads: the journal in order, and where the store stands.
    private struct Journal {
        var entries: [JournalEntry] = []
        var state = LedgerState()

        init(_ store: MemoryLedgerStore) {
            var notes = store.notes(since: 0, limit: .max).makeIterator()
            var rows = store.transfers(since: .zero, limit: .max).makeIterator()
            JournalEntry.merge(notes: { notes.next() }, transfers: { rows.next() }) {
                entries.append($0)
            }
            state = store.state
        }

        func audit(heads: [SignedHead] = [], publicKey: SealPublicKey? = nil) -> LedgerAudit {
            var auditor = LedgerAuditor(heads: heads, signers: publicKey.map { SealSigners($0) })
            for entry in entries {
                auditor.add(entry) { row in
                    entries.lazy.compactMap(\.transfer).first { $0.id == row.kind.original }
                }
            }
            return auditor.finish(comparing: state)
        }

        func place(ofTransfer id: Int64) -> Int {
            entries.firstIndex { $0.transfer?.id.rawValue == id } ?? 0
        }

        func place(ofNote id: Int64) -> Int {
            entries.firstIndex { $0.note?.id == id } ?? 0
        }

        /// Exchanges what stands in two places, each under the other's number.
        mutating func exchange(_ first: Int, _ second: Int) {
            let (old, new) = (entries[first], entries[second])
            entries[first] = new.moved(to: old) ?? new
            entries[second] = old.moved(to: new) ?? old
        }

        /// Seals everything from a place on again, as a forger would.
        mutating func sealAgain(from place: Int) {
            var hash = place == 0 ? TransferHash.genesis : entries[place - 1].hash
            for index in place..<entries.count {
                hash = entries[index].sealed(after: hash)
                switch entries[index] {
                case .transfer(var row):
                    row.hash = hash
                    entries[index] = .transfer(row)
                case .note(var note):
                    note.hash = hash
                    entries[index] = .note(note)
                }
            }
            state.restore(
                LedgerHead(transfer: state.lastTransfer, hash: hash, note: state.lastNote)
            )
        }
    }

    @Test func `a sound journal is sound`() async throws {
        let audit = try await journal().audit()
        #expect(audit.isSound)
        #expect(audit.transfers == 26)
        #expect(audit.notes == 8)
    }

    @Test func `an altered transfer is named`() async throws {
        var journal = try await journal()
        let place = journal.place(ofTransfer: 10)
        guard case .transfer(var row) = journal.entries[place] else { return }
        row.debitBalanceAfter += 1
        journal.entries[place] = .transfer(row)
        let found = journal.audit().violations
        #expect(found == [.chainBroken(TransferID(10)), .rowMismatch(TransferID(10))])
        #expect(found.first?.tampering == .altered)
    }

    @Test func `a transfer with another seal is named, and not the one behind it`() async throws {
        var journal = try await journal()
        let place = journal.place(ofTransfer: 10)
        guard case .transfer(var row) = journal.entries[place] else { return }
        row.hash = .genesis
        journal.entries[place] = .transfer(row)
        #expect(journal.audit().violations == [.chainBroken(TransferID(10))])
    }

    @Test func `a removed transfer is named`() async throws {
        var journal = try await journal()
        journal.entries.remove(at: journal.place(ofTransfer: 10))
        let found = journal.audit().violations
        #expect(found.first == .gap(after: TransferID(9)))
        #expect(found.first?.tampering == .removed)
    }

    @Test func `transfers in another order are named`() async throws {
        var journal = try await journal()
        journal.exchange(journal.place(ofTransfer: 10), journal.place(ofTransfer: 13))
        let found = journal.audit().violations
        #expect(
            Array(found.prefix(2)) == [
                .reordered(TransferID(13), belongsAt: TransferID(10)),
                .reordered(TransferID(10), belongsAt: TransferID(13)),
            ]
        )
        #expect(found.first?.tampering == .reordered)
        #expect(!found.contains { if case .chainBroken = $0 { true } else { false } })
    }

    @Test func `altered, removed and moved notes are named`() async throws {
        let sound = try await journal()
        var journal = sound
        let place = journal.place(ofNote: 7)
        guard case .note(let note) = journal.entries[place] else { return }
        journal.entries[place] = .note(
            JournalNote(
                id: note.id,
                after: note.after,
                kind: .audit(
                    AuditEntry(actor: "eve", action: "freeze", subject: "x", reason: "")
                ),
                at: note.at,
                hash: note.hash
            )
        )
        #expect(journal.audit().violations == [.noteBroken(7)])
        journal = sound
        journal.entries.remove(at: place)
        #expect(journal.audit().violations.first == .noteGap(after: 6))
        journal = sound
        journal.exchange(place, journal.place(ofNote: 8))
        #expect(
            Array(journal.audit().violations.prefix(2)) == [
                .noteReordered(8, belongsAt: 7), .noteReordered(7, belongsAt: 8),
            ]
        )
    }

    @Test func `limits and flags that were never noted are named`() async throws {
        var journal = try await journal()
        var account = try #require(journal.state.account(AccountID(3)))
        account.floor = -1_000
        journal.state.restore(account)
        #expect(journal.audit().violations == [.settingMismatch(AccountID(3))])
        journal.state.restore(
            Account(AccountOpening(id: AccountID(99), kind: .asset, currency: .kes))
        )
        #expect(journal.audit().violations.last == .settingMismatch(AccountID(99)))
    }

    @Test func `a chain sealed again fits no head signed before`() async throws {
        let key = try #require(SealingKey(bytes: Array(0..<32)))
        let store = try await store()
        let first = try await store.seal(day: "2026-11-20", key: key)
        try await store.commit(LedgerFixtures.sending(90, wallets: 4))
        let second = try await store.seal(day: "2026-11-21", key: key)
        #expect(try store.verify(publicKey: key.publicKey).isSound)
        #expect(try store.verify(publicKey: key.publicKey).heads == 2)

        var journal = Journal(store)
        let place = journal.place(ofTransfer: 10)
        guard case .transfer(let row) = journal.entries[place] else { return }
        journal.entries[place] = .transfer(
            PostedTransfer(
                id: row.id,
                group: row.group,
                kind: row.kind,
                debit: row.debit,
                credit: row.credit,
                amount: row.amount,
                code: TransferCode(9),
                reference: "forged",
                debitBalanceAfter: row.debitBalanceAfter,
                creditBalanceAfter: row.creditBalanceAfter,
                previousDebit: row.previousDebit,
                previousCredit: row.previousCredit,
                at: row.at,
                hash: row.hash
            )
        )
        journal.sealAgain(from: place)
        #expect(journal.audit().isSound)
        let found = journal.audit(heads: [first, second], publicKey: key.publicKey).violations
        #expect(found == [.headMismatch(day: "2026-11-20"), .headMismatch(day: "2026-11-21")])
    }

    @Test func `an end cut off is missed by the head behind it`() async throws {
        let key = try #require(SealingKey(bytes: Array(0..<32)))
        let store = try await store()
        let before = Journal(store)
        try await store.commit(LedgerFixtures.sending(90, wallets: 4))
        let head = try await store.seal(day: "2026-11-20", key: key)
        #expect(before.audit().isSound)
        let found = before.audit(heads: [head], publicKey: key.publicKey).violations
        #expect(found == [.headMissing(day: "2026-11-20")])
    }

    @Test func `reversals are compared with what they reverse`() async throws {
        let store = try await store()
        let back = Transfer.reversal(of: TransferID(6))
        let result = try await store.commit(
            LedgerCommand(
                key: IdempotencyKey(high: 9, low: 9),
                at: LedgerFixtures.now,
                transfers: [back]
            )
        )
        let id = try #require(result.transfers.first?.id)
        #expect(store.verify().isSound)
        var journal = Journal(store)
        guard case .transfer(let row) = journal.entries[journal.place(ofTransfer: 6)] else {
            return
        }
        // the original made smaller, and everything sealed again
        journal.entries[journal.place(ofTransfer: 6)] = .transfer(
            PostedTransfer(
                id: row.id,
                group: row.group,
                kind: .void(pending: TransferID(1)),
                debit: row.debit,
                credit: row.credit,
                amount: row.amount,
                code: row.code,
                reference: row.reference,
                debitBalanceAfter: row.debitBalanceAfter,
                creditBalanceAfter: row.creditBalanceAfter,
                previousDebit: row.previousDebit,
                previousCredit: row.previousCredit,
                at: row.at,
                hash: row.hash
            )
        )
        #expect(journal.audit().violations.contains(.originalMismatch(id)))
    }

    private func store() async throws -> MemoryLedgerStore {
        let store = MemoryLedgerStore()
        try await store.commit(LedgerFixtures.opening(wallets: 4, each: 100))
        for number in 0..<22 as Range<UInt64> {
            var command = LedgerFixtures.sending(number, wallets: 4)
            if number == 12 {
                command.settings = [AccountSetting(id: AccountID(2), floor: -5)]
                command.audit = ["limit", "thaw"].map {
                    AuditEntry(actor: "amara", action: $0, subject: "2", reason: "asked")
                }
            }
            try await store.commit(command)
        }
        return store
    }

    private func journal() async throws -> Journal { Journal(try await store()) }
}

extension JournalEntry {
    fileprivate var transfer: PostedTransfer? {
        if case .transfer(let row) = self { row } else { nil }
    }

    fileprivate var note: JournalNote? {
        if case .note(let note) = self { note } else { nil }
    }
}
