// SPDX-License-Identifier: Apache-2.0
import GSM
import Ledger

/// Somebody who pays many people at once, as a government or an aid agency does, and the account
/// that holds what is to be paid.
struct Programme: Hashable, Sendable {
    /// The name as messages and books show it: letters, digits, blanks, points and dashes.
    let name: String

    /// The upper eight bits of the accounts of programmes.
    private static let sort = 16 as UInt64

    /// Takes a name as typed, upper case; nil when nothing of it can be shown.
    init?(_ typed: String) {
        let shown = DisplayName.cut(typed.uppercased(), to: DisplayName.personMax)
        let isPlain = shown.utf8.allSatisfy { byte in
            48...57 ~= byte || 65...90 ~= byte || " .-".utf8.contains(byte)
        }
        guard isPlain, shown != "?", typed.utf8.count <= BulkLimits.nameBytesMax else {
            return nil
        }
        name = shown
    }

    /// The programme that an account belongs to, or nil.
    init?(account: AccountID, in store: any LedgerStore) {
        guard account.rawValue >> WalletID.bits == Self.sort else { return nil }
        let number = account.rawValue & (1 << WalletID.bits - 1)
        guard let record = store.record(RecordKind.programme.key(number)),
            let body = try? Body(recordBytes: record.body)
        else { return nil }
        name = body.name
    }

    /// What the programme is kept under.
    var number: UInt64 { BulkKeys.hash("programme", [name]) >> (64 - WalletID.bits) }

    /// The account that holds its money.
    var account: AccountID { AccountID(Self.sort << WalletID.bits | number) }

    /// The account to be opened: what is owed to the programme, never less than nothing.
    func opening(_ currency: Currency) -> AccountOpening {
        AccountOpening(id: account, kind: .liability, currency: currency, floor: 0)
    }

    /// The document that keeps the name, new.
    var record: RecordChange {
        RecordChange(
            key: RecordKind.programme.key(number),
            expectedVersion: 0,
            body: Body(name: name).recordBytes
        )
    }

    /// What is written.
    struct Body: Hashable, Sendable {
        var name: String
    }
}

extension Programme.Body: RecordBody {
    static let kind = RecordKind.programme

    init(from reader: inout RecordReader) { name = reader.text() }

    func write(to writer: inout RecordWriter) { writer.write(name) }
}
