// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway
import Ledger
import Testing

@testable import MobileMoney

/// Wallets that nobody uses are warned, blocked and closed, and wake up when they are used.
@Suite struct DormancyTests {
    private func step(_ village: WorkVillage, _ digits: UInt64) throws -> Dormancy.Step? {
        let book = WalletBook(store: village.store)
        let msisdn = try #require(MSISDN(digits: digits))
        let found = try book.wallet(of: msisdn)
        let wallet = try #require(found)
        return try book.dormancy(of: wallet.id)?.body.step
    }

    @Test(arguments: [
        (269, Dormancy.Step.awake, 0), (270, .noticed, 1), (299, .noticed, 1), (300, .blocked, 2),
        (479, .blocked, 2), (480, .sealed, 3), (900, .sealed, 3),
    ])
    func theStepsComeOnTheirDaysAlsoWhenTheClockJumps(
        day: Int64,
        expected: Dormancy.Step,
        messages: Int
    ) throws {
        let village = try WorkVillage()
        village.clerk().advance(to: WorkVillage.day(day))
        #expect(try step(village, WorkVillage.baraka) == expected)
        #expect(village.texts(WorkVillage.baraka).count == messages)
        #expect(try step(village, WorkVillage.neema) == .awake, "an agent's wallet stays awake")
        let isFrozen = village.store.account(try village.main(WorkVillage.baraka))?.isFrozen
        #expect(isFrozen == (expected == .sealed))
        #expect(village.store.inner.verify().isSound)
    }

    @Test func theMoneyOfAClosedWalletIsKeptApart() throws {
        let village = try WorkVillage()
        village.clerk().advance(to: WorkVillage.day(480))
        #expect(village.balance(try village.main(WorkVillage.amina)) == 0)
        #expect(village.balance(try village.savings()) == 0)
        let kept = village.balance(ChartOfAccounts.dormant)
        #expect(kept == 3_000_00 - village.balance(ChartOfAccounts.interest))
        #expect(village.texts(WorkVillage.amina).last?.contains("KES 3,05") == true)
        let rows = village.store.inner.transfers(since: .zero, limit: .max).count
        village.clerk().advance(to: WorkVillage.day(600))
        #expect(village.store.inner.transfers(since: .zero, limit: .max).count == rows)
    }

    /// Code of the last transaction, whether she pays, and the day she is warned on.
    @Test(
        arguments: [
            (TransferCode.send, true, 370), (.withdraw, true, 370), (.deposit, false, 370),
            (.send, false, 270), (.unspecified, true, 270),
        ] as [(TransferCode, Bool, Int64)]
    )
    func onlyWhatTheOwnerDoesIsUse(code: TransferCode, pays: Bool, day: Int64) throws {
        let village = try WorkVillage()
        let clerk = village.clerk()
        clerk.advance(to: WorkVillage.day(100))
        let main = try village.main(WorkVillage.amina)
        try village.commit(1) { command in
            command.at = WorkVillage.day(100)
            command.transfers = [
                pays
                    ? village.transfer(main, ChartOfAccounts.cash, 5, code)
                    : village.transfer(ChartOfAccounts.cash, main, 5, code)
            ]
        }
        clerk.advance(to: WorkVillage.day(day, hours: -1))
        #expect(village.texts(WorkVillage.amina).isEmpty)
        clerk.advance(to: WorkVillage.day(day))
        #expect(village.texts(WorkVillage.amina).count == 1)
    }

    @Test func aHoldIsWaitedForBeforeTheWalletIsClosed() throws {
        let village = try WorkVillage()
        let main = try village.main(WorkVillage.amina)
        try village.commit(1) { command in
            var hold = village.transfer(main, ChartOfAccounts.cash, 300_00)
            hold.kind = .pending(expiresAt: WorkVillage.day(482, hours: 1))
            command.transfers = [hold]
        }
        let clerk = village.clerk()
        clerk.advance(to: WorkVillage.day(482))
        #expect(village.balance(main) == 2_000_00)
        #expect(try step(village, WorkVillage.amina) == .blocked)
        clerk.advance(to: WorkVillage.day(483))
        #expect(village.balance(main) == 0)
        #expect(try step(village, WorkVillage.amina) == .sealed)
    }

    @Test func walletsFromBeforeTheQueueAreEnrolledOnce() throws {
        let store = FaultyStore()
        let text = try Kenya.text()
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("schedule:") }
        let before = try Tariff(yaml: lines.joined(separator: "\n"))
        #expect(before.schedule == ScheduleTerms())
        let opening = WalletOpening(
            name: "Amina",
            msisdn: try #require(MSISDN(digits: WorkVillage.amina))
        )
        let now = Instant(milliseconds: WorkVillage.start.milliseconds)
        Village.service(on: store, tariff: before).provision([opening], at: now) { _ in }
        #expect(store.inner.dueWork(at: WorkVillage.day(9_999), limit: 9).isEmpty)
        for _ in 1...2 {
            let service = Village.service(on: store, tariff: try Kenya.tariff())
            let outcome = Box<Result<Void, ProvisioningError>>()
            service.openBooks(at: now) { outcome.put($0) }
            try #require(outcome.value).get()
            service.openBooks(at: now) { _ in }
        }
        let items = store.inner.dueWork(at: WorkVillage.day(9_999), limit: 9)
        #expect(items.map(\.due) == [WorkVillage.day(270)])
        #expect(store.account(ChartOfAccounts.dormant) != nil)
    }

    @Test func everyMessageFitsOnePartWithTheLongestValues() throws {
        let text = try Kenya.text().replacing("sms_sender: MAVUNO", with: "sms_sender: MAVUNOMONEY")
        let tariff = try Tariff(yaml: text)
        let texts = ScheduleTexts(tariff: tariff)
        for (step, language) in Dormancy.Step.allCases.flatMap({ step in
            MessageTemplates.languages.map { (step, $0) }
        }) {
            for kept in [0, tariff.greatest] {
                let text = texts.text(
                    step,
                    lastUse: WorkVillage.start,
                    next: WorkVillage.day(300),
                    kept: kept,
                    language: language
                )
                guard let text else { continue }
                let size = TextSize.measure(text)
                #expect(size.alphabet == .gsm7)
                #expect(size.units <= 160, "\(language) \(step): \(size.units) septets: \(text)")
            }
        }
    }

    /// What is written in place of the block's days, and what is wrong with it.
    @Test(arguments: [
        ("block_days: 270", "notice_days"), ("block_days: 480", "close_days"),
        ("block_days: 0", "block_days"), ("block_days: soon", "block_days"),
        ("months: 1", "months"),
        ("block_days: 300, savings_rates: 1", "savings_rates"),
    ])
    func wrongDaysAreNamed(written: String, named: String) throws {
        let text = try Kenya.text().replacing("block_days: 300", with: written)
        #expect {
            try Tariff(yaml: text)
        } throws: { error in
            "\(error)".contains(named)
        }
        let same = try Kenya.text().replacing("block_days: 300", with: "block_days: 270")
        #expect {
            try Tariff(yaml: same)
        } throws: { error in
            "\(error)".contains("`notice_days: 270` is not less than `block_days: 270`.")
        }
        let rate = try Kenya.text().replacing("\"4%\"", with: "\"4,5%\"")
        #expect(throws: TariffError.self) { try Tariff(yaml: rate) }
    }
}
