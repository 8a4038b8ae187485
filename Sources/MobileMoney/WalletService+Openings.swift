// SPDX-License-Identifier: Apache-2.0
public import GSM
import Ledger

extension WalletService {
    /// What would open a wallet as one is now, its PIN left out; nil when there is none.
    ///
    /// Its history is not in it: what was paid today, wrong PINs, a hold on the SIM.
    public func currentOpening(of msisdn: MSISDN) -> WalletOpening? {
        guard let wallet = try? book.wallet(of: msisdn) else { return nil }
        return currentOpening(of: wallet)
    }

    /// What would open the wallet of the agent with a number as it is now; nil when there is none.
    public func currentOpening(till: String) -> WalletOpening? {
        guard let wallet = try? book.agent(till: till) else { return nil }
        return currentOpening(of: wallet)
    }

    private func currentOpening(of wallet: Wallet) -> WalletOpening? {
        guard let msisdn = wallet.msisdn, let main = store.account(wallet.main) else { return nil }
        let float = store.account(wallet.float)?.balance ?? 0
        return WalletOpening(
            name: wallet.body.name,
            msisdn: msisdn,
            openingBalance: main.balance,
            savings: store.account(ChartOfAccounts.savings(wallet.id))?.balance,
            level: wallet.body.level,
            agent: wallet.body.agent.map {
                AgentOpening(till: $0.till, businessName: $0.business, float: float)
            },
            standing: main.isFrozen ? .frozen : wallet.waitsForNewPIN ? .reset : .usual
        )
    }
}
