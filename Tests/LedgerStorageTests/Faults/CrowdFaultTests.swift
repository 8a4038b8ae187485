// SPDX-License-Identifier: Apache-2.0
import Ledger
import LedgerStorage
import TestSupport
import Testing

/// Crowds on a disk that fails: what was judged on a batch that failed is judged again.
@Suite struct CrowdFaultTests {
    @Test(arguments: [Fault(.sync(1), .failing), Fault(.sync(2), .failing)])
    func `a batch whose flush fails is refused whole, and the others are done`(
        fault: Fault
    ) async throws {
        let folder = try TemporaryFolder()
        let disk = try FaultyFileSystem()
        var configuration = SQLiteLedgerConfiguration()
        configuration.fileSystem = disk
        configuration.commandsPerCommitMax = 300
        let path = folder.path("ledger")
        let store = try SQLiteLedgerStore(path: path, configuration: configuration)
        try await store.commit(LedgerFixtures.opening(wallets: 40, each: 1_000))
        disk.install(FaultPlan([fault]))
        let numbers = Array(0..<2_000 as Range<UInt64>)
        let first = await crowd(numbers, on: store)
        var refused = 0
        for result in first {
            guard case .failure(let error) = result else { continue }
            refused += 1
            guard case .io(1_034, _) = error else {
                Issue.record("\(error) is not a failed flush.")
                continue
            }
        }
        #expect(refused > 0)
        #expect(refused <= 300)
        #expect(try store.verify().transfers == 2_040 - refused)
        let again = await crowd(numbers, on: store)
        for (result, other) in zip(first, again) {
            let (before, after) = (try? result.get(), try other.get())
            #expect(after.replayed == (before != nil))
            if let before { #expect(before.transfers == after.transfers) }
        }
        #expect(try store.verify().transfers == 2_040)
        #expect(try store.verify().isSound)
        let accounts = store.accounts()
        store.close()
        try disk.restart()
        #expect(try SQLiteLedgerStore(path: path).accounts() == accounts)
    }
}
