// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway
public import Ledger

extension BulkPayments {
    /// What is to be done with a line.
    enum Decision {
        case settled(BulkOutcome)
        /// The number needs a wallet first.
        case open
        case pay(Disbursement)
    }

    /// Pays what is not yet paid of an approved batch, and completes it.
    ///
    /// Before the first line the programme must have what all lines that are left need. Lines are
    /// told in their order, each after it is durable. A batch whose file was changed pays
    /// nothing: lines that were paid before are told as skipped, or as refused when they changed.
    ///
    /// - Parameters:
    ///   - now: gives the time of each commit.
    ///   - report: told each line with its outcome.
    /// - Returns: the batch, and what became of its lines in this run.
    /// - Throws: ``BulkProblem`` when it must stop, or what `report` throws; the lines told as done
    ///   were paid, and the same file goes on from there.
    public func pay(
        now: @Sendable () -> Timestamp,
        _ report: (PaymentLine, BulkOutcome) throws -> Void
    ) async throws -> (batch: BulkBatch, tally: Tally) {
        guard var batch = try batch(), batch.state != .created else {
            throw BulkProblem.notCreated
        }
        var tally = Tally()
        let isSame = batch.digest == BulkBatch.digest(of: lines)
        let pays = isSame && batch.state == .approved
        if pays { try checkMoney(for: try forecast { _, _ in }.doneAmount) }
        var window: [Disbursement] = []
        func tell(_ line: PaymentLine, _ outcome: BulkOutcome) throws {
            tally.count(outcome, line.amount)
            try report(line, outcome)
        }
        for line in lines {
            var decision = try decide(line, planned: [:])
            if pays, needsRoom(decision, line, in: window) {
                try await flush(&window, now, tell)
                decision = try decide(line, planned: [:])
            }
            if pays, case .open = decision { decision = try await open(line, at: now()) }
            switch decision {
            case .settled(let outcome):
                try await flush(&window, now, tell)
                try tell(line, outcome)
            case .open: try tell(line, .refused(.identifier))
            case .pay(let payment):
                guard pays else {
                    try tell(line, .refused(.declined))
                    continue
                }
                try checkMoney(for: line.amount)
                window.append(payment)
            }
        }
        try await flush(&window, now, tell)
        guard isSame else { throw BulkProblem.otherContents(batch.title) }
        guard pays else { return (batch, tally) }
        batch.state = .completed
        batch.completedAt = now()
        batch.completedCount = tally.done + tally.skipped
        batch.rejectionCount = tally.refused
        return (try await keep(batch, at: now()), tally)
    }

    /// What is to be done with a line, when some receivers will have been paid more by then.
    func decide(_ line: PaymentLine, planned: [AccountID: Int64]) throws(BulkProblem) -> Decision {
        do throws(WalletFault) {
            if let result = try service.book.result(of: keys.payment(line)) {
                return .settled(settled(line, result))
            }
            guard let payee = try service.book.wallet(of: line.msisdn) else {
                let opens = opensWallets && !line.name.isEmpty
                return opens ? .open : .settled(.refused(.identifier))
            }
            let account = try service.existing(payee.main)
            if account.isFrozen || account.isClosed { return .settled(.refused(.state)) }
            let after = account.balance.saturatingAdd(account.creditsPending)
                .saturatingAdd(planned[account.id] ?? 0).saturatingAdd(line.amount)
            if let ceiling = account.ceiling, after > ceiling {
                return .settled(.refused(.maximumBalance))
            }
            return .pay(
                Disbursement(
                    line: line,
                    programme: programme,
                    payee: payee,
                    keys: keys,
                    tariff: service.tariff,
                    language: service.language(of: line.msisdn)
                )
            )
        } catch {
            throw BulkProblem(error)
        }
    }

    /// What the ledger keeps of a line that it knows.
    private func settled(_ line: PaymentLine, _ result: LedgerResult) -> BulkOutcome {
        if let rejection = result.rejection { return .refused(BulkRejection(rejection.reason)) }
        guard let row = result.transfers.first,
            Disbursement.isPaid(
                line,
                by: row,
                programme: programme,
                keys: keys,
                tariff: service.tariff
            )
        else { return .refused(.duplicate) }
        return .skipped(row.reference, row.at)
    }

    /// Whether what waits must be paid first: it is much, is for the same receiver, or takes the
    /// money that the line needs.
    private func needsRoom(
        _ decision: Decision,
        _ line: PaymentLine,
        in window: [Disbursement]
    ) -> Bool {
        guard case .pay = decision, !window.isEmpty else { return false }
        let waiting = window.reduce(line.amount) { $0.saturatingAdd($1.line.amount) }
        return window.count >= BulkLimits.commandsAtOnce || waiting > available
            || window.contains { $0.line.msisdn == line.msisdn }
    }

    private func checkMoney(for amount: Int64) throws(BulkProblem) {
        guard amount > available else { return }
        throw .shortOfMoney(
            programme: programme.name,
            needed: service.tariff.amount(amount),
            available: service.tariff.amount(available)
        )
    }

    /// Opens a wallet of the lowest level for a line's number, then decides again.
    private func open(
        _ line: PaymentLine,
        at now: Timestamp
    ) async throws(BulkProblem) -> Decision {
        let opening = WalletOpening(
            name: line.name,
            msisdn: line.msisdn,
            level: service.tariff.levels[0].number
        )
        do throws(ProvisioningError) {
            try await service.provision([opening], at: Instant(milliseconds: now.milliseconds))
        } catch {
            throw .ledger(error.description)
        }
        return try decide(line, planned: [:])
    }

    /// Pays what waits, all at once, and tells each line in its order.
    private func flush(
        _ window: inout [Disbursement],
        _ now: @Sendable () -> Timestamp,
        _ tell: (PaymentLine, BulkOutcome) throws -> Void
    ) async throws {
        guard !window.isEmpty else { return }
        let payments = window
        window = []
        let at = now()
        let outcomes = await InOrder.all(payments) { payment, done in
            self.pay(payment, attempt: 0, at: at, done)
        }
        var problem: BulkProblem?
        for (payment, outcome) in zip(payments, outcomes) {
            switch outcome {
            case .success(let outcome): try tell(payment.line, outcome)
            case .failure(let error): problem = problem ?? error
            }
        }
        if let problem { throw problem }
    }

    /// Pays one line; a receipt number that is taken is drawn anew.
    private func pay(
        _ payment: Disbursement,
        attempt: UInt8,
        at now: Timestamp,
        _ done: @escaping @Sendable (Result<BulkOutcome, BulkProblem>) -> Void
    ) {
        service.store.commit(payment.command(attempt: attempt, at: now)) { result in
            switch result {
            case .failure(let error): done(.failure(.ledger(error.description)))
            case .success(let result):
                guard let reason = result.rejection?.reason else {
                    return done(.success(.done(result.transfers.first?.reference ?? "", now)))
                }
                guard reason == .recordChanged, attempt < Disbursement.attemptsMax else {
                    return done(.success(.refused(BulkRejection(reason))))
                }
                pay(payment, attempt: attempt + 1, at: now, done)
            }
        }
    }
}
