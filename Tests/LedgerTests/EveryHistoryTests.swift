// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ledger
import TestSupport
import Testing

@Suite struct EveryHistoryTests {
    /// Three transfers in the ordinary run; with `HISTORIES=4` in the environment, four.
    static let length =
        ProcessInfo.processInfo.environment["HISTORIES"].flatMap { Int($0) } ?? 3

    @Test(arguments: LedgerHistories.Setting.all)
    func `every history ends as in the model`(setting: LedgerHistories.Setting) {
        var histories = LedgerHistories(length: Self.length)
        histories.run(setting)
        #expect(histories.differences.isEmpty, "\(histories.differences.prefix(3))")
        #expect(histories.count > 100)
    }
}
