// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Ledger
import LedgerStorage
import MobileMoney

/// What happens by itself in the town, and what people make of it.
extension Simulation {
    /// Terms that a few weeks show all of: days in place of months.
    static let terms = ScheduleTerms(
        savingsRate: AnnualRate(millionths: 40_000),
        dormancy: DormancyRules(noticeDays: 3, blockDays: 5, closeDays: 8)
    )
    /// How many people share one promise and one reminder a day.
    static let peoplePerPromise = 25
    private static let hour = 3_600_000

    /// Enters everybody's accounts in the almanac.
    func enter() {
        for person in town.people {
            guard let main = house.wallet.account(of: person.msisdn) else { continue }
            let phone = person.msisdn.digits
            almanac.phones[main] = phone
            if person.till == nil {
                almanac.sleepers[phone] = Sleeper(main: main, lastUse: Timestamp(Self.start))
            }
            guard let savings = house.wallet.savingsAccount(of: person.msisdn) else { continue }
            let balance = house.store.account(savings)?.balance ?? 0
            almanac.savers[savings] = Almanac.Saver(account: savings, balance: balance)
        }
    }

    /// Does what is due, on a process started anew when the power fails in the midst of it.
    func work() throws {
        guard isSomethingDue else { return }
        house.work(until: now)
        if !house.disk.hasPower {
            try recover()
            house.work(until: now)
        }
        for receipt in try read() { witness.posted(receipt, by: nil) }
        deliver()
    }

    private var isSomethingDue: Bool {
        let moment = Timestamp(now)
        guard let due = try? house.store.dueWork(at: moment, limit: 1), due.isEmpty else {
            return true
        }
        return almanac.holds.values.contains { $0.ends.isEmpty && $0.expiresAt <= moment }
    }

    /// Somebody has money held for another: to be paid out on a later day, or only to expire.
    func promise(by person: Int) throws {
        let other = (person + 1 + dice.below(town.people.count - 1)) % town.people.count
        let amount = Int64(dice.below(50) + 1) * 100
        let due = now.adding(milliseconds: Int64(12 * Self.hour + dice.below(48 * Self.hour)))
        let isReleased = dice.chance(60)
        guard let debit = house.wallet.account(of: town.people[person].msisdn),
            let credit = house.wallet.account(of: town.people[other].msisdn)
        else { return }
        promises += 1
        let reference = Almanac.holdPrefix + Self.number(promises)
        let hold = Transfer(
            debit: debit,
            credit: credit,
            amount: Amount(minorUnits: amount, currency: house.currency),
            reference: reference,
            kind: .pending(expiresAt: Timestamp(due.adding(milliseconds: 100_000_000)))
        )
        var command = LedgerCommand(key: key(promises), at: Timestamp(now), transfers: [hold])
        if isReleased {
            command.work = [WalletWork.release(ofTransfer: 0, at: Timestamp(due))]
            almanac.releases[reference] = Timestamp(due)
        }
        _ = house.commit(command)
        try settled()
    }

    /// Somebody wants to be reminded of something.
    func note(for person: Int) throws {
        promises += 1
        let due = now.adding(milliseconds: Int64(dice.below(72 * Self.hour) + 1))
        let text = Almanac.notePrefix + Self.number(promises)
        let phone = town.people[person].msisdn
        guard let item = WalletWork.reminder(to: phone, text: text, at: Timestamp(due)) else {
            return
        }
        let command = LedgerCommand(key: key(promises), at: Timestamp(now), work: [item])
        let isTaken = house.commit(command)
        almanac.notes[text] = Almanac.Note(due: Timestamp(due), isTaken: isTaken)
        try settled()
    }

    /// Somebody goes to an agent with cash, so that her wallet wakes.
    func payIn(to person: Int) throws {
        guard !town.agents.isEmpty else { return }
        let agent = town.agents[dice.below(town.agents.count)]
        guard visits[agent] == nil else { return }
        try begin(.deposit(of: person, amount: Int64(dice.below(20) + 1) * 10_000), agent)
    }

    /// Notes what a short message told, and has its reader do something about it.
    func hear(_ message: OutboxMessage) {
        switch almanac.heard(message) {
        case .note?: tally.reminded += 1
        case .step(let step)?:
            tally.asleep += 1
            guard let person = town.person(of: message.to), dice.chance(70) else { return }
            let later = Self.hour + dice.below(20 * Self.hour)
            if step == .noticed { add(.visit(person: person), after: later) }
            if step == .blocked { add(.payIn(person: person), after: later) }
        case .hold?, nil: break
        }
    }

    /// Counts a row that nobody asked for by phone.
    func count(_ row: PostedTransfer) {
        switch row.kind {
        case .post: tally.released += 1
        case .expire: tally.expired += 1
        default: tally.interest += row.code == Almanac.Code.interest ? 1 : 0
        }
    }

    private func settled() throws {
        house.settle()
        try recover()
        for receipt in try read() { witness.posted(receipt, by: nil) }
        deliver()
    }

    private func key(_ number: Int) -> IdempotencyKey {
        IdempotencyKey(high: UInt64(now.milliseconds) << 20, low: UInt64(number))
    }

    private static func number(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }
}

extension Timestamp {
    fileprivate init(_ instant: Instant) { self.init(milliseconds: instant.milliseconds) }
}
