// SPDX-License-Identifier: Apache-2.0
import Ledger
import LedgerStorage

/// Which days each sealing key answers for, by the handovers in the journal.
struct KeyCover {
    private(set) var signers: SealSigners
    private(set) var findings: [LedgerCheck.Finding] = []
    private let days: [String]

    /// Follows the handovers from the oldest key that was named; where several were named, to no
    /// other than these.
    init(
        _ seals: KeptSeals,
        in ledger: SQLiteLedgerSnapshot,
        _ path: String
    ) throws(CommandFailure) {
        signers = SealSigners(seals.keys[0])
        days = Set((ledger.heads() + seals.kept).map(\.day)).sorted()
        var strangers: [SealPublicKey] = []
        for handover in try SealKey.handovers(in: ledger, path) {
            if seals.keys.count > 1, !seals.keys.contains(handover.to) {
                strangers.append(handover.to)
            } else if !signers.accept(handover) {
                findings.append(Self.unsigned(handover))
            }
        }
        findings += strangers.map(Self.stranger)
        let used = signers.signers.map(\.key)
        findings += seals.keys.filter { !used.contains($0) }.map(Self.unannounced)
    }

    /// A line for each key, once there are several.
    var lines: [String] {
        guard signers.signers.count > 1 else { return [] }
        return covered.map { key, days in
            "\(key.name) signed \(days.map { "\($0.0) to \($0.1)" } ?? "no day yet")"
        }
    }

    /// An object for each key.
    var json: [String] {
        covered.map { key, days in
            JSONLine([
                ("key", .text(key.description)), ("from", .optional(days?.0)),
                ("to", .optional(days?.1)),
            ]).text
        }
    }

    private var covered: [(key: SealPublicKey, days: (String, String)?)] {
        signers.signers.map(\.key).map { key in
            let mine = days.filter { signers.key(of: $0) == key }
            guard let first = mine.first, let last = mine.last else { return (key, nil) }
            return (key, (first, last))
        }
    }

    private static let compare =
        "See that every --key is named, the oldest first. If so, stop the gateway, keep this file, "
        + "and compare with the heads that were kept elsewhere: --kept."

    private static func unsigned(_ handover: SealKeyHandover) -> LedgerCheck.Finding {
        LedgerCheck.Finding(
            what: "The handover to key \(handover.to.name) is not signed by the key before it.",
            means: "Somebody else wrote it, or --key does not name the oldest key first.",
            action: compare
        )
    }

    private static func stranger(_ key: SealPublicKey) -> LedgerCheck.Finding {
        LedgerCheck.Finding(
            what: "The journal hands over to key \(key.name), which was not named.",
            means: "Its days are not trusted: whoever had the old key could name it.",
            action: compare
        )
    }

    private static func unannounced(_ key: SealPublicKey) -> LedgerCheck.Finding {
        LedgerCheck.Finding(
            what: "No key handed over to key \(key.name).",
            means: "It answers for no day, or the note that announced it was taken out.",
            action: compare
        )
    }
}
