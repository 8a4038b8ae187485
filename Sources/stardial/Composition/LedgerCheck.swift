// SPDX-License-Identifier: Apache-2.0
import Ledger
import LedgerStorage

/// What `stardial ledger check` does.
struct LedgerCheck {
    var reading: LedgerReading
    var json: Bool
    /// What the signed heads are compared by; nil to compare none.
    var seals: KeptSeals?

    /// Something that must hold and does not, for whoever has to act on it.
    struct Finding {
        var what: String
        var means: String
        var action: String
    }

    /// Most findings of SQLite's own check that are told.
    private static let structureFindingsMax = 10

    /// Ends with ``ExitStatus/findings`` when something does not hold.
    func run() throws {
        let ledger: SQLiteLedgerSnapshot
        do throws(LedgerStoreError) {
            ledger = try SQLiteLedgerSnapshot(path: reading.path)
        } catch .damaged(let found) {
            return try tell([Self.damaged(found)], nil, nil, nil)
        } catch {
            throw reading.failure(error)
        }
        defer { ledger.close() }
        var findings: [Finding] = []
        var audit: LedgerAudit?
        let covers = try seals.map { try KeyCover($0, in: ledger, reading.path) }
        findings += covers?.findings ?? []
        do throws(LedgerStoreError) {
            let structure = try ledger.structureFindings(limit: Self.structureFindingsMax)
            findings += structure.map(Self.damaged)
            audit =
                if let covers {
                    try ledger.verify(signers: covers.signers, kept: seals?.kept ?? [])
                } else {
                    try ledger.verify()
                }
        } catch .damaged(let found) {
            findings.append(Self.damaged(found))
        } catch {
            throw reading.failure(error)
        }
        let violations = audit?.violations ?? []
        let sealed = SealedDays(
            heads: ledger.heads() + (seals?.kept ?? []),
            violations: violations
        )
        findings += violations.map { finding($0, sealed, in: ledger) }
        try tell(findings, audit, covers, ledger)
    }

    private func tell(
        _ findings: [Finding],
        _ audit: LedgerAudit?,
        _ covers: KeyCover?,
        _ ledger: SQLiteLedgerSnapshot?
    ) throws {
        if json {
            Terminal.line(object(findings, audit, covers, ledger))
        } else if let audit, findings.isEmpty {
            Terminal.line("All is well in \(reading.path).")
            Terminal.line("  Transfers  \(audit.transfers), every hash and balance done again")
            Terminal.line("  Accounts   \(audit.accounts), every sum done again")
            Terminal.line("  Head       \(audit.lastHash)")
            if seals != nil {
                let heads =
                    audit.heads == 1
                    ? "1 head of a day, signed and holding"
                    : "\(audit.heads) heads of days, each signed and holding"
                Terminal.line("  Sealed     \(heads)")
                for line in covers?.lines ?? [] { Terminal.line("  Key        \(line)") }
            } else if let count = ledger?.heads().count, count > 0 {
                let heads = count == 1 ? "1 head of a day" : "\(count) heads of days"
                Terminal.line("  Sealed     \(heads), not compared: name the key with --key")
            }
            if let writer = ledger?.writer {
                Terminal.line("  Open in    \(writer), which goes on. What troubles its disk")
                Terminal.line(
                    "             now, only it can tell: LEDGER check on its line, its log."
                )
            }
            Terminal.line("Keep the head elsewhere: it proves later that nothing was rewritten.")
        } else {
            for finding in findings {
                Terminal.line(finding.what)
                Terminal.line("  It means  \(finding.means)")
                Terminal.line("  Do this   \(finding.action)")
            }
            let most = findings.count >= LedgerAudit.violationsMax ? "or more " : ""
            let noun = findings.count == 1 ? "finding" : "findings"
            Terminal.line("\(findings.count) \(most)\(noun) in \(reading.path).")
        }
        if !findings.isEmpty { throw CommandFailure(.findings, "") }
    }

    private func object(
        _ findings: [Finding],
        _ audit: LedgerAudit?,
        _ covers: KeyCover?,
        _ ledger: SQLiteLedgerSnapshot?
    ) -> String {
        let list = findings.map { finding in
            JSONLine([
                ("what", .text(finding.what)), ("means", .text(finding.means)),
                ("action", .text(finding.action)),
            ]).text
        }
        var members: [(name: String, value: JSONLine.Value)] = [
            ("ledger", .text(reading.path)), ("sound", .flag(findings.isEmpty)),
            ("transfers", .number(audit?.transfers ?? 0)),
            ("accounts", .number(Int64(audit?.accounts ?? 0))),
            ("head", .optional(audit?.lastHash.description)), ("findings", .list(list)),
            ("open_in", .optional(ledger?.writer)),
        ]
        if seals != nil { members.append(("heads", .number(Int64(audit?.heads ?? 0)))) }
        if let covers { members.append(("keys", .list(covers.json))) }
        return JSONLine(members).text
    }

    private static func damaged(_ found: String) -> Finding {
        Finding(
            what: "The file is damaged: \(found).",
            means: "What is written there cannot be trusted, and the ledger does not open.",
            action: "Stop the gateway, keep this file, and put back the newest sound copy."
        )
    }
}
