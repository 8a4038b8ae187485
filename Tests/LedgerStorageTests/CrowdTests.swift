// SPDX-License-Identifier: Apache-2.0
import Ledger
import Synchronization
import TestSupport
import Testing

@testable import LedgerStorage

/// Many commands at once, which are judged ahead of what is known of their keys.
@Suite struct CrowdTests {
    @Test(arguments: [nil, 0, 100, 499])
    func `each happens once, and a repeat gets the first result`(repeated: UInt64?) async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteLedgerStore(path: folder.path("ledger"))
        try await store.commit(LedgerFixtures.opening(wallets: 40, each: 1_000))
        var numbers = Array(0..<500 as Range<UInt64>)
        if let repeated { numbers.append(repeated) }
        let results = await withCheckedContinuation { continuation in
            let kept = Mutex<[LedgerResult?]>([])
            let expected = numbers.count
            for number in numbers {
                store.commit(LedgerFixtures.sending(number, wallets: 40)) { result in
                    let all = kept.withLock { kept in
                        kept.append(try? result.get())
                        return kept
                    }
                    if all.count == expected { continuation.resume(returning: all) }
                }
            }
        }
        #expect(results.prefix(500).map { $0?.transfers.first?.id.rawValue } == Array(41...540))
        #expect(results.count { $0?.replayed == true } == (repeated == nil ? 0 : 1))
        if let repeated { #expect(results.last??.transfers == results[Int(repeated)]?.transfers) }
        #expect(try store.verify().isSound)
        #expect(try store.verify().transfers == 540)
    }

    @Test func `repeats across batches under way get what their first ones got`() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteLedgerStore(path: folder.path("ledger"))
        try await store.commit(LedgerFixtures.opening(wallets: 40, each: 1_000))
        let numbers = (0..<4_000 as Range<UInt64>).map { $0 % 500 == 499 ? $0 - 300 : $0 }
        let results = await crowd(numbers, on: store).map { try? $0.get() }
        for (index, result) in results.enumerated() {
            let isRepeat = numbers[index] != UInt64(index)
            #expect(result?.replayed == isRepeat)
            if isRepeat { #expect(result?.transfers == results[index - 300]?.transfers) }
        }
        #expect(try store.verify().isSound)
        #expect(try store.verify().transfers == 40 + 4_000 - 8)
        let before = store.accounts()
        store.close()
        #expect(try SQLiteLedgerStore(path: folder.path("ledger")).accounts() == before)
    }

    @Test func `after a repeated key some batches go without haste`() {
        var haste = WriterHaste()
        let isHastyAtFirst = haste.next()
        haste.stumbled()
        let slow = (0..<WriterHaste.batchesAfterRepeat).map { _ in haste.next() }
        let isHastyAgain = haste.next()
        #expect(isHastyAtFirst)
        #expect(!slow.contains(true))
        #expect(isHastyAgain)
    }
}

/// Sends commands all at once, and waits for what became of each.
func crowd(
    _ numbers: [UInt64],
    on store: SQLiteLedgerStore
) async -> [Result<LedgerResult, LedgerStoreError>] {
    await withCheckedContinuation { continuation in
        let kept = Mutex<[Int: Result<LedgerResult, LedgerStoreError>]>([:])
        for (index, number) in numbers.enumerated() {
            store.commit(LedgerFixtures.sending(number, wallets: 40)) { result in
                let all = kept.withLock { kept in
                    kept[index] = result
                    return kept.count == numbers.count ? kept : [:]
                }
                guard !all.isEmpty else { return }
                continuation.resume(returning: numbers.indices.compactMap { all[$0] })
            }
        }
    }
}
