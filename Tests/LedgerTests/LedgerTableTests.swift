// SPDX-License-Identifier: Apache-2.0
import Ledger
import TestSupport
import Testing

@Suite struct LedgerTableTests {
    @Test(arguments: LedgerTable.all)
    func `every table holds in memory`(table: LedgerTable) async throws {
        var runner = LedgerTableRunner(store: MemoryLedgerStore())
        let found = try await runner.run(table)
        #expect(found.isEmpty, "\(found)")
    }

    @Test func `the table of rejections has every one, in the order of the checks`() {
        let rows = LedgerTable.rejections.rows.drop { $0.expected != "keyReused" }
        let listed = rows.compactMap(\.expected).map { String($0.prefix { $0 != "@" }) }
        #expect(listed == TransferRejection.allCases.map(\.rawValue))
    }

    @Test func `a table that is wrong is reported`() async throws {
        let table = LedgerTable(
            "wrong",
            """
            open A liability KES floor=0 : ok
            balance A                    : 1
            move t A B 5                 : ok
            counters A 0 0 0 9
            """
        )
        var runner = LedgerTableRunner(store: MemoryLedgerStore())
        let found = try await runner.run(table)
        #expect(found.count == 3)
        #expect(found.first == "line 2, balance A: gave 0, not 1")
    }
}
