// SPDX-License-Identifier: Apache-2.0
import Ledger

/// The accounts that money goes to and comes from by itself.
extension ChartOfAccounts {
    /// What savers were paid in interest.
    static let interest = AccountID(11)
    /// What closed wallets held, kept for their owners.
    static let dormant = AccountID(12)

    /// The operator's accounts that the terms need, to be opened before anything moves.
    static func operatorOpenings(
        for terms: ScheduleTerms,
        _ currency: Currency
    ) -> [AccountOpening] {
        var openings: [AccountOpening] = []
        if terms.savingsRate != nil {
            openings.append(AccountOpening(id: interest, kind: .expense, currency: currency))
        }
        if terms.dormancy != nil {
            openings.append(AccountOpening(id: dormant, kind: .liability, currency: currency))
        }
        return openings
    }

    /// A customer's savings.
    static func savings(_ wallet: WalletID) -> AccountID {
        AccountID(savingsSort << WalletID.bits | wallet.rawValue)
    }

    /// The wallet whose savings an account is; nil for any other account.
    static func saver(of account: AccountID) -> WalletID? {
        guard account.rawValue >> WalletID.bits == savingsSort else { return nil }
        return WalletID(rawValue: account.rawValue & (1 << WalletID.bits - 1))
    }

    private static let savingsSort: UInt64 = 3
}

extension TransferCode {
    /// What savings earned in a day.
    static let interest = TransferCode(20)
    /// What a closed wallet held.
    static let dormant = TransferCode(21)
}
