// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ledger
import LedgerStorage
import TestSupport
import Testing

/// A power failure at every write, flush, truncation and removal of a small workload.
@Suite struct PowerCutTests {
    static let cuts: [FaultPlan] =
        [
            FaultPlan(seed: 0, [Fault(.change(1), .powerCut(keeping: .nothing))]),
            FaultPlan(seed: 0, [Fault(.change(1), .powerCut(keeping: .everything))]),
        ]
        + (1...4 as ClosedRange<UInt64>).map {
            FaultPlan(seed: $0, [Fault(.change(1), .powerCut(keeping: .some))])
        }

    @Test(arguments: cuts)
    func `what was acknowledged is there, and nothing is doubled`(cut: FaultPlan) async throws {
        let workload = try await FaultWorkload()
        var place = 0
        repeat {
            place += FaultWorkload.stride
        } while try await run(workload, cut, at: place) && place < 5_000
        #expect(place > 100, "The workload has too few writes.")
        FaultWorkload.report("power cut \(cut.faults[0].effect) seed \(cut.seed): \(place) places")
    }

    @Test(arguments: cuts)
    func `a ledger cut off while it is made is made again`(cut: FaultPlan) async throws {
        var place = 0
        var wasCut = true
        while wasCut, place < 1_000 {
            place += 1
            let folder = try TemporaryFolder()
            let disk = try FaultyFileSystem()
            var plan = cut
            plan.faults[0].moment = .change(place)
            disk.install(plan)
            let configuration = FaultWorkload.configuration(disk)
            let path = folder.path("ledger")
            try? SQLiteLedgerStore(path: path, configuration: configuration).close()
            wasCut = !disk.hasPower
            try disk.restart()
            let store = try SQLiteLedgerStore(path: path, configuration: configuration)
            try await store.commit(LedgerFixtures.opening(wallets: 2, each: 5))
            #expect(try store.verify().isSound, "cut at \(place), seed \(cut.seed)")
        }
        #expect(place > 20, "Making a ledger has too few writes.")
    }

    /// Whether a run came to the cut.
    private func run(_ workload: FaultWorkload, _ cut: FaultPlan, at place: Int) async throws
        -> Bool
    {
        let folder = try TemporaryFolder()
        try folder.write(workload.empty, "ledger")
        let disk = try FaultyFileSystem()
        let store = try workload.open(folder, disk)
        var plan = cut
        plan.faults[0].moment = .change(place)
        disk.install(plan)
        let context: Comment = "cut at \(place), seed \(cut.seed)"
        var acknowledged: [IdempotencyKey] = []
        for step in workload.steps {
            if await FaultWorkload.failure(step, on: store) != nil { break }
            if case .commit(let command) = step { acknowledged.append(command.key) }
        }
        let transfers = store.accounts()
        store.close()
        let wasCut = !disk.hasPower
        try disk.restart()
        let again = try workload.open(folder, disk)
        #expect(try again.verify().isSound, context)
        for key in acknowledged { #expect(try again.result(of: key) != nil, context) }
        for account in transfers {
            let last = again.account(account.id)?.lastTransfer
            #expect((last ?? .zero) >= (account.lastTransfer ?? .zero), context)
        }
        // As clients do that had no answer: everything once more, under the same keys.
        for step in workload.steps { try await FaultWorkload.run(step, on: again) }
        #expect(try FaultWorkload.Contents(again) == workload.expected, context)
        again.close()
        return wasCut
    }
}
