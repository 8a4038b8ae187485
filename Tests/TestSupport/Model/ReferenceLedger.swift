// SPDX-License-Identifier: Apache-2.0
public import Ledger

/// The ledger as a textbook would have it, to hold the real ones against: a list of what was
/// accepted, summed anew whenever anybody asks. It is slow, and short enough to be read in one go.
public struct ReferenceLedger: Sendable {
    private struct Entry {
        let kind: PostedTransfer.Kind
        let debit: AccountID
        let credit: AccountID
        let amount: Int64

        func ended(_ kind: PostedTransfer.Kind) -> Entry {
            Entry(kind: kind, debit: debit, credit: credit, amount: amount)
        }
    }

    private struct Seen {
        let openings: [AccountOpening]
        let settings: [AccountSetting]
        let transfers: [Transfer]
        let outcome: Outcome
    }

    private let flaw: Flaw?
    private var opened: [AccountID: AccountOpening] = [:]
    private var settings: [AccountID: AccountSetting] = [:]
    private var entries: [Entry] = []
    private var seen: [IdempotencyKey: Seen] = [:]

    /// An empty ledger, right or with one mistake.
    public init(flaw: Flaw? = nil) { self.flaw = flaw }

    /// All of a command or nothing.
    public mutating func commit(_ command: LedgerCommand) -> Outcome {
        if let before = seen[command.key], flaw != .keyRunsAgain {
            guard
                before.openings == command.openings && before.settings == command.settings
                    && before.transfers == command.transfers
            else { return .rejected(.keyReused, at: nil, replayed: false) }
            switch before.outcome {
            case .accepted(let ids, _): return .accepted(ids, replayed: true)
            case .rejected(let reason, let at, _):
                return .rejected(reason, at: at, replayed: true)
            }
        }
        var draft = self
        let outcome = draft.perform(command)
        if case .accepted = outcome {
            self = draft
        } else if flaw == .groupKeepsItsBeginning {
            entries = draft.entries
        }
        if case .rejected = outcome, flaw == .refusalIsForgotten { return outcome }
        seen[command.key] = Seen(
            openings: command.openings,
            settings: command.settings,
            transfers: command.transfers,
            outcome: outcome
        )
        return outcome
    }

    /// Lets go of every hold whose time is over, oldest first; gives the numbers of the rows.
    public mutating func expire(at now: Timestamp) -> [TransferID] {
        let before = entries.count
        for (index, entry) in entries.enumerated() {
            guard case .pending(let end) = entry.kind, isOpen(index), isOver(end, now) else {
                continue
            }
            let hold = TransferID(Int64(index + 1))
            entries.append(entry.ended(.expire(pending: hold)))
        }
        return (before..<entries.count).map { TransferID(Int64($0 + 1)) }
    }

    /// Debits pending and posted, credits pending and posted; nil when there is no such account.
    public func counters(of id: AccountID) -> [Int64]? {
        guard opened[id] != nil else { return nil }
        var sums: [Int64] = [0, 0, 0, 0]
        for (index, entry) in entries.enumerated() {
            for (side, account) in [(0, entry.debit), (2, entry.credit)] where account == id {
                if isHeld(index) { sums[side] += entry.amount }
                if entry.kind.movesMoney { sums[side + 1] += entry.amount }
            }
        }
        return sums
    }

    private func isOpen(_ index: Int) -> Bool {
        !entries.contains { $0.kind.pending?.rawValue == Int64(index + 1) }
    }

    private func isHeld(_ index: Int) -> Bool {
        guard case .pending = entries[index].kind else { return false }
        guard let end = entries.first(where: { $0.kind.pending?.rawValue == Int64(index + 1) })
        else { return true }
        return flaw == .restStaysHeld && end.kind.movesMoney && end.amount < entries[index].amount
    }

    private func isOver(_ end: Timestamp, _ now: Timestamp) -> Bool {
        flaw == .expiresLate ? end < now : end <= now
    }

    private mutating func perform(_ command: LedgerCommand) -> Outcome {
        if command.transfers.count > LedgerLimits().transfersPerCommandMax {
            return .rejected(.tooManyTransfers, at: nil, replayed: false)
        }
        if let reason = arrange(command) { return .rejected(reason, at: nil, replayed: false) }
        let before = entries.count
        for (index, transfer) in command.transfers.enumerated() {
            if let reason = move(transfer, at: command.at) {
                return .rejected(reason, at: index, replayed: false)
            }
        }
        let ids = (before..<entries.count).map { TransferID(Int64($0 + 1)) }
        return .accepted(ids, replayed: false)
    }

