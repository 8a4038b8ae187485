// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ledger
import MobileMoney

/// The server's keys that go into every PIN's hash; without them the ledger file gives no PIN away.
enum PINKey {
    static let variable = "STARDIAL_PIN_KEY"
    private static let octets = 32

    /// The keys for a ledger: from the environment, or from the file beside the ledger, which is
    /// made with random octets and for its owner alone when the ledger is new.
    static func load(
        for ledger: LedgerChoice,
        isNew: Bool
    ) throws(CommandFailure) -> PINKeyring {
        if let text = ProcessInfo.processInfo.environment[variable], !text.isEmpty {
            guard text.hasPrefix(PINKeyring.heading) else { return PINKeyring(Array(text.utf8)) }
            return try read(Array(text.utf8), from: variable)
        }
        guard case .sqlite(let path) = ledger else { return PINKeyring(random()) }
        let file = file(of: path)
        if let data = FileManager.default.contents(atPath: file) {
            return try read(Array(data), from: file)
        }
        guard isNew else {
            throw CommandFailure(
                .failed,
                "The ledger \(path) is there, but its key \(file) cannot be read. Put it "
                    + "back, let this user read it, or set \(variable). Without the right key no "
                    + "PIN fits."
            )
        }
        let keys = PINKeyring(random())
        try write(keys, to: file)
        return keys
    }

    /// Stops before a key that is not the ledger's takes every right PIN for a wrong one.
    static func prove(
        _ keys: PINKeyring,
        for ledger: LedgerChoice,
        _ store: any LedgerStore
    ) async throws(CommandFailure) {
        guard case .sqlite(let path) = ledger else { return }
        let stranger: UInt32?
        do throws(LedgerStoreError) {
            stranger = try await keys.firstStranger(in: store, at: ImportSource.now())
        } catch {
            let why = error.description
            throw CommandFailure(.failed, "The ledger \(path) was not used. \(why)")
        }
        guard let stranger else { return }
        throw CommandFailure(
            .failed,
            "Key \(stranger) of \(variable) or \(file(of: path)) is not the key \(stranger) "
                + "that the ledger knows. Nothing was done: with it every right PIN would count as "
                + "wrong. Put the right one back."
        )
    }

    /// Puts a new key into the file beside a ledger; new hashes are sealed under it from the next
    /// start on.
    ///
    /// - Returns: the ring with the new key.
    static func add(toLedgerAt path: String) throws(CommandFailure) -> PINKeyring {
        try rewrite(path) { keys throws(PINKeyringError) in try keys.adding(random()) }
    }

    /// Takes a key out of the file beside a ledger.
    static func remove(_ number: UInt32, fromLedgerAt path: String) throws(CommandFailure) {
        _ = try rewrite(path) { keys throws(PINKeyringError) in keys.removing(number) }
    }

    /// The file beside a ledger.
    static func file(of ledger: String) -> String { ledger + ".pinkey" }

    private static func rewrite(
        _ path: String,
        _ change: (PINKeyring) throws(PINKeyringError) -> PINKeyring
    ) throws(CommandFailure) -> PINKeyring {
        let file = file(of: path)
        guard let data = FileManager.default.contents(atPath: file) else {
            throw CommandFailure(
                .unreadable,
                "There is no key file \(file), so no key was changed. Keys that are set by "
                    + "\(variable) are changed there."
            )
        }
        let next: PINKeyring
        do throws(PINKeyringError) {
            next = try change(try PINKeyring(reading: Array(data)))
        } catch {
            throw CommandFailure(.failed, "\(file) was not changed. \(error.description)")
        }
        try write(next, to: file)
        return next
    }

    private static func read(
        _ octets: [UInt8],
        from place: String
    ) throws(CommandFailure) -> PINKeyring {
        do throws(PINKeyringError) {
            return try PINKeyring(reading: octets)
        } catch {
            throw CommandFailure(
                .failed,
                "\(place) does not hold the keys. \(error.description) Put the right ones back, "
                    + "or no PIN will fit."
            )
        }
    }

    private static func write(_ keys: PINKeyring, to file: String) throws(CommandFailure) {
        try keys.exposedToItsFile { octets throws(CommandFailure) in
            try SecretFile.write(octets, to: file)
        }
    }

    private static func random() -> [UInt8] { SecretFile.random(octets) }
}
