// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Ledger
import Synchronization

/// The operations that move money.
extension WalletService {
    /// How often a payment is judged again because another change came between.
    private static let attemptsMax: UInt8 = 16

    /// `send`, `withdraw` and `deposit`: the PIN, every check once more, then one command.
    func pay(
        _ kind: PaymentKind,
        _ request: ServiceRequest,
        _ done: @escaping Completion
    ) {
        do throws(WalletFault) {
            if let earlier = try book.result(of: request.key.ledgerKey) {
                return done(try outcome(of: earlier, kind, request))
            }
            guard let pin = request.secret(1) else { return done(.unavailable) }
            let found = try book.wallet(of: request.subscriber)
            guard let wallet = found, wallet.body.pin != nil else {
                return verify(pin, of: found, request, done) { _ in done(.unavailable) }
            }
            let quote = memory.withLock { memory in
                memory.quotes.find(
                    request.argument(0),
                    of: request.subscriber,
                    at: request.at.milliseconds,
                    life: quoteLife
                )
            }
            if let until = wallet.lock(at: request.at.milliseconds) {
                return done(locked(until: until))
            }
            if wallet.waitsForNewPIN { return done(Refusal(.pinReset).result) }
            guard let quote, quote.kind == kind else {
                return done(Refusal(.quoteExpired).result)
            }
            verify(pin, of: wallet, request, done) { renewed in
                let hash = renewed.map { PINRenewal(old: wallet.body.pin, new: $0) }
                self.post(Attempt(quote: quote, renewal: hash), request, done)
            }
        } catch {
            done(isDoubtful(request.key) ? .unsure : .unavailable)
        }
    }

    /// One try at a payment whose PIN was right.
    private struct Attempt: Sendable {
        let quote: Quote
        /// The hash to be kept from now on, when the kept one is out of date.
        let renewal: PINRenewal?
        /// Counted from 0.
        var number: UInt8 = 0
    }

    private func post(
        _ attempt: Attempt,
        _ request: ServiceRequest,
        _ done: @escaping Completion
    ) {
        let quote = attempt.quote
        do throws(WalletFault) {
            guard let payer = try book.wallet(of: request.subscriber),
                let payee = try book.wallet(of: quote.number), payer.id != payee.id
            else { return done(Refusal(.payeeBlocked, who: quote.name).result) }
            let payment = try payment(
                quote.kind,
                quote.amount,
                cost: quote.cost,
                from: payer,
                to: payee,
                at: request.at,
                renewal: attempt.renewal
            )
            if let refusal = try refusal(of: payment, at: request.at) {
                return done(refusal.result)
            }
            let command = try payment.command(
                key: request.key,
                attempt: attempt.number,
                at: request.at.milliseconds,
                tariff: tariff,
                language: { self.language(of: $0) }
            )
            store.commit(command) { result in
                self.conclude(result, attempt, request, done)
            }
        } catch {
            done(.unavailable)
        }
    }

    private func conclude(
        _ result: Result<LedgerResult, LedgerStoreError>,
        _ attempt: Attempt,
        _ request: ServiceRequest,
        _ done: @escaping Completion
    ) {
        let quote = attempt.quote
        switch result {
        case .failure(let error):
            done(afterFailure(error, quote.kind, request))
        case .success(let result) where result.rejection?.reason == .recordChanged:
            guard attempt.number < Self.attemptsMax else { return done(.unavailable) }
            var next = attempt
            next.number += 1
            post(next, request, done)
        case .success(let result):
            if result.rejection == nil {
                memory.withLock { $0.quotes.spend(quote, of: request.subscriber) }
            }
            done(
                Self.settled { () throws(WalletFault) in
                    try self.outcome(of: result, quote.kind, request)
                }
            )
        }
    }

    /// What to say when the store failed: it tells for sure that nothing was written, but for a
    /// disk or connection that broke on the way, where the ledger itself is asked once more.
    private func afterFailure(
        _ error: LedgerStoreError,
        _ kind: PaymentKind,
        _ request: ServiceRequest
    ) -> ServiceResult {
        switch error {
        case .io, .inDoubt: break
        default: return .unavailable
        }
        do throws(WalletFault) {
            guard let result = try book.result(of: request.key.ledgerKey) else {
                return .unavailable
            }
            return try outcome(of: result, kind, request)
        } catch {
            return .unsure
        }
    }

    private func isDoubtful(_ key: ServiceKey) -> Bool {
        memory.withLock { memory in
            memory.doubtful.contains(key) || memory.doubtful.count >= Memory.doubtfulMax
        }
    }

    /// The outcome that the ledger's result of a payment's key stands for, now or long after.
    private func outcome(
        of result: LedgerResult,
        _ kind: PaymentKind,
        _ request: ServiceRequest
    ) throws(WalletFault) -> ServiceResult {
        if let rejection = result.rejection {
            return try outcome(of: rejection.reason, kind, request)
        }
        guard let wallet = try book.wallet(of: request.subscriber) else { return .unavailable }
        guard let payment = PostedPayment(result.transfers) else {
            return pinOutcome(of: wallet, at: request.at)
        }
        return .ok(try receipt(of: payment))
    }

    /// The outcome of the ledger's own refusal, with the numbers as they stand now.
    ///
    /// A key that the ledger knows from a payment is that payment's: it only came with another
    /// time or another try's documents.
    private func outcome(
        of rejection: TransferRejection,
        _ kind: PaymentKind,
        _ request: ServiceRequest
    ) throws(WalletFault) -> ServiceResult {
        if rejection == .keyReused {
            guard let first = try book.result(of: request.key.ledgerKey),
                first.rejection?.reason != .keyReused
            else { return .unavailable }
            return try outcome(of: first, kind, request)
        }
        var refusal = Refusal(Refusal.Reason(rejection, kind: kind) ?? .serviceDown)
        if case .record(let quote)? = request.argument(0), quote.count == Quote.fieldCount,
            case .amount(let total) = quote[2], case .text(let name) = quote[3],
            let payer = try book.wallet(of: request.subscriber)
        {
            refusal.needed = total
            refusal.available =
                try existing(kind == .deposit ? payer.float : payer.main).available
            refusal.who = DisplayName.cut(name, to: DisplayName.partyMax)
        }
        return refusal.result
    }

    /// The contract's record `receipt`, as the payer sees it.
    private func receipt(of payment: PostedPayment) throws(WalletFault) -> Value {
        guard let (id, isFloat) = ChartOfAccounts.wallet(of: payment.creditParty),
            let payee = try book.wallet(id), let number = payee.msisdn
        else { throw .unreadable(.wallet) }
        let paid = payment.paid(by: payment.debitParty)
        return .record([
            .text(payment.transactionReference), .amount(payment.amount), .amount(paid.fee),
            .amount(payment.balance(of: payment.debitParty) ?? 0),
            .text(isFloat ? payee.partyName : payee.body.name), .msisdn(number),
            moment(payment.at), .amount(payment.commission), .amount(paid.tax),
        ])
    }

    /// Day, month and time of milliseconds since 1970.
    func shortText(_ milliseconds: Int64) -> String {
        LocalTime(milliseconds: milliseconds, offsetMinutes: tariff.utcOffsetMinutes).shortText
    }

    /// A moment as the contract's records have it.
    func moment(_ milliseconds: Int64) -> Value {
        localTime(Instant(milliseconds: milliseconds)).value
    }
}
