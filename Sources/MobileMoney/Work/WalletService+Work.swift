// SPDX-License-Identifier: Apache-2.0
public import GSM
public import Gateway
public import Ledger
import Synchronization

/// What happens by itself: every item of work becomes one command of the ledger.
extension WalletService {
    /// Plans an item of the ledger's queue of work, for a `WorkClerk`.
    ///
    /// What it does is dated with the moment it was due. A second argument is why the ledger
    /// refused the first plan. Documents that cannot be read put an item off.
    public func plan(_ item: WorkItem, refused: TransferRejection?) -> WorkClerk.Plan {
        guard let kind = WalletWork(rawValue: item.kind) else { return .putOff }
        do throws(WalletFault) {
            switch kind {
            case .interest: return .run(try interest(item, refused: refused))
            case .dormancy: return .run(try dormancy(item, refused: refused))
            case .release: return .run(try release(item, refused: refused))
            case .reminder: return .run(reminder(item))
            }
        } catch {
            if case .store = error { return .wait }
            return .putOff
        }
    }

    /// Sends a text message at a later moment, once.
    ///
    /// - Parameters:
    ///   - msisdn: who gets it.
    ///   - text: at most ``WalletWork/reminderOctetsMax`` octets.
    ///   - due: when.
    ///   - key: names the call; repeated, nothing more is sent.
    ///   - now: the time of the call.
    ///   - completion: called once, with whether the ledger has taken it.
    public func remind(
        _ msisdn: MSISDN,
        _ text: String,
        at due: Instant,
        key: ServiceKey,
        now: Instant,
        completion: @escaping @Sendable (Bool) -> Void
    ) {
        guard let item = WalletWork.reminder(to: msisdn, text: text, at: Timestamp(due)) else {
            return completion(false)
        }
        let command = LedgerCommand(
            key: key.ledgerKey("reminder"),
            at: Timestamp(now),
            work: [item]
        )
        store.commit(command) { result in
            completion((try? result.get())?.rejection == nil && (try? result.get()) != nil)
        }
    }

    /// A command with the date of an item and nothing in it; the clerk names it.
    func command(for item: WorkItem, work: [WorkItem] = []) -> LedgerCommand {
        LedgerCommand(key: IdempotencyKey(high: 0, low: 0), at: item.due, work: work)
    }

    /// A command that only adds the same item again, a day later.
    func dayLater(_ item: WorkItem) -> LedgerCommand {
        var later = item
        later.due = item.due.adding(days: 1)
        return command(for: item, work: [later])
    }

    /// A text message at its moment.
    private func reminder(_ item: WorkItem) -> LedgerCommand {
        let message = ScheduleTexts(tariff: tariff).message(
            to: item.subject,
            String(decoding: item.body, as: UTF8.self),
            at: item.due
        )
        var command = command(for: item)
        command.announce = { _ in [message] }
        return command
    }

    /// The posting of a hold; nothing when it was ended before.
    private func release(
        _ item: WorkItem,
        refused: TransferRejection?
    ) throws(WalletFault) -> LedgerCommand {
        var command = command(for: item)
        switch refused {
        case .pendingNotFound, .pendingAlreadyPosted, .pendingAlreadyVoided, .pendingExpired:
            return command
        case .some:
            return dayLater(item)
        case nil:
            break
        }
        let id = TransferID(item.transfer.rawValue.saturatingAdd(Int64(clamping: item.subject)))
        command.transfers = [.post(id)]
        let texts = ScheduleTexts(tariff: tariff)
        guard let hold = try transfer(id), let payer = try party(of: hold.debit),
            let payee = try party(of: hold.credit)
        else { return command }
        command.announce = { rows in
            rows.flatMap { row in
                [
                    texts.message(
                        to: payer.number.digits,
                        texts.paidOut(row, to: payee.name, language: payer.language),
                        at: row.at
                    ),
                    texts.message(
                        to: payee.number.digits,
                        texts.released(row, from: payer.name, language: payee.language),
                        at: row.at
                    ),
                ]
            }
        }
        return command
    }

    private func transfer(_ id: TransferID) throws(WalletFault) -> PostedTransfer? {
        do {
            return try store.transfers(since: TransferID(id.rawValue - 1), limit: 1).first {
                $0.id == id
            }
        } catch {
            throw .store(error)
        }
    }

    private func party(of account: AccountID) throws(WalletFault) -> MessageTexts.Party? {
        guard let (id, _) = ChartOfAccounts.wallet(of: account), let wallet = try book.wallet(id)
        else { return nil }
        return MessageTexts.Party(wallet) { self.language(of: $0) }
    }
}
