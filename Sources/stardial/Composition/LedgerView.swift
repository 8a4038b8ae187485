// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway
import Ledger
import MobileMoney

/// What testers and the line are shown of the ledger: the newest postings, the sums, the audit.
struct LedgerView {
    var store: any LedgerStore
    var wallet: WalletService?
    /// The names of emulated phones by their accounts, so that journals read `wallet:amina`.
    var handsets: [Handset]

    /// One line of a journal: what a group changed in an account.
    struct Change: Hashable {
        var account: String
        var minorUnits: Int64
        var currency: Currency
    }

    /// The newest groups of transfers as ``lastGroup()`` says them, the newest first.
    func lastGroups(_ count: Int) throws(LedgerStoreError) -> [[Change]] {
        guard let newest = try newest() else { return [] }
        let last = newest.id.rawValue
        let first = last - min(last, Int64(max(0, count) * Self.groupMax))
        let rows = try store.transfers(since: TransferID(first), limit: count * Self.groupMax)
        // The oldest group of a part of the ledger may not be whole.
        let order = rows.reduce(into: [TransferID]()) { groups, row in
            if groups.last != row.group { groups.append(row.group) }
        }
        let whole = first == 0 ? order[...] : order.dropFirst()
        return whole.suffix(count).reversed().map { group in
            changes(of: rows.filter { $0.group == group })
        }
    }

    /// The newest group of transfers, summed by account in the order the accounts first appear.
    func lastGroup() throws(LedgerStoreError) -> [Change] {
        guard let newest = try newest() else { return [] }
        let before = TransferID(newest.group.rawValue - 1)
        let rows = try store.transfers(since: before, limit: Self.groupMax)
        return changes(of: rows.filter { $0.group == newest.group })
    }

    private func newest() throws(LedgerStoreError) -> PostedTransfer? {
        var newest: PostedTransfer?
        for account in store.accounts() {
            guard let last = account.lastTransfer, last > newest?.id ?? TransferID(0),
                let row = try store.statement(of: account.id, limit: 1).first
            else { continue }
            newest = row
        }
        return newest
    }

    static let groupMax = 64

    /// What a group of rows did, summed by account in the order the accounts first appear.
    ///
    /// - Parameters:
    ///   - rows: the group.
    ///   - names: the names of phones' accounts where they are known already.
    /// - Returns: a line for each account that changed.
    func changes(of rows: [PostedTransfer], named names: [AccountID: String]? = nil) -> [Change] {
        var order: [AccountID] = []
        var sums: [AccountID: Int64] = [:]
        let names = names ?? accountNames()
        for row in rows {
            for account in [row.debit, row.credit] {
                if sums[account] == nil { order.append(account) }
                sums[account, default: 0] += row.change(of: account)
            }
        }
        let currency = rows.first?.amount.currency
        return order.compactMap { account in
            guard let sum = sums[account], sum != 0, let currency else { return nil }
            return Change(
                account: names[account] ?? wallet?.accountName(account)
                    ?? "account:\(account.rawValue)",
                minorUnits: sum,
                currency: currency
            )
        }
    }

    /// The accounts of phones by the names that journals have for them.
    func accountNames() -> [AccountID: String] {
        guard let wallet else { return [:] }
        var names: [AccountID: String] = [:]
        for handset in handsets {
            if let account = wallet.account(of: handset.msisdn) {
                names[account] = "wallet:\(handset.name.lowercased())"
            }
            if let account = wallet.savingsAccount(of: handset.msisdn) {
                names[account] = "savings:\(handset.name.lowercased())"
            }
            if let account = wallet.agentAccount(of: handset.msisdn) {
                names[account] = "float:\(handset.name.lowercased())"
            }
        }
        return names
    }

    /// The balance of a phone's wallet or of an account by its name, as `income:fees`.
    func account(named name: String) -> Account? {
        guard let wallet else { return nil }
        if let handset = handsets.first(where: { $0.name.lowercased() == name.lowercased() }) {
            return wallet.account(of: handset.msisdn).flatMap(store.account)
        }
        let named = accountNames()
        return store.accounts().first {
            (named[$0.id] ?? wallet.accountName($0.id)) == name
        }
    }

    /// What must hold and does not, in plain words; empty when debits equal credits.
    func audit() -> [String] {
        store.invariantViolations().map(\.description)
    }
}
