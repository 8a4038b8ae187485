// SPDX-License-Identifier: Apache-2.0

/// Compares the journal with the heads that were signed on the way.
struct HeadCheck {
    private var ahead: [Place: [SignedHead]] = [:]
    private var findings: [InvariantViolation] = []
    /// Heads compared.
    let count: Int

    private struct Place: Hashable {
        let transfer: TransferID
        let note: Int64
    }

    init(_ heads: [SignedHead], publicKey: SealPublicKey?) {
        let different = Set(heads)
        count = different.count
        for head in different.sorted(by: { $0.day < $1.day }) {
            if let publicKey, !head.isSigned(by: publicKey) {
                findings.append(.headForged(day: head.day))
            } else {
                ahead[Place(transfer: head.transfer, note: head.note), default: []].append(head)
            }
        }
    }

    /// Notes where the journal stands now.
    mutating func pass(_ head: LedgerHead) {
        guard !ahead.isEmpty else { return }
        let place = Place(transfer: head.transfer, note: head.note)
        for signed in ahead.removeValue(forKey: place) ?? [] where signed.hash != head.hash {
            findings.append(.headMismatch(day: signed.day))
        }
    }

    /// What was found; a head whose place the journal never had is missing.
    func finish() -> [InvariantViolation] {
        findings
            + ahead.values.joined().map(\.day).sorted().map { .headMissing(day: $0) }
    }
}
