// SPDX-License-Identifier: Apache-2.0
import Synchronization

/// A ledger that lives as long as the process: for tests, transcripts and trainers.
///
/// Completions are called on the caller's thread before the call returns.
public final class MemoryLedgerStore: LedgerStore {
    let committing = Mutex(())
    let contents: Mutex<MemoryLedger>
    private let limits: LedgerLimits
    /// Accounts that one command moves: both parties' and those of fee and taxes.
    private static let accountsExpected = 6

    /// Begins an empty ledger.
    public init(limits: LedgerLimits = LedgerLimits()) {
        self.limits = limits
        contents = Mutex(MemoryLedger())
    }

    private init(_ contents: MemoryLedger, limits: LedgerLimits) {
        self.limits = limits
        self.contents = Mutex(contents)
    }

    /// Another ledger that begins with all that this one holds; nobody listens to it yet.
    public func copy() -> MemoryLedgerStore {
        var copied = contents.withLock { $0 }
        copied.listener = nil
        return MemoryLedgerStore(copied, limits: limits)
    }

    /// Does all of a command or nothing, and tells before it returns.
    public func commit(
        _ command: LedgerCommand,
        completion: @escaping @Sendable (Result<LedgerResult, LedgerStoreError>) -> Void
    ) {
        let fingerprint = command.fingerprint
        let (result, messages) = committing.withLock { _ in
            if let seen = seen(command.key, fingerprint) { return (seen, [OutboxMessage]()) }
            let (verdict, changes) = evaluate { batch in
                (try? batch.judge(command, past: self))
                    ?? .failure(LedgerRejection(.pendingNotFound))
            }
            return contents.withLock { contents in
                guard !contents.isClosed else { return (.failure(.closed), []) }
                return (
                    .success(
                        contents.keep(verdict, changes, key: command.key, fingerprint: fingerprint)
                    ),
                    (try? verdict.get().messages) ?? []
                )
            }
        }
        tell(messages)
        completion(result)
    }

    /// Lets go every hold whose time is over, and tells before it returns.
    public func expirePending(
        at moment: Timestamp,
        announce: LedgerCommand.Announcement?,
        completion: @escaping @Sendable (Result<[PostedTransfer], LedgerStoreError>) -> Void
    ) {
        let rows: LedgerRows? = committing.withLock { _ in
            let (rows, changes) = evaluate { $0.expire(at: moment, announce: announce) }
            return contents.withLock { contents in
                guard !contents.isClosed else { return nil }
                contents.keep(rows, changes)
                return rows
            }
        }
        tell(rows?.messages ?? [])
        completion(rows.map { .success($0.transfers) } ?? .failure(.closed))
    }

    /// Marks messages as delivered, and tells before it returns.
    public func markDelivered(
        _ ids: [Int64],
        completion: @escaping @Sendable (Result<Void, LedgerStoreError>) -> Void
    ) {
        let isClosed = contents.withLock { contents in
            if !contents.isClosed { contents.undelivered.subtract(ids) }
            return contents.isClosed
        }
        completion(isClosed ? .failure(.closed) : .success(()))
    }

    /// The account as it stands, or nil.
    public func account(_ id: AccountID) -> Account? {
        contents.withLock { $0.state.account(id) }
    }

    /// Every account, by number.
    public func accounts() -> [Account] { state.accounts }

    /// The document as it stands, or nil.
    public func record(_ key: RecordKey) -> Record? {
        contents.withLock { $0.state.record(key) }
    }

    /// Every document of a kind, by number.
    public func records(kind: UInt16) -> [Record] { state.records(kind: kind) }

    /// The newest transfers of an account, newest first, none older than a moment.
    public func statement(of id: AccountID, since: Timestamp?, limit: Int) -> [PostedTransfer] {
        contents.withLock { contents in
            var rows: [PostedTransfer] = []
            var next = contents.state.account(id)?.lastTransfer
            while rows.count < limit, let row = next.flatMap(contents.transfer) {
                if let since, row.at < since { break }
                rows.append(row)
                next = row.previous(of: id)
            }
            return rows
        }
    }

    /// Transfers with numbers after the given one, oldest first.
    public func transfers(since id: TransferID, limit: Int) -> [PostedTransfer] {
        contents.withLock { contents in
            let first = Int(clamping: max(0, id.rawValue))
            return Array(contents.transfers.dropFirst(first).prefix(max(0, limit)))
        }
    }

    /// The result a key got, or nil when it never was used.
    public func result(of key: IdempotencyKey) -> LedgerResult? {
        contents.withLock { $0.results[key]?.result }
    }

    /// Messages not yet marked as delivered, oldest first.
    public func undeliveredMessages(limit: Int) -> [OutboxMessage] {
        contents.withLock { contents in
            contents.undelivered.sorted().prefix(max(0, limit)).compactMap(contents.message)
        }
    }

    /// The newest messages to an MSISDN, newest first.
    public func messages(to msisdn: UInt64, limit: Int) -> [OutboxMessage] {
        contents.withLock { contents in
            Array(
                contents.messages.reversed().lazy.filter { $0.to == msisdn }.prefix(max(0, limit))
            )
        }
    }

    /// Work that is due by a moment and not done, by moment and then by number.
    public func dueWork(at moment: Timestamp, limit: Int) -> [WorkItem] {
        contents.withLock { $0.work.due(at: moment, limit: limit) }
    }

    /// Names who is told of new messages after each commit.
    public func setMessageListener(_ listener: (@Sendable ([OutboxMessage]) -> Void)?) {
        contents.withLock { $0.listener = listener }
    }

    /// What must always hold and does not.
    public func invariantViolations() -> [InvariantViolation] { state.invariantViolations() }

    /// Does every sum and every hash of the chain again.
    public func verify() -> LedgerAudit {
        audit(LedgerAuditor())
    }

    /// Refuses whatever comes later.
    public func close() {
        contents.withLock { $0.isClosed = true }
    }

    var state: LedgerState { contents.withLock { $0.state } }

    private func seen(
        _ key: IdempotencyKey,
        _ fingerprint: UInt64
    ) -> Result<LedgerResult, LedgerStoreError>? {
        contents.withLock { contents in
            if contents.isClosed { return .failure(.closed) }
            guard let kept = contents.results[key] else { return nil }
            guard kept.fingerprint == fingerprint else {
                return .success(LedgerResult(.rejected(LedgerRejection(.keyReused))))
            }
            return .success(kept.result)
        }
    }

    /// Judges over a copy of the state that is gone when this returns, so merging copies nothing.
    private func evaluate<Verdict>(
        _ judge: (inout LedgerBatch) -> Verdict
    ) -> (Verdict, LedgerChanges) {
        var batch = LedgerBatch(
            over: state,
            limits: limits,
            accountsExpected: Self.accountsExpected
        )
        let verdict = judge(&batch)
        return (verdict, batch.changes)
    }

    private func tell(_ messages: [OutboxMessage]) {
        guard !messages.isEmpty else { return }
        contents.withLock { $0.listener }?(messages)
    }
}
