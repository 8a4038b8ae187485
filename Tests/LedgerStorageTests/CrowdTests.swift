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
