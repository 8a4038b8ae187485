// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Ledger
import LedgerStorage

/// What `stardial ledger export` does.
struct LedgerExportRun {
    /// What is written.
    enum Form: String, CaseIterable, ExpressibleByArgument {
        case csv
        case jsonl
        case hledger
    }

    var reading: LedgerReading
    var format: Form
    var span: BookSpan
    var assertsBalances: Bool
    var output: String

    func run() throws {
        let ledger = try reading.open()
        defer { ledger.close() }
        let naming = reading.naming(of: ledger)
        var export: any LedgerExport =
            switch format {
            case .csv: CSVExport(naming: naming)
            case .jsonl: JSONLinesExport(naming: naming)
            case .hledger: PlainTextExport(naming: naming, assertsBalances: assertsBalances)
            }
        let file = try OutputFile(output)
        do {
            try export.write(ledger, span: span) { try file.write($0) }
        } catch let error as LedgerStoreError {
            throw reading.failure(error)
        }
    }
}
