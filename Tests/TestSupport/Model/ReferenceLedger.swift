// SPDX-License-Identifier: Apache-2.0
public import Ledger

/// The ledger as a textbook would have it, to hold the real ones against: a list of what was
/// accepted, summed anew whenever anybody asks.
///
/// It is slow, and short enough to be read in one go.
public struct ReferenceLedger: Sendable {
    private struct Entry {
        var kind = PostedTransfer.Kind.posted
        var debit: AccountID
        var credit: AccountID
        var amount: Amount
        var units: Int64 { amount.minorUnits }
    }

    private let flaw: Flaw?
    private var opened: [AccountID: AccountOpening] = [:]
    private var settings: [AccountID: AccountSetting] = [:]
    private var entries: [Entry] = []
    private var seen: [IdempotencyKey: (command: LedgerCommand, outcome: Outcome)] = [:]

    /// An empty ledger, right or with one mistake.
    public init(flaw: Flaw? = nil) { self.flaw = flaw }

    /// All of a command or nothing.
    public mutating func commit(_ command: LedgerCommand) -> Outcome {
        if let (before, outcome) = seen[command.key], flaw != .keyRunsAgain {
            let isSame =
                before.openings == command.openings
                && before.settings == command.settings && before.transfers == command.transfers
            return isSame ? outcome.replayed : .rejected(.keyReused, at: nil, replayed: false)
        }
        var draft = self
        let outcome = draft.perform(command)
        let isAccepted = outcome.rejection == nil
        if isAccepted { self = draft }
        if flaw == .groupKeepsItsBeginning { entries = draft.entries }
        if isAccepted || flaw != .refusalIsForgotten { seen[command.key] = (command, outcome) }
        return outcome
    }

    /// Lets go of every hold whose time is over, oldest first; gives the numbers of the rows.
    public mutating func expire(at now: Timestamp) -> [TransferID] {
        let before = entries.count
        for (id, var entry) in numbered {
            guard case .pending(let end) = entry.kind, ending(of: id) == nil, isOver(end, now)
            else { continue }
            entry.kind = .expire(pending: id)
            entries.append(entry)
        }
        return numbered.dropFirst(before).map(\.id)
    }

    /// Debits pending and posted, credits pending and posted; nil when there is no such account.
    public func counters(of id: AccountID) -> [Int64]? {
        guard opened[id] != nil else { return nil }
        var sums: [Int64] = [0, 0, 0, 0]
        for (number, entry) in numbered {
            for (side, account) in [(0, entry.debit), (2, entry.credit)] where account == id {
                if isHeld(number, entry) { sums[side] += entry.units }
                if entry.kind.movesMoney { sums[side + 1] += entry.units }
            }
        }
        return sums
    }

    private var numbered: [(id: TransferID, entry: Entry)] {
        entries.enumerated().map { (TransferID(Int64($0 + 1)), $1) }
    }

    private func entry(_ id: TransferID) -> Entry? {
        let index = Int(id.rawValue) - 1
        return entries.indices.contains(index) ? entries[index] : nil
    }

    private func ending(of hold: TransferID) -> Entry? {
        entries.first { $0.kind.pending == hold }
    }

    private func reversed(_ id: TransferID) -> Int64 {
        entries.filter { $0.kind == .reversal(of: id) }.reduce(0) { $0 + $1.units }
    }

    private func isHeld(_ id: TransferID, _ entry: Entry) -> Bool {
        guard case .pending = entry.kind else { return false }
        guard let end = ending(of: id) else { return true }
        return flaw == .restStaysHeld && end.kind.movesMoney && end.units < entry.units
    }

    private func isOver(_ end: Timestamp, _ now: Timestamp) -> Bool {
        flaw == .expiresLate ? end < now : end <= now
    }

    private mutating func perform(_ command: LedgerCommand) -> Outcome {
        if let reason = arrange(command) { return .rejected(reason, at: nil, replayed: false) }
        let before = entries.count
        for (index, transfer) in command.transfers.enumerated() {
            if let reason = move(transfer, at: command.at) {
                return .rejected(reason, at: index, replayed: false)
            }
        }
        return .accepted(numbered.dropFirst(before).map(\.id), replayed: false)
    }

