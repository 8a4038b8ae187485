// SPDX-License-Identifier: Apache-2.0
import Ledger

/// Something the writer is to do, and whom to tell.
enum WriterJob: Sendable {
    typealias Completion<Value> = @Sendable (Result<Value, LedgerStoreError>) -> Void

    case commit(Commit)
    case expire(Timestamp, LedgerCommand.Announcement?, Completion<[PostedTransfer]>)
    case markDelivered([Int64], Completion<Void>)
    case seal(String, SealingKey, Completion<SignedHead>)

    /// A command, prepared on the thread that brings it and from then on handed on as one piece.
    final class Commit: QueueLink, @unchecked Sendable {
        let command: LedgerCommand
        let fingerprint: UInt64
        let completion: Completion<LedgerResult>

        init(_ command: LedgerCommand, _ completion: @escaping Completion<LedgerResult>) {
            self.command = command
            fingerprint = command.fingerprint
            self.completion = completion
        }

        override var job: WriterJob? { .commit(self) }
    }

    /// Whether it is a command that is judged by balances, limits and open documents alone, and
    /// never looks a transfer up that came before.
    var asksNoPast: Bool {
        guard case .commit(let job) = self, job.command.finishes == nil else { return false }
        return job.command.transfers.allSatisfy { transfer in
            switch transfer.kind {
            case .posted, .pending: true
            case .post, .void, .reversal, .correction: false
            }
        }
    }

    /// Tells that nothing was done.
    func fail(_ error: LedgerStoreError) {
        switch self {
        case .commit(let job): job.completion(.failure(error))
        case .expire(_, _, let completion): completion(.failure(error))
        case .markDelivered(_, let completion): completion(.failure(error))
        case .seal(_, _, let completion): completion(.failure(error))
        }
    }
}
