// SPDX-License-Identifier: Apache-2.0

/// Follows the chain link by link and names the links that were altered, removed or moved.
///
/// A link whose seal does not fit is kept with those behind it until enough are there to tell
/// whether they only stand in another order.
package struct ChainCheck {
    /// Seals the next link may follow: the last one, and what it must have been if it is wrong;
    /// none where a link is missing, so that the next can only be believed.
    private var previous: [TransferHash]
    private var suspects: [JournalEntry] = []
    private var head: LedgerHead
    package private(set) var findings: [InvariantViolation] = []

    /// Links looked at together for their order.
    static let linksTogetherMax = 32

    /// Begins behind a link that is believed.
    package init(after head: LedgerHead = LedgerHead()) {
        self.head = head
        previous = [head.hash]
    }

    package mutating func add(_ entry: JournalEntry) {
        if let missing = missing(before: entry) {
            resolve()
            report(missing)
            previous = []
        }
        switch entry {
        case .transfer(let row): head.transfer = row.id
        case .note(let note): head.note = note.id
        }
        if suspects.isEmpty, follows(entry) {
            previous = [entry.hash]
        } else {
            suspects.append(entry)
            if suspects.count == Self.linksTogetherMax { resolve() }
        }
    }

    /// Judges what was kept.
    package mutating func resolve() {
        var unplaced = suspects
        for place in suspects {
            let own = unplaced.firstIndex(of: place)
            if let own, follows(place) {
                unplaced.remove(at: own)
                previous = [place.hash]
            } else if let index = unplaced.firstIndex(where: { belongs($0, at: place) }) {
                let moved = unplaced.remove(at: index)
                report(.moved(moved, place))
                previous = [moved.hash]
            } else {
                if let own { unplaced.remove(at: own) }
                report(.altered(place))
                previous = [place.hash] + previous.map { place.sealed(after: $0) }
            }
        }
        suspects = []
    }

    private func belongs(_ entry: JournalEntry, at place: JournalEntry) -> Bool {
        findings.count < LedgerAudit.violationsMax
            && entry.moved(to: place).map { !previous.isEmpty && follows($0) } ?? false
    }

    private func follows(_ entry: JournalEntry) -> Bool {
        previous.isEmpty || previous.contains { entry.sealed(after: $0) == entry.hash }
    }

    private func missing(before entry: JournalEntry) -> InvariantViolation? {
        switch entry {
        case .transfer(let row):
            row.id.rawValue == head.transfer.rawValue &+ 1 ? nil : .gap(after: head.transfer)
        case .note(let note):
            note.id == head.note &+ 1 ? nil : .noteGap(after: head.note)
        }
    }

    private mutating func report(_ violation: InvariantViolation) {
        if findings.count < LedgerAudit.violationsMax { findings.append(violation) }
    }
}

extension InvariantViolation {
    fileprivate static func altered(_ entry: JournalEntry) -> InvariantViolation {
        switch entry {
        case .transfer(let row): .chainBroken(row.id)
        case .note(let note): .noteBroken(note.id)
        }
    }

    fileprivate static func moved(
        _ entry: JournalEntry,
        _ place: JournalEntry
    ) -> InvariantViolation {
        switch (entry, place) {
        case (.transfer(let row), .transfer(let other)):
            .reordered(row.id, belongsAt: other.id)
        case (.note(let note), .note(let other)):
            .noteReordered(note.id, belongsAt: other.id)
        default: altered(place)
        }
    }
}
