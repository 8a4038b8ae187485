// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Ledger
import Synchronization

/// Checking and changing PINs.
extension WalletService {
    /// Checks a PIN on the worker and goes on, or counts it as wrong before it is answered.
    ///
    /// Without a wallet, or without a PIN on it, the same work is done before it is refused, so
    /// that the time of the answer tells nobody which numbers have one.
    func verify(
        _ pin: Secret,
        of wallet: Wallet?,
        _ request: ServiceRequest,
        _ done: @escaping Completion,
        whenRight next: @escaping @Sendable (PINHash?) -> Void
    ) {
        guard takesPIN(of: request.subscriber, at: request.at) else {
            return done(Refusal(.tooOften).result)
        }
        verifier.run {
            guard let verdict = try? self.verifier.judge(pin, for: wallet?.body.pin) else {
                return done(.unavailable)
            }
            guard let wallet, wallet.body.pin != nil else {
                return done(Refusal(.accountBlocked).result)
            }
            switch verdict {
            case .right(let renewed): next(renewed)
            case .wrong: self.count(wallet, request, attempt: 0, done)
            }
        }
    }

    /// Counts an entry of a PIN, right or wrong; false when the phone made too many.
    private func takesPIN(of subscriber: MSISDN, at now: Instant) -> Bool {
        memory.withLock { $0.pinEntries.take(subscriber, at: now, most: tariff.rates.pins) }
    }

    /// The outcome of a PIN that was wrong, as the wallet stands after it.
    func pinOutcome(of wallet: Wallet, at now: Instant) -> ServiceResult {
        if let until = wallet.lock(at: now.milliseconds) { return locked(until: until) }
        let left = max(0, tariff.pin.tries - wallet.body.wrongTries)
        return ServiceResult("wrong_pin", .number(Int64(left)))
    }

    /// `locked` with the moment the lock ends.
    func locked(until: Int64) -> ServiceResult {
        ServiceResult("locked", moment(until))
    }

    /// Writes a wrong try under the call's own key, so that a doubled call counts once.
    private func count(
        _ wallet: Wallet,
        _ request: ServiceRequest,
        attempt: Int,
        _ done: @escaping Completion
    ) {
        let next = wallet.afterWrongPIN(at: request.at.milliseconds, rules: tariff.pin)
        let command = LedgerCommand(
            key: request.key.ledgerKey,
            at: Timestamp(request.at),
            records: [next.change]
        )
        store.commit(command) { result in
            guard case .success(let result) = result else { return done(.unavailable) }
            switch result.rejection?.reason {
            case nil:
                done(self.pinOutcome(of: next, at: request.at))
            case .recordChanged where attempt < 4:
                guard let wallet = try? self.book.wallet(of: request.subscriber) else {
                    return done(.unavailable)
                }
                self.count(wallet, request, attempt: attempt + 1, done)
            default:
                done(.unavailable)
            }
        }
    }

    /// `change_pin(pin, new, again)`: the old PIN first, so that nothing is learnt without it.
    ///
    /// After staff reset the PIN, `pin` is the one-time code she was given.
    func changePIN(_ request: ServiceRequest, _ done: @escaping Completion) {
        do throws(WalletFault) {
            if try book.result(of: request.key.ledgerKey("change_pin")) != nil {
                return done(.ok())
            }
            guard let pin = request.secret(0), let new = request.secret(1),
                let again = request.secret(2)
            else { return done(.unavailable) }
            let found = try book.wallet(of: request.subscriber)
            guard let wallet = found, wallet.body.pin != nil else {
                return verify(pin, of: found, request, done) { _ in done(.unavailable) }
            }
            if try book.result(of: request.key.ledgerKey) != nil {
                return done(pinOutcome(of: wallet, at: request.at))
            }
            if let until = wallet.lock(at: request.at.milliseconds) {
                return done(locked(until: until))
            }
            if wallet.waitsForNewPIN, wallet.body.codeUntil <= request.at.milliseconds {
                return done(Refusal(.codeExpired).result)
            }
            verify(pin, of: wallet, request, done) { _ in
                if new != again { return done(ServiceResult("pins_differ")) }
                let weak = WeakPIN.judge(new, of: request.subscriber, rules: self.tariff.pin)
                if let weak = weak ?? (new == pin ? .old : nil) {
                    return done(ServiceResult("weak_pin", weak.value))
                }
                self.replacePIN(of: wallet, with: new, request, done)
            }
        } catch {
            done(.unavailable)
        }
    }

    /// Hashes and writes a new PIN; runs on the worker.
    private func replacePIN(
        of wallet: Wallet,
        with new: Secret,
        _ request: ServiceRequest,
        _ done: @escaping Completion
    ) {
        var next = wallet.afterRightPIN()
        guard let hash = try? verifier.hash(new) else { return done(.unavailable) }
        next.body.pin = hash
        next.body.codeUntil = 0
        let command = LedgerCommand(
            key: request.key.ledgerKey("change_pin"),
            at: Timestamp(request.at),
            records: [next.change]
        )
        store.commit(command) { result in
            guard case .success(let result) = result, result.rejection == nil else {
                return done(.unavailable)
            }
            done(.ok())
        }
    }
}