    private mutating func arrange(_ command: LedgerCommand) -> TransferRejection? {
        for opening in command.openings {
            if opening.id == .none || opened[opening.id] != nil { return .accountExists }
            opened[opening.id] = opening
            settings[opening.id] = AccountSetting(opening)
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
        var order = Entry(debit: transfer.debit, credit: transfer.credit, amount: transfer.amount)
        var most: Int64?
        switch transfer.kind {
        case .posted: break
        case .pending(let end): order.kind = .pending(expiresAt: end)
        case .correction(let id):
            if entry(id) == nil { return .originalNotFound }
            order.kind = .correction(of: id)
        case .reversal(let id):
            if let reason = refusal(ofReversing: id, transfer) { return reason }
            guard let old = entry(id) else { return .originalNotFound }
            let rest = old.units - reversed(id)
            (most, order.debit, order.credit) = (rest, old.credit, old.debit)
            order.kind = .reversal(of: id)
            if order.amount.currency == .none {
                order.amount = Amount(minorUnits: rest, currency: old.amount.currency)
            }
        case .post(let id, _), .void(let id):
            if let reason = refusal(ofEnding: id, transfer, now) { return reason }
            guard let hold = entry(id) else { return .pendingNotFound }
            (most, order) = (hold.units, hold)
            order.kind = .void(pending: id)
            if case .post(_, let part) = transfer.kind {
                order.kind = .post(pending: id)
                order.amount = part ?? hold.amount
            }
        }
        return refusal(of: order, atMost: most, now) ?? enter(order)
    }

    private func refusal(of order: Entry, atMost most: Int64?, _ now: Timestamp)
        -> TransferRejection?
    {
        if order.units <= 0 { return .amountNotPositive }
        if let most, order.units > most {
            return order.kind.pending == nil ? .reversalAmountExceeded : .pendingAmountExceeded
        }
        if case .pending(let end) = order.kind, end <= now { return .expiryNotAhead }
        if order.debit == order.credit { return .sameAccount }
        guard let from = settings[order.debit] else { return .debitAccountNotFound }
        guard let to = settings[order.credit] else { return .creditAccountNotFound }
        let currencies = [order.debit, order.credit].map { opened[$0]?.currency }
        if currencies != [order.amount.currency, order.amount.currency] {
            return .currencyMismatch
        }
        if from.isClosed { return .debitAccountClosed }
        if to.isClosed { return .creditAccountClosed }
        if case .void = order.kind, flaw != .voidNeedsThaw { return nil }
        if from.isFrozen { return .debitAccountFrozen }
        return to.isFrozen && flaw != .frozenReceives ? .creditAccountFrozen : nil
    }

    private mutating func enter(_ order: Entry) -> TransferRejection? {
        entries.append(order)
        if order.kind.pending != nil { return nil }
        if !isAboveFloor(order.debit) { return .belowFloor }
        return isBelowCeiling(order.credit) ? nil : .aboveCeiling
    }

    private func refusal(ofReversing id: TransferID, _ transfer: Transfer) -> TransferRejection? {
        guard let old = entry(id) else { return .originalNotFound }
        if !old.kind.isReversible { return .originalNotReversible }
        if old.units <= reversed(id), flaw != .reversesAgain {
            return .originalAlreadyReversed
        }
        return names(transfer, old.credit, old.debit) ? nil : .originalHasOtherAccounts
    }

    private func refusal(ofEnding id: TransferID, _ transfer: Transfer, _ now: Timestamp)
        -> TransferRejection?
    {
        guard let hold = entry(id), case .pending(let end) = hold.kind else {
            return .pendingNotFound
        }
        switch ending(of: id)?.kind {
        case .post where flaw != .endedHoldEndsAgain: return .pendingAlreadyPosted
        case .void where flaw != .endedHoldEndsAgain: return .pendingAlreadyVoided
        case .expire: return .pendingExpired
        default: break
        }
        if isOver(end, now) { return .pendingExpired }
        return names(transfer, hold.debit, hold.credit) ? nil : .pendingHasOtherAccounts
    }

    private func names(_ transfer: Transfer, _ debit: AccountID, _ credit: AccountID) -> Bool {
        [.none, debit].contains(transfer.debit) && [.none, credit].contains(transfer.credit)
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
