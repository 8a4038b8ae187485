// SPDX-License-Identifier: Apache-2.0
import Ledger
import MobileMoney

/// What `stardial ledger import payments` does.
struct ImportPayments {
    var source: ImportSource
    var programme: String
    /// Who may create and approve; nil where there is no staff file.
    var roster: StaffRoster?
    var creator: String?
    var approver: String?
    var opensWallets: Bool

    /// Ends with ``ExitStatus/findings`` when a line has a mistake or was refused.
    func run() async throws {
        let tariff = try source.readTariff()
        let shows = source.ledger.showsNumbers
        let file = PaymentFile(try source.readFile(), tariff: tariff, showsNumbers: shows)
        try source.stopAtMistakes(file.diagnostics, count: file.mistakeCount, in: file.source)
        try await source.withService(tariff) { service in
            var payments = try BulkPayments(
                file.lines,
                title: source.title,
                programme: programme,
                service: service
            )
            payments.opensWallets = opensWallets
            if source.isRehearsal {
                try rehearse(payments, tariff)
            } else {
                try await pay(payments, tariff, BatchStaff(service, roster, source.file))
            }
        }
    }

    private func rehearse(_ payments: BulkPayments, _ tariff: Tariff) throws {
        let results = BulkResults(tariff: tariff, showsNumbers: source.ledger.showsNumbers)
        let output = try OutputFile(source.resultsPath)
        try output.write(results.header)
        let tally = try payments.forecast { line, outcome in
            try output.write(results.row(line, outcome, done: "would be paid"))
        }
        let batch = try payments.batch()
        tell(payments, batch, tally, tariff.currency)
        guard tally.doneAmount <= payments.available else {
            throw BulkProblem.shortOfMoney(
                programme: payments.payer,
                needed: Amount(minorUnits: tally.doneAmount, currency: tariff.currency),
                available: Amount(minorUnits: payments.available, currency: tariff.currency)
            )
        }
        if tally.refused > 0 { throw CommandFailure(.findings, "") }
    }

    private func pay(
        _ payments: BulkPayments,
        _ tariff: Tariff,
        _ staff: BatchStaff
    ) async throws {
        if let creator {
            try await staff.prove(.create, by: creator)
            try await payments.create(by: creator, at: ImportSource.now())
        }
        if let approver {
            try await staff.prove(.approve, by: approver)
            try await payments.approve(by: approver, at: ImportSource.now())
        }
        guard let batch = try payments.batch() else { throw BulkProblem.notCreated }
        guard batch.state != .created else {
            return tell(payments, batch, nil, tariff.currency)
        }
        let results = BulkResults(tariff: tariff, showsNumbers: source.ledger.showsNumbers)
        let output = try OutputFile(source.resultsPath)
        try output.write(results.header)
        let (after, tally) = try await payments.pay(now: ImportSource.now) { line, outcome in
            try output.write(results.row(line, outcome, done: "paid"))
        }
        tell(payments, after, tally, tariff.currency)
        if tally.refused > 0 { throw CommandFailure(.findings, "") }
    }

    private func tell(
        _ payments: BulkPayments,
        _ batch: BulkBatch?,
        _ tally: BulkPayments.Tally?,
        _ currency: Currency
    ) {
        if source.json {
            return Terminal.line(object(payments, batch, tally, currency))
        }
        func sum(_ units: Int64) -> String {
            "\(currency.code) \(currency.text(Int128(units), grouping: ","))"
        }
        let state = batch.map(\.state.rawValue) ?? "not created"
        Terminal.line("Batch \(source.title) of \(payments.payer): \(state)")
        Terminal.line("  \(payments.count) payments, \(sum(payments.total))")
        if let tally {
            let word = source.isRehearsal ? "would be paid" : "paid"
            Terminal.line("  \(tally.done) \(word), \(sum(tally.doneAmount))")
            Terminal.line("  \(tally.skipped) skipped, paid before")
            Terminal.line("  \(tally.refused) refused")
        }
        Terminal.line("  \(sum(payments.available)) left with \(payments.payer)")
        if source.isRehearsal { Terminal.line("Nothing was written to the ledger.") }
        if tally != nil { Terminal.line("Each line's result is in \(source.resultsPath).") }
        if let batch, batch.state == .created {
            Terminal.line("Nothing is paid yet. Somebody else than \(batch.createdBy) approves it:")
            Terminal.line("run the same command with --approved-by NAME.")
        }
    }

    private func object(
        _ payments: BulkPayments,
        _ batch: BulkBatch?,
        _ tally: BulkPayments.Tally?,
        _ currency: Currency
    ) -> String {
        func amount(_ units: Int64) -> JSONLine.Value { .text(currency.text(Int128(units))) }
        return JSONLine([
            ("batchTitle", .text(source.title)),
            ("batchStatus", .optional(batch?.state.rawValue)),
            ("dry_run", .flag(source.isRehearsal)),
            ("lines", .number(Int64(payments.count))), ("total", amount(payments.total)),
            ("paid", .number(Int64(tally?.done ?? 0))), ("amount", amount(tally?.doneAmount ?? 0)),
            ("skipped", .number(Int64(tally?.skipped ?? 0))),
            ("refused", .number(Int64(tally?.refused ?? 0))),
            ("available", amount(payments.available)),
            ("results", .optional(tally == nil ? nil : source.resultsPath)),
        ]).text
    }
}
