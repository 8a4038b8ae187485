// SPDX-License-Identifier: Apache-2.0
import Ledger
import LedgerStorage
import TestSupport
import Testing

/// What is said of a commit whose flush failed, and whether it is true.
@Suite struct DoubtTests {
    private let key = IdempotencyKey(high: 1, low: 5)
    private let command = LedgerFixtures.sending(5, wallets: 4)

    @Test func `a failed flush that was written over leaves nothing behind`() async throws {
        let (folder, disk, store) = try await opened()
        disk.install(FaultPlan([Fault(.sync(1), .failing)]))
        guard case .io(1_034, _) = await failure(store, command) else {
            Issue.record("The flush did not fail.")
            return
        }
        #expect(try store.result(of: key) == nil)
        disk.cutPower(keeping: .everything)
        let again = try reopened(folder, disk, store)
        #expect(try again.result(of: key) == nil)
        #expect(try again.verify().transfers == 4)
    }

    @Test func `while a commit is in doubt nobody is told that it did not happen`() async throws {
        let (folder, disk, store) = try await opened()
        defer { withExtendedLifetime(folder) {} }
        disk.install(FaultPlan([Fault(.sync(1), .failing, lasts: true)]))
        let error = try #require(await failure(store, command))
        guard case .inDoubt(1_034, _) = error else {
            Issue.record("\(error) is not in doubt.")
            return
        }
        #expect(throws: error) { try store.result(of: key) }
        #expect(try store.result(of: IdempotencyKey(high: 0, low: 1)) != nil)
        #expect(store.troubles.contains(.doubt))
        disk.heal()
        try await store.commit(LedgerFixtures.sending(6, wallets: 4))
        #expect(!store.troubles.contains(.doubt))
        #expect(try store.result(of: key) == nil)
        let result = try await store.commit(command)
        #expect(!result.replayed)
        #expect(result.transfers.map(\.id.rawValue) == [6])
    }

    @Test(arguments: Fault.Kept.allCases)
    func `a commit in doubt happens once, whatever the disk kept`(
        kept: Fault.Kept
    ) async throws {
        let (folder, disk, store) = try await opened()
        disk.install(FaultPlan([Fault(.sync(1), .failing, lasts: true, on: .log)]))
        guard case .inDoubt = await failure(store, command) else {
            Issue.record("The flush did not fail.")
            return
        }
        disk.cutPower(keeping: kept, seed: 3)
        let again = try reopened(folder, disk, store)
        let before = try again.result(of: key)
        if kept == .nothing { #expect(before == nil) }
        let result = try await again.commit(command)
        #expect(result.replayed == (before != nil))
        #expect(result.transfers.map(\.id.rawValue) == [5])
        #expect(try again.verify().transfers == 5)
        #expect(try again.verify().isSound)
    }

    private func opened() async throws
        -> (TemporaryFolder, FaultyFileSystem, SQLiteLedgerStore)
    {
        let folder = try TemporaryFolder()
        let disk = try FaultyFileSystem()
        var configuration = SQLiteLedgerConfiguration()
        configuration.fileSystem = disk
        let store = try SQLiteLedgerStore(
            path: folder.path("ledger"),
            configuration: configuration
        )
        try await store.commit(LedgerFixtures.opening(wallets: 4, each: 1_000))
        return (folder, disk, store)
    }

    private func reopened(
        _ folder: TemporaryFolder,
        _ disk: FaultyFileSystem,
        _ store: SQLiteLedgerStore
    ) throws -> SQLiteLedgerStore {
        store.close()
        try disk.restart()
        return try SQLiteLedgerStore(path: folder.path("ledger"))
    }
}
