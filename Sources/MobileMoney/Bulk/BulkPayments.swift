// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway
public import Ledger

/// Pays a programme's batch, a line at a time, so that the same file run again pays nothing twice.
///
/// A batch is created by somebody, approved by somebody else, and then paid until each line is
/// paid or refused. Each payment is one command whose key follows from the batch and the line's
/// number; the line's contents are in its receipt number. Whoever was stopped anywhere runs the
/// same file again.
///
/// ```swift
/// let payments = try BulkPayments(
///     file.lines, title: "relief-2026-11", programme: "RELIEF", service: service)
/// try await payments.create(by: "ann", at: now)
/// try await payments.approve(by: "ben", at: now)
/// let (batch, tally) = try await payments.pay(now: clock) { line, outcome in … }
/// ```
public struct BulkPayments: Sendable {
    let lines: [PaymentLine]
    let service: WalletService
    let programme: Programme
    let keys: BulkKeys
    /// Whether a line with a name opens a wallet of the lowest level where the number has none.
    public var opensWallets = false

    /// What became of the lines, or would.
    public struct Tally: Hashable, Sendable {
        /// Lines done now, and their sum in minor units.
        public internal(set) var done = 0
        /// The sum of the lines done now, in minor units.
        public internal(set) var doneAmount: Int64 = 0
        /// Lines done before.
        public internal(set) var skipped = 0
        /// Lines refused.
        public internal(set) var refused = 0

        mutating func count(_ outcome: BulkOutcome, _ amount: Int64) {
            switch outcome {
            case .done:
                done += 1
                doneAmount = doneAmount.saturatingAdd(amount)
            case .skipped: skipped += 1
            case .refused, .failed: refused += 1
            }
        }
    }

    /// Prepares a batch.
    ///
    /// - Parameters:
    ///   - lines: all payments of the file.
    ///   - title: the name of the batch, for ever.
    ///   - programme: who pays.
    ///   - service: the wallets.
    /// - Throws: ``BulkProblem`` when a name cannot be used or the programme has no account.
    public init(
        _ lines: [PaymentLine],
        title: String,
        programme: String,
        service: WalletService
    ) throws(BulkProblem) {
        guard 1...BulkLimits.nameBytesMax ~= title.utf8.count else { throw .badName }
        guard let known = Programme(programme), service.store.account(known.account) != nil else {
            throw .noProgramme(programme)
        }
        self.lines = lines
        self.service = service
        self.programme = known
        keys = BulkKeys(batch: title)
    }

    /// Who pays, as messages and books show it.
    public var payer: String { programme.name }

    /// How many lines there are.
    public var count: Int { lines.count }

    /// The sum of all lines, in minor units.
    public var total: Int64 { lines.reduce(0) { $0.saturatingAdd($1.amount) } }

    /// What the programme has, in minor units.
    public var available: Int64 { service.store.account(programme.account)?.available ?? 0 }

    /// The batch as it stands; nil when it was never created.
    ///
    /// - Throws: ``BulkProblem`` when it cannot be read or belongs to another programme.
    public func batch() throws(BulkProblem) -> BulkBatch? {
        let batch: BulkBatch?
        do throws(WalletFault) {
            batch = try BulkBatch.read(keys, in: service.store)
        } catch {
            throw BulkProblem(error)
        }
        if let batch, batch.programme != programme.name { throw .otherProgramme(batch.programme) }
        return batch
    }

    /// What would become of every line now; nothing is written.
    ///
    /// - Parameter report: told each line with its outcome; one that would be paid as `done` with
    ///   an empty receipt number at the beginning of time.
    /// - Returns: the counts.
    /// - Throws: ``BulkProblem`` when the ledger cannot be read, or what `report` throws.
    public func forecast(
        _ report: (PaymentLine, BulkOutcome) throws -> Void
    ) throws -> Tally {
        var tally = Tally()
        var planned: [AccountID: Int64] = [:]
        let isOver = try batch()?.state == .completed
        for line in lines {
            let outcome: BulkOutcome
            switch try decide(line, planned: planned) {
            case .settled(let settled): outcome = settled
            case .open, .pay:
                outcome = isOver ? .refused(.declined) : .done("", .init(milliseconds: 0))
            }
            if case .done = outcome, let account = service.account(of: line.msisdn) {
                planned[account, default: 0] = (planned[account] ?? 0).saturatingAdd(line.amount)
            }
            tally.count(outcome, line.amount)
            try report(line, outcome)
        }
        return tally
    }

    /// Keeps the batch in the ledger as created; does nothing when it is there with these lines.
    ///
    /// - Parameters:
    ///   - name: who creates it.
    ///   - now: when.
    /// - Returns: the batch.
    /// - Throws: ``BulkProblem``; then nothing was changed.
    @discardableResult
    public func create(by name: String, at now: Timestamp) async throws(BulkProblem) -> BulkBatch {
        let digest = BulkBatch.digest(of: lines)
        if let batch = try batch() {
            guard batch.digest == digest else { throw .otherContents(batch.title) }
            return batch
        }
        guard 1...BulkLimits.nameBytesMax ~= name.utf8.count else { throw .badName }
        let batch = BulkBatch(
            title: keys.batch,
            programme: programme.name,
            state: .created,
            count: lines.count,
            total: total,
            createdBy: name,
            createdAt: now,
            digest: digest
        )
        return try await keep(batch, at: now)
    }

    /// Approves the batch; when it is approved already, does nothing.
    ///
    /// - Parameters:
    ///   - name: who approves it, and not who created it.
    ///   - now: when.
    /// - Returns: the batch.
    /// - Throws: ``BulkProblem``; then nothing was changed.
    @discardableResult
    public func approve(by name: String, at now: Timestamp) async throws(BulkProblem) -> BulkBatch {
        guard var batch = try batch() else { throw .notCreated }
        guard batch.state == .created else { return batch }
        guard batch.digest == BulkBatch.digest(of: lines) else {
            throw .otherContents(batch.title)
        }
        guard 1...BulkLimits.nameBytesMax ~= name.utf8.count else { throw .badName }
        guard name.lowercased() != batch.createdBy.lowercased() else { throw .sameApprover(name) }
        batch.state = .approved
        batch.approvedBy = name
        batch.approvedAt = now
        return try await keep(batch, at: now)
    }

    /// Writes the batch over the version that was read, and who did it into the chain.
    func keep(_ batch: BulkBatch, at now: Timestamp) async throws(BulkProblem) -> BulkBatch {
        do throws(LedgerStoreError) {
            var command = batch.command(at: now)
            command.audit = [batch.audit(service.tariff)]
            let result = try await service.store.commit(command)
            if let reason = result.rejection?.reason {
                throw LedgerStoreError.foreign("the batch was not kept (\(reason.rawValue))")
            }
        } catch {
            throw .ledger(error.description)
        }
        var kept = batch
        kept.version += 1
        return kept
    }
}
