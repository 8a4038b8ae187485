// SPDX-License-Identifier: Apache-2.0
import Foundation
import GRDB
import Ledger

extension JournalNote {
    /// The columns of a note in the order of the table.
    static let columns = """
        id, after, kind, at, account, account_kind, currency, floor, ceiling, frozen, closed, \
        actor, approver, action, subject, reason, hash
        """

    /// The values of all ``columns``.
    var arguments: StatementArguments {
        var values: [(any DatabaseValueConvertible)?] = [
            id, after.rawValue, Int64(kind.number), at.milliseconds,
        ]
        switch kind {
        case .opened(let opening):
            values += [
                opening.id.stored, Int64(opening.kind.rawValue), opening.currency.code,
                opening.floor, opening.ceiling, nil, nil,
            ]
        case .set(let setting):
            values += [
                setting.id.stored, nil, nil, setting.floor, setting.ceiling,
                setting.isFrozen, setting.isClosed,
            ]
        case .audit:
            values += Array(repeating: nil, count: 7)
        }
        if case .audit(let entry) = kind {
            values += [entry.actor, entry.approver, entry.action, entry.subject, entry.reason]
        } else {
            values += Array(repeating: nil, count: 5)
        }
        return StatementArguments(values + [Data(hash.bytes)])
    }

    /// Reads a row with ``columns``.
    ///
    /// - Throws: ``LedgerStoreError/damaged(_:)`` when no ledger can have written it.
    init(_ row: Row) throws {
        let id = try row.decode(Int64.self, atIndex: 0)
        let hash = try row.withUnsafeData(atIndex: 16) { data in
            data?.withUnsafeBytes { TransferHash(bytes: $0) }
        }
        guard let hash = hash ?? nil, let kind = try Kind(row) else {
            throw LedgerStoreError.damaged("note \(id) has fields that mean nothing")
        }
        self.init(
            id: id,
            after: TransferID(try row.decode(Int64.self, atIndex: 1)),
            kind: kind,
            at: Timestamp(milliseconds: try row.decode(Int64.self, atIndex: 3)),
            hash: hash
        )
    }
}

extension JournalNote.Kind {
    fileprivate init?(_ row: Row) throws {
        // What a kind has no use for is empty, or somebody wrote it there.
        let used = [1: 4...8, 2: 4...10, 3: 11...15][try row.decode(Int64.self, atIndex: 2)]
        guard let used,
            (4...15).allSatisfy({ used.contains($0) || row.hasNull(atIndex: $0) })
        else {
            return nil
        }
        let floor = try row.decode(Int64?.self, atIndex: 7)
        let ceiling = try row.decode(Int64?.self, atIndex: 8)
        let account = try row.decode(Int64?.self, atIndex: 4).map { AccountID(stored: $0) }
        switch try row.decode(Int64.self, atIndex: 2) {
        case 1:
            let kind = try row.decode(Int64?.self, atIndex: 5)
                .flatMap { UInt8(exactly: $0) }.flatMap(AccountKind.init(rawValue:))
            let currency = try row.decode(String?.self, atIndex: 6).flatMap { Currency($0) }
            guard let account, let kind, let currency else { return nil }
            self = .opened(
                AccountOpening(
                    id: account,
                    kind: kind,
                    currency: currency,
                    floor: floor,
                    ceiling: ceiling
                )
            )
        case 2:
            guard let account, row.hasNull(atIndex: 5), row.hasNull(atIndex: 6),
                let isFrozen = Bool(stored: try row.decode(Int64?.self, atIndex: 9)),
                let isClosed = Bool(stored: try row.decode(Int64?.self, atIndex: 10))
            else { return nil }
            self = .set(
                AccountSetting(
                    id: account,
                    floor: floor,
                    ceiling: ceiling,
                    isFrozen: isFrozen,
                    isClosed: isClosed
                )
            )
        case 3:
            guard let actor = try row.decode(String?.self, atIndex: 11),
                let action = try row.decode(String?.self, atIndex: 13),
                let subject = try row.decode(String?.self, atIndex: 14),
                let reason = try row.decode(String?.self, atIndex: 15)
            else { return nil }
            self = .audit(
                AuditEntry(
                    actor: actor,
                    approver: try row.decode(String?.self, atIndex: 12),
                    action: action,
                    subject: subject,
                    reason: reason
                )
            )
        default: return nil
        }
    }
}

extension Bool {
    /// A flag as it is stored, 0 or 1 and nothing else.
    fileprivate init?(stored: Int64?) {
        guard let stored, 0...1 ~= stored else { return nil }
        self = stored == 1
    }
}
