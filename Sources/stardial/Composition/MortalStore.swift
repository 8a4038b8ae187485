// SPDX-License-Identifier: Apache-2.0
import Gateway
import Ledger
import Synchronization
import Transcripts

/// The ledger as one process of a scene sees it; what it stands on outlives the process.
///
/// Counts the commits and the messages, and dies at one of them when asked to: from then on nothing
/// is committed, and nobody gets an answer or a message through it.
final class MortalStore: LedgerStore {
    private let inner: any LedgerStore
    private let faults: FaultBook?
    private let state: Mutex<State>

    fileprivate struct State {
        var marks: [CommitMark]
        /// How often something was written, and what was broken at a number of writes.
        var writes = 0
        var audit: (writes: Int, found: [InvariantViolation])?
        var lastMessage: Int64
        var death: Death?
        /// What was handed over, and the message behind which the process dies so many times.
        var handovers: [Handover] = []
        var lastHandover: (message: Int64, times: Int)?
        var listener: Listener?
        /// Whether nothing is noted any more as delivered.
        var notesNothing = false
        var isDead = false
        var dying: Dying?
    }

    fileprivate struct Listener {
        var tell: @Sendable ([OutboxMessage]) -> Void
    }

    fileprivate struct Death {
        var commit: Int
        var end: CommitEnd
    }

    /// A struct, because a closure alone in a mutex is wrapped again at every reading.
    fileprivate struct Dying {
        var tell: @Sendable () -> Void
    }

    /// - Parameters:
    ///   - inner: what keeps everything.
    ///   - faults: what is made to go wrong; nil for nothing.
    ///   - former: the process before, whose commits and messages count on; nil for none.
    init(
        _ inner: any LedgerStore,
        faults: FaultBook? = nil,
        after former: MortalStore? = nil
    ) {
        self.inner = inner
        self.faults = faults
        state = Mutex(former?.state.withLock(\.ofNextProcess) ?? State(marks: [], lastMessage: 0))
    }

    /// What each commit left.
    var marks: [CommitMark] { state.withLock { $0.marks } }

    var isDead: Bool { state.withLock { $0.isDead } }

    /// Dies at the commit with this place in ``marks``.
    func die(atCommit number: Int, _ end: CommitEnd) {
        state.withLock { $0.death = Death(commit: number, end: end) }
    }

    /// What was handed over.
    var handovers: [Handover] { state.withLock { $0.handovers } }

    /// Dies behind the message with this number, and so do processes after it.
    func die(afterMessage message: Int64, times: Int) {
        state.withLock { $0.lastHandover = (message, times) }
    }

    /// Hands over what a process before this one committed and did not note as delivered.
    func handOverLeftovers() throws(LedgerStoreError) {
        let left = try inner.undeliveredMessages(limit: .max)
        if let listener = state.withLock({ $0.listener }) { handOver(left, to: listener) }
    }

    /// Hands messages over, up to the one behind which the process dies, if there is one.
    private func handOver(_ messages: [OutboxMessage], to listener: Listener) {
        guard !messages.isEmpty, !isDead else { return }
        let last = messages.firstIndex { message in
            let isStruck = faults?.handOver() ?? false
            return state.withLock { $0.handOver(message.id) } || isStruck
        }
        guard let last else { return listener.tell(messages) }
        state.withLock { $0.notesNothing = true }
        listener.tell(Array(messages[...last]))
        die()
    }

    /// Dies now.
    func die() {
        let dying = state.withLock { state in
            state.isDead = true
            return state.dying
        }
        dying?.tell()
    }

    /// Sets who is told when the process dies.
    func setDeathListener(_ tell: @escaping @Sendable () -> Void) {
        state.withLock { $0.dying = Dying(tell: tell) }
    }

    func commit(
        _ command: LedgerCommand,
        completion: @escaping @Sendable (Result<LedgerResult, LedgerStoreError>) -> Void
    ) {
        let (isDead, planned) = state.withLock { state -> (Bool, CommitEnd?) in
            guard let death = state.death, death.commit == state.marks.count else {
                return (state.isDead, nil)
            }
            state.death = nil
            return (state.isDead, death.end)
        }
        guard !isDead else { return completion(.failure(.closed)) }
        let struck = faults?.commit()
        let end = planned ?? struck
        if end != nil { die() }
        if end == .before {
            state.withLock { $0.mark(movements: 0) }
            return completion(.failure(.closed))
        }
        state.withLock { $0.writes += 1 }
        inner.commit(command) { result in
            let done = try? result.get()
            let moved = done.map { !$0.replayed && !$0.transfers.isEmpty } ?? false
            self.state.withLock { $0.mark(movements: moved ? 1 : 0) }
            // Whoever died here, or when its messages were handed over, tells nobody.
            completion(self.isDead ? .failure(.closed) : result)
        }
    }

