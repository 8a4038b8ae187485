// SPDX-License-Identifier: Apache-2.0
import Ledger
import MobileMoney

/// A customer whose wallet goes to sleep when she does not use it.
struct Sleeper {
    /// How far.
    enum Step: Int, Comparable {
        case awake, noticed, blocked, closed

        /// The step that a short message tells; nil when it tells none.
        init?(text: String) {
            if text.contains("is closed."), text.contains("not used since") {
                self = .closed
            } else if text.contains("Nothing can be sent or taken out now") {
                self = .blocked
            } else if text.contains("has not been used since") {
                self = .noticed
            } else {
                return nil
            }
        }

        static func < (left: Step, right: Step) -> Bool { left.rawValue < right.rawValue }
    }

    /// A payment of hers, or cash that she gave.
    struct Use {
        let at: Timestamp
        let isOut: Bool
    }

    let main: AccountID
    var lastUse: Timestamp
    var step = Step.awake
    /// Days that her closing was put off for, as money was held.
    var daysPutOff = 0
    /// Uses that were not reckoned with.
    var uses: [Use] = []

    /// When the next step is due; nil when there is none.
    func due(_ rules: DormancyRules) -> Timestamp? {
        let days: Int
        switch step {
        case .awake: days = rules.noticeDays
        case .noticed: days = rules.blockDays
        case .blocked: days = rules.closeDays + daysPutOff
        case .closed: return nil
        }
        return lastUse.adding(milliseconds: Int64(days) * Almanac.millisecondsPerDay)
    }
}

extension Almanac {
    /// Takes a wallet through what was due until a moment.
    mutating func sleep(_ phone: UInt64, until now: Timestamp, account: (AccountID) -> Account?) {
        guard let rules = terms.dormancy, var sleeper = sleepers[phone] else { return }
        while let due = sleeper.due(rules) {
            if let use = sleeper.uses.first, use.at < due {
                sleeper.uses.removeFirst()
                if use.isOut, sleeper.step >= .blocked {
                    report("Wallet \(sleeper.main.rawValue) paid while it was blocked.")
                }
                (sleeper.lastUse, sleeper.step, sleeper.daysPutOff) = (use.at, .awake, 0)
                continue
            }
            guard due <= now, let next = Sleeper.Step(rawValue: sleeper.step.rawValue + 1) else {
                break
            }
            if next == .closed, isHeld(sleeper.main, at: due) {
                sleeper.daysPutOff += 1
                continue
            }
            sleeper.step = next
            let count = takeTold(.step(next), phone)
            if count != 1 {
                report("Wallet \(sleeper.main.rawValue): `\(next)` was told \(count) times.")
            }
        }
        sleepers[phone] = sleeper
        guard let wallet = account(sleeper.main) else { return }
        let isClosed = sleeper.step == .closed
        if wallet.isFrozen != isClosed || (isClosed && wallet.balance != 0) {
            report(
                "Wallet \(sleeper.main.rawValue) is to be \(sleeper.step), is "
                    + "\(wallet.isFrozen ? "shut" : "not shut"), and has \(wallet.balance) in it."
            )
        }
        if !sleeper.uses.isEmpty {
            report("Wallet \(sleeper.main.rawValue) was used after it was closed.")
            sleepers[phone]?.uses = []
        }
    }

    private func isHeld(_ account: AccountID, at moment: Timestamp) -> Bool {
        holds.values.contains { hold in
            guard hold.row.debit == account || hold.row.credit == account else { return false }
            let end = min(hold.ends.first?.at ?? hold.expiresAt, hold.expiresAt)
            return hold.row.at < moment && moment < end
        }
    }
}
