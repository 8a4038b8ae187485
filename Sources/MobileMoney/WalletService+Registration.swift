// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Ledger

/// Opening wallets from the phone.
extension WalletService {
    /// `register(name, pin, again) -> me`: a wallet of the lowest level, empty.
    func register(_ request: ServiceRequest, _ done: @escaping Completion) {
        do throws(WalletFault) {
            guard let name = request.text(0), let pin = request.secret(1),
                let again = request.secret(2), request.subscriber.country == tariff.country
            else { return done(.unavailable) }
            if let wallet = try book.wallet(of: request.subscriber) {
                let isOurs = try book.result(of: request.key.ledgerKey) != nil
                return done(
                    isOurs
                        ? .ok(try me(wallet, at: request.at))
                        : ServiceResult("already_registered")
                )
            }
            if pin != again { return done(ServiceResult("pins_differ")) }
            if let weak = WeakPIN.judge(pin, of: request.subscriber, rules: tariff.pin) {
                return done(ServiceResult("weak_pin", weak.value))
            }
            verifier.run { self.open(name, pin, request, done) }
        } catch {
            done(.unavailable)
        }
    }

    /// Hashes the PIN and writes the wallet; runs on the worker.
    private func open(
        _ name: String,
        _ pin: Secret,
        _ request: ServiceRequest,
        _ done: @escaping Completion
    ) {
        do {
            let body = Wallet.Body(
                msisdn: request.subscriber.digits,
                name: DisplayName.person(name),
                level: tariff.levels[0].number,
                pin: try verifier.hash(pin)
            )
            let wallet = Wallet(id: request.key.walletID, body: body)
            let command = opening(of: wallet, key: request.key.ledgerKey, at: request.at)
            store.commit(command) { result in
                done(self.outcome(of: result, request))
            }
        } catch {
            done(.unavailable)
        }
    }

    private func outcome(
        of result: Result<LedgerResult, LedgerStoreError>,
        _ request: ServiceRequest
    ) -> ServiceResult {
        guard case .success(let result) = result else { return .unavailable }
        switch result.rejection?.reason {
        case nil: return Self.settled { () throws(WalletFault) in try self.me(request) }
        case .recordChanged: return ServiceResult("already_registered")
        default: return .unavailable
        }
    }

    /// The command that opens a wallet's accounts and writes its documents, all of them new.
    func opening(
        of wallet: Wallet,
        key: IdempotencyKey,
        at now: Instant
    ) -> LedgerCommand {
        let ceiling = tariff.level(wallet.body.level).balance
        var openings = [
            AccountOpening(
                id: wallet.main,
                kind: .liability,
                currency: tariff.currency,
                floor: 0,
                ceiling: ceiling
            )
        ]
        let id = WalletAlias(wallet: wallet.id).recordBytes
        var records = [
            wallet.change,
            RecordChange(
                key: RecordKind.phone.key(wallet.body.msisdn),
                expectedVersion: 0,
                body: id
            ),
        ]
        if let agent = wallet.body.agent, let till = WalletBook.tillNumber(agent.till) {
            openings.append(
                AccountOpening(
                    id: wallet.float,
                    kind: .liability,
                    currency: tariff.currency,
                    floor: 0,
                    ceiling: tariff.greatest
                )
            )
            records.append(
                RecordChange(key: RecordKind.till.key(till), expectedVersion: 0, body: id)
            )
        }
        let dormancy = dormancyOpening(of: wallet.id, at: Timestamp(now))
        return LedgerCommand(
            key: key,
            at: Timestamp(now),
            openings: openings,
            records: records + (dormancy.map { [$0.record] } ?? []),
            work: dormancy.map { [$0.item] } ?? []
        )
    }
}
