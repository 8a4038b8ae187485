// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Ledger
import SourceText
import Testing

@testable import MobileMoney

/// Batches of payments: paid once, whatever happens on the way.
@Suite struct BulkPaymentTests {
    static let now = Timestamp(milliseconds: Village.morning.milliseconds)

    func lines(_ rows: String, _ columns: String = "msisdn,amount,reference") throws
        -> [PaymentLine]
    {
        let file = SourceFile(path: "pay.csv", text: columns + "\n" + rows)
        let payments = PaymentFile(file, tariff: try Kenya.tariff())
        try #require(payments.diagnostics.isEmpty, "\(payments.diagnostics.map(\.kind.message))")
        return payments.lines
    }

    /// A village with a programme that has money.
    func village(_ amount: String = "5000") async throws -> Village {
        let village = try Village()
        try await fund(village, amount, title: "funds")
        return village
    }

    @discardableResult
    private func fund(_ village: Village, _ amount: String, title: String) async throws
        -> BulkPayments.Tally
    {
        let file = OpeningFile(
            SourceFile(path: "b.csv", text: "account,amount\nprogramme:Relief,\(amount)\n"),
            tariff: village.service.tariff
        )
        let balances = try OpeningBalances(file.lines, title: title, service: village.service)
        return try await balances.run(now: { Self.now }) { _, _ in }
    }

    func prepared(
        _ lines: [PaymentLine],
        _ village: Village,
        title: String = "june"
    ) async throws -> BulkPayments {
        let payments = try BulkPayments(
            lines,
            title: title,
            programme: "relief",
            service: village.service
        )
        try await payments.create(by: "ann", at: Self.now)
        try await payments.approve(by: "ben", at: Self.now)
        return payments
    }

    func pay(
        _ payments: BulkPayments,
        at now: Timestamp = now
    ) async throws -> (words: [String], batch: BulkBatch) {
        var words: [String] = []
        let batch = try await payments.pay(now: { now }) { _, outcome in
            words.append(outcome.word)
        }.batch
        return (words, batch)
    }

    static let three = """
        0712000001,500,a
        0712000002,20.50,b
        0712000009,10,c
        """

    @Test func eachLineIsPaidOrRefusedAndTheBatchCompleted() async throws {
        let village = try await village()
        let payments = try await prepared(try lines(Self.three), village)
        let (words, batch) = try await pay(payments)
        #expect(words == ["paid", "paid", "IdentifierError"])
        #expect(batch.state == .completed)
        #expect(batch.completedCount == 2 && batch.rejectionCount == 1)
        #expect(batch.createdBy == "ann" && batch.approvedBy == "ben")
        #expect(try payments.batch() == batch)
        #expect(try village.balance("Amina") == 2_500_00)
        #expect(try village.balance("Baraka") == 20_50)
        #expect(payments.available == 4_479_50)
        #expect(village.store.inner.verify().isSound)
    }

