// SPDX-License-Identifier: Apache-2.0

/// Everything the in-memory store keeps.
struct MemoryLedger {
    var state = LedgerState()
    var transfers: [PostedTransfer] = []
    var notes: [JournalNote] = []
    var heads: [SignedHead] = []
    /// The reversals and corrections of each transfer, oldest first.
    var followUps: [TransferID: [TransferID]] = [:]
    var fates: [TransferID: PendingFate] = [:]
    var results: [IdempotencyKey: KeptResult] = [:]
    var messages: [OutboxMessage] = []
    var undelivered: Set<Int64> = []
    var work = WorkQueue()
    var listener: (@Sendable ([OutboxMessage]) -> Void)?
    var isClosed = false

    /// A result as it is given to whoever repeats the key.
    struct KeptResult {
        let fingerprint: UInt64
        let result: LedgerResult
    }

    /// The transfer with a number, or nil.
    func transfer(_ id: TransferID) -> PostedTransfer? {
        let index = Int(clamping: id.rawValue) - 1
        return transfers.indices.contains(index) ? transfers[index] : nil
    }

    /// The message with a number, or nil.
    func message(_ id: Int64) -> OutboxMessage? {
        let index = Int(clamping: id) - 1
        return messages.indices.contains(index) ? messages[index] : nil
    }

    /// Keeps what a command gave, and makes its result.
    mutating func keep(
        _ verdict: LedgerBatch.Verdict,
        _ changes: LedgerChanges,
        key: IdempotencyKey,
        fingerprint: UInt64
    ) -> LedgerResult {
        let outcome: LedgerResult.Outcome
        switch verdict {
        case .success(let rows):
            keep(rows, changes)
            outcome = .accepted(rows.transfers)
        case .failure(let rejection):
            outcome = .rejected(rejection)
            guard rejection.reason.keepsKey else { return LedgerResult(outcome) }
        }
        results[key] = KeptResult(
            fingerprint: fingerprint,
            result: LedgerResult(outcome, replayed: true)
        )
        return LedgerResult(outcome)
    }

    /// Keeps rows and takes their changes into the state.
    mutating func keep(_ rows: LedgerRows, _ changes: LedgerChanges) {
        state.merge(changes)
        transfers += rows.transfers
        notes += rows.notes
        for row in rows.transfers {
            if let original = row.kind.original { followUps[original, default: []].append(row.id) }
        }
        fates.merge(changes.ended) { $1 }
        messages += rows.messages
        undelivered.formUnion(rows.messages.map(\.id))
        if let id = rows.finished { work.finish(id) }
        for item in rows.work { work.add(item) }
    }
}
