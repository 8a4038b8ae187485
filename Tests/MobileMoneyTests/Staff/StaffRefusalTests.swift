// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Ledger
import Testing

@testable import MobileMoney

/// Who may do what, in what order it is checked, and that nothing is done twice.
@Suite struct StaffRefusalTests {
    private static let freeze = "freeze +254712000001"

    /// Each row fails its own check and, where it can, those after it.
    @Test(arguments: [
        ("nobody 0000", "-", StaffRefusal.notStaff), ("wanjiru 1111", "-", .notStaff),
        ("wanjiru 2468", " ", .reasonUnfit),
        ("wanjiru 2468", String(repeating: "x", count: 257), .reasonUnfit),
        ("njeri 9753", "-", .roleMayNot(role: "auditor", step: "ask for freeze")),
    ])
    func whoAsksIsCheckedFirst(who: String, reason: String, refusal: StaffRefusal) async throws {
        let office = try Office()
        let words = who.split(separator: " ").map(String.init)
        let found = try await office.refusal {
            _ = try await office.desk.request(
                try office.operation("freeze +254712999999"),
                reason: reason == "-" ? "because" : reason,
                by: office.credential(words[0], pin: words[1]),
                at: Village.morning
            )
        }
        #expect(found == refusal)
        #expect(try office.desk.requests(at: Village.morning).isEmpty)
    }

    @Test(arguments: [
        ("freeze +254712999999", StaffRefusal.unknownWallet("+2547****999")),
        ("thaw +254712000001", .notFrozen), ("unlock +254712000001", .notLocked),
        ("reset-pin +254712000002", .noPIN), ("raise +254712000001 1", .levelNotHigher(1)),
        ("retire-key 9", .unknownKey(9)), ("retire-key 1", .keyIsNewest),
        ("close +254712000001", .walletNotEmpty("KES 2,000.00")),
    ])
    func whatCannotBeDoneIsNotAskedFor(words: String, refusal: StaffRefusal) async throws {
        let office = try Office()
        #expect(try await office.refusal { try await office.request(words) } == refusal)
        #expect(try office.log().isEmpty)
    }

    @Test func aFrozenWalletIsNotFrozenAgain() async throws {
        let office = try Office()
        try await office.done(Self.freeze)
        let refusal = try await office.refusal { try await office.request(Self.freeze) }
        #expect(refusal == .alreadyFrozen)
    }

    @Test func aTariffWithoutAHoldHoldsNothing() async throws {
        let yaml = try Kenya.text() + "\nrates: {sim_hold_seconds: 0}\n"
        let office = try Office(Village(tariff: Tariff(yaml: yaml)))
        let refusal = try await office.refusal {
            try await office.request("change-sim +254712000001")
        }
        #expect(refusal == .noSIMHold)
    }

    /// Written to the ledger directly, for asking a thousand times takes long.
    @Test func onlySoManyRequestsWait() async throws {
        let office = try Office()
        let operation = try office.operation(Self.freeze)
        let tariff = office.village.service.tariff
        for group in 0..<UInt64(StaffRequest.openMax / 250) {
            let records = (1...250 as ClosedRange<UInt64>).map { number in
                StaffRequest(
                    id: group * 250 + number,
                    operation: operation,
                    requester: "otieno",
                    reason: "because",
                    at: Village.morning,
                    state: .open,
                    decider: nil
                ).change(tariff)
            }
            let command = LedgerCommand(
                key: IdempotencyKey(high: 9, low: group),
                at: Timestamp(Village.morning),
                records: records
            )
            #expect(try await office.village.store.commit(command).rejection == nil)
        }
        let refusal = try await office.refusal { try await office.request(Self.freeze) }
        #expect(refusal == .tooManyOpen)
        let later = Village.morning.adding(seconds: StaffRequest.lifeSeconds)
        let next = try await office.request(Self.freeze, at: later)
        #expect(next.id == UInt64(StaffRequest.openMax) + 1, "those before have lapsed")
    }

    @Test func anUnknownReceiptIsTold() async throws {
        let office = try Office()
        let receipt = try office.send("Amina", "Baraka", 500_00, pin: "4821")
        let other = try Village()
        let strange = try Office(other)
        let refusal = try await strange.refusal { try await strange.request("reverse \(receipt)") }
        #expect(refusal == .unknownReceipt(receipt))
        let asked = try await office.refusal { try await office.request("reverse \(receipt) 0") }
        #expect(asked == .amountNotPositive)
    }

    @Test(arguments: [
        "", "freez +254712000001", "freeze", "freeze 12", "freeze +254712000001 now",
        "raise +254712000001", "raise +254712000001 x", "reverse 123", "reverse 0000000000 x",
        "correct 6BK7M9XB4T income:fees 7", "retire-key -1",
    ])
    func whatIsNoOperationSaysWhatToType(words: String) throws {
        let office = try Office()
        let error = #expect(throws: StaffRefusal.self) { try office.operation(words) }
        guard case .notUnderstood(let usage)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(!usage.isEmpty)
    }

