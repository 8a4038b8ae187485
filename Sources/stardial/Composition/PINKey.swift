// SPDX-License-Identifier: Apache-2.0
import Foundation

/// The server's key that goes into every PIN's hash; without it the ledger file gives no PIN away.
enum PINKey {
    static let variable = "STARDIAL_PIN_KEY"
    private static let octets = 32

    /// The key for a ledger: from the environment, or from the file beside the ledger, which is
    /// made with random octets and for its owner alone when the ledger is new.
    static func load(
        for ledger: LedgerChoice,
        isNew: Bool
    ) throws(CommandFailure) -> [UInt8] {
        if let text = ProcessInfo.processInfo.environment[variable], !text.isEmpty {
            return Array(text.utf8)
        }
        guard case .sqlite(let path) = ledger else { return random() }
        let file = path + ".pinkey"
        if let data = FileManager.default.contents(atPath: file) {
            guard data.count >= octets else {
                throw CommandFailure(
                    .failed,
                    "\(file) is too short to be a key. Put the right one back, or no PIN will fit."
                )
            }
            return Array(data)
        }
        guard isNew else {
            throw CommandFailure(
                .failed,
                "The ledger \(path) is there, but its key \(file) is not. Put it back, or set "
                    + "\(variable). Without the right key no PIN fits."
            )
        }
        let key = random()
        let made = FileManager.default.createFile(
            atPath: file,
            contents: Data(key),
            attributes: [.posixPermissions: 0o600]
        )
        guard made else {
            throw CommandFailure(.failed, "\(file) cannot be written. Is the folder writable?")
        }
        return key
    }

    private static func random() -> [UInt8] {
        (0..<octets).map { _ in UInt8(truncatingIfNeeded: SystemClock.seed()) }
    }
}
