// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Ledger

/// What is answered at once, from what the ledger has committed.
extension WalletService {
    /// `me() -> me`, or `unregistered`, or `pin_reset` until a new PIN is chosen.
    func me(_ request: ServiceRequest) throws(WalletFault) -> ServiceResult {
        guard let wallet = try book.wallet(of: request.subscriber) else {
            return ServiceResult("unregistered")
        }
        if wallet.waitsForNewPIN { return ServiceResult("pin_reset") }
        return .ok(try me(wallet, at: request.at))
    }

    /// The contract's record `me`.
    func me(_ wallet: Wallet, at now: Instant) throws(WalletFault) -> Value {
        let account = try existing(wallet.main)
        let level = tariff.level(wallet.body.level)
        let counters = try book.activity(of: wallet.id).body.counters
        let time = localTime(now)
        let allowance = min(
            level.out.left(after: counters.totals(at: time)),
            level.send.left(after: counters.totals(of: .send, at: time))
        )
        let isOpen = !account.isFrozen && !account.isClosed
        let sendable = tariff.send.greatest(
            payableFrom: account.available,
            cap: isOpen ? allowance : 0,
            after: counters.usage(of: .send, at: time)
        )
        let agent = wallet.body.agent
        let float = agent == nil ? 0 : try existing(wallet.float).available
        return .record([
            .text(wallet.body.name), .amount(account.available), .amount(sendable),
            .number(Int64(level.number)), .flag(agent != nil), .text(agent?.till ?? ""),
            .text(agent?.business ?? ""), .amount(float),
        ])
    }

    /// `may_pay()`, or `refused` when she cannot pay anybody anything: told before she is asked
    /// for a receiver and an amount; or `unregistered` or `pin_reset` as of `me`.
    func mayPay(_ request: ServiceRequest) throws(WalletFault) -> ServiceResult {
        guard let wallet = try book.wallet(of: request.subscriber) else {
            return ServiceResult("unregistered")
        }
        if wallet.waitsForNewPIN { return ServiceResult("pin_reset") }
        let account = try existing(wallet.main)
        if let refusal = payerRefusal(of: wallet, paying: account, at: request.at) {
            return refusal.result
        }
        return try isAsleep(wallet) ? Refusal(.accountBlocked).result : .ok()
    }

    /// `may_deposit()`, or `refused` when the agent can put no cash in for anybody: told before the
    /// customer counts it out; or `unregistered` or `pin_reset` as of `me`.
    func mayDeposit(_ request: ServiceRequest) throws(WalletFault) -> ServiceResult {
        guard let wallet = try book.wallet(of: request.subscriber) else {
            return ServiceResult("unregistered")
        }
        if wallet.waitsForNewPIN { return ServiceResult("pin_reset") }
        guard wallet.body.agent != nil else { return Refusal(.notAgent).result }
        let float = try existing(wallet.float)
        return payerRefusal(of: wallet, paying: float, at: request.at)?.result ?? .ok()
    }

    /// `payee(number: msisdn) -> payee`, or `not_found`, or `is_self`.
    func payee(_ request: ServiceRequest) throws(WalletFault) -> ServiceResult {
        guard case .msisdn(let number)? = request.argument(0) else { return .unavailable }
        if number == request.subscriber { return ServiceResult("is_self") }
        guard let wallet = try book.wallet(of: number) else { return ServiceResult("not_found") }
        return .ok(.record([.text(wallet.body.name), .msisdn(number)]))
    }

    /// `agent(till: text) -> payee`, or `not_found`.
    func agent(_ request: ServiceRequest) throws(WalletFault) -> ServiceResult {
        guard let till = request.text(0) else { return .unavailable }
        guard let wallet = try book.agent(till: till), let number = wallet.msisdn else {
            return ServiceResult("not_found")
        }
        return .ok(.record([.text(wallet.partyName), .msisdn(number)]))
    }
}