    @Test func nobodyApprovesHerOwnRequest() async throws {
        let office = try Office()
        try await office.request(Self.freeze, by: "otieno")
        #expect(
            try await office.refusal { try await office.approve(1, by: "otieno") } == .ownRequest
        )
        let teller = try await office.refusal { try await office.approve(1, by: "wanjiru") }
        #expect(teller == .roleMayNot(role: "teller", step: "approve freeze"))
        #expect(try await office.refusal { try await office.approve(2) } == .unknownRequest(2))
        try await office.approve(1)
        #expect(try await office.refusal { try await office.approve(1) } == .requestClosed(.done))
    }

    @Test func aRequestLapsesAfterADay() async throws {
        let office = try Office()
        try await office.request(Self.freeze)
        let late = Village.morning.adding(seconds: StaffRequest.lifeSeconds)
        #expect(try office.desk.requests(at: late).map(\.state) == [.expired])
        let refusal = try await office.refusal { try await office.approve(1, at: late) }
        #expect(refusal == .requestExpired)
        let inTime = late.adding(milliseconds: -1)
        #expect(try await office.approve(1, at: inTime).request.state == .done)
    }

    @Test func threeWrongPINsLockAMemberAndARightOneForgetsTwo() async throws {
        let office = try Office()
        let wrong = { (now: Instant) in
            try await office.refusal {
                _ = try await office.desk.approve(
                    9,
                    by: office.credential("kamau", pin: "1111"),
                    at: now
                )
            }
        }
        let right = { (now: Instant) in
            try await office.refusal { try await office.approve(9, at: now) }
        }
        var now = Village.morning
        for _ in 1...2 { #expect(try await wrong(now) == .notStaff) }
        #expect(try await right(now) == .unknownRequest(9))
        now = now.adding(seconds: 1)
        for _ in 1...2 { #expect(try await wrong(now) == .notStaff) }
        #expect(try await wrong(now) == .locked(until: "14/06 11:02"))
        #expect(try await right(now) == .locked(until: "14/06 11:02"))
        #expect(try await right(now.adding(seconds: 1_800)) == .unknownRequest(9))
        #expect(try office.log().count { $0.contains("wrong PIN") } == 5)
    }

    /// Counted, not timed.
    @Test func anUnknownNameCostsWhatAWrongPINCosts() async throws {
        let village = try Village()
        let count = Box<PINCost>()
        var verifier = village.service.verifier
        verifier.meter = { count.put($0) }
        let service = WalletService(
            store: village.store,
            tariff: village.service.tariff,
            verifier: verifier
        )
        let office = try Office(village, service: service)
        let before = count.count
        for (turn, name) in ["kamau", "nobody", ""].enumerated() {
            let refusal = try await office.refusal {
                _ = try await office.desk.approve(
                    1,
                    by: office.credential(name, pin: "1111"),
                    at: Village.morning
                )
            }
            #expect(refusal == .notStaff)
            #expect(count.count == before + turn + 1)
        }
    }

    /// Four approvals at once: the ledger takes one.
    @Test func anApprovalIsDoneOnce() async throws {
        let office = try Office()
        let receipt = try office.send("Amina", "Baraka", 500_00, pin: "4821")
        try await office.request("reverse \(receipt)")
        let outcomes = await withTaskGroup(of: StaffRefusal?.self) { group in
            for _ in 1...4 {
                group.addTask {
                    do {
                        try await office.approve(1)
                        return nil
                    } catch {
                        return error as? StaffRefusal ?? .tooManyOpen
                    }
                }
            }
            return await group.reduce(into: [StaffRefusal?]()) { $0.append($1) }
        }
        #expect(outcomes.count { $0 == nil } == 1, "\(outcomes)")
        #expect(try office.village.balance("Amina") == 2_000_00)
        #expect(try office.village.store.verify().isSound)
    }

    /// The answer to the approval is lost; whoever looks sees that it was done.
    @Test func aLostAnswerIsFoundAgain() async throws {
        let office = try Office()
        try await office.request(Self.freeze)
        office.village.store.fail([.loseAnswer(.io(code: 5, message: "gone"))])
        let refusal = try await office.refusal { try await office.approve(1) }
        guard case .ledger? = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
        #expect(try await office.refusal { try await office.approve(1) } == .requestClosed(.done))
        #expect(try office.log().count { $0.contains("approve 1") } == 1)
    }

    @Test func aChangeInBetweenIsJudgedAgain() async throws {
        let office = try Office()
        office.village.store.fail([.changeRecordFirst, .changeRecordFirst])
        #expect(try await office.request(Self.freeze).id == 1)
        office.village.store.fail([.changeRecordFirst])
        #expect(try await office.approve(1).request.state == .done)
    }

    @Test func everyRefusalSaysWhatToDo() {
        let use = PINKeyUse(key: 1, isThere: true, isNewest: false, isRetired: false)
        let all: [StaffRefusal] = [
            .notUnderstood("x"), .notStaff, .locked(until: "14/06"), .reasonUnfit,
            .unknownRequest(1), .requestClosed(.done), .requestExpired,
            .roleMayNot(role: "r", step: "s"), .ownRequest, .tooManyOpen, .unknownWallet("+2"),
            .walletClosed, .alreadyFrozen, .notFrozen, .walletNotEmpty("1"), .notLocked, .noPIN,
            .noSIMHold, .levelNotHigher(1), .unknownReceipt("x"), .alreadyReversed,
            .amountNotPositive, .aboveRest(left: "1"), .receiverLacks(available: "1"),
            .unknownAccount("x"), .sameAccount, .unknownKey(1), .keyIsNewest, .keyInUse(use),
            .refused(.belowFloor), .ledger("It is full."),
        ]
        for refusal in all {
            #expect(refusal.description.contains("Nothing was done."), "\(refusal)")
            #expect(refusal.description.hasSuffix("."), "\(refusal)")
        }
    }
}
