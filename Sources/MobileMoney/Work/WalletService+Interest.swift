// SPDX-License-Identifier: Apache-2.0
public import GSM
import Gateway
public import Ledger

/// Interest on savings: each day's balance at midnight × the annual rate ÷ 365.
extension WalletService {
    /// The savings of a phone number's wallet, or nil.
    public func savingsAccount(of msisdn: MSISDN) -> AccountID? {
        guard let wallet = try? book.wallet(of: msisdn) else { return nil }
        let account = ChartOfAccounts.savings(wallet.id)
        return store.account(account)?.id
    }

    /// A day's interest: whole minor units are paid, what is left is carried to the next day.
    ///
    /// When paying was refused, all of the day is carried, so that nothing is lost.
    func interest(
        _ item: WorkItem,
        refused: TransferRejection?
    ) throws(WalletFault) -> LedgerCommand {
        let wallet = WalletID(rawValue: item.subject)
        let account = ChartOfAccounts.savings(wallet)
        let isClosed = try book.dormancy(of: wallet)?.isClosed ?? false
        var command = command(for: item)
        guard let found = store.account(account), !found.isClosed, !isClosed,
            let day = Self.day(of: item)
        else { return command }
        let end = day.end(offsetMinutes: tariff.utcOffsetMinutes)
        let earned = tariff.schedule.savingsRate?.microUnits(
            ofDayOn: try balance(of: found, before: end)
        )
        let savings = try book.savings(of: wallet)
        var (units, after) = savings.paying(earned ?? 0)
        if refused != nil { (units, after) = (0, savings.keeping(earned ?? 0)) }
        if units > 0 {
            command.transfers = [
                Transfer(
                    debit: ChartOfAccounts.interest,
                    credit: account,
                    amount: tariff.amount(units),
                    code: .interest
                )
            ]
        }
        if after != savings { command.records = [after.change] }
        command.work = [interestItem(of: wallet, for: LocalDay(number: day.number + 1))]
        return command
    }

    /// Adds savings to the opening of a wallet, with the first item of interest.
    func openSavings(of wallet: WalletID, with command: inout LedgerCommand) {
        command.openings.append(
            AccountOpening(
                id: ChartOfAccounts.savings(wallet),
                kind: .liability,
                currency: tariff.currency,
                floor: 0,
                ceiling: tariff.greatest
            )
        )
        let today = LocalDay(command.at, offsetMinutes: tariff.utcOffsetMinutes)
        command.work.append(interestItem(of: wallet, for: today))
    }

    /// The item that pays a day's interest when the day is over.
    func interestItem(of wallet: WalletID, for day: LocalDay) -> WorkItem {
        let body = withUnsafeBytes(of: day.number.bigEndian) { Array($0) }
        let end = day.end(offsetMinutes: tariff.utcOffsetMinutes)
        return WalletWork.item(.interest, wallet.rawValue, at: end, body)
    }

    private static func day(of item: WorkItem) -> LocalDay? {
        guard item.body.count == 8 else { return nil }
        let number = item.body.reduce(0 as Int64) { $0 << 8 | Int64($1) }
        return 0...dayNumberMax ~= number ? LocalDay(number: number) : nil
    }

    /// The last day of the year 9999.
    private static let dayNumberMax: Int64 = 2_932_896

    /// The balance that an account had before a moment, whatever came since.
    private func balance(
        of account: Account,
        before end: Timestamp
    ) throws(WalletFault) -> Int64 {
        do {
            return try store.balance(of: account.id, at: end.adding(milliseconds: -1)) ?? 0
        } catch {
            throw .store(error)
        }
    }
}
