// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Foundation
import GSM
import Gateway
import HeapModule
import Ledger
import LedgerStorage
import MobileMoney

/// Days in the life of a town: people pay each other over a network that drops, doubles and delays
/// turns, on a machine whose power fails; a seed repeats every bit of it.
///
/// One turn is played after the other, so that whatever the ledger has gained belongs to it.
final class Simulation {
    /// What is simulated.
    struct Settings {
        var seed: UInt64
        var phones: Int
        /// How many of a hundred people do something on a day.
        var visitsPercent = 30
        /// How often the power fails on a day.
        var powerCutsPerDay = 3
        /// How often the disk is full, refuses or fails for a minute on a day.
        var diskFaultsPerDay = 2
    }

    /// What is to happen, in the order of time and then of when it was thought of.
    struct Event: Comparable {
        let at: Instant
        let order: Int
        let what: What

        enum What {
            case visit(person: Int)
            case turn(Turn)
            case powerCut
            case diskFault
            case diskHeals
            case promise(person: Int)
            case note(person: Int)
            case payIn(person: Int)
        }

        static func < (left: Event, right: Event) -> Bool {
            (left.at, left.order) < (right.at, right.order)
        }

        static func == (left: Event, right: Event) -> Bool { left.order == right.order }
    }

    /// An input on its way from a phone.
    struct Turn {
        let person: Int
        let input: String
        /// The answer it answers; nil for what is dialled.
        let key: TurnKey?
        /// The attempt that it is the PIN of.
        let attempt: Int?
        /// Whether the network may still do something to it.
        var isFresh = true
    }

    let settings: Settings
    let town: SimulatedTown
    let house: SimulatedHouse
    var dice: Dice
    var witness = Witness()
    var almanac: Almanac
    var tally = SimulationTally()
    /// What each person is about.
    var visits: [Int: Errand] = [:]
    private(set) var now: Instant
    /// How many promises and notes there were.
    var promises = 0
    /// Whether the disk refuses or fails for a while.
    private var isDiskFaulty = false
    private var events = Heap<Event>()
    private var order = 0
    /// The newest transfer that was read.
    private var seen = TransferID.zero
    /// Every text a phone showed, as one number.
    private var shown: UInt64 = 0xcbf2_9ce4_8422_2325

    static let millisecondsPerDay: Int64 = 86_400_000
    /// 2026-01-01T00:00:00Z.
    static let start = Instant(milliseconds: 1_767_225_600_000)
    /// When people get up and go to bed, in milliseconds of the day.
    static let awake = 6 * 3_600_000..<21 * 3_600_000

    init(_ settings: Settings, plan: SimulatedHouse.Plan) throws {
        self.settings = settings
        dice = Dice(seed: settings.seed)
        town = SimulatedTown(phones: settings.phones, dice: &dice)
        var plan = plan
        plan.tariff.schedule = Self.terms
        house = try SimulatedHouse(plan)
        now = Self.start
        almanac = Almanac(
            terms: Self.terms,
            utcOffsetMinutes: plan.tariff.utcOffsetMinutes,
            from: Timestamp(milliseconds: Self.start.milliseconds)
        )
        try provision()
        _ = try read()
        enter()
    }

