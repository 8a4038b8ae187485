// SPDX-License-Identifier: Apache-2.0

/// What a batch of accepted commands does to a ledger: rows to write, and what stands afterwards.
package struct LedgerChanges: Sendable {
    /// Accounts that are new or moved, as they stand afterwards, by their bare numbers, which
    /// hash in a third of the time.
    package var accounts: [UInt64: Account] = [:]
    /// Documents written, as they stand afterwards.
    package var records: [RecordKey: Record] = [:]
    /// Holds made and still open afterwards.
    package var opened: [TransferID: PendingTransfer] = [:]
    /// Holds that ended, and how.
    package var ended: [TransferID: PendingFate] = [:]
    /// Work added and still to be done afterwards.
    package var addedWork: [WorkID: WorkItem] = [:]
    /// Work that was done.
    package var finishedWork: Set<WorkID> = []
    /// The last transfer afterwards.
    package var head: LedgerHead

    package init(head: LedgerHead) {
        self.head = head
    }

    /// Adds what came later.
    mutating func merge(_ later: LedgerDraft) {
        for account in later.accounts { accounts[account.id.rawValue] = account }
        if records.isEmpty, !later.records.isEmpty {
            records = Dictionary(minimumCapacity: later.records.count)
        }
        for record in later.records { records[record.key] = record }
        for row in later.rows.transfers {
            if let hold = PendingTransfer(row) { opened[hold.id] = hold }
            if let ended = row.kind.pending, let fate = PendingFate(row.kind) {
                self.ended[ended] = fate
                opened[ended] = nil
            }
        }
        merge(workOf: later.rows)
        head = later.head
    }
}

/// Where a ledger stands: its last transfer and note, the seal on both, its last message and its
/// last work item.
package struct LedgerHead: Hashable, Sendable {
    package var transfer = TransferID.zero
    package var hash = TransferHash.genesis
    package var message: Int64 = 0
    package var note: Int64 = 0
    package var work = WorkID.zero

    package init() {}

    package init(
        transfer: TransferID,
        hash: TransferHash,
        message: Int64 = 0,
        note: Int64 = 0
    ) {
        self.note = note
        self.transfer = transfer
        self.hash = hash
        self.message = message
    }
}

/// The rows one accepted command adds.
package struct LedgerRows: Sendable {
    /// Accounts opened, still empty or as the same command left them.
    package var opened: [Account] = []
    /// Accounts whose limits or flags were set.
    package var set: [Account] = []
    /// Transfers, sealed.
    package var transfers: [PostedTransfer] = []
    /// What the journal holds besides the transfers, sealed before them.
    package var notes: [JournalNote] = []
    /// Documents as written.
    package var records: [Record] = []
    /// Messages with their numbers.
    package var messages: [OutboxMessage] = []
    /// Work added, with its numbers.
    package var work: [WorkItem] = []
    /// The work that the command did.
    package var finished: WorkID?

    package init() {}

    /// Whether there is nothing but transfers.
    package var areTransfersAlone: Bool {
        opened.isEmpty && set.isEmpty && notes.isEmpty && records.isEmpty && messages.isEmpty
            && work.isEmpty && finished == nil
    }
}

/// One command while it is judged: dropped when it is rejected.
struct LedgerDraft {
    var accounts: [Account] = []
    var records: [Record] = []
    var rows = LedgerRows()
    var head: LedgerHead

    init(head: LedgerHead) {
        self.head = head
    }

    /// Adds a note to the journal, sealed after whatever came before.
    mutating func add(_ kind: JournalNote.Kind, at moment: Timestamp) {
        head.note += 1
        var note = JournalNote(
            id: head.note,
            after: head.transfer,
            kind: kind,
            at: moment,
            hash: .genesis
        )
        note.hash = note.sealed(after: head.hash)
        head.hash = note.hash
        rows.notes.append(note)
    }

    mutating func put(_ account: Account) {
        if let index = accounts.firstIndex(where: { $0.id == account.id }) {
            accounts[index] = account
        } else {
            // A transfer moves two and its fee one more; room for them is made at once.
            if accounts.isEmpty { accounts.reserveCapacity(4) }
            accounts.append(account)
        }
    }

    mutating func put(_ record: Record) {
        if let index = records.firstIndex(where: { $0.key == record.key }) {
            records[index] = record
        } else {
            records.append(record)
        }
    }
}
