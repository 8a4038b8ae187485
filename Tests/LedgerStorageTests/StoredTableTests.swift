// SPDX-License-Identifier: Apache-2.0
import Ledger
import LedgerStorage
import TestSupport
import Testing

@Suite struct StoredTableTests {
    @Test(arguments: LedgerTable.all)
    func `every table holds in a file`(table: LedgerTable) async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteLedgerStore(path: folder.path("ledger"))
        var runner = LedgerTableRunner(store: store)
        let found = try await runner.run(table)
        #expect(found.isEmpty, "\(found)")
        store.close()
    }

    @Test(arguments: LedgerTable.all)
    func `every table holds in a file opened again after each step`(
        table: LedgerTable
    ) async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("ledger")
        let store = try SQLiteLedgerStore(path: path)
        var runner = LedgerTableRunner(store: store) { store in
            store.close()
            return try SQLiteLedgerStore(path: path)
        }
        let found = try await runner.run(table)
        #expect(found.isEmpty, "\(found)")
    }
}
