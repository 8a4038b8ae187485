// SPDX-License-Identifier: Apache-2.0
import Ledger
import LedgerStorage
import TestSupport
import Testing

@Suite struct StoredModelTests {
    @Test(arguments: 101...106 as ClosedRange<UInt64>)
    func `the store in a file does what the model does`(seed: UInt64) async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteLedgerStore(path: folder.path("ledger"))
        defer { store.close() }
        let program = LedgerProgram(seed: seed, steps: 250)
        let found = try await program.difference(of: store, from: ReferenceLedger())
        #expect(found == nil, "\(program)")
    }

    @Test(arguments: 201...203 as ClosedRange<UInt64>)
    func `the store does so when it is opened again after each step`(seed: UInt64) async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("ledger")
        let store = try SQLiteLedgerStore(path: path)
        let program = LedgerProgram(seed: seed, steps: 80)
        let found = try await program.difference(of: store, from: ReferenceLedger()) { store in
            store.close()
            return try SQLiteLedgerStore(path: path)
        }
        #expect(found == nil, "\(program)")
    }
}
