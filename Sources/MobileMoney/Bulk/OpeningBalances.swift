// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway
public import Ledger

/// Brings opening balances into the ledger, a line at a time, so that the same file run again
/// brings nothing in twice.
///
/// Wallets are set up without a PIN. A programme is opened when it is new and gets its money from
/// the operator's cash; under another name of the batch it gets more.
public struct OpeningBalances: Sendable {
    let lines: [OpeningLine]
    let service: WalletService
    let keys: BulkKeys

    /// Prepares an import.
    ///
    /// - Parameters:
    ///   - lines: all balances of the file.
    ///   - title: the name of the import, which tells one deposit to a programme from the next.
    ///   - service: the wallets.
    /// - Throws: ``BulkProblem`` when the name cannot be used.
    public init(
        _ lines: [OpeningLine],
        title: String,
        service: WalletService
    ) throws(BulkProblem) {
        guard 1...BulkLimits.nameBytesMax ~= title.utf8.count else { throw .badName }
        self.lines = lines
        self.service = service
        keys = BulkKeys(batch: title)
    }

    /// The sum of all lines with the agents' floats, in minor units.
    public var total: Int64 {
        lines.reduce(0) { sum, line in
            guard case .wallet(let opening) = line.party else {
                return sum.saturatingAdd(line.amount)
            }
            return sum.saturatingAdd(line.amount).saturatingAdd(opening.agent?.float ?? 0)
        }
    }

    /// What would become of every line now; nothing is written.
    ///
    /// - Parameter report: told each line; one to be done as `done` at the beginning of time.
    /// - Returns: the counts.
    /// - Throws: ``BulkProblem`` when the ledger cannot be read, or what `report` throws.
    public func forecast(
        _ report: (OpeningLine, BulkOutcome) throws -> Void
    ) throws -> BulkPayments.Tally {
        var tally = BulkPayments.Tally()
        for line in lines {
            let outcome = try known(line) ?? .done("", Timestamp(milliseconds: 0))
            tally.count(outcome, line.amount)
            try report(line, outcome)
        }
        return tally
    }

    /// Brings in what is not yet there.
    ///
    /// - Parameters:
    ///   - now: gives the time of each commit.
    ///   - report: told each line with its outcome, in order, after it is durable.
    /// - Returns: what became of the lines.
    /// - Throws: ``BulkProblem`` when it must stop, or what `report` throws; the same file goes on
    ///   from there.
    public func run(
        now: @Sendable () -> Timestamp,
        _ report: (OpeningLine, BulkOutcome) throws -> Void
    ) async throws -> BulkPayments.Tally {
        var tally = BulkPayments.Tally()
        try await openBooks(at: now())
        for start in stride(from: 0, to: lines.count, by: BulkLimits.commandsAtOnce) {
            let window = lines[start..<min(start + BulkLimits.commandsAtOnce, lines.count)]
            let at = now()
            let outcomes = await InOrder.all(window) { line, done in bring(line, at: at, done) }
            var problem: BulkProblem?
            for (line, outcome) in zip(window, outcomes) {
                switch outcome {
                case .success(let outcome):
                    tally.count(outcome, line.amount)
                    try report(line, outcome)
                case .failure(let error): problem = problem ?? error
                }
            }
            if let problem { throw problem }
        }
        return tally
    }

    private func openBooks(at now: Timestamp) async throws(BulkProblem) {
        do throws(ProvisioningError) {
            try await service.provision([], at: Instant(milliseconds: now.milliseconds))
        } catch {
            throw .ledger(error.description)
        }
    }

    /// What the ledger says of a line that was done before or cannot be; nil when it can be done.
    private func known(_ line: OpeningLine) throws(BulkProblem) -> BulkOutcome? {
        do throws(WalletFault) {
            switch line.party {
            case .programme(let name):
                guard let programme = Programme(name) else { return .refused(.declined) }
                let result = try service.book.result(of: keys.opening(programme))
                return result.map { outcome(of: $0, amounts: [line.amount]) }
            case .wallet(let opening):
                let key = ServiceKey(high: 0, low: opening.msisdn.digits).ledgerKey("provision")
                let amounts = [opening.openingBalance, opening.agent?.float ?? 0]
                if let result = try service.book.result(of: key), result.rejection == nil {
                    return outcome(of: result, amounts: amounts.filter { $0 > 0 })
                }
                let wallet = try service.book.wallet(of: opening.msisdn)
                return wallet == nil ? nil : .refused(.duplicate)
            }
        } catch {
            throw BulkProblem(error)
        }
    }

    private func outcome(of result: LedgerResult, amounts: [Int64]) -> BulkOutcome {
        if let rejection = result.rejection { return .refused(BulkRejection(rejection.reason)) }
        guard result.transfers.map(\.amount.minorUnits) == amounts else {
            return .refused(.duplicate)
        }
        let at = result.transfers.first?.at ?? Timestamp(milliseconds: 0)
        return .skipped(result.transfers.first?.reference ?? "", at)
    }

    private func bring(
        _ line: OpeningLine,
        at now: Timestamp,
        _ done: @escaping @Sendable (Result<BulkOutcome, BulkProblem>) -> Void
    ) {
        do throws(BulkProblem) {
            if let outcome = try known(line) { return done(.success(outcome)) }
        } catch {
            return done(.failure(error))
        }
        switch line.party {
        case .programme(let name): fund(name, line.amount, at: now, done)
        case .wallet(let opening):
            let moment = Instant(milliseconds: now.milliseconds)
            service.provision([opening], at: moment) { result in
                switch result {
                case .success: done(.success(.done("", now)))
                case .failure(.ledger(let words)): done(.failure(.ledger(words)))
                case .failure(let error): done(.success(.failed(error.description)))
                }
            }
        }
    }

    /// Opens a programme where it is new, and pays the amount from cash into its account.
    private func fund(
        _ name: String,
        _ amount: Int64,
        at now: Timestamp,
        _ done: @escaping @Sendable (Result<BulkOutcome, BulkProblem>) -> Void
    ) {
        guard let programme = Programme(name) else { return done(.success(.refused(.declined))) }
        let isNew = service.store.account(programme.account) == nil
        let transfer = Transfer(
            debit: ChartOfAccounts.cash,
            credit: programme.account,
            amount: service.tariff.amount(amount),
            code: .opening
        )
        let command = LedgerCommand(
            key: keys.opening(programme),
            at: now,
            openings: isNew ? [programme.opening(service.tariff.currency)] : [],
            transfers: [transfer],
            records: isNew ? [programme.record] : []
        )
        service.store.commit(command) { result in
            switch result {
            case .failure(let error): done(.failure(.ledger(error.description)))
            case .success(let result):
                let reason = result.rejection?.reason
                done(.success(reason.map { .refused(BulkRejection($0)) } ?? .done("", now)))
            }
        }
    }
}
