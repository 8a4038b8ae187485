// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway
import Ledger

/// Payments that go back, and what puts them right.
extension StaffPlanner {
    /// Rows of the payer's account that are searched for what went back before.
    private static let rowsMax = 10_000

    /// Holds the money at once; when it is approved, lets go of it and moves it back.
    ///
    /// All of a payment goes back with its fee and commission; a part without them.
    func reverse(
        _ receipt: TransactionReference,
        _ asked: Int64?
    ) throws(StaffRefusal) -> StaffPlan {
        let rows = try payment(receipt)
        let main = rows[0]
        let left = try rest(of: main)
        guard left > 0 else { throw .alreadyReversed }
        let amount = asked ?? left
        guard amount > 0 else { throw .amountNotPositive }
        guard amount <= left else { throw .aboveRest(left: money(left)) }
        let hold = try desk.hold(of: request)
        let held = hold == nil ? 0 : amount
        let available = (service.store.account(main.credit)?.available ?? 0).saturatingAdd(held)
        guard available >= amount else { throw .receiverLacks(available: money(available)) }
        var plan = StaffPlan()
        plan.holds = [
            Transfer(
                debit: main.credit,
                credit: main.debit,
                amount: tariff.amount(amount),
                code: .reversalHold,
                reference: receipt.text,
                kind: .pending(expiresAt: Timestamp(request.expires))
            )
        ]
        if let hold { plan.transfers = [.void(hold)] }
        plan.transfers.append(reversal(of: main, amount, receipt))
        if asked == nil {
            for row in rows.dropFirst() {
                let rest = try rest(of: row)
                if rest > 0 { plan.transfers.append(reversal(of: row, rest, receipt)) }
            }
        }
        plan.notices = [
            back(to: main.debit, "\(receipt.text): \(money(amount)) came back to you."),
            back(to: main.credit, "\(receipt.text): \(money(amount)) went back to the sender."),
        ].compactMap(\.self)
        return plan
    }

    /// Moves an amount between two accounts, naming the payment that it puts right.
    func correct(
        _ receipt: TransactionReference,
        _ from: String,
        _ to: String,
        _ amount: Int64
    ) throws(StaffRefusal) -> StaffPlan {
        let main = try payment(receipt)[0]
        guard amount > 0 else { throw .amountNotPositive }
        let debit = try account(from)
        let credit = try account(to)
        guard debit != credit else { throw .sameAccount }
        var plan = StaffPlan()
        plan.transfers = [
            Transfer(
                debit: debit,
                credit: credit,
                amount: tariff.amount(amount),
                code: .correction,
                reference: receipt.text,
                kind: .correction(of: main.id)
            )
        ]
        plan.notices = [
            back(to: debit, "\(receipt.text) was corrected: \(money(amount)) was taken."),
            back(to: credit, "\(receipt.text) was corrected: \(money(amount)) was given."),
        ].compactMap(\.self)
        return plan
    }

    /// The rows of a payment, its movement first.
    func payment(
        _ receipt: TransactionReference
    ) throws(StaffRefusal) -> [PostedTransfer] {
        let key = RecordKind.receipt.key(receipt.number)
        guard let record = service.store.record(key) else {
            throw .unknownReceipt(receipt.text)
        }
        let rows: [PostedTransfer]
        do throws(WalletFault) {
            let entry = try ReceiptEntry(recordBytes: record.body)
            let ledgerKey = IdempotencyKey(high: entry.keyHigh, low: entry.keyLow)
            rows = try service.book.result(of: ledgerKey)?.transfers ?? []
        } catch {
            throw .ledger("The payment \(receipt.text) cannot be read.")
        }
        guard let main = rows.first, PaymentKind(main.code) != nil, main.reference == receipt.text
        else { throw .unknownReceipt(receipt.text) }
        return rows
    }

    /// What is left of a row after all that went back of it, which the account of a wallet tells
    /// soonest: an operator's account has a row of every payment.
    private func rest(of row: PostedTransfer) throws(StaffRefusal) -> Int64 {
        let owned = [row.debit, row.credit].first { ChartOfAccounts.wallet(of: $0) != nil }
        do throws(LedgerStoreError) {
            let later = try service.store.statement(
                of: owned ?? row.debit,
                since: row.at,
                limit: Self.rowsMax
            )
            return later.filter { $0.kind == .reversal(of: row.id) }
                .reduce(row.amount.minorUnits) { $0.saturatingSubtract($1.amount.minorUnits) }
        } catch {
            throw .ledger(error.description)
        }
    }

    private func reversal(
        of row: PostedTransfer,
        _ amount: Int64,
        _ receipt: TransactionReference
    ) -> Transfer {
        Transfer(
            debit: row.credit,
            credit: row.debit,
            amount: tariff.amount(amount),
            code: .reversal,
            reference: receipt.text,
            kind: .reversal(of: row.id)
        )
    }

    /// What the owner of an account is told, with the balance; nil for an account of nobody.
    private func back(to account: AccountID, _ text: String) -> StaffPlan.Notice? {
        guard let (id, _) = ChartOfAccounts.wallet(of: account),
            let wallet = try? service.book.wallet(id)
        else { return nil }
        return StaffPlan.Notice(to: wallet.body.msisdn, text: text, account: account)
    }

    /// An account by its name in journals, a wallet by its whole number.
    func account(_ name: String) throws(StaffRefusal) -> AccountID {
        switch name {
        case "asset:cash": return ChartOfAccounts.cash
        case "income:fees": return ChartOfAccounts.fees
        case "expense:commission": return ChartOfAccounts.commission
        default: break
        }
        // As the books and exports name it, with numbers in full.
        let names = AccountNames(store: service.store, showsNumbers: true)
        if let account = names.account(named: name), names.name(of: account) == name {
            return account
        }
        let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { throw .unknownAccount(name) }
        if parts[0] == "wallet", let phone = MSISDN.parse(parts[1], in: tariff.country),
            let account = service.account(of: phone)
        {
            return account
        }
        if parts[0] == "float", let agent = try? service.book.agent(till: parts[1]) {
            return agent.float
        }
        throw .unknownAccount(parts[0] == "wallet" ? "of this wallet" : name)
    }
}
