// SPDX-License-Identifier: Apache-2.0

/// A ledger's balances, documents and open holds as one value: no disk, no clock, no chance.
///
/// Commands are judged by a batch laid over the value; only what was committed is merged into it,
/// so a batch whose commit fails leaves no trace.
public struct LedgerState: Sendable {
    package private(set) var accountsByID: [UInt64: Account] = [:]
    package private(set) var recordsByKind: [UInt16: [UInt64: Record]] = [:]
    package private(set) var openHolds: [TransferID: PendingTransfer] = [:]
    package private(set) var head = LedgerHead()

    /// An empty ledger.
    public init() {}

    /// The account with a number, or nil.
    public func account(_ id: AccountID) -> Account? { accountsByID[id.rawValue] }

    /// Every account, by number.
    public var accounts: [Account] { accountsByID.values.sorted { $0.id < $1.id } }

    /// The document with a name, or nil.
    public func record(_ key: RecordKey) -> Record? { recordsByKind[key.kind]?[key.id] }

    /// Every document of a kind, by number.
    public func records(kind: UInt16) -> [Record] {
        (recordsByKind[kind] ?? [:]).values.sorted { $0.key < $1.key }
    }

    /// The last transfer; zero in a new ledger.
    public var lastTransfer: TransferID { head.transfer }

    /// The number of the last note; zero in a new ledger.
    public var lastNote: Int64 { head.note }

    /// The seal on the last transfer or note, and so on all of them.
    public var lastHash: TransferHash { head.hash }

    /// Takes in what was committed.
    package mutating func merge(_ changes: LedgerChanges) {
        for (id, account) in changes.accounts { accountsByID[id] = account }
        for (key, record) in changes.records {
            recordsByKind[key.kind, default: [:]][key.id] = record
        }
        for id in changes.ended.keys { openHolds[id] = nil }
        for (id, hold) in changes.opened { openHolds[id] = hold }
        head = changes.head
    }

    /// Takes in an account read from a file.
    package mutating func restore(_ account: Account) {
        accountsByID[account.id.rawValue] = account
    }

    /// Takes in a document read from a file.
    package mutating func restore(_ record: Record) {
        recordsByKind[record.key.kind, default: [:]][record.key.id] = record
    }

    /// Takes in an open hold read from a file.
    package mutating func restore(_ hold: PendingTransfer) { openHolds[hold.id] = hold }

    /// Takes in where a file stands.
    package mutating func restore(_ head: LedgerHead) { self.head = head }
}
