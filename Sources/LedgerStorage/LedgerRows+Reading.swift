// SPDX-License-Identifier: Apache-2.0
import Foundation
import GRDB
import Ledger

extension PostedTransfer {
    /// The columns of a transfer in the order of the table.
    static let columns = """
        id, first, kind, detail, debit, credit, amount, currency, code, reference, debit_after, \
        credit_after, previous_debit, previous_credit, at, hash
        """

    /// Reads a row with ``columns``.
    ///
    /// - Throws: ``LedgerStoreError/damaged(_:)`` with its number when no ledger can have
    ///   written it.
    init(_ row: Row) throws {
        do {
            try self.init(columns: row)
        } catch is RowDecodingError {
            let id: Int64 = try row.decode(atIndex: 0)
            throw LedgerStoreError.damaged("transfer \(id) has fields of another type")
        }
    }

    /// Reads what the chain seals and nothing else: a field that could hold something beside it,
    /// such as bytes behind a zero or a detail that the kind does not have, is damage.
    private init(columns row: Row) throws {
        let id: Int64 = try row.decode(atIndex: 0)
        let detail: Int64 = try row.decode(atIndex: 3)
        let kind = Kind(number: try row.decode(Int64.self, atIndex: 2), detail: detail)
        let reference: String = try row.decode(atIndex: 9)
        let bytes = try row.withUnsafeData(atIndex: 9) { $0?.count }
        let currency = Currency(try row.decode(String.self, atIndex: 7))
        let code = UInt16(exactly: try row.decode(Int64.self, atIndex: 8))
        let hash = try row.withUnsafeData(atIndex: 15) { data in
            data?.withUnsafeBytes { TransferHash(bytes: $0) }
        }
        guard let kind, kind.detail == detail, bytes == reference.utf8.count, let currency,
            let code, let hash = hash ?? nil
        else {
            throw LedgerStoreError.damaged("transfer \(id) has fields that mean nothing")
        }
        self.init(
            id: TransferID(id),
            group: TransferID(try row.decode(atIndex: 1)),
            kind: kind,
            debit: AccountID(stored: try row.decode(atIndex: 4)),
            credit: AccountID(stored: try row.decode(atIndex: 5)),
            amount: Amount(minorUnits: try row.decode(atIndex: 6), currency: currency),
            code: TransferCode(code),
            reference: reference,
            debitBalanceAfter: try row.decode(atIndex: 10),
            creditBalanceAfter: try row.decode(atIndex: 11),
            previousDebit: TransferID(stored: try row.decode(atIndex: 12)),
            previousCredit: TransferID(stored: try row.decode(atIndex: 13)),
            at: Timestamp(milliseconds: try row.decode(atIndex: 14)),
            hash: hash
        )
    }
}

extension OutboxMessage {
    /// The columns of a message that are read.
    static let columns = "id, recipient, sender, text, at"

    /// Reads a row with ``columns``.
    init(_ row: Row) throws {
        self.init(
            to: UInt64(bitPattern: try row.decode(Int64.self, atIndex: 1)),
            from: try row.decode(atIndex: 2),
            text: try row.decode(atIndex: 3),
            at: Timestamp(milliseconds: try row.decode(atIndex: 4))
        )
        id = try row.decode(atIndex: 0)
    }
}

extension AccountID {
    /// The number as SQLite holds it: 64 bits with a sign.
    var stored: Int64 { Int64(bitPattern: rawValue) }

    init(stored: Int64) { self.init(UInt64(bitPattern: stored)) }
}

extension TransferID {
    /// A stored number, in which 0 stands for none.
    init?(stored: Int64) {
        guard stored != 0 else { return nil }
        self.init(stored)
    }
}

extension Row {
    fileprivate func decode<Value: DatabaseValueConvertible & StatementColumnConvertible>(
        atIndex index: Int
    ) throws -> Value {
        try decode(Value.self, atIndex: index)
    }
}
