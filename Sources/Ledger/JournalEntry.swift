// SPDX-License-Identifier: Apache-2.0

/// One link of the journal's chain: a transfer or a note.
package enum JournalEntry: Hashable, Sendable {
    case transfer(PostedTransfer)
    case note(JournalNote)

    /// The stored seal.
    package var hash: TransferHash {
        switch self {
        case .transfer(let row): row.hash
        case .note(let note): note.hash
        }
    }

    /// The seal it must have after a link with the given one.
    package func sealed(after previous: TransferHash) -> TransferHash {
        switch self {
        case .transfer(let row): row.sealed(after: previous)
        case .note(let note): note.sealed(after: previous)
        }
    }

    /// The same link in another's place; nil when the places are not of one kind.
    func moved(to place: JournalEntry) -> JournalEntry? {
        switch (self, place) {
        case (.transfer(let row), .transfer(let other)):
            .transfer(row.renumbered(other.id))
        case (.note(let note), .note(let other)):
            .note(
                JournalNote(
                    id: other.id,
                    after: other.after,
                    kind: note.kind,
                    at: note.at,
                    hash: note.hash
                )
            )
        default: nil
        }
    }

    /// Brings transfers and notes, each oldest first, into the order of the journal: a note stands
    /// behind the transfer that was the newest when it was written, and before the next.
    package static func merge<Failure: Error>(
        notes nextNote: () throws(Failure) -> JournalNote?,
        transfers nextTransfer: () throws(Failure) -> PostedTransfer?,
        _ body: (JournalEntry) throws(Failure) -> Void
    ) throws(Failure) {
        var note = try nextNote()
        var row = try nextTransfer()
        while true {
            if let first = note, row.map({ first.after < $0.id }) ?? true {
                try body(.note(first))
                note = try nextNote()
            } else if let first = row {
                try body(.transfer(first))
                row = try nextTransfer()
            } else {
                return
            }
        }
    }
}

extension PostedTransfer {
    fileprivate func renumbered(_ number: TransferID) -> PostedTransfer {
        PostedTransfer(
            id: number,
            group: group,
            kind: kind,
            debit: debit,
            credit: credit,
            amount: amount,
            code: code,
            reference: reference,
            debitBalanceAfter: debitBalanceAfter,
            creditBalanceAfter: creditBalanceAfter,
            previousDebit: previousDebit,
            previousCredit: previousCredit,
            at: at,
            hash: hash
        )
    }
}
