// SPDX-License-Identifier: Apache-2.0
public import Ledger

extension LedgerProgram {
    /// Plays the steps on a store and on the model; tells the first thing that differs, or nil.
    ///
    /// Compared are, after each step, every result or refusal, every counter of every account and
    /// what must always hold; and at the end the chain.
    ///
    /// `reopen` gives the store for the next step: the same one, or the same ledger opened again.
    public func difference(
        of store: any LedgerStore,
        from model: ReferenceLedger,
        reopen: (any LedgerStore) async throws -> any LedgerStore = { $0 }
    ) async throws -> String? {
        var model = model
        var store = store
        for (index, step) in steps.enumerated() {
            let found: String
            let expected: String
            switch step {
            case .commit(let command):
                found = "\(ReferenceLedger.Outcome(try await store.commit(command)))"
                expected = "\(model.commit(command))"
            case .expire(let moment):
                found = "\(try await store.expirePending(at: moment).map(\.id))"
                expected = "\(model.expire(at: moment))"
            }
            store = try await reopen(store)
            if found != expected { return "step \(index): \(found), and the model \(expected)" }
            for id in (0...11).map({ AccountID(UInt64($0)) }) {
                let counted = store.account(id).map {
                    [$0.debitsPending, $0.debitsPosted, $0.creditsPending, $0.creditsPosted]
                }
                let summed = model.counters(of: id)
                if counted != summed {
                    return "step \(index): account \(id.rawValue) counts"
                        + " \(counted ?? []), and the model \(summed ?? [])"
                }
            }
            let violations = store.invariantViolations()
            if !violations.isEmpty { return "step \(index): \(violations)" }
        }
        let audit = try store.verify()
        return audit.isSound ? nil : "at the end: \(audit.violations)"
    }

    /// The program without the steps that a difference does not need.
    public func smallest(
        that differs: (LedgerProgram) async throws -> Bool
    ) async rethrows -> LedgerProgram {
        var program = self
        for index in steps.indices.reversed() {
            var shorter = program
            shorter.steps.remove(at: index)
            if try await differs(shorter) { program = shorter }
        }
        return program
    }
}
