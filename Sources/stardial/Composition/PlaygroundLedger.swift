// SPDX-License-Identifier: Apache-2.0
import Ledger
import Synchronization

/// A ledger in memory that a tester may throw away and begin anew.
final class PlaygroundLedger: LedgerStore {
    private let current = Mutex(State())

    /// A struct, because a closure alone in a mutex is wrapped again at every reading.
    private struct State {
        var store = MemoryLedgerStore()
        var listener: Listener?
    }

    private struct Listener {
        var tell: @Sendable ([OutboxMessage]) -> Void
    }

    private var store: MemoryLedgerStore { current.withLock { $0.store } }

    /// Begins with an empty ledger; commands on their way still end in the one before.
    func reset() {
        let (store, listener) = current.withLock { state in
            state.store = MemoryLedgerStore()
            return (state.store, state.listener)
        }
        store.setMessageListener(listener?.tell)
    }

    func commit(
        _ command: LedgerCommand,
        completion: @escaping @Sendable (Result<LedgerResult, LedgerStoreError>) -> Void
    ) {
        store.commit(command, completion: completion)
    }

    func expirePending(
        at moment: Timestamp,
        announce: LedgerCommand.Announcement?,
        completion: @escaping @Sendable (Result<[PostedTransfer], LedgerStoreError>) -> Void
    ) {
        store.expirePending(at: moment, announce: announce, completion: completion)
    }

    func markDelivered(
        _ ids: [Int64],
        completion: @escaping @Sendable (Result<Void, LedgerStoreError>) -> Void
    ) {
        store.markDelivered(ids, completion: completion)
    }

    func account(_ id: AccountID) -> Account? { store.account(id) }

    func accounts() -> [Account] { store.accounts() }

    func record(_ key: RecordKey) -> Record? { store.record(key) }

    func records(kind: UInt16) -> [Record] { store.records(kind: kind) }

    func statement(of account: AccountID, since: Timestamp?, limit: Int)
        throws(LedgerStoreError) -> [PostedTransfer]
    {
        store.statement(of: account, since: since, limit: limit)
    }

    func transfers(since: TransferID, limit: Int) throws(LedgerStoreError) -> [PostedTransfer] {
        store.transfers(since: since, limit: limit)
    }

    func notes(since: Int64, limit: Int) throws(LedgerStoreError) -> [JournalNote] {
        store.notes(since: since, limit: limit)
    }

    func followUps(of original: TransferID) throws(LedgerStoreError) -> [PostedTransfer] {
        store.followUps(of: original)
    }

    func statement(of account: AccountID, before cursor: StatementCursor?, limit: Int)
        throws(LedgerStoreError) -> StatementPage
    {
        try store.statement(of: account, before: cursor, limit: limit)
    }

    func balance(of account: AccountID, at moment: Timestamp) throws(LedgerStoreError) -> Int64? {
        store.balance(of: account, at: moment)
    }

    func seal(
        day: String,
        key: SealingKey,
        completion: @escaping @Sendable (Result<SignedHead, LedgerStoreError>) -> Void
    ) {
        store.seal(day: day, key: key, completion: completion)
    }

    func heads() throws(LedgerStoreError) -> [SignedHead] { store.heads() }

    func verify(publicKey: SealPublicKey, kept: [SignedHead]) throws(LedgerStoreError)
        -> LedgerAudit
    {
        store.verify(publicKey: publicKey, kept: kept)
    }

    func result(of key: IdempotencyKey) throws(LedgerStoreError) -> LedgerResult? {
        store.result(of: key)
    }

    func undeliveredMessages(limit: Int) throws(LedgerStoreError) -> [OutboxMessage] {
        store.undeliveredMessages(limit: limit)
    }

    func messages(to msisdn: UInt64, limit: Int) throws(LedgerStoreError) -> [OutboxMessage] {
        store.messages(to: msisdn, limit: limit)
    }

    func dueWork(at moment: Timestamp, limit: Int) throws(LedgerStoreError) -> [WorkItem] {
        store.dueWork(at: moment, limit: limit)
    }

    func setMessageListener(_ listener: (@Sendable ([OutboxMessage]) -> Void)?) {
        current.withLock { $0.listener = listener.map { Listener(tell: $0) } }
        store.setMessageListener(listener)
    }

    func invariantViolations() -> [InvariantViolation] { store.invariantViolations() }

    func verify() throws(LedgerStoreError) -> LedgerAudit { store.verify() }

    func close() { store.close() }
}