    @Test func whoCreatedAndApprovedABatchIsInTheChain() async throws {
        let village = try await village()
        let payments = try await prepared(try lines(Self.three), village)
        _ = try await pay(payments)
        // Done again, each step is found done and says nothing new.
        try await payments.create(by: "ann", at: Self.now)
        try await payments.approve(by: "ben", at: Self.now)
        let entries = village.store.inner.notes(since: 0, limit: 1_000).compactMap { note in
            if case .audit(let entry) = note.kind { entry } else { nil }
        }
        let expected = [
            ("create batch", nil, "programme RELIEF: 3 payments, KES 530.50"),
            ("approve batch", "ben", "programme RELIEF: 3 payments, KES 530.50"),
            ("complete batch", "ben", "programme RELIEF: 2 paid, 1 refused"),
        ]
        #expect(
            entries
                == expected.map { action, approver, reason in
                    AuditEntry(
                        actor: "ann",
                        approver: approver,
                        action: action,
                        subject: "june",
                        reason: reason
                    )
                }
        )
        #expect(village.store.inner.verify().isSound)
    }

    @Test func theSameFileAgainPaysNothing() async throws {
        let village = try await village()
        let payments = try await prepared(try lines(Self.three), village)
        _ = try await pay(payments)
        let transfers = village.store.inner.verify().transfers
        // A month later the receipt number would begin with another letter.
        let later = Self.now.adding(milliseconds: 40 * 86_400_000)
        let (words, _) = try await pay(payments, at: later)
        #expect(words == ["skipped", "skipped", "IdentifierError"])
        let again = try await prepared(try lines(Self.three), village)
        #expect(try await pay(again).words == ["skipped", "skipped", "IdentifierError"])
        #expect(village.store.inner.verify().transfers == transfers)
    }

    @Test func aCompletedBatchPaysNoMore() async throws {
        let village = try await village()
        let payments = try await prepared(try lines(Self.three), village)
        _ = try await pay(payments)
        let opening = WalletOpening(
            name: "New",
            msisdn: try #require(MSISDN(digits: 254_712_000_009))
        )
        try await village.service.provision([opening], at: Village.morning)
        #expect(try await pay(payments).words == ["skipped", "skipped", "RequestDeclined"])
        #expect(
            village.service.store.account(
                try #require(village.service.account(of: opening.msisdn))
            )?.balance == 0
        )
    }

    @Test func aChangedFileIsNotPaidAndChangedLinesAreNamed() async throws {
        let village = try await village()
        let payments = try await prepared(try lines(Self.three), village)
        _ = try await pay(payments)
        let changes = [
            "0712000001,500,a\n0712000002,20.51,b\n0712000009,10,c",
            "0712000001,500,a\n0712000002,20.50,B\n0712000009,10,c",
            "0712000001,500,a\n0712000005,20.50,b\n0712000009,10,c",
        ]
        for rows in changes {
            let changed = try BulkPayments(
                try lines(rows),
                title: "june",
                programme: "Relief",
                service: village.service
            )
            var words: [String] = []
            await #expect(throws: BulkProblem.otherContents("june")) {
                try await changed.pay(now: { Self.now }) { words.append($1.word) }
            }
            #expect(words == ["skipped", "DuplicateRequest", "IdentifierError"], "\(rows)")
            await #expect(throws: BulkProblem.otherContents("june")) {
                try await changed.create(by: "ann", at: Self.now)
            }
        }
        #expect(payments.available == 4_479_50)
    }

    @Test func aFileChangedBetweenApprovalAndPayingPaysNothing() async throws {
        let village = try await village()
        _ = try await prepared(try lines(Self.three), village)
        let changed = try BulkPayments(
            try lines("0712000001,5000,a\n"),
            title: "june",
            programme: "Relief",
            service: village.service
        )
        await #expect(throws: BulkProblem.otherContents("june")) {
            try await changed.pay(now: { Self.now }) { _, _ in }
        }
        #expect(changed.available == 5_000_00)
        #expect(try changed.batch()?.state == .approved)
    }

    /// Whoever throws while lines are told is as good as killed: some lines are paid and untold.
    @Test(arguments: 0..<6) func stoppedAtAnyLineItGoesOn(_ stop: Int) async throws {
        struct Killed: Error {}
        let village = try await village()
        let rows = """
            0712000001,1,a
            0712000002,2,b
            0712000001,3,c
            0712000009,4,d
            0712000001,5,e
            0712000005,6,f
            """
        let payments = try await prepared(try lines(rows), village)
        var told = 0
        await #expect(throws: Killed.self) {
            try await payments.pay(now: { Self.now }) { _, _ in
                if told == stop { throw Killed() }
                told += 1
            }
        }
        let again = try BulkPayments(
            try lines(rows),
            title: "june",
            programme: "Relief",
            service: Village.service(on: village.store, tariff: village.service.tariff)
        )
        let (words, batch) = try await pay(again)
        #expect(words.filter { $0 == "paid" || $0 == "skipped" }.count == 5)
        #expect(batch.state == .completed)
        #expect(try village.balance("Amina") == 2_009_00)
        #expect(try village.balance("Baraka") == 2_00)
        #expect(again.available == 5_000_00 - 17_00)
        #expect(village.store.inner.verify().isSound)
    }

    @Test(arguments: [0, 1]) func anAnswerThatWasLostIsNoSecondPayment(_ kind: Int) async throws {
        let village = try await village()
        let payments = try await prepared(try lines(Self.three), village)
        let error = LedgerStoreError.io(code: 5, message: "gone")
        village.store.fail([kind == 0 ? .loseAnswer(error) : .refuse(error)])
        await #expect(throws: BulkProblem.self) {
            try await payments.pay(now: { Self.now }) { _, _ in }
        }
        let (words, _) = try await pay(payments)
        #expect(words[0] == (kind == 0 ? "skipped" : "paid"))
        #expect(payments.available == 4_479_50)
    }

    @Test func nothingIsPaidWhenTheProgrammeHasTooLittleForAll() async throws {
        let village = try await village("520.49")
        let payments = try await prepared(try lines(Self.three), village)
        let problem = BulkProblem.shortOfMoney(
            programme: "RELIEF",
            needed: Amount(minorUnits: 52_050, currency: .kes),
            available: Amount(minorUnits: 52_049, currency: .kes)
        )
        await #expect(throws: problem) { try await payments.pay(now: { Self.now }) { _, _ in } }
        #expect(try village.balance("Baraka") == 0)
        #expect(try await fund(village, "0.01", title: "more").done == 1)
        #expect(try await pay(payments).words == ["paid", "paid", "IdentifierError"])
        #expect(payments.available == 0)
    }

    @Test func whoCreatedABatchCannotApproveIt() async throws {
        let village = try await village()
        let payments = try BulkPayments(
            try lines(Self.three),
            title: "june",
            programme: "Relief",
            service: village.service
        )
        await #expect(throws: BulkProblem.notCreated) {
            try await payments.approve(by: "ben", at: Self.now)
        }
        await #expect(throws: BulkProblem.badName) {
            try await payments.create(by: "", at: Self.now)
        }
        try await payments.create(by: "Ann", at: Self.now)
        await #expect(throws: BulkProblem.sameApprover("ann")) {
            try await payments.approve(by: "ann", at: Self.now)
        }
        await #expect(throws: BulkProblem.notCreated) {
            try await payments.pay(now: { Self.now }) { _, _ in }
        }
        #expect(try payments.batch()?.state == .created)
        #expect(payments.available == 5_000_00)
    }

    @Test func aForecastWritesNothingAndSaysWhatPayingWillSay() async throws {
        let village = try await village()
        let rows = """
            0712000004,800,a
            0712000004,800,b
            0712000009,10,c
            """
        let payments = try await prepared(try lines(rows), village)
        let transfers = village.store.inner.verify().transfers
        var words: [String] = []
        let tally = try payments.forecast { words.append($1.word) }
        #expect(tally.doneAmount == 800_00)
        #expect(village.store.inner.verify().transfers == transfers)
        // Chui has 9,000 and may hold 10,000.
        #expect(words == ["paid", "MaxBalanceExceeded", "IdentifierError"])
        #expect(try await pay(payments).words == words)
    }

    @Test func aFrozenReceiverIsRefused() async throws {
        let village = try await village()
        let account = try #require(village.service.account(of: try village.number("Baraka")))
        var setting = AccountSetting(try #require(village.store.account(account)))
        setting.isFrozen = true
        let key = IdempotencyKey(high: 1, low: 99)
        try await village.store.commit(
            LedgerCommand(key: key, at: Self.now, settings: [setting])
        )
        let payments = try await prepared(try lines(Self.three), village)
        #expect(try await pay(payments).words == ["paid", "IncorrectState", "IdentifierError"])
    }

    @Test func aLineWithANameMayOpenAWallet() async throws {
        let village = try await village()
        let text = "0712000009,10,Zawadi\n0712000008,5,\n"
        var payments = try await prepared(try lines(text, "msisdn,amount,name"), village)
        payments.opensWallets = true
        #expect(try payments.forecast { _, _ in }.done == 1)
        #expect(try await pay(payments).words == ["paid", "IdentifierError"])
        let number = try #require(MSISDN(digits: 254_712_000_009))
        let wallet = try #require(try village.service.book.wallet(of: number))
        #expect(wallet.body.name == "Zawadi" && wallet.body.level == 0 && wallet.body.pin == nil)
        #expect(village.store.account(wallet.main)?.balance == 10_00)
    }

    @Test func whoIsPaidIsToldThatItIsFree() async throws {
        let village = try await village("9999999.99")
        let payments = try await prepared(try lines("0712000002,99999.99,a\n"), village)
        _ = try await pay(payments)
        let text = try #require(try village.messages(to: "Baraka").first)
        let reference = try #require(TransactionReference(typed: String(text.prefix(10))))
        #expect(
            text == "\(reference.text) Confirmed. You received KES 99,999.99 from RELIEF on "
                + "14/06 10:32. It is free: pay nobody for it. New balance 99,999.99."
        )
        #expect(text.utf8.count + "01234567890123".utf8.count + 6 <= 160, "with the longest name")
        let history = try village.call("Baraka", "last")
        #expect("\(history.value)".contains("\"RELIEF\""))
        #expect("\(history.value)".contains("\"received\""))
    }

    @Test func manyLinesAreWindowsAndEachIsPaidOnce() async throws {
        let village = try await village("9999999.99")
        let count = BulkLimits.commandsAtOnce * 2 + 7
        let openings = try (0..<count).map { index in
            WalletOpening(
                name: "W",
                msisdn: try #require(MSISDN(digits: 254_713_000_000 + UInt64(index)))
            )
        }
        try await village.service.provision(openings, at: Village.morning)
        let rows = (0..<count).map { "+\(254_713_000_000 + $0),\($0 + 1)\n" }.joined()
        let payments = try await prepared(try lines(rows, "msisdn,amount"), village)
        let words = try await pay(payments).words
        #expect(words == Array(repeating: "paid", count: count))
        #expect(village.store.inner.verify().isSound)
        let paid = payments.total
        #expect(paid == Int64(count * (count + 1) / 2 * 100))
        #expect(payments.available == 9_999_999_99 - paid)
    }

    @Test func anUnknownProgrammeOrAnothersBatchIsRefused() async throws {
        let village = try await village()
        #expect(throws: BulkProblem.noProgramme("other")) {
            try BulkPayments([], title: "x", programme: "other", service: village.service)
        }
        #expect(throws: BulkProblem.badName) {
            try BulkPayments([], title: "", programme: "relief", service: village.service)
        }
    }

    @Test func resultsNameTheFieldsOfTheGSMAAPI() async throws {
        let village = try await village()
        let payments = try await prepared(try lines(Self.three), village)
        let results = BulkResults(tariff: village.service.tariff, showsNumbers: false)
        var text = results.header
        _ = try await payments.pay(now: { Self.now }) { line, outcome in
            text += results.row(line, outcome, done: "paid")
        }
        let rows = text.split(separator: "\r\n")
        #expect(rows.count == 4)
        #expect(rows[0].contains("requestingOrganisationTransactionReference,result,transaction"))
        #expect(rows[1].hasPrefix("2,2547****001,500.00,KES,a,paid,"))
        #expect(rows[1].hasSuffix(",2026-06-14T10:32:00.000+03:00,,"))
        #expect(
            rows[3].hasPrefix("4,2547****009,10.00,KES,c,refused,,,IdentifierError,\"The number")
        )
        #expect(!text.contains("712000"))
    }
}
