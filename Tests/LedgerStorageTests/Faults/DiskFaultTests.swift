// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ledger
import LedgerStorage
import TestSupport
import Testing

/// A disk that fails at each of its calls in turn, under a ledger that is not opened again.
@Suite struct DiskFaultTests {
    /// A fault whose place moves on, and what commands may be told of it.
    struct Kind: Sendable, CustomTestStringConvertible {
        let moment: @Sendable (Int) -> Fault.Moment
        let effect: Fault.Effect
        let lasts: Bool
        let testDescription: String

        init(
            _ name: String,
            _ effect: Fault.Effect,
            lasts: Bool,
            _ moment: @escaping @Sendable (Int) -> Fault.Moment
        ) {
            self.moment = moment
            self.effect = effect
            self.lasts = lasts
            testDescription = "\(name) \(lasts ? "from then on" : "once"): \(effect)"
        }

        /// Whether a run has few such calls, so that all are tried every time.
        var isRare: Bool {
            switch moment(1) {
            case .sync, .read: true
            case .write, .change, .growth: false
            }
        }

        /// Whether the disk fills up by and by.
        var growth: Bool { if case .growth = moment(1) { true } else { false } }

        func allows(_ error: LedgerStoreError) -> Bool {
            switch (effect, error) {
            case (.diskFull, .full), (.readOnly, .readOnly): true
            case (.diskFull, _), (.readOnly, _): false
            case (_, .io): true
            case (_, .inDoubt): lasts
            default: false
            }
        }
    }

    static let kinds: [Kind] =
        [true, false].flatMap { lasts in
            [.diskFull, .readOnly, .failing, .short].map { effect in
                Kind("write", effect, lasts: lasts) { .write($0) }
            }
                + [.failing, .forgetting, .reverting].map { effect in
                    Kind("sync", effect, lasts: lasts) { .sync($0) }
                } + [Kind("read", .failing, lasts: lasts) { .read($0) }]
        } + [Kind("growth", .diskFull, lasts: true) { .growth(bytes: ($0 - 1) * 700) }]

    @Test(arguments: kinds)
    func `every refusal is clear, whole, and over with the fault`(kind: Kind) async throws {
        let workload = try await FaultWorkload()
        var place = 0
        var refusals = 0
        repeat {
            place += kind.isRare ? 1 : FaultWorkload.stride
            let found = try await run(workload, kind, at: place)
            guard let found else { break }
            refusals += found
        } while place < 5_000
        #expect(refusals > 5, "This tests nothing.")
        FaultWorkload.report("\(kind.testDescription): \(place) places, \(refusals) refusals")
    }

    /// Counts the refusals of a run with a fault at a place; nil when the run ends before it.
    private func run(
        _ workload: FaultWorkload,
        _ kind: Kind,
        at place: Int
    ) async throws -> Int? {
        let folder = try TemporaryFolder()
        try folder.write(workload.empty, "ledger")
        let disk = try FaultyFileSystem()
        let store = try workload.open(folder, disk)
        let fault = Fault(kind.moment(place), kind.effect, lasts: kind.lasts)
        disk.install(FaultPlan(seed: UInt64(place), [fault]))
        var hits = 0
        var refusals = 0
        let context: Comment = "\(kind.testDescription) at \(place)"
        for step in workload.steps {
            guard let error = await FaultWorkload.failure(step, on: store) else { continue }
            refusals += 1
            #expect(kind.allows(error), "\(error) \(context)")
            #expect(store.invariantViolations().isEmpty, context)
            if kind.lasts {
                let again = await FaultWorkload.failure(step, on: store)
                // A little less may fit on a disk that is nearly full.
                let isRefused = again.map(kind.allows) ?? kind.growth
                #expect(isRefused, "\(String(describing: again)) \(context)")
            }
            hits += disk.hits
            disk.heal()
            let last = await FaultWorkload.failure(step, on: store)
            #expect(last == nil, "\(String(describing: last)) after \(context)")
        }
        hits += disk.hits
        disk.heal()
        #expect(try FaultWorkload.Contents(store) == workload.expected, context)
        // No later flush may have built on what a failed one lost.
        disk.cutPower(keeping: .nothing)
        store.close()
        try disk.restart()
        let reopened = try workload.open(folder, nil)
        #expect(try FaultWorkload.Contents(reopened) == workload.expected, context)
        return hits > 0 ? refusals : nil
    }
}
