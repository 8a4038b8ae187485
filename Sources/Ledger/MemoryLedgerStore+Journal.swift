// SPDX-License-Identifier: Apache-2.0
import Synchronization

extension MemoryLedgerStore {
    /// Notes with numbers after the given one, oldest first.
    public func notes(since id: Int64, limit: Int) -> [JournalNote] {
        contents.withLock { contents in
            Array(contents.notes.dropFirst(Int(clamping: max(0, id))).prefix(max(0, limit)))
        }
    }

    /// The reversals and corrections that name a transfer, oldest first.
    public func followUps(of original: TransferID) -> [PostedTransfer] {
        contents.withLock { contents in
            (contents.followUps[original] ?? []).compactMap(contents.transfer)
        }
    }

    /// A part of an account's statement, newest first.
    ///
    /// - Throws: ``LedgerStoreError/refused(_:)`` for a cursor of another account's statement.
    public func statement(
        of id: AccountID,
        before cursor: StatementCursor?,
        limit: Int
    ) throws(LedgerStoreError) -> StatementPage {
        let page: StatementPage? = contents.withLock { contents in
            var rows: [StatementRow] = []
            var next = contents.state.account(id)?.lastTransfer
            if let cursor {
                let first = contents.transfer(cursor.transfer)
                guard cursor.account == id, first?.balanceAfter(of: id) != nil else { return nil }
                next = cursor.transfer
            }
            while rows.count < limit, let found = next.flatMap(contents.transfer),
                let row = StatementRow(found, of: id)
            {
                rows.append(row)
                next = found.previous(of: id)
            }
            return StatementPage(
                rows: rows,
                next: next.map { StatementCursor(account: id, transfer: $0) }
            )
        }
        if let page { return page }
        throw cursor.map { .cursor($0, of: id) } ?? .closed
    }

    /// An account's balance at a moment, in minor units; reads all of the account's transfers.
    public func balance(of id: AccountID, at moment: Timestamp) -> Int64? {
        contents.withLock { contents in
            guard let account = contents.state.account(id) else { return nil }
            var sum: Int64 = 0
            var next = account.lastTransfer
            while let row = next.flatMap(contents.transfer) {
                if row.at <= moment { sum &+= row.change(of: id) }
                next = row.previous(of: id)
            }
            return sum
        }
    }

    /// Signs where the journal stands, and tells before it returns.
    public func seal(
        day: String,
        key: SealingKey,
        completion: @escaping @Sendable (Result<SignedHead, LedgerStoreError>) -> Void
    ) {
        let result: Result<SignedHead, LedgerStoreError> = committing.withLock { _ in
            contents.withLock { contents in
                if contents.isClosed { return .failure(.closed) }
                if let kept = contents.heads.first(where: { $0.day == day }) {
                    return .success(kept)
                }
                do throws(LedgerStoreError) {
                    let head = try SignedHead(
                        day: day,
                        at: contents.state.head,
                        key: key,
                        last: contents.heads.last?.day
                    )
                    contents.heads.append(head)
                    return .success(head)
                } catch {
                    return .failure(error)
                }
            }
        }
        completion(result)
    }

    /// The signed heads, by day.
    public func heads() -> [SignedHead] { contents.withLock { $0.heads } }

    /// Does every sum and every hash again and compares with the signed heads.
    public func verify(publicKey: SealPublicKey, kept: [SignedHead]) -> LedgerAudit {
        let (heads, notes) = contents.withLock { ($0.heads, $0.notes) }
        let handovers = notes.compactMap { SealKeyHandover($0) }
        let signers = SealSigners(publicKey, following: handovers)
        return audit(LedgerAuditor(heads: heads, kept: kept, signers: signers))
    }

    func audit(_ fresh: LedgerAuditor) -> LedgerAudit {
        let ledger = contents.withLock { $0 }
        var auditor = fresh
        var notes = ledger.notes.makeIterator()
        var transfers = ledger.transfers.makeIterator()
        JournalEntry.merge(notes: { notes.next() }, transfers: { transfers.next() }) { entry in
            auditor.add(entry) { $0.kind.original.flatMap(ledger.transfer) }
        }
        return auditor.finish(comparing: ledger.state)
    }
}

extension MemoryLedgerStore: LedgerPast {
    package func fate(of id: TransferID) -> PendingFate? { contents.withLock { $0.fates[id] } }

    package func isOpen(_ work: WorkID) -> Bool { contents.withLock { $0.work.isOpen(work) } }

    package func original(_ id: TransferID) -> OriginalTransfer? {
        guard let row = contents.withLock({ $0.transfer(id) }) else { return nil }
        return OriginalTransfer(row: row, followUps: followUps(of: id))
    }
}