    /// The seal on every transfer and everything that phones showed: the same for the same seed.
    var fingerprint: String {
        let audit = try? house.store.verify()
        let chain = audit?.lastHash.description ?? "unreadable"
        let digits = String(shown, radix: 16)
        return "chain \(chain.prefix(16)) screens "
            + String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// Plays one day and gives what did not hold.
    func play(day: Int) throws -> [String] {
        let begin = Self.start.adding(milliseconds: Int64(day) * Self.millisecondsPerDay)
        plan(from: begin)
        let end = begin.adding(milliseconds: Self.millisecondsPerDay)
        while let next = events.min, next.at < end {
            events.removeMin()
            now = next.at
            try happen(next.what)
        }
        now = end
        try calm()
        witness.endDay()
        almanac.endDay(at: Timestamp(milliseconds: now.milliseconds)) { [house] in
            house.store.account($0)
        }
        return witness.takeFaults() + almanac.takeFaults() + (try standing())
    }

    /// Puts something into the order of time, so many milliseconds from now.
    func add(_ what: Event.What, after milliseconds: Int) {
        order += 1
        let at = now.adding(milliseconds: Int64(milliseconds))
        events.insert(Event(at: at, order: order, what: what))
    }

    /// Counts a text into what phones showed.
    func show(_ text: String) {
        for byte in text.utf8 { shown = (shown ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }

    private func provision() throws {
        let done = DispatchSemaphore(value: 0)
        let openings = town.openings(dice: &dice)
        var failure: ProvisioningError?
        let box = SimulatedReply<Result<Void, ProvisioningError>>()
        house.wallet.provision(openings, at: now) { result in
            box.set(result)
            done.signal()
        }
        done.wait()
        if case .failure(let error)? = box.take() { failure = error }
        if let failure { throw CommandFailure(.failed, failure.description) }
        house.settle()
    }

    /// What people and the machine will do on a day.
    private func plan(from begin: Instant) {
        now = begin
        for person in town.people.indices where dice.chance(settings.visitsPercent) {
            add(.visit(person: person), after: Self.awake.lowerBound + dice.below(Self.awake.count))
        }
        for _ in 0..<settings.powerCutsPerDay {
            add(.powerCut, after: Self.awake.lowerBound + dice.below(Self.awake.count))
        }
        for _ in 0..<settings.diskFaultsPerDay {
            add(.diskFault, after: Self.awake.lowerBound + dice.below(Self.awake.count))
        }
        for _ in 0..<max(1, town.people.count / Self.peoplePerPromise) {
            let moment = Self.awake.lowerBound + dice.below(Self.awake.count)
            add(.promise(person: dice.below(town.people.count)), after: moment)
            add(.note(person: dice.below(town.people.count)), after: moment + 1_000)
        }
    }

    private func happen(_ what: Event.What) throws {
        house.gateway.advance(to: now)
        try work()
        switch what {
        case .visit(let person): try visit(person)
        case .turn(let turn): try take(turn)
        case .powerCut:
            let kept = Fault.Kept.allCases[dice.below(Fault.Kept.allCases.count)]
            let moment = Fault.Moment.change(1 + dice.below(60))
            house.disk.install(
                FaultPlan(seed: dice.seed(), [Fault(moment, .powerCut(keeping: kept))])
            )
        case .diskFault:
            let effects: [Fault] = [
                Fault(.write(1), .diskFull, lasts: true),
                Fault(.write(1), .readOnly, lasts: true),
                Fault(.sync(1), .reverting, lasts: true),
                Fault(.sync(1), .forgetting, lasts: true),
                Fault(.write(1), .short, lasts: true),
            ]
            let fault = effects[dice.below(effects.count)]
            house.disk.install(FaultPlan(seed: dice.seed(), [fault]))
            tally.diskFaults += 1
            isDiskFaulty = true
            add(.diskHeals, after: 60_000)
        case .diskHeals:
            isDiskFaulty = false
            house.disk.heal()
        case .promise(let person): try promise(by: person)
        case .note(let person): try note(for: person)
        case .payIn(let person): try payIn(to: person)
        }
        try recover()
    }

    /// Starts the process anew when the power failed.
    func recover() throws {
        guard !house.disk.hasPower else { return }
        tally.powerCuts += 1
        try house.restart()
        let head = house.store.invariantViolations()
        for violation in head { witness.report("After a power failure: \(violation)") }
        visits = [:]
    }

    /// Ends the day's trouble, so that what is still on its way arrives.
    private func calm() throws {
        isDiskFaulty = false
        house.disk.heal()
        house.gateway.advance(to: now)
        // What is due at night meets a power cut as often as not.
        if dice.chance(50) {
            let kept = Fault.Kept.allCases[dice.below(Fault.Kept.allCases.count)]
            let moment = Fault.Moment.change(1 + dice.below(100))
            house.disk.install(
                FaultPlan(seed: dice.seed(), [Fault(moment, .powerCut(keeping: kept))])
            )
        }
        try work()
        house.disk.heal()
        try work()
        for receipt in try read() { witness.posted(receipt, by: nil) }
        deliver()
        house.settle()
    }

    /// What does not hold of the ledger as it stands.
    private func standing() throws -> [String] {
        let audit = try house.store.verify()
        return audit.violations.map(\.description)
            + house.store.invariantViolations().map(\.description)
    }

    /// The payments posted since this was last asked; a failing disk is asked again later.
    func read() throws -> [PostedReceipt] {
        var found: [PostedReceipt] = []
        while true {
            let rows: [PostedTransfer]
            do {
                rows = try house.store.transfers(since: seen, limit: 1_000)
            } catch {
                guard isDiskFaulty else { throw error }
                return found
            }
            guard let last = rows.last else { return found }
            seen = last.id
            for row in rows {
                almanac.saw(row)
                count(row)
            }
            found += rows.filter { $0.id == $0.group && Almanac.Code.payments.contains($0.code) }
                .map {
                    PostedReceipt(
                        reference: $0.reference,
                        debit: $0.debit,
                        credit: $0.credit,
                        amount: $0.amount.minorUnits
                    )
                }
        }
    }
}
