// SPDX-License-Identifier: Apache-2.0
import Ledger
import Synchronization

/// A ledger in memory that fails where a test says.
final class FaultyStore: LedgerStore {
    /// What goes wrong with the next commits.
    enum Fault: Sendable {
        /// Nothing is written, and this is told.
        case refuse(LedgerStoreError)
        /// It is written, and this is told.
        case loseAnswer(LedgerStoreError)
        /// It is written, this is told, and nothing can be read any more.
        case loseAnswerAndReads(LedgerStoreError)
        /// Another writer changed a document first; nothing is written.
        case changeRecordFirst
    }

    let inner = MemoryLedgerStore()
    private let faults = Mutex<[Fault]>([])
    private let cannotRead = Mutex(false)
    private let commits = Mutex(0)

    func fail(_ faults: [Fault]) { self.faults.withLock { $0 = faults } }
    func failReads(_ fails: Bool) { cannotRead.withLock { $0 = fails } }
    var commitCount: Int { commits.withLock { $0 } }

    func commit(
        _ command: LedgerCommand,
        completion: @escaping @Sendable (Result<LedgerResult, LedgerStoreError>) -> Void
    ) {
        commits.withLock { $0 += 1 }
        switch faults.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) {
        case nil:
            inner.commit(command, completion: completion)
        case .refuse(let error):
            completion(.failure(error))
        case .loseAnswer(let error):
            inner.commit(command) { _ in completion(.failure(error)) }
        case .loseAnswerAndReads(let error):
            failReads(true)
            inner.commit(command) { _ in completion(.failure(error)) }
        case .changeRecordFirst:
            completion(.success(LedgerResult(.rejected(LedgerRejection(.recordChanged)))))
        }
    }

    func expirePending(
        at: Timestamp,
        announce: LedgerCommand.Announcement?,
        completion: @escaping @Sendable (Result<[PostedTransfer], LedgerStoreError>) -> Void
    ) {
        inner.expirePending(at: at, announce: announce, completion: completion)
    }

    func markDelivered(
        _ ids: [Int64],
        completion: @escaping @Sendable (Result<Void, LedgerStoreError>) -> Void
    ) {
        inner.markDelivered(ids, completion: completion)
    }

    func account(_ id: AccountID) -> Account? { inner.account(id) }
    func accounts() -> [Account] { inner.accounts() }
    func record(_ key: RecordKey) -> Record? { inner.record(key) }
    func records(kind: UInt16) -> [Record] { inner.records(kind: kind) }

    func statement(
        of account: AccountID,
        since: Timestamp?,
        limit: Int
    ) throws(LedgerStoreError) -> [PostedTransfer] {
        try readable()
        return inner.statement(of: account, since: since, limit: limit)
    }

    func transfers(since: TransferID, limit: Int) throws(LedgerStoreError) -> [PostedTransfer] {
        inner.transfers(since: since, limit: limit)
    }

    func notes(since: Int64, limit: Int) throws(LedgerStoreError) -> [JournalNote] {
        inner.notes(since: since, limit: limit)
    }

    func followUps(of original: TransferID) throws(LedgerStoreError) -> [PostedTransfer] {
        inner.followUps(of: original)
    }

    func statement(of account: AccountID, before cursor: StatementCursor?, limit: Int)
        throws(LedgerStoreError) -> StatementPage
    {
        try inner.statement(of: account, before: cursor, limit: limit)
    }

    func balance(of account: AccountID, at moment: Timestamp) throws(LedgerStoreError) -> Int64? {
        inner.balance(of: account, at: moment)
    }

    func seal(
        day: String,
        key: SealingKey,
        completion: @escaping @Sendable (Result<SignedHead, LedgerStoreError>) -> Void
    ) {
        inner.seal(day: day, key: key, completion: completion)
    }

    func heads() throws(LedgerStoreError) -> [SignedHead] { inner.heads() }

    func verify(publicKey: SealPublicKey, kept: [SignedHead]) throws(LedgerStoreError)
        -> LedgerAudit
    {
        inner.verify(publicKey: publicKey, kept: kept)
    }

    func result(of key: IdempotencyKey) throws(LedgerStoreError) -> LedgerResult? {
        try readable()
        return inner.result(of: key)
    }

    func undeliveredMessages(limit: Int) throws(LedgerStoreError) -> [OutboxMessage] {
        inner.undeliveredMessages(limit: limit)
    }

    func messages(to msisdn: UInt64, limit: Int) throws(LedgerStoreError) -> [OutboxMessage] {
        inner.messages(to: msisdn, limit: limit)
    }

    func dueWork(at moment: Timestamp, limit: Int) throws(LedgerStoreError) -> [WorkItem] {
        try readable()
        return inner.dueWork(at: moment, limit: limit)
    }

    func setMessageListener(_ listener: (@Sendable ([OutboxMessage]) -> Void)?) {
        inner.setMessageListener(listener)
    }

    func invariantViolations() -> [InvariantViolation] { inner.invariantViolations() }
    func verify() throws(LedgerStoreError) -> LedgerAudit { inner.verify() }
    func close() { inner.close() }

    private func readable() throws(LedgerStoreError) {
        if cannotRead.withLock({ $0 }) { throw .io(code: 5, message: "cannot read") }
    }
}
