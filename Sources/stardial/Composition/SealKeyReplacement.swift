// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ledger
import LedgerStorage

/// What `stardial ledger key --replace` does.
enum SealKeyReplacement {
    /// The file with a key that is announced and not yet in its place.
    static func file(of ledger: String) -> String { SealKey.file(of: ledger) + ".next" }

    /// Makes a new key, has the old one announce it in the chain, and puts it in its place.
    static func run(_ reading: LedgerReading) async throws {
        let path = reading.path
        if ProcessInfo.processInfo.environment[SealKey.variable]?.isEmpty == false {
            throw CommandFailure(
                .usage,
                "The key is in \(SealKey.variable), which cannot be written. Nothing was replaced. "
                    + "Put it into \(SealKey.file(of: path)) for the replacement, and take the new "
                    + "one from there."
            )
        }
        guard FileManager.default.fileExists(atPath: path), try SealKey.find(for: path) != nil
        else {
            throw CommandFailure(
                .unreadable,
                "There is no sealing key \(SealKey.file(of: path)). Nothing was replaced. stardial "
                    + "up and stardial ledger seal make one."
            )
        }
        let choice = LedgerChoice.sqlite(path: path)
        let store = try choice.open()
        defer { store.close() }
        guard let old = try SealKey.load(for: choice, of: store) else { return }
        let last = try await lastHead(store, old, reading)
        let next = try SealKey.make()
        guard let handover = SealKeyHandover(from: old, to: next.publicKey, after: last) else {
            throw CommandFailure(.failed, "The old key did not sign. Nothing was replaced.")
        }
        try next.exposedToItsFile { octets throws(CommandFailure) in
            try SecretFile.write(octets, to: file(of: path))
        }
        try await announce(handover, store)
        try SealKey.putInPlace(file(of: path), path)
        Terminal.line("A new key seals \(path) from now on.")
        Terminal.line("  Old key    \(old.publicKey), for days up to \(last.day)")
        Terminal.line("  New key    \(next.publicKey), for every later day")
        Terminal.line("Give both to whoever checks the ledger, the old one first:")
        Terminal.line("stardial ledger check --key OLD.pub --key NEW.pub")
    }

    /// The head of the last day that is over, sealed with the old key if it is not yet.
    private static func lastHead(
        _ store: any LedgerStore,
        _ old: SealingKey,
        _ reading: LedgerReading
    ) async throws -> SignedHead {
        let day = DaySealer.day(before: ImportSource.now(), offsetMinutes: reading.offsetMinutes)
        do throws(LedgerStoreError) {
            let last = try store.heads().last
            if let last, last.day >= day, last.isSigned(by: old.publicKey) { return last }
            if last.map({ $0.day < day }) ?? true {
                return try await store.seal(day: day, key: old)
            }
        } catch {
            throw CommandFailure(.failed, "The key was not replaced. \(error.description)")
        }
        throw CommandFailure(
            .failed,
            "The key was replaced since the last day was sealed. Nothing was done. Replace it "
                + "again tomorrow."
        )
    }

    private static func announce(_ handover: SealKeyHandover, _ store: any LedgerStore) async throws
    {
        let now = ImportSource.now()
        let command = LedgerCommand(
            key: IdempotencyKey(high: UInt64(now.milliseconds) << 20, low: SystemClock.seed()),
            at: now,
            audit: [handover.entry]
        )
        do throws(LedgerStoreError) {
            let result = try await store.commit(command)
            guard let rejection = result.rejection else { return }
            throw .refused(rejection.reason.rawValue)
        } catch {
            throw CommandFailure(.failed, "The key was not replaced. \(error.description)")
        }
    }
}
