// SPDX-License-Identifier: Apache-2.0

/// A ledger that keeps what it acknowledged: in memory, in a file, or elsewhere.
///
/// Reads give the committed state, and whoever was told of a commit sees it. A result is given
/// only after the commit is durable. Every call can be made from any thread.
public protocol LedgerStore: Sendable {
    /// Does all of a command or nothing, and then tells what became of it.
    ///
    /// The completion is called once, by whatever thread commits, which it must not hold up. A
    /// command whose outcome was lost is repeated with the same key and contents.
    func commit(
        _ command: LedgerCommand,
        completion: @escaping @Sendable (Result<LedgerResult, LedgerStoreError>) -> Void
    )

    /// Lets go every hold whose time is over at a moment, up to
    /// ``LedgerLimits/expiriesPerCommandMax`` at once, and tells which rows that gave.
    ///
    /// The messages announced for these rows are committed with them, unless they cross a limit:
    /// then the money goes back without them.
    func expirePending(
        at: Timestamp,
        announce: LedgerCommand.Announcement?,
        completion: @escaping @Sendable (Result<[PostedTransfer], LedgerStoreError>) -> Void
    )

    /// Marks messages as delivered; numbers that do not exist are passed over.
    func markDelivered(
        _ ids: [Int64],
        completion: @escaping @Sendable (Result<Void, LedgerStoreError>) -> Void
    )

    /// The account as last committed, or nil.
    func account(_ id: AccountID) -> Account?

    /// Every account as last committed, by number.
    func accounts() -> [Account]

    /// The document as last committed, or nil.
    func record(_ key: RecordKey) -> Record?

    /// Every document of a kind as last committed, by number.
    func records(kind: UInt16) -> [Record]

    /// The newest transfers of an account, newest first, none older than a moment.
    ///
    /// Walks the account's chain and stops at the limit or at the first transfer before `since`.
    func statement(of account: AccountID, since: Timestamp?, limit: Int)
        throws(LedgerStoreError) -> [PostedTransfer]

    /// Transfers with numbers after the given one, oldest first.
    func transfers(since: TransferID, limit: Int) throws(LedgerStoreError) -> [PostedTransfer]

    /// Notes with numbers after the given one, oldest first: accounts opened, limits set, audit
    /// entries.
    func notes(since: Int64, limit: Int) throws(LedgerStoreError) -> [JournalNote]

    /// The reversals and corrections that name a transfer, oldest first.
    func followUps(of original: TransferID) throws(LedgerStoreError) -> [PostedTransfer]

    /// A part of an account's statement, newest first: from a cursor on, or from the newest row.
    ///
    /// A cursor's rows stay the same however many new ones come. An account that does not exist
    /// has no rows.
    ///
    /// - Throws: ``LedgerStoreError/refused(_:)`` for a cursor of another account's statement.
    func statement(of account: AccountID, before cursor: StatementCursor?, limit: Int)
        throws(LedgerStoreError) -> StatementPage

    /// An account's balance at a moment, in minor units: all transfers of that moment or earlier
    /// counted, whatever order they came in; nil when there is no such account.
    ///
    /// An account has 0 before its first transfer.
    func balance(of account: AccountID, at moment: Timestamp) throws(LedgerStoreError) -> Int64?

    /// Signs where the journal stands, as the head of a day, and keeps that.
    ///
    /// Days are sealed in their order. A day sealed before gives the head it got then.
    /// The completion gets ``LedgerStoreError/refused(_:)`` for a day that is not written as
    /// `2026-11-20`, or that is before the last one sealed.
    func seal(
        day: String,
        key: SealingKey,
        completion: @escaping @Sendable (Result<SignedHead, LedgerStoreError>) -> Void
    )

    /// The signed heads, by day.
    func heads() throws(LedgerStoreError) -> [SignedHead]

    /// The result a key got, or nil when it never was used.
    func result(of key: IdempotencyKey) throws(LedgerStoreError) -> LedgerResult?

    /// Messages not yet marked as delivered, oldest first.
    func undeliveredMessages(limit: Int) throws(LedgerStoreError) -> [OutboxMessage]

    /// The newest messages to an MSISDN, newest first, delivered or not.
    func messages(to msisdn: UInt64, limit: Int) throws(LedgerStoreError) -> [OutboxMessage]

    /// Work that is due by a moment and not done, by moment and then by number, as last committed.
    func dueWork(at: Timestamp, limit: Int) throws(LedgerStoreError) -> [WorkItem]

    /// Names who is told of new messages after each commit; the one before is dropped.
    func setMessageListener(_ listener: (@Sendable ([OutboxMessage]) -> Void)?)

    /// Checks the committed balances in memory: what must always hold and does not.
    func invariantViolations() -> [InvariantViolation]

    /// Reads the whole journal again: recomputes the hash chain, all balances and all sums.
    func verify() throws(LedgerStoreError) -> LedgerAudit

    /// Reads the whole journal again and compares it with signed heads as well: those in the
    /// store and those an auditor kept elsewhere.
    ///
    /// The key is the oldest one; days after a handover count under the key it was given to.
    func verify(publicKey: SealPublicKey, kept: [SignedHead]) throws(LedgerStoreError)
        -> LedgerAudit

    /// Finishes what waits and lets go of the file; later commands get ``LedgerStoreError/closed``.
    func close()
}

extension LedgerStore {
    /// Reads the whole journal again and compares it with the signed heads in the store.
    public func verify(publicKey: SealPublicKey) throws(LedgerStoreError) -> LedgerAudit {
        try verify(publicKey: publicKey, kept: [])
    }

    /// The newest transfers of an account, newest first.
    public func statement(of account: AccountID, limit: Int)
        throws(LedgerStoreError) -> [PostedTransfer]
    {
        try statement(of: account, since: nil, limit: limit)
    }
}
