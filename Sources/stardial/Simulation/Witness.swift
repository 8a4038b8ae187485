// SPDX-License-Identifier: Apache-2.0
import Ledger

/// One payment that somebody agreed to with her PIN, and what her phone told her of it.
struct Attempt {
    /// What she knows.
    enum Knowledge: Hashable {
        /// No answer reached her, or one that says it is not known yet.
        case unknown
        /// Her phone showed this receipt.
        case paid(String)
        /// Her phone said that nothing was taken.
        case notMade
    }

    let person: Int
    let debit: AccountID
    let credit: AccountID
    let amount: Int64
    var knowledge = Knowledge.unknown
    /// The receipt in the ledger that is hers.
    var posted: String?
}

/// A payment as the ledger has it.
struct PostedReceipt: Hashable {
    let reference: String
    let debit: AccountID
    let credit: AccountID
    let amount: Int64
}

/// What people were told, held against what was posted.
///
/// Turns are played one at a time, so a payment belongs to the attempt under way or to nobody.
struct Witness {
    private(set) var attempts: [Attempt] = []
    /// The attempts of each person that are not both posted and known to her.
    private var open: [Int: [Int]] = [:]
    /// The accounts whose phones are still to get an SMS with a receipt.
    private var silent: [String: Set<AccountID>] = [:]
    /// What does not hold, in plain words.
    private(set) var faults: [String] = []
    /// Payments posted so far.
    private(set) var payments = 0

    /// Notes that somebody types her PIN; gives the number of the attempt.
    mutating func agrees(_ attempt: Attempt) -> Int {
        attempts.append(attempt)
        let number = attempts.count - 1
        open[attempt.person, default: []].append(number)
        return number
    }

    /// Gives a payment that was posted to the attempt that made it.
    mutating func posted(_ receipt: PostedReceipt, by person: Int?) {
        payments += 1
        silent[receipt.reference] = [receipt.debit, receipt.credit]
        let mine = person.flatMap { person in
            open[person]?.last { number in
                let attempt = attempts[number]
                return attempt.posted == nil && attempt.knowledge == .unknown
                    && attempt.debit == receipt.debit && attempt.credit == receipt.credit
                    && attempt.amount == receipt.amount
            }
        }
        guard let mine else {
            return report("Receipt \(receipt.reference) was posted twice, or nobody asked for it.")
        }
        attempts[mine].posted = receipt.reference
    }

    /// Notes what a phone said of an attempt.
    mutating func told(_ number: Int, _ knowledge: Attempt.Knowledge) {
        attempts[number].knowledge = knowledge
        let posted = attempts[number].posted
        switch knowledge {
        case .unknown: return
        case .paid(let reference) where posted != reference:
            report("A phone showed receipt \(reference), which the ledger does not have for it.")
        case .notMade where posted != nil:
            report("A phone said that nothing was taken, and \(posted ?? "") was posted.")
        default: break
        }
        open[attempts[number].person]?.removeAll { $0 == number }
    }

    /// Notes the news of a receipt that a person was told when she dialled again.
    mutating func heard(_ reference: String, by person: Int) {
        if let mine = open[person]?.last(where: { attempts[$0].posted == reference }) {
            return told(mine, .paid(reference))
        }
        let known = attempts.last { $0.posted == reference }
        if known?.person != person {
            report("A phone told the news of receipt \(reference), which is not hers.")
        }
    }

    /// The newest payment that was posted without its person being told.
    func untold(of person: Int) -> String? {
        guard let last = open[person]?.last, attempts[last].knowledge == .unknown else {
            return nil
        }
        return attempts[last].posted
    }

    /// Notes that a short message with a receipt reached a phone.
    mutating func delivered(_ reference: String, to accounts: [AccountID]) {
        guard silent[reference] != nil else { return }
        silent[reference]?.subtract(accounts)
        if silent[reference]?.isEmpty == true { silent[reference] = nil }
    }

    /// Says which receipts somebody was never sent, and forgets them.
    mutating func endDay() {
        for (reference, accounts) in silent.sorted(by: { $0.key < $1.key }) {
            report("Receipt \(reference) was sent to \(2 - accounts.count) of 2 phones.")
        }
        silent = [:]
    }

    /// Notes that something does not hold.
    mutating func report(_ fault: String) { faults.append(fault) }

    /// Gives what does not hold, once.
    mutating func takeFaults() -> [String] {
        defer { faults = [] }
        return faults
    }
}
