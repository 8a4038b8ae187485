// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ledger
import LedgerStorage

/// What `stardial ledger seal` and `stardial ledger key` do.
struct LedgerSeal {
    var reading: LedgerReading
    /// The day to seal; nil for yesterday.
    var day: String?

    /// Seals a day; one that was sealed before is told as it was.
    func run() async throws {
        let now = ImportSource.now()
        let offset = reading.offsetMinutes
        let day = day ?? DaySealer.day(before: now, offsetMinutes: offset)
        guard day <= now.calendarDate(offsetMinutes: offset) else {
            throw CommandFailure(
                .usage,
                "\(day) has not begun. Nothing was sealed. Name today or an earlier day."
            )
        }
        guard FileManager.default.fileExists(atPath: reading.path) else {
            throw CommandFailure(
                .unreadable,
                "There is no ledger \(reading.path). Nothing was sealed. Name it with --ledger."
            )
        }
        let choice = LedgerChoice.sqlite(path: reading.path)
        let store = try choice.open()
        defer { store.close() }
        let last = try reading.reading { () throws(LedgerStoreError) in try store.heads().last }
        guard let key = try SealKey.load(for: choice, of: store) else { return }
        let head: SignedHead
        do throws(LedgerStoreError) {
            head = try await store.seal(day: day, key: key)
        } catch {
            throw CommandFailure(.failed, "\(day) was not sealed. \(error.description)")
        }
        let before = last.map { $0.day >= day } ?? false
        Terminal.line("\(day) \(before ? "was sealed before" : "is sealed") in \(reading.path).")
        Terminal.line("  Transfers  \(head.transfer.rawValue)")
        Terminal.line("  Notes      \(head.note)")
        Terminal.line("  Hash       \(head.hash)")
        Terminal.line("Keep this line where nobody who can write the ledger can change it:")
        Terminal.line(head.line(naming: [key.publicKey]))
    }

    /// Writes every head, a line each, with the name of its key where that is known.
    func printHeads() throws {
        let ledger = try reading.open()
        defer { ledger.close() }
        var keys = try SealKey.handovers(in: ledger, reading.path).flatMap { [$0.from, $0.to] }
        if keys.isEmpty, let key = try SealKey.find(for: reading.path) { keys = [key.publicKey] }
        for head in ledger.heads() { Terminal.line(head.line(naming: keys)) }
    }

    /// Writes the public half of a ledger's key.
    static func printKey(of path: String) throws {
        guard let key = try SealKey.find(for: path) else {
            throw CommandFailure(
                .unreadable,
                "There is no sealing key \(SealKey.file(of: path)). Nothing was printed. stardial "
                    + "up and stardial ledger seal make one."
            )
        }
        Terminal.line(key.publicKey.description)
    }
}
