// SPDX-License-Identifier: Apache-2.0
import GSM
public import Ledger

/// The accounts of a wallet's ledger by the names that books and exports give them.
///
/// `assets:cash`, `income:fees`, `expenses:commission`, `liabilities:wallets:+2547****001`,
/// `liabilities:floats:4021`, `liabilities:savings:+2547****001`,
/// `liabilities:programmes:RELIEF`; what this program does not know is
/// called by what it stands for and its place among the unknown. No two accounts share a name:
/// of wallets that look alike when masked, the second is called `+2547****001#2` and so on.
public struct AccountNames: Sendable {
    private let book: WalletBook
    private let showsNumbers: Bool
    /// The names of accounts that could not be told apart by themselves, and of unknown ones.
    private var given: [AccountID: String] = [:]

    /// Makes the names of a ledger as it stands.
    ///
    /// - Parameters:
    ///   - store: the ledger with its accounts and documents.
    ///   - showsNumbers: whether phone numbers are shown in full.
    public init(store: any LedgerStore, showsNumbers: Bool = false) {
        book = WalletBook(store: store)
        self.showsNumbers = showsNumbers
        var counts: [String: Int] = [:]
        for account in store.accounts() {
            let plain = plainName(of: account)
            let count = counts[plain, default: 0] + 1
            counts[plain] = count
            if count > 1 { given[account.id] = "\(plain)#\(count)" }
        }
    }

    /// The name of an account.
    public func name(of id: AccountID) -> String {
        if let name = given[id] { return name }
        guard let account = book.store.account(id) else { return "unknown" }
        return plainName(of: account)
    }

    /// The account that a name or a phone number means, or nil.
    ///
    /// The name may leave out what stands before its first colon, as in `floats:4021`. A phone
    /// number is E.164 with or without its plus and stands for the wallet's main account.
    public func account(named text: String) -> AccountID? {
        let e164 = text.hasPrefix("+") ? text : "+" + text
        if let number = MSISDN(e164: e164), let wallet = try? book.wallet(of: number) {
            return wallet.main
        }
        return book.store.accounts().first { account in
            let name = name(of: account.id)
            return name == text || name.hasSuffix(":" + text)
        }?.id
    }

    /// What a movement is for, in one word.
    public static func purpose(of code: TransferCode) -> String {
        switch code {
        case .opening: "opening"
        case .fee: "fee"
        case .commission: "commission"
        case .disbursement: "disbursement"
        case .feeTax: "fee-tax"
        case .tax: "tax"
        case .interest: "interest"
        case .dormant: "dormant"
        case .reversal: "reversal"
        case .reversalHold: "reversal-hold"
        case .correction: "correction"
        default: PaymentKind(code)?.rawValue ?? "code-\(code.rawValue)"
        }
    }

    private func plainName(of account: Account) -> String {
        switch account.id {
        case ChartOfAccounts.cash: return "assets:cash"
        case ChartOfAccounts.fees: return "income:fees"
        case ChartOfAccounts.commission: return "expenses:commission"
        case ChartOfAccounts.tax: return "liabilities:tax"
        case ChartOfAccounts.interest: return "expenses:interest"
        case ChartOfAccounts.dormant: return "liabilities:dormant"
        default: break
        }
        if let programme = Programme(account: account.id, in: book.store) {
            return "liabilities:programmes:\(programme.name)"
        }
        if let saver = ChartOfAccounts.saver(of: account.id),
            let number = (try? book.wallet(saver))??.msisdn
        {
            return "liabilities:savings:\(showsNumbers ? number.e164 : number.masked)"
        }
        if let (id, isFloat) = ChartOfAccounts.wallet(of: account.id),
            let wallet = try? book.wallet(id), let number = wallet.msisdn
        {
            if isFloat, let agent = wallet.body.agent { return "liabilities:floats:\(agent.till)" }
            return "liabilities:wallets:\(showsNumbers ? number.e164 : number.masked)"
        }
        let place =
            switch account.kind {
            case .asset: "assets"
            case .liability: "liabilities"
            case .income: "income"
            case .expense: "expenses"
            case .holding: "liabilities:held"
            }
        return "\(place):other"
    }
}
