// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ledger
import Synchronization
import TestSupport
import Testing

@testable import LedgerStorage

/// What a killed process leaves is the file and a prefix of its log: copies taken while clients
/// write are such remains.
@Suite struct CrashTests {
    @Test func `remains taken at any moment hold every acknowledged key once`() async throws {
        let folder = try TemporaryFolder()
        var configuration = SQLiteLedgerConfiguration()
        configuration.transfersPerFlush = 50
        configuration.balancesPerPortion = 2
        // without checkpoints the file itself stays as it is, and a copy is what a crash leaves
        configuration.checkpointPages = .max
        let store = try SQLiteLedgerStore(
            path: folder.path("ledger"),
            configuration: configuration
        )
        try await store.commit(LedgerFixtures.opening(wallets: 30, each: 1_000))
        let witness = Witness(folder)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for client in 0..<8 as Range<UInt64> {
                group.addTask {
                    for turn in 0..<60 as Range<UInt64> {
                        let number = client * 60 + turn
                        try await store.commit(LedgerFixtures.sending(number, wallets: 30))
                        try witness.saw(number)
                    }
                }
            }
            try await group.waitForAll()
        }
        let copies = witness.copies
        #expect(copies.count == 12)
        for (index, known) in copies.enumerated() {
            try check(folder.path("copy\(index)"), holds: known, configuration)
        }
        #expect(try store.verify().isSound)
    }

    @Test func `a log cut in the middle of a page opens at the commit before`() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteLedgerStore(path: folder.path("ledger"))
        try await store.commit(LedgerFixtures.opening(wallets: 4, each: 1_000))
        for number in 0..<10 as Range<UInt64> {
            try await store.commit(LedgerFixtures.sending(number, wallets: 4))
        }
        let file = try folder.bytes("ledger")
        let log = try folder.bytes("ledger-wal")
        for cut in [1, 24, 2_000, 4_120, 9_000] {
            try folder.write(file, "cut\(cut)")
            try folder.write(log.dropLast(cut), "cut\(cut)-wal")
            let opened = try SQLiteLedgerStore(path: folder.path("cut\(cut)"))
            let audit = try opened.verify()
            #expect(audit.isSound)
            #expect((4..<14).contains(audit.transfers))
        }
    }

    private func check(
        _ path: String,
        holds known: Set<UInt64>,
        _ configuration: SQLiteLedgerConfiguration
    ) throws {
        let store = try SQLiteLedgerStore(path: path, configuration: configuration)
        #expect(try store.verify().isSound)
        let references = try store.transfers(since: .zero, limit: .max).map(\.reference)
            .filter { !$0.isEmpty }
        #expect(Set(references).count == references.count)
        #expect(Set(references).isSuperset(of: known.map { "T\($0)" }))
        for number in known {
            let result = try store.result(of: IdempotencyKey(high: 1, low: number))
            #expect(result?.transfers.map(\.reference) == ["T\(number)"])
        }
    }
}

/// Who remembers what was acknowledged, and takes a copy of the files now and then.
private final class Witness: Sendable {
    private let folder: TemporaryFolder
    private let known = Mutex<Set<UInt64>>([])
    private let taken = Mutex<[Set<UInt64>]>([])

    init(_ folder: TemporaryFolder) {
        self.folder = folder
    }

    /// For each copy, what was acknowledged before it was taken.
    var copies: [Set<UInt64>] { taken.withLock { $0 } }

    func saw(_ number: UInt64) throws {
        let count = known.withLock { known in
            known.insert(number)
            return known.count
        }
        guard count.isMultiple(of: 40) else { return }
        let before = known.withLock { $0 }
        try taken.withLock { taken in
            try folder.write(try folder.bytes("ledger-wal"), "copy\(taken.count)-wal")
            try folder.write(try folder.bytes("ledger"), "copy\(taken.count)")
            taken.append(before)
        }
    }
}
