// SPDX-License-Identifier: Apache-2.0
public import Dialogue
public import GSM
import Gateway
public import Ledger
import Synchronization

/// The wallet's operations on the ledger, as ``MobileMoneyContract`` promises them.
///
/// Every call has a key. What moves money is one command of the ledger under that key, with its
/// text messages and the payer's totals in the same commit; the same key again gets the same
/// receipt. Reads answer at once; what asks for a PIN or writes runs one at a time for each
/// subscriber, and hashes PINs where the ``PINVerifier`` says.
public final class WalletService: Sendable {
    /// The numbers of the operator.
    public let tariff: Tariff
    let store: any LedgerStore
    let verifier: PINVerifier
    let book: WalletBook
    let lanes = Lanes()
    let memory = Mutex(Memory())

    /// What is forgotten by a restart.
    struct Memory: Sendable {
        var quotes = QuoteBook()
        var recent = RecentResults()
        /// Keys of payments whose outcome the ledger did not tell.
        var doubtful: Set<ServiceKey> = []
        /// The payment that a call told on a screen that has not gone out yet.
        private var news: [ServiceKey: ServiceKey] = [:]
        /// Languages that are not durable yet, by the phone number's digits.
        var languages: [UInt64: String] = [:]
        /// How often a PIN was typed on each phone.
        var pinEntries = AttemptBook()
        /// Whether wallets without work on the queue were looked for.
        var hasEnrolled = false

        /// Most keys in doubt that are told apart from others.
        static let doubtfulMax = 8_192
        /// Most languages that wait to become durable, or could not.
        static let languagesMax = 65_536
        /// Most calls that wait for their screen; beyond, a payment may be told twice.
        static let newsMax = 65_536

        /// Remembers which payment a call told.
        mutating func keep(news key: ServiceKey, of payment: ServiceKey) {
            if news.count < Self.newsMax { news[key] = payment }
        }

        /// The payment that a call told, if it told one; forgets it.
        mutating func take(news key: ServiceKey) -> ServiceKey? { news.removeValue(forKey: key) }
    }

    /// Makes the service; ``openBooks(at:completion:)`` or ``provision(_:at:completion:)`` must
    /// have run once on a new ledger.
    ///
    /// - Parameters:
    ///   - store: the ledger with all accounts and documents.
    ///   - tariff: limits, fees and PIN rules.
    ///   - verifier: hashes and checks PINs.
    public init(store: any LedgerStore, tariff: Tariff, verifier: PINVerifier) {
        self.store = store
        self.tariff = tariff
        self.verifier = verifier
        book = WalletBook(store: store)
    }

    /// The contract that menus are compiled against.
    public var contract: ServiceContract { MobileMoneyContract.contract(for: tariff) }

    /// The main account of a phone number's wallet, or nil.
    public func account(of msisdn: MSISDN) -> AccountID? {
        (try? book.wallet(of: msisdn))?.main
    }

    /// The float of the agent with a phone number, or nil.
    public func agentAccount(of msisdn: MSISDN) -> AccountID? {
        guard let wallet = try? book.wallet(of: msisdn), wallet.body.agent != nil else {
            return nil
        }
        return wallet.float
    }

    /// An account as journals name it: `income:fees`, `wallet:+2547****001`, `float:4021`.
    public func accountName(_ account: AccountID) -> String {
        switch account {
        case ChartOfAccounts.cash: return "asset:cash"
        case ChartOfAccounts.fees: return "income:fees"
        case ChartOfAccounts.commission: return "expense:commission"
        case ChartOfAccounts.tax: return "liability:tax"
        case ChartOfAccounts.interest: return "expense:interest"
        case ChartOfAccounts.dormant: return "liability:dormant"
        default: break
        }
        if let saver = ChartOfAccounts.saver(of: account), let wallet = try? book.wallet(saver) {
            return "savings:\(wallet.msisdn?.masked ?? String(saver.rawValue))"
        }
        if let programme = Programme(account: account, in: store) {
            return "programme:\(programme.name)"
        }
        guard let (id, isFloat) = ChartOfAccounts.wallet(of: account),
            let wallet = try? book.wallet(id)
        else { return "account:\(account.rawValue)" }
        if isFloat, let agent = wallet.body.agent { return "float:\(agent.till)" }
        return "wallet:\(wallet.msisdn?.masked ?? String(id.rawValue))"
    }

    /// The local date and time of a moment.
    func localTime(_ now: Instant) -> LocalTime {
        LocalTime(milliseconds: now.milliseconds, offsetMinutes: tariff.utcOffsetMinutes)
    }

    /// The life of a quote in milliseconds.
    var quoteLife: Int64 { Int64(tariff.quoteSeconds) * 1_000 }

    /// An account that a wallet must have.
    func existing(_ id: AccountID) throws(WalletFault) -> Account {
        guard let account = store.account(id) else { throw .incomplete }
        return account
    }
}
