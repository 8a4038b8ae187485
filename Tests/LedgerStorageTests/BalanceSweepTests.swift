// SPDX-License-Identifier: Apache-2.0
import Ledger
import Testing

@testable import LedgerStorage

@Suite struct BalanceSweepTests {
    private let accounts = (1...5 as ClosedRange<UInt64>).map { AccountID($0) }

    @Test func `nothing is written before the file is old enough`() {
        var sweep = BalanceSweep(watermark: .zero, dirty: Set(accounts))
        sweep.begin(at: TransferID(9), ifOlderThan: 10)
        #expect(sweep.next(5).accounts.isEmpty)
        #expect(sweep.next(5).watermark == nil)
    }

    @Test func `portions go by number, and the last one moves the watermark`() {
        var sweep = BalanceSweep(watermark: .zero, dirty: Set(accounts))
        sweep.begin(at: TransferID(10), ifOlderThan: 10)
        let first = sweep.next(3)
        #expect(Array(first.accounts) == Array(accounts.prefix(3)))
        #expect(first.watermark == nil)
        sweep.wrote(first)
        sweep.moved([accounts[0]])
        let second = sweep.next(3)
        #expect(Array(second.accounts) == Array(accounts.suffix(2)))
        #expect(second.watermark == TransferID(10))
        sweep.wrote(second)
        #expect(sweep.watermark == TransferID(10))
        sweep.begin(at: TransferID(30), ifOlderThan: 10)
        #expect(Array(sweep.next(3).accounts) == [accounts[0]])
    }

    @Test func `a portion that did not become durable is written again`() {
        var sweep = BalanceSweep(watermark: .zero, dirty: Set(accounts))
        sweep.begin(at: TransferID(10), ifOlderThan: 1)
        let lost = sweep.next(2)
        #expect(Array(sweep.next(2).accounts) == Array(lost.accounts))
        #expect(sweep.watermark == .zero)
    }
}
