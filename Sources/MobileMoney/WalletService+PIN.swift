// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Ledger

/// Checking and changing PINs.
extension WalletService {
    /// Checks a PIN on the worker and goes on, or counts it as wrong before it is answered.
    func verify(
        _ pin: Secret,
        of wallet: Wallet,
        _ request: ServiceRequest,
        _ done: @escaping Completion,
        whenRight next: @escaping @Sendable () -> Void
    ) {
        guard let hash = wallet.body.pin else { return done(Refusal(.accountBlocked).result) }
        verifier.run {
            guard let isRight = try? self.verifier.isRight(pin, for: hash) else {
                return done(.unavailable)
            }
            if isRight { next() } else { self.count(wallet, request, attempt: 0, done) }
        }
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
    func changePIN(_ request: ServiceRequest, _ done: @escaping Completion) {
        do throws(WalletFault) {
            if try book.result(of: request.key.ledgerKey("change_pin")) != nil {
                return done(.ok())
            }
            guard let pin = request.secret(0), let new = request.secret(1),
                let again = request.secret(2),
                let wallet = try book.wallet(of: request.subscriber), wallet.body.pin != nil
            else { return done(.unavailable) }
            if try book.result(of: request.key.ledgerKey) != nil {
                return done(pinOutcome(of: wallet, at: request.at))
            }
            if let until = wallet.lock(at: request.at.milliseconds) {
                return done(locked(until: until))
            }
            verify(pin, of: wallet, request, done) {
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
