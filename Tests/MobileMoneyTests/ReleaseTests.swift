// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway
import Ledger
import Testing

@testable import MobileMoney

/// Holds that are paid out, and messages that are sent, at a later moment.
@Suite struct ReleaseTests {
    /// Holds 300.00 of Amina's for Baraka, to be paid out after ten days.
    private func hold(in village: WorkVillage) throws -> TransferID {
        let (amina, baraka) = (
            try village.main(WorkVillage.amina), try village.main(WorkVillage.baraka)
        )
        let result = try village.commit(1) { command in
            var hold = village.transfer(amina, baraka, 300_00)
            hold.reference = "6BK7M9XB4T"
            hold.kind = .pending(expiresAt: WorkVillage.day(20))
            command.transfers = [village.transfer(amina, ChartOfAccounts.fees, 5_00, .fee), hold]
            command.work = [WalletWork.release(ofTransfer: 1, at: WorkVillage.day(10))]
        }
        return result.transfers[1].id
    }

    @Test func aHoldIsPaidOutAtItsMomentAndBothAreTold() throws {
        let village = try WorkVillage()
        _ = try hold(in: village)
        let clerk = village.clerk()
        clerk.advance(to: WorkVillage.day(9))
        #expect(village.balance(try village.main(WorkVillage.baraka)) == 0)
        clerk.advance(to: WorkVillage.day(30))
        #expect(village.balance(try village.main(WorkVillage.baraka)) == 300_00)
        #expect(
            village.texts(WorkVillage.amina) == [
                "6BK7M9XB4T Confirmed. KES 300.00 that was held went to Baraka on 10/02 09:00. "
                    + "New balance 1,695.00."
            ]
        )
        #expect(
            village.texts(WorkVillage.baraka) == [
                "6BK7M9XB4T Confirmed. KES 300.00 that was held from Amina is yours since "
                    + "10/02 09:00. New balance 300.00."
            ]
        )
    }

    @Test(arguments: [false, true])
    func aHoldThatWasEndedBeforeIsLeftAlone(isPosted: Bool) throws {
        let village = try WorkVillage()
        let id = try hold(in: village)
        try village.commit(2) { $0.transfers = [isPosted ? .post(id) : .void(id)] }
        village.clerk().advance(to: WorkVillage.day(30))
        let received = village.balance(try village.main(WorkVillage.baraka))
        #expect(received == (isPosted ? 300_00 : 0))
        #expect(village.texts(WorkVillage.baraka).isEmpty)
        #expect(village.complaints.value == nil)
    }

    @Test func aFrozenAccountIsTriedAgainEachDay() throws {
        let village = try WorkVillage()
        _ = try hold(in: village)
        let baraka = try village.main(WorkVillage.baraka)
        let account = try #require(village.store.account(baraka))
        let setting = AccountSetting(account)
        var frozen = setting
        frozen.isFrozen = true
        try village.commit(2) { $0.settings = [frozen] }
        village.clerk().advance(to: WorkVillage.day(12))
        #expect(village.balance(baraka) == 0)
        try village.commit(3) { $0.settings = [setting] }
        village.clerk().advance(to: WorkVillage.day(13))
        #expect(village.balance(baraka) == 300_00)
    }

    @Test func aReminderIsSentOnceAtItsMoment() throws {
        let village = try WorkVillage()
        let msisdn = try #require(MSISDN(digits: WorkVillage.baraka))
        let taken = Box<Bool>()
        for _ in 1...2 {
            village.service.remind(
                msisdn,
                "Your group meets tomorrow.",
                at: Instant(milliseconds: WorkVillage.day(5).milliseconds),
                key: ServiceKey(high: 1, low: 2),
                now: Instant(milliseconds: WorkVillage.start.milliseconds)
            ) { taken.put($0) }
        }
        #expect(taken.value == true)
        village.store.fail([.loseAnswer(.full)])
        village.clerk().advance(to: WorkVillage.day(6))
        village.clerk().advance(to: WorkVillage.day(6))
        #expect(village.texts(WorkVillage.baraka) == ["Your group meets tomorrow."])
        let messages = village.store.inner.messages(to: WorkVillage.baraka, limit: 9)
        #expect(messages.map(\.at) == [WorkVillage.day(5)])
        #expect(messages.map(\.from) == ["MAVUNO"])
        let long = String(repeating: "x", count: WalletWork.reminderOctetsMax + 1)
        #expect(WalletWork.reminder(to: msisdn, text: long, at: WorkVillage.start) == nil)
        #expect(WalletWork.reminder(to: msisdn, text: "", at: WorkVillage.start) == nil)
    }
}
