// SPDX-License-Identifier: Apache-2.0
import Ledger
import LedgerStorage

/// What `stardial ledger check` does.
struct LedgerCheck {
    var reading: LedgerReading
    var json: Bool

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
            return try tell([Self.damaged(found)], nil)
        } catch {
            throw reading.failure(error)
        }
        defer { ledger.close() }
        var findings: [Finding] = []
        var audit: LedgerAudit?
        do throws(LedgerStoreError) {
            let structure = try ledger.structureFindings(limit: Self.structureFindingsMax)
            findings += structure.map(Self.damaged)
            audit = try ledger.verify()
        } catch .damaged(let found) {
            findings.append(Self.damaged(found))
        } catch {
            throw reading.failure(error)
        }
        findings += (audit?.violations ?? []).map { finding($0, in: ledger) }
        try tell(findings, audit)
    }

    private func tell(_ findings: [Finding], _ audit: LedgerAudit?) throws {
        if json {
            Terminal.line(object(findings, audit))
        } else if let audit, findings.isEmpty {
            Terminal.line("All is well in \(reading.path).")
            Terminal.line("  Transfers  \(audit.transfers), every hash and balance done again")
            Terminal.line("  Accounts   \(audit.accounts), every sum done again")
            Terminal.line("  Head       \(audit.lastHash)")
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

    private func object(_ findings: [Finding], _ audit: LedgerAudit?) -> String {
        let list = findings.map { finding in
            JSONLine([
                ("what", .text(finding.what)), ("means", .text(finding.means)),
                ("action", .text(finding.action)),
            ]).text
        }
        return JSONLine([
            ("ledger", .text(reading.path)), ("sound", .flag(findings.isEmpty)),
            ("transfers", .number(audit?.transfers ?? 0)),
            ("accounts", .number(Int64(audit?.accounts ?? 0))),
            ("head", .optional(audit?.lastHash.description)), ("findings", .list(list)),
        ]).text
    }

    private static func damaged(_ found: String) -> Finding {
        Finding(
            what: "The file is damaged: \(found).",
            means: "What is written there cannot be trusted, and the ledger does not open.",
            action: "Stop the gateway, keep this file, and put back the newest sound copy."
        )
    }

    private func finding(
        _ violation: InvariantViolation,
        in ledger: SQLiteLedgerSnapshot
    ) -> Finding {
        let naming = reading.naming(of: ledger)
        let rewritten = "Somebody or something changed what was written, there or before it."
        let compare =
            "Stop the gateway, keep this file, and compare with a copy whose head was kept."
        switch violation {
        case .chainBroken(let id), .rowMismatch(let id):
            return Finding(
                what: "\(violation) It is \(place(of: id, naming, ledger)).",
                means: rewritten,
                action: compare
            )
        case .gap:
            return Finding(
                what: violation.description,
                means: "A transfer was taken out of the file.",
                action: compare
            )
        case .balanceMismatch(let id), .pendingMismatch(let id), .limitBroken(let id),
            .closedNotEmpty(let id):
            return Finding(
                what: "\(violation) It is \(naming.account(id)).",
                means: "The balance in the file is not what its transfers say. They are right, "
                    + "when nothing is said of them here.",
                action: compare
            )
        default:
            return Finding(
                what: violation.description,
                means: "Money was made or lost in the file: debits do not equal credits.",
                action: compare
            )
        }
    }

    /// A transfer in words.
    private func place(
        of id: TransferID,
        _ naming: BookNaming,
        _ ledger: SQLiteLedgerSnapshot
    ) -> String {
        let before = TransferID(id.rawValue &- 1)
        guard let row = try? ledger.transfers(since: before, limit: 1).first, row.id == id else {
            return "not in the file"
        }
        return "\(row.amount) from \(naming.account(row.debit)) to \(naming.account(row.credit)) "
            + "at \(row.at.calendarText(offsetMinutes: reading.offsetMinutes))"
    }
}