    func setMessageListener(_ listener: (@Sendable ([OutboxMessage]) -> Void)?) {
        let held = listener.map { Listener(tell: $0) }
        state.withLock { $0.listener = held }
        guard let held else { return inner.setMessageListener(nil) }
        inner.setMessageListener { messages in
            self.state.withLock { state in
                state.lastMessage = max(state.lastMessage, messages.last?.id ?? 0)
            }
            self.handOver(messages, to: held)
        }
    }

    func expirePending(
        at moment: Timestamp,
        announce: LedgerCommand.Announcement?,
        completion: @escaping @Sendable (Result<[PostedTransfer], LedgerStoreError>) -> Void
    ) {
        guard !isDead else { return completion(.failure(.closed)) }
        inner.expirePending(at: moment, announce: announce) { result in
            if (try? result.get().isEmpty) != true { self.state.withLock { $0.writes += 1 } }
            completion(result)
        }
    }

    func markDelivered(
        _ ids: [Int64],
        completion: @escaping @Sendable (Result<Void, LedgerStoreError>) -> Void
    ) {
        let isNoted = state.withLock { !$0.isDead && !$0.notesNothing }
        guard isNoted else { return completion(.failure(.closed)) }
        inner.markDelivered(ids, completion: completion)
    }

    func seal(
        day: String,
        key: SealingKey,
        completion: @escaping @Sendable (Result<SignedHead, LedgerStoreError>) -> Void
    ) {
        guard !isDead else { return completion(.failure(.closed)) }
        inner.seal(day: day, key: key, completion: completion)
    }

    func account(_ id: AccountID) -> Account? { inner.account(id) }

    func accounts() -> [Account] { inner.accounts() }

    func record(_ key: RecordKey) -> Record? { inner.record(key) }

    func records(kind: UInt16) -> [Record] { inner.records(kind: kind) }

    func statement(of account: AccountID, since: Timestamp?, limit: Int)
        throws(LedgerStoreError) -> [PostedTransfer]
    {
        try inner.statement(of: account, since: since, limit: limit)
    }

    func transfers(since: TransferID, limit: Int) throws(LedgerStoreError) -> [PostedTransfer] {
        try inner.transfers(since: since, limit: limit)
    }

    func notes(since: Int64, limit: Int) throws(LedgerStoreError) -> [JournalNote] {
        try inner.notes(since: since, limit: limit)
    }

    func followUps(of original: TransferID) throws(LedgerStoreError) -> [PostedTransfer] {
        try inner.followUps(of: original)
    }

    func statement(of account: AccountID, before cursor: StatementCursor?, limit: Int)
        throws(LedgerStoreError) -> StatementPage
    {
        try inner.statement(of: account, before: cursor, limit: limit)
    }

    func balance(of account: AccountID, at moment: Timestamp) throws(LedgerStoreError) -> Int64? {
        try inner.balance(of: account, at: moment)
    }

    func heads() throws(LedgerStoreError) -> [SignedHead] { try inner.heads() }

    func verify(publicKey: SealPublicKey, kept: [SignedHead]) throws(LedgerStoreError)
        -> LedgerAudit
    {
        try inner.verify(publicKey: publicKey, kept: kept)
    }

    func result(of key: IdempotencyKey) throws(LedgerStoreError) -> LedgerResult? {
        try inner.result(of: key)
    }

    func undeliveredMessages(limit: Int) throws(LedgerStoreError) -> [OutboxMessage] {
        try inner.undeliveredMessages(limit: limit)
    }

    func messages(to msisdn: UInt64, limit: Int) throws(LedgerStoreError) -> [OutboxMessage] {
        try inner.messages(to: msisdn, limit: limit)
    }

    func dueWork(at moment: Timestamp, limit: Int) throws(LedgerStoreError) -> [WorkItem] {
        try inner.dueWork(at: moment, limit: limit)
    }

    /// What is broken, looked for again only when something was written since the last time.
    func invariantViolations() -> [InvariantViolation] {
        let writes = state.withLock { $0.writes }
        if let known = state.withLock({ $0.audit }), known.writes == writes { return known.found }
        let found = inner.invariantViolations()
        state.withLock { $0.audit = (writes, found) }
        return found
    }

    func verify() throws(LedgerStoreError) -> LedgerAudit { try inner.verify() }

    /// Leaves the ledger open, as a process does that is killed.
    func close() {}
}

extension MortalStore.State {
    /// What the next process on the same ledger begins with.
    fileprivate var ofNextProcess: Self {
        MortalStore.State(
            marks: marks,
            lastMessage: lastMessage,
            death: death,
            handovers: handovers,
            lastHandover: lastHandover
        )
    }

    /// Notes that a message is handed over; whether the process dies behind it.
    fileprivate mutating func handOver(_ message: Int64) -> Bool {
        handovers.append(Handover(message: message, commit: marks.count))
        guard let last = lastHandover, last.message == message else { return false }
        lastHandover = last.times > 1 ? (message, last.times - 1) : nil
        return true
    }

    fileprivate mutating func mark(movements more: Int) {
        let before = marks.last?.movements ?? 0
        marks.append(CommitMark(movements: before + more, lastMessage: lastMessage))
    }
}