    private mutating func arrange(_ command: LedgerCommand) -> TransferRejection? {
        for opening in command.openings {
            if opening.id == .none || opened[opening.id] != nil { return .accountExists }
            opened[opening.id] = opening
            settings[opening.id] = AccountSetting(
                id: opening.id,
                floor: opening.floor,
                ceiling: opening.ceiling
            )
        }
        for setting in command.settings {
            guard let old = settings[setting.id], !old.isClosed else { return .accountNotFound }
            settings[setting.id] = setting
        }
        let touched = command.openings.map(\.id) + command.settings.map(\.id)
        if touched.contains(where: { settings[$0]?.isClosed == true && !isEmpty($0) }) {
            return .accountNotEmpty
        }
        return touched.allSatisfy { isAboveFloor($0) && isBelowCeiling($0) }
            ? nil : .accountLimitsBroken
    }

    private mutating func move(_ transfer: Transfer, at now: Timestamp) -> TransferRejection? {
        var (debit, credit) = (transfer.debit, transfer.credit)
        var amount = transfer.amount
        var kind = PostedTransfer.Kind.posted
        var held: Int64?
        switch transfer.kind {
        case .posted: break
        case .pending(let end): kind = .pending(expiresAt: end)
        case .post(let id, _), .void(let id):
            if let reason = refusal(ofEnding: id, transfer, now) { return reason }
            let hold = entries[Int(id.rawValue) - 1]
            (debit, credit, held) = (hold.debit, hold.credit, hold.amount)
            amount = Amount(minorUnits: hold.amount, currency: opened[debit]?.currency ?? .none)
            kind = .void(pending: id)
            if case .post(_, let part) = transfer.kind {
                amount = part ?? amount
                kind = .post(pending: id)
            }
        }
        if amount.minorUnits <= 0 { return .amountNotPositive }
        if let held, amount.minorUnits > held { return .pendingAmountExceeded }
        if case .pending(let end) = kind, end <= now { return .expiryNotAhead }
        if debit == credit { return .sameAccount }
        guard let from = settings[debit] else { return .debitAccountNotFound }
        guard let to = settings[credit] else { return .creditAccountNotFound }
        guard opened[debit]?.currency == amount.currency,
            opened[credit]?.currency == amount.currency
        else { return .currencyMismatch }
        if from.isClosed { return .debitAccountClosed }
        if to.isClosed { return .creditAccountClosed }
        if case .void = kind, flaw != .voidNeedsThaw {
        } else {
            if from.isFrozen { return .debitAccountFrozen }
            if to.isFrozen && flaw != .frozenReceives { return .creditAccountFrozen }
        }
        entries.append(
            Entry(kind: kind, debit: debit, credit: credit, amount: amount.minorUnits)
        )
        if held != nil { return nil }
        if !isAboveFloor(debit) { return .belowFloor }
        return isBelowCeiling(credit) ? nil : .aboveCeiling
    }

    private func refusal(
        ofEnding id: TransferID,
        _ transfer: Transfer,
        _ now: Timestamp
    ) -> TransferRejection? {
        let index = Int(id.rawValue) - 1
        guard entries.indices.contains(index), case .pending(let end) = entries[index].kind else {
            return .pendingNotFound
        }
        let ended = entries.first { $0.kind.pending == id }
        switch ended?.kind {
        case .post where flaw != .endedHoldEndsAgain: return .pendingAlreadyPosted
        case .void where flaw != .endedHoldEndsAgain: return .pendingAlreadyVoided
        case .expire: return .pendingExpired
        default: break
        }
        if isOver(end, now) { return .pendingExpired }
        let names = [
            (transfer.debit, entries[index].debit), (transfer.credit, entries[index].credit),
        ]
        return names.allSatisfy { $0 == .none || $0 == $1 } ? nil : .pendingHasOtherAccounts
    }

    private func isEmpty(_ id: AccountID) -> Bool {
        counters(of: id).map { $0[3] == $0[1] && $0[0] == 0 && $0[2] == 0 } ?? false
    }

    private func isAboveFloor(_ id: AccountID) -> Bool {
        guard let floor = settings[id]?.floor, let sums = counters(of: id) else { return true }
        return sums[3] - sums[1] - (flaw == .holdsCanBeSpent ? 0 : sums[0]) >= floor
    }

    private func isBelowCeiling(_ id: AccountID) -> Bool {
        guard let ceiling = settings[id]?.ceiling, let sums = counters(of: id) else { return true }
        return sums[3] - sums[1] + (flaw == .expectedFitsAnyCeiling ? 0 : sums[2]) <= ceiling
    }
}
