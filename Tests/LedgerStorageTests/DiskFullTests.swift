// SPDX-License-Identifier: Apache-2.0
import Ledger
import TestSupport
import Testing

@testable import LedgerStorage

@Suite struct DiskFullTests {
    @Test func `a full disk undoes the batch, and the store goes on when there is space`()
        async throws
    {
        let folder = try TemporaryFolder()
        var configuration = SQLiteLedgerConfiguration()
        configuration.filePagesMax = 40
        let path = folder.path("ledger")
        let store = try SQLiteLedgerStore(path: path, configuration: configuration)
        try await store.commit(LedgerFixtures.opening(wallets: 8, each: 10_000))
        var accepted: UInt64 = 0
        var failure: LedgerStoreError?
        while failure == nil, accepted < 5_000 {
            do {
                try await store.commit(LedgerFixtures.sending(accepted, wallets: 8))
                accepted += 1
            } catch { failure = error }
        }
        #expect(failure == .full)
        #expect(accepted > 10)
        let before = store.accounts()
        #expect(try store.result(of: IdempotencyKey(high: 1, low: accepted)) == nil)
        await #expect(throws: LedgerStoreError.full) {
            try await store.commit(LedgerFixtures.sending(accepted, wallets: 8))
        }
        #expect(store.accounts() == before)
        #expect(store.invariantViolations().isEmpty)
        #expect(try store.verify().isSound)

        try store.writer.limitPages(100_000)
        let result = try await store.commit(LedgerFixtures.sending(accepted, wallets: 8))
        #expect(!result.replayed)
        #expect(result.transfers.first?.id.rawValue == 8 + Int64(accepted) + 1)
        #expect(try store.verify().transfers == 8 + Int64(accepted) + 1)
        store.close()
        #expect(try SQLiteLedgerStore(path: path).verify().isSound)
    }

    @Test func `a full disk answers every command that waits`() async throws {
        let folder = try TemporaryFolder()
        var configuration = SQLiteLedgerConfiguration()
        configuration.filePagesMax = 35
        let store = try SQLiteLedgerStore(
            path: folder.path("ledger"),
            configuration: configuration
        )
        try await store.commit(LedgerFixtures.opening(wallets: 8, each: 10_000))
        let errors = await withTaskGroup(of: LedgerStoreError?.self) { group in
            for number in 0..<800 as Range<UInt64> {
                group.addTask {
                    await failure(store, LedgerFixtures.sending(number, wallets: 8))
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(errors.contains(.full))
        #expect(errors.allSatisfy { $0 == nil || $0 == .full })
        #expect(try store.verify().transfers == 8 + Int64(errors.count { $0 == nil }))
    }
}
