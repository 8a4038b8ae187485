// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Ledger

/// The last payments, and the one that the subscriber was never told of.
extension WalletService {
    /// Rows of one account that are read for a history: each payment has at most two there.
    private static let rowsMax = MobileMoneyContract.historyMax * 2 + 1

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

    /// `news() -> news`, or `none`: the newest payment not yet told, which is then told.
    func news(_ request: ServiceRequest, _ done: @escaping Completion) {
        do throws(WalletFault) {
            guard let wallet = try book.wallet(of: request.subscriber) else {
                return done(ServiceResult("none"))
            }
            let activity = try book.activity(of: wallet.id)
            guard let told = activity.afterTelling(), let key = activity.body.last?.key,
                let result = try book.result(of: key.ledgerKey),
                let payment = PostedPayment(result.transfers)
            else { return done(ServiceResult("none")) }
            let news = try value(of: payment)
            let command = LedgerCommand(
                key: request.key.ledgerKey("news"),
                at: Timestamp(request.at),
                records: [told.change]
            )
            store.commit(command) { _ in done(.ok(news)) }
        } catch {
            done(.unavailable)
        }
    }

    /// The contract's record `news`.
    private func value(of payment: PostedPayment) throws(WalletFault) -> Value {
        .record([
            .text(payment.transactionReference), .text(payment.kind.past),
            .amount(payment.amount), .amount(payment.fee),
            .text(try name(of: payment.creditParty)), moment(payment.at),
            .amount(payment.balance(of: payment.debitParty) ?? 0),
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
        for row in rows {
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
        let kind = HistoryKind(payment?.kind, isPaid: isPaid)
        let name = kind == .opening ? tariff.smsSender : try name(of: other)
        return .record([
            .text(DisplayName.cut(name, to: DisplayName.partyMax)),
            .amount(payment?.amount ?? rows[0].amount.minorUnits), .text(isPaid ? "+" : "-"),
            .amount(payment?.fee ?? 0), moment(rows[0].at.milliseconds),
            .text(payment?.transactionReference ?? rows[0].reference),
            .amount(rows[rows.count - 1].balanceAfter(of: account) ?? 0), .text(kind.rawValue),
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
