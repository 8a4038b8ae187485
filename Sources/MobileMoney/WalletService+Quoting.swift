// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Ledger
import Synchronization

/// What is checked before a fee is shown, and again before it is charged.
extension WalletService {
    /// `quote(kind, payee, amount) -> quote`, or `refused`.
    func quote(_ request: ServiceRequest) throws(WalletFault) -> ServiceResult {
        guard let word = request.text(0), let kind = PaymentKind(rawValue: word),
            case .record(let fields)? = request.argument(1), fields.count == 2,
            case .text(let shown) = fields[0], case .msisdn(let number) = fields[1],
            case .amount(let amount)? = request.argument(2)
        else { return .unavailable }
        let fee = tariff.charge(kind).fee(for: amount)
        guard let payer = try book.wallet(of: request.subscriber) else {
            return Refusal(.accountBlocked).result
        }
        let who = DisplayName.cut(shown, to: DisplayName.partyMax)
        guard let payee = try book.wallet(of: number) else {
            return Refusal(.payeeBlocked, who: who).result
        }
        guard payee.id != payer.id else { return Refusal(.sameParty, who: who).result }
        let payment = Payment(
            kind: kind,
            amount: amount,
            fee: fee,
            payer: payer,
            payee: payee,
            activity: try book.activity(of: payer.id)
        )
        if let refusal = try refusal(of: payment, at: request.at) { return refusal.result }
        let quote = Quote(
            kind: kind,
            amount: amount,
            fee: fee,
            name: payment.payeeName,
            number: number
        )
        let isKept = memory.withLock { memory in
            memory.quotes.keep(
                quote,
                of: request.subscriber,
                at: request.at.milliseconds,
                life: quoteLife
            )
        }
        return isKept ? .ok(quote.value) : .unavailable
    }

    /// Why a payment cannot be made now; nil when it can.
    func refusal(of payment: Payment, at now: Instant) throws(WalletFault) -> Refusal? {
        if let refusal = try partyRefusal(of: payment, at: now) { return refusal }
        let charge = tariff.charge(payment.kind)
        let who = payment.payeeName
        if payment.amount < charge.least {
            return Refusal(
                .belowMinimum,
                needed: max(0, payment.amount),
                limit: charge.least,
                who: who
            )
        }
        if payment.amount > charge.most {
            return Refusal(.aboveMaximum, limit: charge.most, who: who)
        }
        if let refusal = limitRefusal(of: payment, at: now) { return refusal }
        let debit = try existing(payment.debitParty)
        if debit.available < payment.total {
            return Refusal(
                payment.kind == .deposit ? .noFloat : .insufficientFunds,
                needed: payment.total,
                available: debit.available,
                who: who
            )
        }
        let credit = try existing(payment.creditParty)
        let after = credit.balance.saturatingAdd(credit.creditsPending)
            .saturatingAdd(payment.amount)
        if let ceiling = credit.ceiling, after > ceiling {
            return Refusal(.payeeBalanceLimit, who: who)
        }
        return nil
    }

    private func partyRefusal(
        of payment: Payment,
        at now: Instant
    ) throws(WalletFault) -> Refusal? {
        let who = payment.payeeName
        let needsAgent = payment.kind == .withdraw ? payment.payee : payment.payer
        if payment.kind != .send, needsAgent.body.agent == nil {
            return Refusal(.notAgent, who: who)
        }
        let debit = try existing(payment.debitParty)
        if debit.isFrozen || debit.isClosed || payment.payer.body.pin == nil {
            return Refusal(.accountBlocked)
        }
        if payment.payer.waitsForNewPIN { return Refusal(.pinReset) }
        if let until = payment.payer.hold(at: now.milliseconds) {
            return Refusal(.simChanged, who: shortText(until))
        }
        if payment.kind != .deposit, try isAsleep(payment.payer) {
            return Refusal(.accountBlocked)
        }
        let credit = try existing(payment.creditParty)
        return credit.isFrozen || credit.isClosed ? Refusal(.payeeBlocked, who: who) : nil
    }

    /// The day's and month's limits, which an agent's work for customers does not count under.
    private func limitRefusal(of payment: Payment, at now: Instant) -> Refusal? {
        guard payment.kind != .deposit else { return nil }
        let level = tariff.level(payment.payer.body.level)
        let allowance = Allowance(
            level: level,
            totals: payment.activity.totals(at: localTime(now))
        )
        if payment.amount > allowance.day {
            return Refusal(
                .dayLimit,
                needed: payment.amount,
                limit: level.day,
                left: allowance.day,
                who: payment.payeeName
            )
        }
        if payment.amount > allowance.month {
            return Refusal(
                .monthLimit,
                needed: payment.amount,
                limit: level.month,
                left: allowance.month,
                who: payment.payeeName
            )
        }
        return nil
    }
}
