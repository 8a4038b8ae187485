// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Ledger
import Synchronization

/// Wallets that nobody uses: a notice, a block of what goes out, the closing.
///
/// One item a wallet waits on the queue. When it is due it looks when the customer last paid or
/// took cash or gave some; if that is newer than the step allows, it only moves itself.
extension WalletService {
    /// Whether nothing can be paid out of a wallet because nobody used it.
    func isAsleep(_ wallet: Wallet) throws(WalletFault) -> Bool {
        guard let dormancy = try book.dormancy(of: wallet.id) else { return false }
        switch dormancy.body.step {
        case .awake, .noticed: return false
        case .blocked: return try lastUse(of: wallet, since: dormancy.lastUse) == nil
        case .closed, .sealed: return true
        }
    }

    /// What a new wallet adds to its opening, so that it can fall asleep.
    func dormancyOpening(
        of wallet: WalletID,
        at now: Timestamp
    ) -> (record: RecordChange, item: WorkItem)? {
        guard let rules = tariff.schedule.dormancy else { return nil }
        let dormancy = Dormancy(wallet: wallet, body: .init(lastUse: now.milliseconds))
        return (dormancy.change, dormancy.item(.noticed, at: now.adding(days: rules.noticeDays)))
    }

    /// Puts wallets on the queue that are from before there was one, counted from now.
    func enrol(at now: Timestamp) {
        let isFirst = memory.withLock { memory in
            defer { memory.hasEnrolled = true }
            return !memory.hasEnrolled
        }
        guard isFirst, tariff.schedule.dormancy != nil else { return }
        let known = Set(store.records(kind: RecordKind.dormancy.rawValue).map(\.key.id))
        let missing = store.records(kind: RecordKind.wallet.rawValue).map(\.key.id)
            .filter { !known.contains($0) }
        var rest = missing[...]
        while !rest.isEmpty {
            let added = rest.prefix(Self.enrolledPerCommandMax).compactMap {
                dormancyOpening(of: WalletID(rawValue: $0), at: now)
            }
            let command = LedgerCommand(
                key: ServiceKey(high: UInt64(clamping: now.milliseconds) << 20, low: rest[0])
                    .ledgerKey("enrol"),
                at: now,
                records: added.map(\.record),
                work: added.map(\.item)
            )
            store.commit(command) { _ in }
            rest = rest.dropFirst(Self.enrolledPerCommandMax)
        }
    }

    private static let enrolledPerCommandMax = 128

    /// A step of a wallet to sleep, or the move of the item to when it may come.
    func dormancy(
        _ item: WorkItem,
        refused: TransferRejection?
    ) throws(WalletFault) -> LedgerCommand {
        guard let step = item.body.first.flatMap({ Dormancy.Step(rawValue: Int($0)) }),
            let dormancy = try book.dormancy(of: WalletID(rawValue: item.subject)),
            let wallet = try book.wallet(dormancy.wallet)
        else { return command(for: item) }
        guard refused == nil, let rules = tariff.schedule.dormancy else { return dayLater(item) }
        if step == .sealed { return try seal(wallet, item) }
        let used = try lastUse(of: wallet, since: dormancy.lastUse) ?? dormancy.lastUse
        let last = wallet.body.agent == nil ? used : max(used, item.due)
        guard last.adding(days: rules.days(to: step)) <= item.due else {
            var command = command(
                for: item,
                work: [dormancy.item(.noticed, at: last.adding(days: rules.noticeDays))]
            )
            let awake = dormancy.at(.awake, lastUse: last)
            if awake != dormancy { command.records = [awake.change] }
            return command
        }
        let after = dormancy.at(step, lastUse: last)
        if step == .closed { return try close(wallet, after, item) }
        let next: Dormancy.Step = step == .noticed ? .blocked : .closed
        let then = max(last.adding(days: rules.days(to: next)), item.due)
        var command = command(for: item, work: [after.item(next, at: then)])
        command.records = [after.change]
        announce(after, next: then, kept: 0, to: wallet, in: &command)
        return command
    }

    /// Sets a wallet's money apart, and lets the next item shut it.
    private func close(
        _ wallet: Wallet,
        _ after: Dormancy,
        _ item: WorkItem
    ) throws(WalletFault) -> LedgerCommand {
        let accounts = accounts(of: wallet)
        guard accounts.allSatisfy({ $0.debitsPending == 0 && $0.creditsPending == 0 }) else {
            return dayLater(item)
        }
        var command = command(for: item, work: [after.item(.sealed, at: item.due)])
        command.records = [after.change]
        command.transfers = sweep(accounts)
        let kept = command.transfers.reduce(0 as Int64) { $0.saturatingAdd($1.amount.minorUnits) }
        announce(after, next: item.due, kept: kept, to: wallet, in: &command)
        return command
    }

    /// Freezes a closed wallet, once what may have come in meanwhile is set apart too.
    private func seal(_ wallet: Wallet, _ item: WorkItem) throws(WalletFault) -> LedgerCommand {
        let accounts = accounts(of: wallet)
        let transfers = sweep(accounts)
        guard transfers.isEmpty, accounts.allSatisfy(\.isEmpty),
            let dormancy = try book.dormancy(of: wallet.id)
        else {
            var command = transfers.isEmpty ? dayLater(item) : command(for: item, work: [item])
            command.transfers = transfers
            return command
        }
        var command = command(for: item)
        command.records = [dormancy.at(.sealed, lastUse: dormancy.lastUse).change]
        command.settings = accounts.map { account in
            var setting = AccountSetting(account)
            setting.isFrozen = true
            return setting
        }
        return command
    }

    private func accounts(of wallet: Wallet) -> [Account] {
        [wallet.main, ChartOfAccounts.savings(wallet.id)].compactMap(store.account)
    }

    private func sweep(_ accounts: [Account]) -> [Transfer] {
        accounts.filter { $0.available > 0 }.map { account in
            Transfer(
                debit: account.id,
                credit: ChartOfAccounts.dormant,
                amount: tariff.amount(account.available),
                code: .dormant
            )
        }
    }

    private func announce(
        _ dormancy: Dormancy,
        next: Timestamp,
        kept: Int64,
        to wallet: Wallet,
        in command: inout LedgerCommand
    ) {
        let texts = ScheduleTexts(tariff: tariff)
        let text = texts.text(
            dormancy.body.step,
            lastUse: dormancy.lastUse,
            next: next,
            kept: kept,
            language: wallet.msisdn.flatMap { language(of: $0) }
        )
        guard let text else { return }
        let message = texts.message(to: wallet.body.msisdn, text, at: command.at)
        command.announce = { _ in [message] }
    }

    /// When the customer last sent money, or took or gave cash, after a moment; nil for never.
    ///
    /// An account with more rows than are read is one that is in use.
    private func lastUse(
        of wallet: Wallet,
        since: Timestamp
    ) throws(WalletFault) -> Timestamp? {
        let rows: [PostedTransfer]
        do {
            rows = try store.statement(
                of: wallet.main,
                since: since.adding(milliseconds: 1),
                limit: Self.rowsReadMax
            )
        } catch {
            throw .store(error)
        }
        let used = rows.first { row in
            switch row.code {
            case .send, .withdraw: row.debit == wallet.main
            case .deposit: row.credit == wallet.main
            default: false
            }
        }
        return used?.at ?? (rows.count == Self.rowsReadMax ? rows.first?.at : nil)
    }

    private static let rowsReadMax = 1_024
}
