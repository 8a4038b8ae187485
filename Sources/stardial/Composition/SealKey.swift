// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ledger

/// The key that signs where the ledger stands at the end of each day.
enum SealKey {
    static let variable = "STARDIAL_SEAL_KEY"
    private static let octets = 32

    /// The key of a ledger: from the environment, or from the file beside the ledger, which is
    /// made with random octets and for its owner alone when no day is sealed yet.
    ///
    /// - Returns: nil for a ledger in memory, which nobody keeps.
    static func load(
        for ledger: LedgerChoice,
        of store: any LedgerStore
    ) throws(CommandFailure) -> SealingKey? {
        guard case .sqlite(let path) = ledger else { return nil }
        let last: SignedHead?
        do throws(LedgerStoreError) {
            last = try store.heads().last
        } catch {
            throw CommandFailure(.failed, "The ledger \(path) was not read. \(error.description)")
        }
        let announced = try handovers(in: store, path).last?.to
        if let found = try find(for: path) {
            let key =
                if let announced { try announcedKey(found, announced, path) } else { found }
            if let last, announced == nil, !last.isSigned(by: key.publicKey) {
                throw CommandFailure(
                    .failed,
                    "The sealing key is not the one that sealed \(last.day) in the ledger \(path). "
                        + "Nothing was sealed. Put that one back, in \(file(of: path)) or in "
                        + "\(variable)."
                )
            }
            return key
        }
        let file = file(of: path)
        guard last == nil else {
            throw CommandFailure(
                .failed,
                "Days of the ledger \(path) are sealed, but its sealing key \(file) cannot be "
                    + "read. Put it back, or set \(variable). With another key the seals would "
                    + "not fit those before."
            )
        }
        let key = try make()
        try key.exposedToItsFile { octets throws(CommandFailure) in
            try SecretFile.write(octets, to: file)
        }
        return key
    }

    /// A key of random octets.
    static func make() throws(CommandFailure) -> SealingKey {
        guard let key = SealingKey(bytes: SecretFile.random(octets)) else {
            throw CommandFailure(.failed, "No sealing key was made. Try again.")
        }
        return key
    }

    /// Puts the file of a new key in the place of the old one, which is gone then.
    static func putInPlace(_ next: String, _ path: String) throws(CommandFailure) {
        guard rename(next, file(of: path)) == 0 else {
            throw CommandFailure(
                .failed,
                "The new key is announced, but \(next) was not put in its place. The next start "
                    + "does it. Is the folder writable?"
            )
        }
    }

    /// The handovers in a journal, oldest first; whether they are signed is not looked at.
    static func handovers(
        in store: any LedgerStore,
        _ path: String
    ) throws(CommandFailure) -> [SealKeyHandover] {
        do throws(LedgerStoreError) {
            return try store.handovers()
        } catch {
            throw CommandFailure(.failed, "The ledger \(path) was not read. \(error.description)")
        }
    }

    /// The key that was announced last: the one found, or the one whose file was not yet put in
    /// its place when the power failed.
    private static func announcedKey(
        _ found: SealingKey,
        _ announced: SealPublicKey,
        _ path: String
    ) throws(CommandFailure) -> SealingKey {
        if found.publicKey == announced { return found }
        let next = SealKeyReplacement.file(of: path)
        if let data = FileManager.default.contents(atPath: next) {
            let key = try read(String(decoding: data, as: UTF8.self), next)
            if key.publicKey == announced {
                try putInPlace(next, path)
                return key
            }
        }
        throw CommandFailure(
            .failed,
            "The sealing key of the ledger \(path) was replaced, and this is not the new one, "
                + "\(announced.name). Nothing was sealed. Put the new one into \(file(of: path)) "
                + "or \(variable)."
        )
    }

    /// The key from the environment or from the file beside a ledger; nil when there is none.
    static func find(for path: String) throws(CommandFailure) -> SealingKey? {
        if let text = ProcessInfo.processInfo.environment[variable], !text.isEmpty {
            return try read(text.hasPrefix(SealingKey.heading) ? text : headed(text), variable)
        }
        let file = file(of: path)
        guard let data = FileManager.default.contents(atPath: file) else { return nil }
        return try read(String(decoding: data, as: UTF8.self), file)
    }

    /// The file beside a ledger.
    static func file(of ledger: String) -> String { ledger + ".sealkey" }

    /// Reads the public half of a key from a file that `stardial ledger key` wrote.
    static func publicKey(at path: String) throws(CommandFailure) -> SealPublicKey {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandFailure(.unreadable, "\(path) cannot be read. Is it there?")
        }
        let text = String(decoding: data.prefix(1_024), as: UTF8.self)
        guard !text.hasPrefix(SealingKey.heading) else {
            throw CommandFailure(
                .unreadable,
                "\(path) is the key that signs, which stays secret. Nothing was checked. Name a "
                    + "file that stardial ledger key wrote."
            )
        }
        let line = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard let key = SealPublicKey(line) else {
            throw CommandFailure(
                .unreadable,
                "\(path) holds no public key, which is 64 hexadecimal digits. Nothing was "
                    + "checked. Name a file that stardial ledger key wrote."
            )
        }
        return key
    }

    private static func headed(_ digits: String) -> String { "\(SealingKey.heading)\n\(digits)\n" }

    private static func read(
        _ text: String,
        _ place: String
    ) throws(CommandFailure) -> SealingKey {
        guard let key = SealingKey(text: text) else {
            throw CommandFailure(
                .failed,
                "\(place) does not hold a sealing key: the line \"\(SealingKey.heading)\" and 64 "
                    + "hexadecimal digits. Put the right one back, or no day can be sealed."
            )
        }
        return key
    }
}
