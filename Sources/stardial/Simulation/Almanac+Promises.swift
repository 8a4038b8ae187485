// SPDX-License-Identifier: Apache-2.0
import Ledger

/// Holds that end once and reminders that are told once.
extension Almanac {
    mutating func endHolds(at now: Timestamp, isFrozen: (AccountID) -> Bool) {
        for hold in holds.values.sorted(by: { $0.row.id < $1.row.id }) {
            let isStuck = isFrozen(hold.row.debit) || isFrozen(hold.row.credit)
            guard let end = hold.ends.first else {
                if hold.expiresAt <= now {
                    report("Hold \(hold.row.reference) was not let go when its time was over.")
                } else if let due = hold.releasesAt, due <= now, !isStuck {
                    report("Hold \(hold.row.reference) was not paid out when it was due.")
                }
                continue
            }
            if let fault = fault(of: hold, end, isStuck) {
                report("Hold \(hold.row.reference) \(fault).")
            }
            guard case .post = end.kind else { continue }
            for account in [hold.row.debit, hold.row.credit] {
                guard let phone = phones[account] else { continue }
                let count = takeTold(.hold(hold.row.reference), phone)
                if count != 1 {
                    report("Hold \(hold.row.reference) was told \(count) times to a phone.")
                }
            }
        }
    }

    private func fault(of hold: Hold, _ end: PostedTransfer, _ isStuck: Bool) -> String? {
        if hold.ends.count > 1 { return "ended \(hold.ends.count) times" }
        switch (end.kind, hold.releasesAt) {
        case (.post, let due?):
            return end.at == due || (isStuck && end.at > due) ? nil : "was not paid out in time"
        case (.expire, let due):
            if end.at < hold.expiresAt { return "was let go before its time" }
            return due == nil || isStuck ? nil : "was let go and was to be paid out"
        default:
            return "was ended by nobody's wish"
        }
    }

    mutating func endNotes(at now: Timestamp) {
        for (text, note) in notes.sorted(by: { $0.key < $1.key }) where note.due <= now {
            let about = Told.note(text)
            let count = told.keys.sorted().reduce(0) { $0 + takeTold(about, $1) }
            if count > 1 || (count == 0 && note.isTaken) {
                report("`\(text)` was told \(count) times.")
            }
            notes[text] = nil
        }
    }
}
