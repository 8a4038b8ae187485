// SPDX-License-Identifier: Apache-2.0
import Ledger
import MobileMoney

/// What is due by itself in a town, reckoned anew and held against what was posted and sent:
/// interest once a day, wallets asleep as the rules say, holds ended once, reminders told once.
struct Almanac {
    /// What transfers are for, as the journal numbers it.
    enum Code {
        static let send = TransferCode(2)
        static let withdraw = TransferCode(3)
        static let deposit = TransferCode(4)
        static let interest = TransferCode(20)
        static let dormant = TransferCode(21)
        static let payments: Set<TransferCode> = [send, withdraw, deposit]
    }

    /// Somebody's savings.
    struct Saver {
        let account: AccountID
        var balance: Int64
        /// Millionths of a minor unit that were earned and not paid.
        var carry: Int64 = 0
        /// When the money was set apart.
        var closedAt: Timestamp?
        var paid: [PostedTransfer] = []
    }

    /// Money held by one person for another.
    struct Hold {
        let row: PostedTransfer
        let expiresAt: Timestamp
        /// When it is to be paid out; nil when it is only to expire.
        let releasesAt: Timestamp?
        var ends: [PostedTransfer] = []
    }

    /// A text that is to be told at a moment.
    struct Note {
        let due: Timestamp
        /// Whether the ledger said that it has taken it.
        let isTaken: Bool
    }

    /// What a short message was about.
    enum Told: Hashable {
        case step(Sleeper.Step)
        case note(String)
        case hold(String)
    }

    let terms: ScheduleTerms
    let utcOffsetMinutes: Int
    var savers: [AccountID: Saver] = [:]
    /// Customers by the digits of their phones.
    var sleepers: [UInt64: Sleeper] = [:]
    var phones: [AccountID: UInt64] = [:]
    var holds: [TransferID: Hold] = [:]
    /// When holds that are to be paid out are due, by reference.
    var releases: [String: Timestamp] = [:]
    var notes: [String: Note] = [:]
    /// How often each thing was told to each phone.
    var told: [UInt64: [Told: Int]] = [:]
    private var heardMessages: Set<Int64> = []
    private var reckoned: Timestamp
    private(set) var faults: [String] = []

    static let millisecondsPerDay: Int64 = 86_400_000

    init(terms: ScheduleTerms, utcOffsetMinutes: Int, from start: Timestamp) {
        self.terms = terms
        self.utcOffsetMinutes = utcOffsetMinutes
        reckoned = start
    }

    /// Takes in a row of the journal.
    mutating func saw(_ row: PostedTransfer) {
        switch row.code {
        case Code.interest:
            if savers[row.credit] == nil { report("Interest went to no savings at all.") }
            savers[row.credit]?.paid.append(row)
        case Code.dormant:
            savers[row.debit]?.closedAt = row.at
        case Code.send, Code.withdraw:
            use(row.debit, row, isOut: true)
        case Code.deposit:
            use(row.credit, row, isOut: false)
        default: break
        }
        if case .pending(let expiresAt) = row.kind {
            let release = releases[row.reference]
            holds[row.id] = Hold(row: row, expiresAt: expiresAt, releasesAt: release)
        }
        if let id = row.kind.pending { holds[id]?.ends.append(row) }
    }

    private mutating func use(_ account: AccountID, _ row: PostedTransfer, isOut: Bool) {
        guard let phone = phones[account] else { return }
        sleepers[phone]?.uses.append(Sleeper.Use(at: row.at, isOut: isOut))
    }

    /// Takes in a short message; what it is about, unless it was seen before.
    mutating func heard(_ message: OutboxMessage) -> Told? {
        let text = message.text
        let about: Told
        if text.hasPrefix(Self.notePrefix) {
            about = .note(text)
        } else if text.hasPrefix(Self.holdPrefix) {
            about = .hold(String(text.prefix(while: { $0 != " " })))
        } else if let step = Sleeper.Step(text: text) {
            about = .step(step)
        } else {
            return nil
        }
        guard heardMessages.insert(message.id).inserted else { return nil }
        told[message.to, default: [:]][about, default: 0] += 1
        return about
    }

    static let notePrefix = "Reminder "
    static let holdPrefix = "HOLD"

    /// Reckons what was due until a moment, and says what was not done, or done otherwise.
    mutating func endDay(at now: Timestamp, account: (AccountID) -> Account?) {
        var midnight = Self.firstMidnight(after: reckoned, utcOffsetMinutes)
        while midnight <= now {
            payInterest(at: midnight)
            midnight = midnight.adding(milliseconds: Self.millisecondsPerDay)
        }
        for saver in savers.values.sorted(by: { $0.account < $1.account }) where !saver.paid.isEmpty
        {
            report(
                "Savings \(saver.account.rawValue) were paid \(saver.paid.count) times too often."
            )
            savers[saver.account]?.paid = []
        }
        endHolds(at: now) { account($0)?.isFrozen ?? true }
        for phone in sleepers.keys.sorted() { sleep(phone, until: now, account: account) }
        holds = holds.filter { $0.value.ends.isEmpty }
        endNotes(at: now)
        for (phone, extra) in told.sorted(by: { $0.key < $1.key }) where !extra.isEmpty {
            report("Phone ***\(phone % 1_000) was told \(extra.count) things nobody owed it.")
        }
        told = [:]
        reckoned = now
    }

    /// Takes a telling off the list; how often it was told.
    mutating func takeTold(_ about: Told, _ phone: UInt64) -> Int {
        told[phone]?.removeValue(forKey: about) ?? 0
    }

    /// Notes that something does not hold.
    mutating func report(_ fault: String) { faults.append(fault) }

    /// Gives what does not hold, once.
    mutating func takeFaults() -> [String] {
        defer { faults = [] }
        return faults
    }

    private static func firstMidnight(after moment: Timestamp, _ offset: Int) -> Timestamp {
        let shift = Int64(offset) * 60_000
        let days = (moment.milliseconds + shift) / millisecondsPerDay + 1
        return Timestamp(milliseconds: days * millisecondsPerDay - shift)
    }

    private mutating func payInterest(at midnight: Timestamp) {
        let millionths = terms.savingsRate?.millionths ?? 0
        for var saver in savers.values.sorted(by: { $0.account < $1.account }) {
            if let closedAt = saver.closedAt, closedAt <= midnight { continue }
            saver.carry += saver.balance * millionths / 365
            let units = saver.carry / 1_000_000
            saver.carry %= 1_000_000
            saver.balance += units
            let paid = saver.paid.filter { $0.at == midnight }
            saver.paid.removeAll { $0.at == midnight }
            if paid.map(\.amount.minorUnits) != (units > 0 ? [units] : []) {
                let sums = paid.map { "\($0.amount.minorUnits)" }.joined(separator: " and ")
                report(
                    "Savings \(saver.account.rawValue) earned \(units) on a day and were paid "
                        + "\(sums.isEmpty ? "nothing" : sums)."
                )
            }
            savers[saver.account] = saver
        }
    }
}
