// SPDX-License-Identifier: Apache-2.0
public import Ledger
import Synchronization

/// A store whose process dies at a chosen commit, before it or right after it: from then on
/// nobody gets an answer.
public final class DyingStore: LedgerStore {
    /// When the end comes.
    public enum End: CaseIterable, Sendable {
        /// The command is not done.
        case before
        /// The command is done and nobody is told.
        case after
    }

    private let inner: any LedgerStore
    private let end: End
    private let left: Mutex<Int>

    /// Dies at the commit with this number, counted from 0 over commits and expiries.
    public init(_ inner: any LedgerStore, at commit: Int, _ end: End) {
        self.inner = inner
        self.end = end
        left = Mutex(commit)
    }

    /// Whether the end has come.
    public var isDead: Bool { left.withLock { $0 < 0 } }

    private func next() -> Int {
        left.withLock { left in
            left -= 1
            return left
        }
    }

    /// Commits, or dies.
    public func commit(
        _ command: LedgerCommand,
        completion: @escaping @Sendable (Result<LedgerResult, LedgerStoreError>) -> Void
    ) {
        let next = next()
        if next >= 0 { return inner.commit(command, completion: completion) }
        guard next == -1, end == .after else { return completion(.failure(.closed)) }
        inner.commit(command) { _ in completion(.failure(.closed)) }
    }

    /// Expires, or dies.
    public func expirePending(
        at: Timestamp,
        announce: LedgerCommand.Announcement?,
        completion: @escaping @Sendable (Result<[PostedTransfer], LedgerStoreError>) -> Void
    ) {
        let next = next()
        if next >= 0 {
            return inner.expirePending(at: at, announce: announce, completion: completion)
        }
        guard next == -1, end == .after else { return completion(.failure(.closed)) }
        inner.expirePending(at: at, announce: announce) { _ in completion(.failure(.closed)) }
    }

    /// What the inner store does.
    public func markDelivered(
        _ ids: [Int64],
        completion: @escaping @Sendable (Result<Void, LedgerStoreError>) -> Void
    ) {
        inner.markDelivered(ids, completion: completion)
    }

    /// What the inner store has.
    public func account(_ id: AccountID) -> Account? { inner.account(id) }
    /// What the inner store has.
    public func accounts() -> [Account] { inner.accounts() }
    /// What the inner store has.
    public func record(_ key: RecordKey) -> Record? { inner.record(key) }
    /// What the inner store has.
    public func records(kind: UInt16) -> [Record] { inner.records(kind: kind) }

    /// What the inner store has.
    public func statement(of account: AccountID, since: Timestamp?, limit: Int)
        throws(LedgerStoreError) -> [PostedTransfer]
    {
        try inner.statement(of: account, since: since, limit: limit)
    }

    /// What the inner store has.
    public func transfers(since: TransferID, limit: Int)
        throws(LedgerStoreError) -> [PostedTransfer]
    {
        try inner.transfers(since: since, limit: limit)
    }

    /// What the inner store has.
    public func notes(since: Int64, limit: Int) throws(LedgerStoreError) -> [JournalNote] {
        try inner.notes(since: since, limit: limit)
    }

    /// What the inner store has.
    public func followUps(of original: TransferID) throws(LedgerStoreError) -> [PostedTransfer] {
        try inner.followUps(of: original)
    }

    /// What the inner store has.
    public func statement(of account: AccountID, before cursor: StatementCursor?, limit: Int)
        throws(LedgerStoreError) -> StatementPage
    {
        try inner.statement(of: account, before: cursor, limit: limit)
    }

    /// What the inner store has.
    public func balance(of account: AccountID, at moment: Timestamp)
        throws(LedgerStoreError) -> Int64?
    {
        try inner.balance(of: account, at: moment)
    }

    /// What the inner store does.
    public func seal(
        day: String,
        key: SealingKey,
        completion: @escaping @Sendable (Result<SignedHead, LedgerStoreError>) -> Void
    ) {
        inner.seal(day: day, key: key, completion: completion)
    }

    /// What the inner store has.
    public func heads() throws(LedgerStoreError) -> [SignedHead] { try inner.heads() }

    /// What the inner store finds.
    public func verify(publicKey: SealPublicKey, kept: [SignedHead])
        throws(LedgerStoreError) -> LedgerAudit
    {
        try inner.verify(publicKey: publicKey, kept: kept)
    }

    /// What the inner store has.
    public func result(of key: IdempotencyKey) throws(LedgerStoreError) -> LedgerResult? {
        try inner.result(of: key)
    }

    /// What the inner store has.
    public func undeliveredMessages(limit: Int) throws(LedgerStoreError) -> [OutboxMessage] {
        try inner.undeliveredMessages(limit: limit)
    }

    /// What the inner store has.
    public func messages(to msisdn: UInt64, limit: Int)
        throws(LedgerStoreError) -> [OutboxMessage]
    {
        try inner.messages(to: msisdn, limit: limit)
    }

    /// What the inner store has.
    public func dueWork(at moment: Timestamp, limit: Int) throws(LedgerStoreError) -> [WorkItem] {
        try inner.dueWork(at: moment, limit: limit)
    }

    /// Names who is told of the inner store's messages.
    public func setMessageListener(_ listener: (@Sendable ([OutboxMessage]) -> Void)?) {
        inner.setMessageListener(listener)
    }

    /// What the inner store finds.
    public func invariantViolations() -> [InvariantViolation] { inner.invariantViolations() }
    /// What the inner store finds.
    public func verify() throws(LedgerStoreError) -> LedgerAudit { try inner.verify() }
    /// Leaves the inner store open, as a process does that is killed.
    public func close() {}
}
