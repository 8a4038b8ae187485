// SPDX-License-Identifier: Apache-2.0
import Ledger
import LedgerStorage

/// What each violation means to whoever answers for the money, and what to do about it.
extension LedgerCheck {
    private static let compare =
        "Stop the gateway, keep this file, and compare with a copy whose head was kept."
    private static let rewritten =
        "Somebody or something changed what was written, there or before it."

    func finding(
        _ violation: InvariantViolation,
        _ sealed: SealedDays,
        in ledger: SQLiteLedgerSnapshot
    ) -> Finding {
        let naming = reading.naming(of: ledger)
        let (means, action) = Self.meaning(of: violation, sealed)
        var what = violation.description
        switch violation {
        case .chainBroken(let id), .rowMismatch(let id), .originalMismatch(let id):
            what += " It is \(place(of: id, naming, ledger))."
        default: break
        }
        if let id = violation.account {
            // A phone number could be found from the account's, so that goes only with numbers.
            if !reading.showsNumbers {
                what = what.replacing("Account \(id.rawValue)", with: "An account")
            }
            what += " It is \(naming.account(id))."
        }
        return Finding(what: what, means: means, action: action)
    }

    private static func meaning(
        of violation: InvariantViolation,
        _ sealed: SealedDays
    ) -> (means: String, action: String) {
        switch violation {
        case .headMismatch, .headMissing, .headForged, .headRemoved:
            meaning(ofHead: violation, sealed)
        case .chainBroken, .rowMismatch, .noteBroken: (rewritten, compare)
        case .gap: ("A transfer was taken out of the file.", compare)
        case .noteGap:
            ("What was opened, set or done by staff was taken out of the file.", compare)
        case .reordered, .noteReordered:
            ("Rows were exchanged, so something seems to have come earlier or later.", compare)
        case .balanceMismatch:
            (
                "The balance in the file is not what its transfers say. They are right, when "
                    + "nothing is said of them here.", compare
            )
        case .pendingMismatch:
            (
                "Money is held that no open hold holds, or a hold holds none. The transfers are "
                    + "right, when nothing is said of them here.", compare
            )
        case .limitBroken:
            (
                "The account has less or more than it may ever have. Its balance or its limits "
                    + "were changed in the file.", compare
            )
        case .closedNotEmpty:
            ("Money lies where nobody can use it.", compare)
        case .settingMismatch:
            (
                "Somebody froze, opened or limited the account in the file, and not through the "
                    + "ledger.",
                "Stop the gateway, keep this file, and look up with stardial staff log what was "
                    + "really decided."
            )
        case .originalMismatch:
            (
                "More was taken back than was paid, or from others.",
                "Stop the gateway and look at both transfers before anything is paid from them."
            )
        case .timesMismatch:
            (
                "Balances of past moments may be told wrongly; the money itself is not touched.",
                "Keep this file, and put back a copy; do not trust reports of past moments."
            )
        case .sumNotZero:
            ("Money was made or lost in the file: debits do not equal credits.", compare)
        }
    }

    private static func meaning(
        ofHead violation: InvariantViolation,
        _ sealed: SealedDays
    ) -> (means: String, action: String) {
        let restore =
            "Stop the gateway, keep this file, and compare that day's transfers with a copy from "
            + "then."
        return switch violation {
        case .headMismatch(let day):
            (
                "After \(day) was signed, something of that day or earlier was changed, and the "
                    + "hashes made to fit again. \(sealed.proved(before: day))", restore
            )
        case .headMissing(let day):
            (
                "What was there when \(day) was signed is gone: the end was cut off, or an older "
                    + "file was put in its place. \(sealed.proved(before: day))", restore
            )
        case .headForged(let day):
            (
                "Somebody else signed \(day), or this is not the key of this ledger: the head "
                    + "proves nothing. \(sealed.proved(before: day))",
                "First see that --key names the right key. If it does, use the heads that were "
                    + "kept elsewhere: --kept."
            )
        case .headRemoved(let day):
            (
                "All is as it was signed on \(day), but somebody took the head out, so that "
                    + "whoever kept no line could not see it.",
                "Stop the gateway, keep this file, and put back a copy that has the head."
            )
        default: (rewritten, compare)
        }
    }

    /// A transfer in words.
    private func place(
        of id: TransferID,
        _ naming: BookNaming,
        _ ledger: SQLiteLedgerSnapshot
    ) -> String {
        let before = TransferID(id.rawValue &- 1)
        guard let row = try? ledger.transfers(since: before, limit: 1).first, row.id == id else {
            return "not in the file"
        }
        return "\(row.amount) from \(naming.account(row.debit)) to \(naming.account(row.credit)) "
            + "at \(row.at.calendarText(offsetMinutes: reading.offsetMinutes))"
    }
}
