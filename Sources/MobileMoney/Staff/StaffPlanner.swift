// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway
import Ledger

/// Judges a request against the wallets, accounts and payments as they stand, and plans it.
struct StaffPlanner {
    let desk: StaffDesk
    let request: StaffRequest
    let now: Instant

    var service: WalletService { desk.service }
    var tariff: Tariff { desk.service.tariff }

    /// What the request changes.
    ///
    /// - Throws: the first ``StaffRefusal`` that applies.
    func plan() throws(StaffRefusal) -> StaffPlan {
        switch request.operation {
        case .freeze(let phone): try freeze(phone, true)
        case .thaw(let phone): try freeze(phone, false)
        case .close(let phone): try close(phone)
        case .unlock(let phone): try unlock(phone)
        case .resetPIN(let phone): try resetPIN(phone)
        case .changeSIM(let phone): try changeSIM(phone)
        case .raise(let phone, let level): try raise(phone, to: level)
        case .reverse(let receipt, let amount): try reverse(receipt, amount)
        case .correct(let receipt, let from, let to, let amount):
            try correct(receipt, from, to, amount)
        case .retireKey(let number): try retire(number)
        }
    }

    private func freeze(_ phone: MSISDN, _ isFrozen: Bool) throws(StaffRefusal) -> StaffPlan {
        let (_, accounts) = try wallet(of: phone)
        if accounts[0].isFrozen == isFrozen { throw isFrozen ? .alreadyFrozen : .notFrozen }
        var plan = StaffPlan()
        plan.settings = accounts.map { account in
            var setting = AccountSetting(account)
            setting.isFrozen = isFrozen
            return setting
        }
        plan.notices = [
            notice(
                phone,
                isFrozen
                    ? "Your wallet is frozen: nothing can be paid in or out. Your money is kept. "
                        + "Ask an agent for help."
                    : "Your wallet works again. You can pay and be paid."
            )
        ]
        return plan
    }

    private func close(_ phone: MSISDN) throws(StaffRefusal) -> StaffPlan {
        let (_, accounts) = try wallet(of: phone)
        let total = accounts.reduce(0 as Int64) { $0.saturatingAdd($1.balance) }
        guard total == 0 else { throw .walletNotEmpty(money(total)) }
        var plan = StaffPlan()
        plan.settings = accounts.map { account in
            var setting = AccountSetting(account)
            setting.isClosed = true
            return setting
        }
        plan.notices = [notice(phone, "Your wallet is closed. It was empty.")]
        return plan
    }

    private func unlock(_ phone: MSISDN) throws(StaffRefusal) -> StaffPlan {
        var (wallet, _) = try wallet(of: phone)
        guard wallet.lock(at: now.milliseconds) != nil else { throw .notLocked }
        wallet.body.lockedUntil = 0
        wallet.body.wrongTries = 0
        var plan = StaffPlan()
        plan.wallet = wallet
        plan.notices = [notice(phone, "Your PIN is unlocked. You can type it again.")]
        return plan
    }

    private func resetPIN(_ phone: MSISDN) throws(StaffRefusal) -> StaffPlan {
        var (wallet, _) = try wallet(of: phone)
        guard wallet.body.pin != nil else { throw .noPIN }
        wallet.body.lockedUntil = 0
        wallet.body.wrongTries = 0
        var plan = StaffPlan()
        plan.wallet = wallet
        plan.notices = [
            notice(
                phone,
                "Your PIN was reset. Dial and type the code you were given, then a new PIN. "
                    + "If you did not ask for this, tell an agent now."
            )
        ]
        return plan
    }

    private func changeSIM(_ phone: MSISDN) throws(StaffRefusal) -> StaffPlan {
        var (wallet, _) = try wallet(of: phone)
        guard tariff.rates.simHoldSeconds > 0 else { throw .noSIMHold }
        let until = now.adding(seconds: tariff.rates.simHoldSeconds).milliseconds
        wallet.body.heldUntil = until
        var plan = StaffPlan()
        plan.wallet = wallet
        plan.notices = [
            notice(
                phone,
                "Your SIM was changed. You can pay after \(service.shortText(until)). "
                    + "If it was not you, tell an agent now."
            )
        ]
        return plan
    }

    private func raise(_ phone: MSISDN, to number: Int) throws(StaffRefusal) -> StaffPlan {
        var (wallet, accounts) = try wallet(of: phone)
        guard number > wallet.body.level,
            let level = tariff.levels.first(where: { $0.number == number })
        else { throw .levelNotHigher(number) }
        wallet.body.level = number
        var setting = AccountSetting(accounts[0])
        setting.ceiling = level.balance
        var plan = StaffPlan()
        plan.wallet = wallet
        plan.settings = [setting]
        plan.notices = [
            notice(phone, "Your wallet is now level \(number). You can hold and send more.")
        ]
        return plan
    }

    private func retire(_ number: UInt32) throws(StaffRefusal) -> StaffPlan {
        var (retired, version) = try desk.retiredKeys()
        let uses = try desk.keyUse()
        guard let use = uses.first(where: { $0.key == number }), use.isThere, !use.isRetired else {
            throw .unknownKey(number)
        }
        if use.isNewest { throw .keyIsNewest }
        guard use.wallets == 0, use.staff == 0 else { throw .keyInUse(use) }
        retired.numbers.append(number)
        var plan = StaffPlan()
        plan.records = [
            RecordChange(
                key: RecordKind.retiredKeys.key(0),
                expectedVersion: version,
                body: retired.recordBytes
            )
        ]
        return plan
    }
}

extension StaffPlanner {
    /// A wallet that is not closed, and its accounts, the main one first.
    func wallet(
        of phone: MSISDN
    ) throws(StaffRefusal) -> (wallet: Wallet, accounts: [Account]) {
        let found: Wallet?
        do throws(WalletFault) {
            found = try service.book.wallet(of: phone)
        } catch {
            throw .ledger("The wallet of \(phone.masked) cannot be read.")
        }
        guard let wallet = found else { throw .unknownWallet(phone.masked) }
        let ids = [wallet.main] + (wallet.body.agent == nil ? [] : [wallet.float])
        let accounts = ids.compactMap(service.store.account)
        guard accounts.count == ids.count else {
            throw .ledger("The wallet of \(phone.masked) lacks an account.")
        }
        if accounts[0].isClosed { throw .walletClosed }
        return (wallet, accounts)
    }

    /// An amount with its currency.
    func money(_ minorUnits: Int64) -> String {
        "\(tariff.currency.code) \(tariff.amount(minorUnits).formatted)"
    }

    /// What an owner is told.
    func notice(_ phone: MSISDN, _ text: String) -> StaffPlan.Notice {
        StaffPlan.Notice(to: phone.digits, text: text)
    }
}
