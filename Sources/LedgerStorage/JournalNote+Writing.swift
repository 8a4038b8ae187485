// SPDX-License-Identifier: Apache-2.0
import Ledger

extension JournalNote {
    /// Writes the note with a prepared statement that takes all of its columns.
    func write(with statement: WriterStatement) throws(LedgerStoreError) {
        statement.bind(1, id)
        statement.bind(2, after.rawValue)
        statement.bind(3, Int64(kind.number))
        statement.bind(4, at.milliseconds)
        for column in 5...16 as ClosedRange<Int32> { statement.bind(column, nil as Int64?) }
        switch kind {
        case .opened(let opening):
            statement.bind(5, opening.id.stored)
            statement.bind(6, Int64(opening.kind.rawValue))
            statement.bind(7, opening.currency)
            statement.bind(8, opening.floor)
            statement.bind(9, opening.ceiling)
        case .set(let setting):
            statement.bind(5, setting.id.stored)
            statement.bind(8, setting.floor)
            statement.bind(9, setting.ceiling)
            statement.bind(10, setting.isFrozen ? 1 : 0 as Int64)
            statement.bind(11, setting.isClosed ? 1 : 0 as Int64)
        case .audit(let entry):
            statement.bind(12, entry.actor)
            if let approver = entry.approver { statement.bind(13, approver) }
            statement.bind(14, entry.action)
            statement.bind(15, entry.subject)
            statement.bind(16, entry.reason)
        }
        try hash.withBytes { (bytes) throws(LedgerStoreError) in
            statement.bind(17, bytes)
            try statement.run()
        }
    }
}
