// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ledger
import LedgerStorage
import TestSupport

/// A little of everything a ledger does, step by step, and what it must come to.
struct FaultWorkload {
    /// One call of the store, which can be repeated.
    enum Step: Sendable {
        case commit(LedgerCommand)
        case expire(Timestamp)
        case deliver([Int64])
    }

    /// What a ledger holds, compared as a whole.
    struct Contents: Equatable {
        let audit: LedgerAudit
        let accounts: [Account]
        let record: Ledger.Record?
        let undelivered: [OutboxMessage]

        init(_ store: SQLiteLedgerStore) throws {
            audit = try store.verify()
            accounts = store.accounts()
            record = store.record(RecordKey(kind: 7, id: 1))
            undelivered = try store.undeliveredMessages(limit: 100)
        }
    }

    /// The steps, always the same.
    static let steps = makeSteps()
    let steps = Self.steps
    /// An empty ledger, so that each run begins with the same file.
    let empty: Data
    /// What the steps come to when nothing fails.
    let expected: Contents

    init() async throws {
        let folder = try TemporaryFolder()
        try SQLiteLedgerStore(path: folder.path("ledger")).close()
        empty = try folder.bytes("ledger")
        let store = try SQLiteLedgerStore(
            path: folder.path("ledger"),
            configuration: Self.configuration(nil)
        )
        for step in steps { try await Self.run(step, on: store) }
        expected = try Contents(store)
    }

    /// Flushes and checkpoints after a few commits, so that a short run has all kinds of writes.
    static func configuration(_ disk: FaultyFileSystem?) -> SQLiteLedgerConfiguration {
        var configuration = SQLiteLedgerConfiguration()
        configuration.transfersPerFlush = 6
        configuration.balancesPerPortion = 2
        configuration.checkpointPages = 24
        configuration.fileSystem = disk
        return configuration
    }

    /// Opens the ledger of a folder over a disk.
    func open(_ folder: TemporaryFolder, _ disk: FaultyFileSystem?) throws -> SQLiteLedgerStore {
        try SQLiteLedgerStore(
            path: folder.path("ledger"),
            configuration: Self.configuration(disk)
        )
    }

    /// Runs a step; refusals of the ledger itself are part of the workload.
    static func run(_ step: Step, on store: SQLiteLedgerStore) async throws(LedgerStoreError) {
        switch step {
        case .commit(let command): try await store.commit(command)
        case .expire(let moment): try await store.expirePending(at: moment)
        case .deliver(let ids): try await store.markDelivered(ids)
        }
    }

    /// How a step fails; nil when it does not.
    static func failure(_ step: Step, on store: SQLiteLedgerStore) async -> LedgerStoreError? {
        do throws(LedgerStoreError) {
            try await run(step, on: store)
            return nil
        } catch {
            return error
        }
    }

    /// `FAULTS=all` tries a fault at every call; otherwise at some of them.
    static var stride: Int {
        ProcessInfo.processInfo.environment["FAULTS"] == "all" ? 1 : 13
    }

    /// Tells what a long run came to.
    static func report(_ line: String) {
        if stride == 1 { FileHandle.standardError.write(Data((line + "\n").utf8)) }
    }

    private static func makeSteps() -> [Step] {
        let later = LedgerFixtures.now.adding(milliseconds: 1_000)
        let soon = LedgerFixtures.now.adding(milliseconds: 10)
        let holds = [later, later, soon].map { moment in
            Transfer(
                debit: AccountID(2),
                credit: AccountID(3),
                amount: LedgerFixtures.cents(100),
                reference: "held",
                kind: .pending(expiresAt: moment)
            )
        }
        let settlings = [
            Transfer.post(TransferID(5), amount: LedgerFixtures.cents(60)),
            Transfer.void(TransferID(6)),
        ]
        let tooMuch = Transfer(
            debit: AccountID(3),
            credit: AccountID(4),
            amount: LedgerFixtures.cents(1_000_000)
        )
        var documents = command(4)
        documents.settings = [AccountSetting(id: AccountID(4), floor: 0, ceiling: 5_000)]
        documents.records = [
            RecordChange(
                key: RecordKey(kind: 7, id: 1),
                expectedVersion: nil,
                body: Array(repeating: 7, count: 6_000)
            )
        ]
        let sends = (0..<12 as Range<UInt64>).map {
            Step.commit(LedgerFixtures.sending($0, wallets: 4))
        }
        let first: [Step] = [
            .commit(LedgerFixtures.opening(wallets: 4, each: 1_000)),
            .commit(command(1, holds)), .commit(command(2, settlings)),
            .commit(command(3, [tooMuch])), .commit(documents), .expire(soon),
        ]
        return first + sends[..<5] + [.deliver([1])] + sends[5...]
    }

    private static func command(_ number: UInt64, _ transfers: [Transfer] = []) -> LedgerCommand {
        LedgerCommand(
            key: IdempotencyKey(high: 9, low: number),
            at: LedgerFixtures.now,
            transfers: transfers
        )
    }
}
