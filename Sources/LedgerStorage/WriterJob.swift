// SPDX-License-Identifier: Apache-2.0
import Ledger

/// Something the writer is to do, and whom to tell.
enum WriterJob: Sendable {
    typealias Completion<Value> = @Sendable (Result<Value, LedgerStoreError>) -> Void

    case commit(LedgerCommand, fingerprint: UInt64, Completion<LedgerResult>)
    case expire(Timestamp, LedgerCommand.Announcement?, Completion<[PostedTransfer]>)
    case markDelivered([Int64], Completion<Void>)

    /// Tells that nothing was done.
    func fail(_ error: LedgerStoreError) {
        switch self {
        case .commit(_, _, let completion): completion(.failure(error))
        case .expire(_, _, let completion): completion(.failure(error))
        case .markDelivered(_, let completion): completion(.failure(error))
        }
    }
}
