// SPDX-License-Identifier: Apache-2.0
import Foundation
import Gateway
import Ledger
import LedgerStorage
import MobileMoney
import SourceText

/// A file that is brought into a ledger, and what it is judged by.
struct ImportSource {
    var file: String
    var ledger: LedgerReading
    var tariff: String
    var batch: String?
    var results: String?
    /// Whether nothing is to be written but the results.
    var isRehearsal: Bool
    var json: Bool

    /// The name of the batch: as given, or the file's without folder and kind.
    var title: String {
        batch ?? file.fileName.withoutExtension
    }

    /// Where the result of each line is written.
    var resultsPath: String {
        results ?? file.withoutExtension + ".results.csv"
    }

    /// Reads the tariff.
    func readTariff() throws(CommandFailure) -> Tariff {
        let yaml = try MenuShelf.text(of: tariff)
        do throws(TariffError) {
            return try Tariff(yaml: yaml)
        } catch {
            throw CommandFailure(.findings, "\(tariff): \(error)")
        }
    }

    /// Reads the file, of UTF-8 and not too long.
    func readFile() throws(CommandFailure) -> SourceFile {
        let path = file == "-" ? "/dev/stdin" : file
        guard let handle = FileHandle(forReadingAtPath: path),
            let data = try? handle.read(upToCount: BulkLimits.fileBytesMax + 1) ?? Data()
        else {
            throw CommandFailure(.unreadable, "\(file) cannot be read. Is it there?")
        }
        guard data.count <= BulkLimits.fileBytesMax else {
            throw CommandFailure(
                .unreadable,
                "\(file) is longer than \(BulkLimits.fileBytesMax) bytes. Split it."
            )
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw CommandFailure(.unreadable, "\(file) is not UTF-8. Save it as UTF-8.")
        }
        return SourceFile(path: file, text: text)
    }

    /// Shows mistakes; ends with ``ExitStatus/findings`` when there are any.
    func stopAtMistakes(
        _ diagnostics: [Diagnostic],
        count: Int,
        in source: SourceFile
    ) throws(CommandFailure) {
        guard count > 0 else { return }
        let renderer = DiagnosticRenderer(style: Terminal.wantsColour() ? .ansi : .plain)
        Terminal.write(renderer.render(diagnostics, in: [source]))
        let more = count > diagnostics.count ? ", of which the first are shown" : ""
        let noun = count == 1 ? "mistake" : "mistakes"
        throw CommandFailure(
            .findings,
            "\(file) has \(count) \(noun)\(more). Nothing was done. Mend the file and run it again."
        )
    }

    /// Lends the wallets of the ledger: for reading alone in a rehearsal, else to be written.
    func withService(
        _ tariff: Tariff,
        _ body: (WalletService) async throws -> Void
    ) async throws {
        let choice = LedgerChoice.sqlite(path: ledger.path)
        let isNew = choice.isNew
        let store: any LedgerStore
        switch (isRehearsal, isNew) {
        case (false, _): store = try choice.open()
        case (true, false): store = try ledger.open()
        // Where there is no ledger yet, a rehearsal finds an empty one.
        case (true, true): store = MemoryLedgerStore()
        }
        defer { store.close() }
        if isNew, !isRehearsal {
            let note = "Note: there was no ledger \(ledger.path), so a new one was made.\n"
            Terminal.write(note, to: .errors)
        }
        let keys = isRehearsal ? PINKeyring([]) : try PINKey.load(for: choice, isNew: isNew)
        if !isRehearsal { try await PINKey.prove(keys, for: choice, store) }
        let service = WalletService(
            store: store,
            tariff: tariff,
            verifier: PINVerifier(keys: keys, worker: { $0() }, salts: SystemClock.seed)
        )
        do {
            try await body(service)
        } catch let problem as BulkProblem {
            throw CommandFailure(Self.status(of: problem), problem.description)
        }
    }

    /// The time as the ledger takes it.
    static let now: @Sendable () -> Timestamp = {
        Timestamp(milliseconds: SystemClock.now().milliseconds)
    }

    private static func status(of problem: BulkProblem) -> ExitStatus {
        switch problem {
        case .badName, .noProgramme, .notCreated, .sameApprover: .usage
        case .otherContents, .otherProgramme: .findings
        case .shortOfMoney, .ledger: .failed
        }
    }
}
