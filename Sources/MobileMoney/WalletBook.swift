// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Ledger

/// Reads wallets and what belongs to them from the ledger's documents.
struct WalletBook: Sendable {
    let store: any LedgerStore

    /// The wallet of a phone number, or nil.
    func wallet(of msisdn: MSISDN) throws(WalletFault) -> Wallet? {
        try wallet(.phone, msisdn.digits)
    }

    /// The wallet of an agent's number as typed, or nil.
    func agent(till: String) throws(WalletFault) -> Wallet? {
        guard let number = Self.tillNumber(till),
            let wallet = try wallet(.till, number), wallet.body.agent?.till == till
        else { return nil }
        return wallet
    }

    /// The wallet with a number, or nil.
    func wallet(_ id: WalletID) throws(WalletFault) -> Wallet? {
        guard let record = store.record(RecordKind.wallet.key(id.rawValue)) else { return nil }
        let body = try Wallet.Body(recordBytes: record.body)
        return Wallet(id: id, body: body, version: record.version)
    }

    /// What a wallet paid out, and its last payment.
    func activity(of wallet: WalletID) throws(WalletFault) -> Activity {
        guard let record = store.record(RecordKind.activity.key(wallet.rawValue)) else {
            return Activity(wallet: wallet)
        }
        let body = try Activity.Body(recordBytes: record.body)
        return Activity(wallet: wallet, body: body, version: record.version)
    }

    /// What came into a wallet, as far as it is counted.
    func income(of wallet: WalletID) throws(WalletFault) -> Income {
        guard let record = store.record(RecordKind.income.key(wallet.rawValue)) else {
            return Income(wallet: wallet)
        }
        let body = try Income.Body(recordBytes: record.body)
        return Income(wallet: wallet, body: body, version: record.version)
    }

    /// The language that a subscriber chose, and the version of its document, 0 for none.
    func language(of msisdn: MSISDN) throws(WalletFault) -> (code: String?, version: UInt64) {
        guard let record = store.record(RecordKind.language.key(msisdn.digits)) else {
            return (nil, 0)
        }
        return (try ChosenLanguage(recordBytes: record.body).code, record.version)
    }

    /// The result a key got in the ledger, or nil when it was never used.
    func result(of key: IdempotencyKey) throws(WalletFault) -> LedgerResult? {
        do {
            return try store.result(of: key)
        } catch {
            throw .store(error)
        }
    }

    /// The number a till is kept under: its digits, of which there are 1 to 6.
    static func tillNumber(_ till: String) -> UInt64? {
        guard (1...6).contains(till.utf8.count), till.utf8.allSatisfy({ 48...57 ~= $0 }) else {
            return nil
        }
        return UInt64(till)
    }

    private func wallet(_ kind: RecordKind, _ id: UInt64) throws(WalletFault) -> Wallet? {
        guard let record = store.record(kind.key(id)) else { return nil }
        let id = try WalletAlias(recordBytes: record.body).wallet
        guard let wallet = try wallet(id) else { throw .unreadable(kind) }
        return wallet
    }
}
