// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
public import Gateway
import Ledger
import Synchronization

/// Setting up the books and wallets that are there before anybody dials.
extension WalletService {
    /// Opens the operator's accounts where they are missing; to be called on every start.
    ///
    /// On the in-memory ledger the completion has run when this returns.
    public func openBooks(
        at now: Instant,
        completion: @escaping @Sendable (Result<Void, ProvisioningError>) -> Void
    ) {
        let all = ChartOfAccounts.operatorOpenings(tariff.currency)
        let missing = all.filter { store.account($0.id) == nil }
        guard !missing.isEmpty else { return completion(.success(())) }
        let command = LedgerCommand(
            key: ServiceKey(high: 0, low: 0).ledgerKey(
                missing.count == all.count ? "books" : "books \(missing.map(\.id.rawValue))"
            ),
            at: Timestamp(now),
            openings: missing
        )
        store.commit(command) { completion(Self.provisioned($0, or: nil)) }
    }

    /// Sets up wallets whose phone numbers have none yet; the others are left as they are.
    ///
    /// PINs are hashed on the worker. On the in-memory ledger with a worker that runs at once the
    /// completion has run when this returns. The first error is reported; wallets without one are
    /// set up all the same.
    ///
    /// - Parameters:
    ///   - wallets: what to set up.
    ///   - now: when.
    ///   - completion: called once.
    public func provision(
        _ wallets: [WalletOpening],
        at now: Instant,
        completion: @escaping @Sendable (Result<Void, ProvisioningError>) -> Void
    ) {
        openBooks(at: now) { result in
            guard case .success = result, !wallets.isEmpty else { return completion(result) }
            let tally = Tally(wallets.count, completion)
            self.verifier.run {
                for wallet in wallets { self.provision(wallet, at: now, tally.count) }
            }
        }
    }

    /// Sets up wallets and waits until that is durable.
    ///
    /// - Throws: the first ``ProvisioningError``.
    public func provision(
        _ wallets: [WalletOpening],
        at now: Instant
    ) async throws(ProvisioningError) {
        try await withCheckedContinuation { continuation in
            provision(wallets, at: now) { continuation.resume(returning: $0) }
        }.get()
    }

    private func provision(
        _ opening: WalletOpening,
        at now: Instant,
        _ done: @escaping @Sendable (Result<Void, ProvisioningError>) -> Void
    ) {
        do throws(ProvisioningError) {
            let exists: Bool
            do throws(WalletFault) {
                exists = try book.wallet(of: opening.msisdn) != nil
            } catch {
                throw .failed(opening.msisdn)
            }
            if exists { return done(.success(())) }
            let command = try command(for: opening, at: now)
            let till = opening.agent?.till
            store.commit(command) { done(Self.provisioned($0, or: till)) }
        } catch {
            done(.failure(error))
        }
    }

    private func command(
        for opening: WalletOpening,
        at now: Instant
    ) throws(ProvisioningError) -> LedgerCommand {
        try check(opening)
        let key = ServiceKey(high: 0, low: opening.msisdn.digits)
        do {
            let agent = opening.agent.map {
                Wallet.Agent(till: $0.till, business: DisplayName.person($0.businessName))
            }
            let body = Wallet.Body(
                msisdn: opening.msisdn.digits,
                name: DisplayName.person(opening.name),
                level: opening.level,
                agent: agent,
                pin: try opening.pin.map(verifier.hash)
            )
            let wallet = Wallet(id: key.walletID, body: body)
            var command = self.opening(
                of: wallet,
                key: key.ledgerKey("provision"),
                at: now
            )
            let amounts = [
                (wallet.main, opening.openingBalance), (wallet.float, opening.agent?.float ?? 0),
            ]
            command.transfers = amounts.filter { $0.1 > 0 }.map { account, units in
                Transfer(
                    debit: ChartOfAccounts.cash,
                    credit: account,
                    amount: tariff.amount(units),
                    code: .opening
                )
            }
            return command
        } catch {
            throw .failed(opening.msisdn)
        }
    }

    private func check(_ opening: WalletOpening) throws(ProvisioningError) {
        guard opening.msisdn.country == tariff.country else {
            throw .foreignNumber(opening.msisdn)
        }
        guard let level = tariff.levels.first(where: { $0.number == opening.level }) else {
            throw .unknownLevel(opening.level)
        }
        guard 0...level.balance ~= opening.openingBalance else {
            throw .balanceOutOfRange(opening.msisdn)
        }
        guard let agent = opening.agent else { return }
        guard WalletBook.tillNumber(agent.till) != nil, !agent.till.hasPrefix("0") else {
            throw .badTill(agent.till)
        }
        guard 0...tariff.greatest ~= agent.float else {
            throw .balanceOutOfRange(opening.msisdn)
        }
    }

    private static func provisioned(
        _ result: Result<LedgerResult, LedgerStoreError>,
        or till: String?
    ) -> Result<Void, ProvisioningError> {
        switch result {
        case .failure(let error):
            return .failure(.ledger(error.description))
        case .success(let result):
            guard let rejection = result.rejection else { return .success(()) }
            if rejection.reason == .recordChanged, let till { return .failure(.tillTaken(till)) }
            return .failure(
                .ledger(
                    "The ledger refused the opening (\(rejection.reason.rawValue)). "
                        + "Nothing was set up. Check that the ledger belongs to this service."
                )
            )
        }
    }
}

/// Counts answers and gives the first error, or success, when the last one came.
private final class Tally: Sendable {
    private let state: Mutex<(left: Int, first: ProvisioningError?)>
    private let completion: @Sendable (Result<Void, ProvisioningError>) -> Void

    init(
        _ left: Int,
        _ completion: @escaping @Sendable (Result<Void, ProvisioningError>) -> Void
    ) {
        state = Mutex((left, nil))
        self.completion = completion
    }

    @Sendable func count(_ result: Result<Void, ProvisioningError>) {
        let outcome = state.withLock { state -> Result<Void, ProvisioningError>? in
            if case .failure(let error) = result { state.first = state.first ?? error }
            state.left -= 1
            guard state.left == 0 else { return nil }
            return state.first.map { .failure($0) } ?? .success(())
        }
        if let outcome { completion(outcome) }
    }
}
