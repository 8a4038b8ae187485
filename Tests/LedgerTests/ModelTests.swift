// SPDX-License-Identifier: Apache-2.0
import Ledger
import TestSupport
import Testing

@Suite struct ModelTests {
    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func `the store in memory does what the model does`(seed: UInt64) async throws {
        let program = LedgerProgram(seed: seed, steps: 250)
        let store = MemoryLedgerStore()
        let found = try await program.difference(of: store, from: ReferenceLedger())
        guard let found else { return }
        let smallest = try await program.smallest {
            try await $0.difference(of: MemoryLedgerStore(), from: ReferenceLedger()) != nil
        }
        Issue.record("\(found)\n\(smallest)")
    }

    @Test(arguments: ReferenceLedger.Flaw.allCases)
    func `a mistake planted in a copy of the model is found`(flaw: ReferenceLedger.Flaw)
        async throws
    {
        for seed in 1...40 as ClosedRange<UInt64> {
            let program = LedgerProgram(seed: seed, steps: 250)
            let model = ReferenceLedger(flaw: flaw)
            if try await program.difference(of: MemoryLedgerStore(), from: model) != nil { return }
        }
        Issue.record("nobody noticed \(flaw)")
    }

    @Test func `programs meet most reasons to refuse, and are accepted often`() async throws {
        var reasons: [String: Int] = [:]
        for seed in 1...40 as ClosedRange<UInt64> {
            let store = MemoryLedgerStore()
            for case .commit(let command) in LedgerProgram(seed: seed, steps: 250).steps {
                let result = try await store.commit(command)
                reasons[result.rejection?.reason.rawValue ?? "", default: 0] += 1
            }
        }
        let never = TransferRejection.allCases.map(\.rawValue).filter { reasons[$0] == nil }
        let outside: Set = [
            "recordChanged", "tooManyTransfers", "tooManyChanges", "referenceTooLong", "overflow",
            "announcementTooLarge", "auditEntryUnfit", "workNotFound",
            "workAlreadyDone",
        ]
        #expect(Set(never).isSubset(of: outside), "\(never)")
        #expect(reasons["", default: 0] > 1_000)
    }
}
