// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Ledger
import Synchronization

/// The last payments, and the one that the subscriber was never told of.
extension WalletService {
    /// Rows of one account that are read for a history: each payment has at most five there, the
    /// movement, a fee, two taxes and a commission.
    private static let rowsMax = MobileMoneyContract.historyMax * 5 + 1

    /// `last() -> history`, newest first, or `none`.
    func last(_ request: ServiceRequest) throws(WalletFault) -> ServiceResult {
        guard let wallet = try book.wallet(of: request.subscriber) else {
            return ServiceResult("none")
        }
        var items: [(id: TransferID, value: Value)] = []
        for account in [wallet.main] + (wallet.body.agent == nil ? [] : [wallet.float]) {
            for rows in try groups(of: account) {
                items.append((rows[0].id, try item(rows, of: account)))
            }
        }
        items.sort { $0.id > $1.id }
        let shown = items.prefix(MobileMoneyContract.historyMax).map(\.value)
        return shown.isEmpty ? ServiceResult("none") : .ok(.record([.list(shown)]))
    }

    /// `news() -> news`, or `none`: the newest payment not yet told.
    ///
    /// It counts as told when the screen that tells it has gone out.
    func news(_ request: ServiceRequest, _ done: @escaping Completion) {
        do throws(WalletFault) {
            guard let wallet = try book.wallet(of: request.subscriber) else {
                return done(ServiceResult("none"))
            }
            let activity = try book.activity(of: wallet.id)
            guard activity.afterTelling() != nil, let key = activity.body.last?.key,
                let result = try book.result(of: key.ledgerKey),
                let payment = PostedPayment(result.transfers)
            else { return done(ServiceResult("none")) }
            let news = try value(of: payment)
            memory.withLock { $0.keep(news: request.key, of: key) }
            done(ServiceResult(Outcome.ok, news, isToBeTold: true))
        } catch {
            done(.unavailable)
        }
    }

    /// The contract's record `news`.
    private func value(of payment: PostedPayment) throws(WalletFault) -> Value {
        let paid = payment.paid(by: payment.debitParty)
        return .record([
            .text(payment.transactionReference), .text(payment.kind.past),
            .amount(payment.amount), .amount(paid.fee),
            .text(try name(of: payment.creditParty)), moment(payment.at),
            .amount(payment.balance(of: payment.debitParty) ?? 0), .amount(paid.tax),
        ])
    }

    /// The rows of an account by command, newest first, each oldest first.
    private func groups(of account: AccountID) throws(WalletFault) -> [[PostedTransfer]] {
        let rows: [PostedTransfer]
        do {
            rows = try store.statement(of: account, since: nil, limit: Self.rowsMax)
        } catch {
            throw .store(error)
        }
        var groups: [[PostedTransfer]] = []
        for row in rows where row.kind.movesMoney {
            if let last = groups.last, last[0].group == row.group {
                groups[groups.count - 1].insert(row, at: 0)
            } else {
                groups.append([row])
            }
        }
        if rows.count == Self.rowsMax { groups.removeLast() }
        return groups
    }

    /// The contract's record `payment`, as the owner of an account sees it.
    private func item(
        _ rows: [PostedTransfer],
        of account: AccountID
    ) throws(WalletFault) -> Value {
        let payment = PostedPayment(rows)
        let isPaid = (payment?.creditParty ?? rows[0].credit) == account
        let other = isPaid ? rows[0].debit : rows[0].credit
        let kind = HistoryKind(payment?.kind, code: rows[0].code, isPaid: isPaid)
        let programme = payment == nil ? Programme(account: other, in: store)?.name : nil
        let named = kind == .opening ? tariff.smsSender : try name(of: other)
        let name = programme ?? named
        let paid = payment?.paid(by: account) ?? Cost.Share()
        return .record([
            .text(DisplayName.cut(name, to: DisplayName.partyMax)),
            .amount(payment?.amount ?? rows[0].amount.minorUnits), .text(isPaid ? "+" : "-"),
            .amount(paid.fee), moment(rows[0].at.milliseconds),
            .text(payment?.transactionReference ?? rows[0].reference),
            .amount(rows[rows.count - 1].balanceAfter(of: account) ?? 0), .amount(paid.tax),
            .text(kind.rawValue),
        ])
    }

    /// The owner of an account: an agent by number and shop for the float, else a person.
    private func name(of account: AccountID) throws(WalletFault) -> String {
        guard let (id, isFloat) = ChartOfAccounts.wallet(of: account),
            let wallet = try book.wallet(id)
        else { return accountName(account) }
        return isFloat ? wallet.partyName : wallet.body.name
    }
}
