// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway
import Ledger
import Testing

@testable import MobileMoney

/// Savings earn each day what that day's balance earns, and not a millionth is lost.
@Suite struct InterestTests {
    @Test(arguments: [
        ("4", 40_000), ("4%", 40_000), ("4.5%", 45_000), ("0.0001", 1), ("0", 0),
        ("100", 1_000_000), ("12.3456%", 123_456), ("007", 70_000),
    ])
    func aRateIsAnExactDecimal(text: String, millionths: Int64) {
        #expect(AnnualRate(parsing: text)?.millionths == millionths)
    }

    @Test(arguments: [
        "", "%", "-1", "1,5", "100.0001", "101", "1.23456", "4.", ".5", "1e2", "٤", "4 %", "4%%",
        "1.2.3", "99999999999999999999",
    ])
    func anythingElseIsNoRate(text: String) {
        #expect(AnnualRate(parsing: text) == nil)
    }

    /// Balance in cents, millionths, and millionths of a cent a day: balance × rate ÷ 365.
    @Test(
        arguments: [
            (100_000, 40_000, 10_958_904), (1, 40_000, 109), (0, 40_000, 0), (-5, 40_000, 0),
            (36_500, 10_000, 1_000_000), (.max, 1_000_000, .max), (365, 0, 0),
        ] as [(Int64, Int64, Int64)]
    )
    func aDayEarnsAThreeHundredAndSixtyFifth(balance: Int64, rate: Int64, micro: Int64) {
        #expect(AnnualRate(millionths: rate)?.microUnits(ofDayOn: balance) == micro)
    }

    @Test(arguments: [1, 999, 10_958_904, 1_000_000, 2_499_999] as [Int64])
    func whatIsNotPaidIsCarried(micro: Int64) {
        var savings = Savings(wallet: WalletID(rawValue: 1))
        var paid: Int64 = 0
        for _ in 1...1_000 {
            let (units, after) = savings.paying(micro)
            paid += units
            savings = after
            #expect(0..<Savings.scale ~= savings.body.carry)
        }
        #expect(paid * Savings.scale + savings.body.carry == micro * 1_000)
    }

    @Test func aMonthIsATransferADayEachAtItsOwnMidnight() throws {
        let village = try WorkVillage()
        village.clerk().advance(to: WorkVillage.day(28))
        let rows = try village.store.statement(of: village.savings(), since: nil, limit: .max)
            .reversed().filter { $0.code == .interest }
        let midnights = (0..<28).map { WorkVillage.day($0, hours: 15) }
        #expect(rows.map(\.at) == midnights)
        #expect(rows.prefix(3).map(\.amount.minorUnits) == [10, 11, 11])
        #expect(
            village.balance(ChartOfAccounts.interest) == 1_000_00
                - village.balance(try village.savings())
        )
        #expect(village.store.inner.verify().isSound)
    }

    /// The clerk was away for ten days, and before it came back money went in and out.
    @Test func aDayCountsWhatWasThereAtItsMidnightWhateverCameSince() throws {
        let late = try WorkVillage()
        let prompt = try WorkVillage()
        let promptClerk = prompt.clerk()
        for (number, (day, units)) in [(3, 500_00), (6, -900_00), (6, 70_00)].enumerated() {
            promptClerk.advance(to: WorkVillage.day(Int64(day)))
            for village in [late, prompt] {
                let (main, pot) = (try village.main(WorkVillage.amina), try village.savings())
                try village.commit(UInt64(number)) { command in
                    command.at = WorkVillage.day(Int64(day))
                    let (from, to) = units > 0 ? (main, pot) : (pot, main)
                    command.transfers = [village.transfer(from, to, abs(Int64(units)))]
                }
            }
        }
        promptClerk.advance(to: WorkVillage.day(10))
        late.clerk().advance(to: WorkVillage.day(10))
        let paid = try [late, prompt].map { village in
            try village.store.statement(of: village.savings(), since: nil, limit: .max)
                .filter { $0.code == .interest }.map { [$0.at.milliseconds, $0.amount.minorUnits] }
        }
        #expect(paid[0].count == 10)
        #expect(paid[0] == paid[1])
    }

    @Test func whatCannotBePaidIsPaidWhenItCan() throws {
        let village = try WorkVillage()
        let pot = try village.savings()
        try village.commit(1) { command in
            command.settings = [AccountSetting(id: pot, floor: 0, isFrozen: true)]
        }
        village.clerk().advance(to: WorkVillage.day(9))
        #expect(village.balance(pot) == 1_000_00)
        try village.commit(2) { $0.settings = [AccountSetting(id: pot, floor: 0)] }
        village.clerk().advance(to: WorkVillage.day(10))
        // ten days of 10.958904 cents
        #expect(village.balance(pot) == 1_000_00 + 109)
        #expect(village.complaints.value == nil)
    }

    @Test func everyAnswerMayBeLost() throws {
        let village = try WorkVillage()
        for day in 0...60 as ClosedRange<Int64> {
            village.store.fail([day % 2 == 0 ? .loseAnswer(.full) : .refuse(.full)])
            village.clerk().advance(to: WorkVillage.day(day))
        }
        village.clerk().advance(to: WorkVillage.day(60))
        let other = try WorkVillage()
        other.clerk().advance(to: WorkVillage.day(60))
        #expect(village.balance(try village.savings()) == other.balance(try other.savings()))
        let dates = try village.store.statement(of: village.savings(), since: nil, limit: .max)
            .filter { $0.code == .interest }.map(\.at)
        #expect(dates.count == 60)
        #expect(Set(dates).count == 60)
    }

    @Test func anItemOfAnotherProgramIsPutOffAndNothingTraps() throws {
        let village = try WorkVillage()
        try village.commit(1) { command in
            command.work =
                [[], [9], [255, 255, 255, 255, 255, 255, 255, 255]].map { body in
                    WorkItem(due: WorkVillage.start, kind: 1, subject: .max, body: body)
                } + [
                    WorkItem(due: WorkVillage.start, kind: 99, subject: 0),
                    WorkItem(due: WorkVillage.start, kind: 2, subject: .max, body: [200]),
                    WorkItem(due: WorkVillage.start, kind: 3, subject: .max),
                ]
        }
        let clerk = village.clerk()
        clerk.advance(to: WorkVillage.start)
        #expect(village.complaints.value == .some(nil))
        let left = village.store.inner.dueWork(at: WorkVillage.day(0, hours: 1), limit: 9)
        #expect(left.map(\.kind) == [99])
    }
}
