// SPDX-License-Identifier: Apache-2.0

/// What one commit is to do: all of it happens, or nothing.
///
/// The transfers are one linked group, judged in their order, each against the balances its
/// predecessors leave. Documents and messages are committed with them.
public struct LedgerCommand: Sendable {
    /// Makes the messages that announce the transfers, once these have their numbers and balances.
    ///
    /// Runs on the thread that commits, before the commit, and again if the commit is retried: it
    /// has no effects, waits for nothing and does not commit.
    public typealias Announcement = @Sendable ([PostedTransfer]) -> [OutboxMessage]

    /// The name of the command; repeated, it gets the first result again.
    public var key: IdempotencyKey
    /// When it happens; not part of the fingerprint, so a late repeat is still a repeat.
    public var at: Timestamp
    /// Accounts to open, before anything moves.
    public var openings: [AccountOpening]
    /// Limits and flags to set, before anything moves.
    public var settings: [AccountSetting]
    /// The movements: one linked group.
    public var transfers: [Transfer]
    /// Documents to write.
    public var records: [RecordChange]
    /// What staff did, to be kept in the same chain as the transfers.
    public var audit: [AuditEntry]
    /// Work to be done later, put on the queue with it.
    public var work: [WorkItem]
    /// The item of work that this command does; it is done by one command and no other.
    public var finishes: WorkID?
    /// The messages to commit with it; not part of the fingerprint.
    public var announce: Announcement?

    /// Describes a command.
    public init(
        key: IdempotencyKey,
        at: Timestamp,
        openings: [AccountOpening] = [],
        settings: [AccountSetting] = [],
        transfers: [Transfer] = [],
        records: [RecordChange] = [],
        audit: [AuditEntry] = [],
        work: [WorkItem] = [],
        finishes: WorkID? = nil,
        announce: Announcement? = nil
    ) {
        self.key = key
        self.at = at
        self.openings = openings
        self.settings = settings
        self.transfers = transfers
        self.records = records
        self.audit = audit
        self.work = work
        self.finishes = finishes
        self.announce = announce
    }
}
