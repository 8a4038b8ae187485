// SPDX-License-Identifier: Apache-2.0
import GSM
import Ledger

/// The numbers of the accounts: the upper eight bits say what they are, the rest which wallet's.
enum ChartOfAccounts {
    /// The cash at the bank that stands behind opening balances.
    static let cash = AccountID(1)
    /// What customers paid in fees.
    static let fees = AccountID(2)
    /// What agents were paid in commission.
    static let commission = AccountID(3)
    /// What was taken for the state and is owed to it.
    static let tax = AccountID(4)

    /// The accounts of the operator, to be opened before anything moves.
    static func operatorOpenings(_ currency: Currency) -> [AccountOpening] {
        [
            AccountOpening(id: cash, kind: .asset, currency: currency),
            AccountOpening(id: fees, kind: .income, currency: currency),
            AccountOpening(id: commission, kind: .expense, currency: currency),
            AccountOpening(id: tax, kind: .liability, currency: currency),
        ]
    }

    /// A customer's main account.
    static func main(_ wallet: WalletID) -> AccountID {
        AccountID(Sort.main.rawValue << WalletID.bits | wallet.rawValue)
    }

    /// An agent's float.
    static func float(_ wallet: WalletID) -> AccountID {
        AccountID(Sort.float.rawValue << WalletID.bits | wallet.rawValue)
    }

    /// The wallet an account belongs to, and whether it is its float; nil for the operator's.
    static func wallet(of account: AccountID) -> (id: WalletID, isFloat: Bool)? {
        guard let sort = Sort(rawValue: account.rawValue >> WalletID.bits) else { return nil }
        let id = WalletID(rawValue: account.rawValue & (1 << WalletID.bits - 1))
        return (id, sort == .float)
    }

    private enum Sort: UInt64 {
        case main = 1
        case float = 2
    }
}

/// The number of a wallet, which stays when its phone number changes.
struct WalletID: RawRepresentable, Hashable, Sendable {
    /// The bits of the number, so that an account's number has room for what it is.
    static let bits: UInt64 = 48

    let rawValue: UInt64
}
