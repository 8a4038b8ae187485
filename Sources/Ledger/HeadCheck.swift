// SPDX-License-Identifier: Apache-2.0

/// Compares the journal with the heads that were signed on the way.
struct HeadCheck {
    private var ahead: [Place: [SignedHead]] = [:]
    private var findings: [InvariantViolation] = []
    /// Days whose head was kept elsewhere alone.
    private var lost: Set<String> = []
    /// Heads compared.
    let count: Int

    private struct Place: Hashable {
        let transfer: TransferID
        let note: Int64
    }

    /// Begins with the heads in the ledger and those that were kept elsewhere.
    init(_ heads: [SignedHead], kept: [SignedHead], signers: SealSigners?) {
        let different = Set(heads + kept)
        lost = Set(kept.map(\.day)).subtracting(heads.map(\.day))
        count = different.count
        for head in different.sorted(by: { $0.day < $1.day }) {
            if let signers, !head.isSigned(by: signers.key(of: head.day)) {
                findings.append(.headForged(day: head.day))
                lost.remove(head.day)
            } else {
                ahead[Place(transfer: head.transfer, note: head.note), default: []].append(head)
            }
        }
        for last in signers?.handovers.map(\.last) ?? [] {
            ahead[Place(transfer: last.transfer, note: last.note), default: []].append(last)
        }
    }

    /// Notes where the journal stands now.
    mutating func pass(_ head: LedgerHead) {
        guard !ahead.isEmpty else { return }
        let place = Place(transfer: head.transfer, note: head.note)
        for signed in ahead.removeValue(forKey: place) ?? [] where signed.hash != head.hash {
            findings.append(.headMismatch(day: signed.day))
            lost.remove(signed.day)
        }
    }

    /// What was found; a head whose place the journal never had is missing, and one that holds and
    /// is not in the ledger was removed.
    func finish() -> [InvariantViolation] {
        let missing = ahead.values.joined().map(\.day).sorted()
        return findings + missing.map { .headMissing(day: $0) }
            + lost.subtracting(missing).sorted().map { .headRemoved(day: $0) }
    }
}
