// SPDX-License-Identifier: Apache-2.0
import Ledger

/// Judged commands as the rows they become, laid side by side for the thread that writes them,
/// which so touches nothing that other threads still use.
struct BatchLines: Sendable {
    /// A key, and the transfers its command has.
    struct Claim: Sendable {
        let key: IdempotencyKey
        let fingerprint: UInt64
        let first: TransferID
        let count: Int
    }

    /// A key whose command was refused.
    struct Refusal: Sendable {
        let key: IdempotencyKey
        let rejection: LedgerRejection
    }

    private(set) var claims: [Claim] = []
    private(set) var transfers: [PostedTransfer] = []
    /// Rows of the commands that did more than transfer.
    private(set) var others: [LedgerRows] = []
    private(set) var refusals: [Refusal] = []

    /// Makes room for so many commands.
    init(capacity: Int) {
        claims.reserveCapacity(capacity)
        transfers.reserveCapacity(capacity)
    }

    /// Adds a command with what was judged of it; its first transfer would have this number.
    mutating func add(
        _ job: WriterJob.Commit,
        first: TransferID,
        _ verdict: LedgerBatch.Verdict
    ) {
        let claim = Claim(
            key: job.command.key,
            fingerprint: job.fingerprint,
            first: first,
            count: job.command.transfers.count
        )
        claims.append(claim)
        switch verdict {
        case .success(let rows):
            for row in rows.transfers { transfers.append(row) }
            if !rows.areTransfersAlone { others.append(rows) }
        case .failure(let rejection):
            refusals.append(Refusal(key: claim.key, rejection: rejection))
        }
    }
}
