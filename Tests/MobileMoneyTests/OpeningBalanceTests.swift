// SPDX-License-Identifier: Apache-2.0
import GSM
import Ledger
import SourceText
import Testing

@testable import MobileMoney

/// Opening balances: brought in once, whatever happens on the way.
@Suite struct OpeningBalanceTests {
    @Test func balancesComeInOnce() async throws {
        let village = try Village()
        let text = """
            msisdn,account,name,amount,till,float
            0712000010,,Zawadi,200.00,,
            0712000011,,Juma,0,77,500
            ,programme:Relief,,1000,,
            0712000001,,Amina,5,,
            """
        let source = SourceFile(path: "b.csv", text: text)
        let file = OpeningFile(source, tariff: village.service.tariff)
        let balances = try OpeningBalances(file.lines, title: "first", service: village.service)
        var words: [String] = []
        #expect(balances.total == 1_705_00)
        #expect(try balances.forecast { _, _ in }.done == 3)
        var tally = try await balances.run(now: { BulkPaymentTests.now }) { words.append($1.word) }
        #expect(words == ["paid", "paid", "paid", "DuplicateRequest"])
        words = []
        tally = try await balances.run(now: { BulkPaymentTests.now }) { words.append($1.word) }
        #expect(words == ["skipped", "skipped", "skipped", "DuplicateRequest"])
        #expect(tally.skipped == 3 && tally.refused == 1)
        let changed = SourceFile(path: "b.csv", text: text.replacing("200.00", with: "201.00"))
        let lines = OpeningFile(changed, tariff: village.service.tariff).lines
        words = []
        _ = try await OpeningBalances(lines, title: "first", service: village.service)
            .run(now: { BulkPaymentTests.now }) { words.append($1.word) }
        #expect(words == ["DuplicateRequest", "skipped", "skipped", "DuplicateRequest"])
        let names = AccountNames(store: village.store)
        #expect(names.account(named: "programmes:RELIEF") == Programme("relief")?.account)
        let juma = try #require(MSISDN(digits: 254_712_000_011))
        let float = try #require(village.service.agentAccount(of: juma))
        #expect(village.store.account(float)?.balance == 500_00)
        #expect(village.store.inner.verify().isSound)
    }
}

extension BulkOutcome {
    /// What a line came to, in a word.
    var word: String {
        switch self {
        case .done: "paid"
        case .skipped: "skipped"
        case .refused(let reason): reason.rawValue
        case .failed: "failed"
        }
    }
}
