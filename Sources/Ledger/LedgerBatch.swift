// SPDX-License-Identifier: Apache-2.0

/// Commands judged one after the other against a state that stays as it was, each seeing what
/// its predecessors left.
package struct LedgerBatch {
    /// Done with these rows, or refused.
    package typealias Verdict = Result<LedgerRows, LedgerRejection>

    /// All that was accepted so far.
    package private(set) var changes: LedgerChanges
    /// What stood before the batch, but for what `earlier` did.
    package private(set) var base: LedgerState
    /// The batch before this one, while nobody knows whether it was committed.
    private var earlier: LedgerChanges?
    let limits: LedgerLimits

    /// Begins a batch over a state, with room for as many accounts as it will move.
    package init(
        over base: LedgerState,
        limits: LedgerLimits,
        accountsExpected: Int = Self.accountsExpectedMin
    ) {
        self.base = base
        self.limits = limits
        changes = LedgerChanges(head: base.head)
        changes.accounts = Dictionary(minimumCapacity: accountsExpected)
    }

    /// Accounts moved by a common batch, so that it does not grow step by step.
    package static let accountsExpectedMin = 128

    /// Begins the next batch, as if this one were committed.
    ///
    /// Until ``settle(_:)`` only commands may be judged that ask for nothing but accounts and
    /// documents.
    package mutating func beginNext() {
        precondition(earlier == nil, "two batches are under way already")
        let room = max(changes.accounts.count, Self.accountsExpectedMin)
        earlier = changes
        changes = LedgerChanges(head: changes.head)
        changes.accounts.reserveCapacity(room)
    }

    /// Lets the batch before this one become part of the state, which nobody else holds meanwhile.
    package mutating func settle(_ merge: (LedgerChanges) -> LedgerState) {
        guard let earlier else { return }
        self.earlier = nil
        base = LedgerState()
        base = merge(earlier)
    }

    /// Judges a command; what is accepted is seen by the commands after it.
    package mutating func judge(
        _ command: LedgerCommand,
        past: some LedgerPast
    ) throws(LedgerStoreError) -> Verdict {
        var draft = LedgerDraft(head: changes.head)
        let finished = try finish(command.finishes, past: past, in: &draft)
        if let reason = finished ?? checkSizes(of: command, in: &draft) ?? check(command.audit)
            ?? open(command.openings, at: command.at, in: &draft)
            ?? set(command.settings, at: command.at, in: &draft)
        {
            return .failure(LedgerRejection(reason))
        }
        for entry in command.audit { draft.add(.audit(entry), at: command.at) }
        for (index, transfer) in command.transfers.enumerated() {
            let verdict = try judge(transfer, at: command.at, past: past, in: &draft)
            if let reason = verdict {
                return .failure(LedgerRejection(reason, transferIndex: index))
            }
        }
        if let reason = announce(command.announce, in: &draft) {
            return .failure(LedgerRejection(reason))
        }
        add(command.work, in: &draft)
        return .success(accept(draft))
    }

    /// Judges a command that asks nothing of the past: neither a hold, nor an earlier transfer, nor
    /// work.
    package mutating func judge(_ command: LedgerCommand) -> Verdict {
        do {
            return try judge(command, past: NoPast())
        } catch {
            preconditionFailure("no past fails to answer")
        }
    }

    /// Ends every hold whose time is over at a moment, oldest first, up to the limit.
    ///
    /// An announcement that is too large is left out: the money goes back all the same.
    package mutating func expire(
        at moment: Timestamp,
        announce: LedgerCommand.Announcement?
    ) -> LedgerRows {
        var draft = LedgerDraft(head: changes.head)
        let due = base.openHolds.values.filter {
            $0.expiresAt <= moment && changes.ended[$0.id] == nil
        }
        let more = changes.opened.values.filter { $0.expiresAt <= moment }
        for hold in (due + more).sorted(by: { $0.id < $1.id }).prefix(limits.expiriesPerCommandMax)
        {
            let order = HoldOrder(hold, kind: .expire(pending: hold.id), amount: hold.amount)
            let refusal = post(order, at: moment, in: &draft)
            precondition(refusal == nil, "an open hold can always be let go")
        }
        _ = self.announce(announce, in: &draft)
        return accept(draft)
    }

    /// An account as the batch leaves it so far.
    package func account(_ id: AccountID) -> Account? {
        changes.accounts[id.rawValue] ?? earlier?.accounts[id.rawValue] ?? base.account(id)
    }

    func account(_ id: AccountID, in draft: LedgerDraft) -> Account? {
        draft.accounts.first { $0.id == id } ?? account(id)
    }

    private func record(_ key: RecordKey, in draft: LedgerDraft) -> Record? {
        draft.records.first { $0.key == key } ?? changes.records[key] ?? earlier?.records[key]
            ?? base.record(key)
    }

    private mutating func accept(_ draft: LedgerDraft) -> LedgerRows {
        changes.merge(draft)
        return draft.rows
    }

    private func checkSizes(
        of command: LedgerCommand,
        in draft: inout LedgerDraft
    ) -> TransferRejection? {
        for change in command.records {
            let version = record(change.key, in: draft)?.version ?? 0
            if let expected = change.expectedVersion, expected != version { return .recordChanged }
            let written = Record(key: change.key, version: version + 1, body: change.body)
            draft.put(written)
            draft.rows.records.append(written)
        }
        if command.transfers.count > limits.transfersPerCommandMax { return .tooManyTransfers }
        let most = max(command.openings.count, command.settings.count, command.records.count)
        guard max(most, command.audit.count) <= limits.changesPerCommandMax,
            command.records.allSatisfy({ $0.body.count <= limits.recordBodyBytesMax }),
            areSmall(command.work)
        else { return .tooManyChanges }
        return nil
    }

    private func check(_ audit: [AuditEntry]) -> TransferRejection? {
        audit.allSatisfy(\.isFit) ? nil : .auditEntryUnfit
    }

    private func open(
        _ openings: [AccountOpening],
        at moment: Timestamp,
        in draft: inout LedgerDraft
    ) -> TransferRejection? {
        for opening in openings {
            guard opening.id != .none, account(opening.id, in: draft) == nil else {
                return .accountExists
            }
            draft.put(Account(opening))
            draft.add(.opened(opening), at: moment)
        }
        draft.rows.opened = draft.accounts
        return nil
    }

    private func set(
        _ settings: [AccountSetting],
        at moment: Timestamp,
        in draft: inout LedgerDraft
    ) -> TransferRejection? {
        for setting in settings {
            guard var account = account(setting.id, in: draft), !account.isClosed else {
                return .accountNotFound
            }
            account.take(setting)
            draft.put(account)
            draft.rows.set.append(account)
            draft.add(.set(setting), at: moment)
        }
        if draft.accounts.contains(where: { $0.isClosed && !$0.isEmpty }) {
            return .accountNotEmpty
        }
        return draft.accounts.allSatisfy(\.isWithinLimits) ? nil : .accountLimitsBroken
    }

    private func announce(
        _ announce: LedgerCommand.Announcement?,
        in draft: inout LedgerDraft
    ) -> TransferRejection? {
        guard let announce else { return nil }
        var messages = announce(draft.rows.transfers)
        guard messages.count <= limits.messagesPerCommandMax,
            messages.allSatisfy({
                $0.text.utf8.count <= limits.messageTextBytesMax
                    && $0.from.utf8.count <= LedgerLimits.referenceBytesMax
            })
        else { return .announcementTooLarge }
        for index in messages.indices {
            draft.head.message += 1
            messages[index].id = draft.head.message
        }
        draft.rows.messages = messages
        return nil
    }
}
