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
        guard let payer = try book.wallet(of: request.subscriber) else {
            return Refusal(.accountBlocked).result
        }
        let who = DisplayName.cut(shown, to: DisplayName.partyMax)
        guard let payee = try book.wallet(of: number) else {
            return Refusal(.payeeBlocked, who: who).result
        }
        guard payee.id != payer.id else { return Refusal(.sameParty, who: who).result }
        let payment = try payment(kind, amount, from: payer, to: payee, at: request.at)
        if let refusal = try refusal(of: payment, at: request.at) { return refusal.result }
        let quote = Quote(
            kind: kind,
            amount: amount,
            cost: payment.cost,
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

    /// A payment as the ledger's documents stand, at a quoted cost or at that of now.
    func payment(
        _ kind: PaymentKind,
        _ amount: Int64,
        cost quoted: Cost? = nil,
        from payer: Wallet,
        to payee: Wallet,
        at now: Instant,
        renewal: PINRenewal? = nil
    ) throws(WalletFault) -> Payment {
        let activity = try book.activity(of: payer.id)
        let income = tariff.countsIncome(of: kind) ? try book.income(of: payee.id) : nil
        let counters = kind == .deposit ? income?.body.counters : activity.body.counters
        let usage = counters?.usage(of: kind, at: localTime(now)) ?? Usage()
        return Payment(
            kind: kind,
            amount: amount,
            cost: quoted ?? tariff.charge(kind).cost(of: amount, after: usage),
            payer: payer,
            payee: payee,
            activity: activity,
            income: income,
            renewal: renewal
        )
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
        let toll = payment.cost.receiver.total
        if toll > payment.amount {
            return Refusal(.belowMinimum, needed: payment.amount, limit: toll, who: who)
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
        if isAboveIncome(payment, at: now) { return Refusal(.payeeLimit, who: who) }
        let credit = try existing(payment.creditParty)
        let after = credit.balance.saturatingAdd(credit.creditsPending)
            .saturatingAdd(payment.amount)
        if let ceiling = credit.ceiling, after > ceiling {
            return Refusal(.payeeBalanceLimit, who: who)
        }
        return nil
    }

    /// Why somebody cannot pay out of an account whatever it is and whoever is paid; nil when she
    /// can.
    func payerRefusal(
        of payer: Wallet,
        paying debit: Account,
        at now: Instant
    ) -> Refusal? {
        if debit.isFrozen || debit.isClosed || payer.body.pin == nil {
            return Refusal(.accountBlocked)
        }
        if payer.waitsForNewPIN { return Refusal(.pinReset) }
        return payer.hold(at: now.milliseconds).map {
            Refusal(.simChanged, who: shortText($0))
        }
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
        if let refusal = payerRefusal(of: payment.payer, paying: debit, at: now) {
            return refusal
        }
        if payment.kind != .deposit, try isAsleep(payment.payer) {
            return Refusal(.accountBlocked)
        }
        let credit = try existing(payment.creditParty)
        return credit.isFrozen || credit.isClosed ? Refusal(.payeeBlocked, who: who) : nil
    }

    /// The limits of what goes out, which an agent's work for customers does not count under.
    private func limitRefusal(of payment: Payment, at now: Instant) -> Refusal? {
        guard payment.kind != .deposit else { return nil }
        let level = tariff.level(payment.payer.body.level)
        let counters = payment.activity.body.counters
        let time = localTime(now)
        let breach =
            level.limits(of: payment.kind).breach(
                paying: payment.amount,
                after: counters.totals(of: payment.kind, at: time)
            ) ?? level.out.breach(paying: payment.amount, after: counters.totals(at: time))
        return breach.map { Refusal($0, paying: payment.amount, to: payment.payeeName) }
    }

    /// Whether the payee's level does not let in as much, or as often.
    private func isAboveIncome(_ payment: Payment, at now: Instant) -> Bool {
        guard let counters = payment.income?.body.counters else { return false }
        let level = tariff.level(payment.payee.body.level)
        let time = localTime(now)
        let all = counters.totals(at: time)
        let own = counters.totals(of: payment.kind, at: time)
        return level.into.breach(paying: payment.amount, after: all) != nil
            || payment.kind == .deposit
                && level.deposit.breach(paying: payment.amount, after: own) != nil
    }
}
