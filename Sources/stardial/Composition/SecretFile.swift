// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Files that hold keys, for their owner alone.
enum SecretFile {
    /// Writes a new file beside the old one and puts it in its place, so that no moment has half.
    static func write(_ octets: [UInt8], to file: String) throws(CommandFailure) {
        let fresh = file + ".new"
        let made = FileManager.default.createFile(
            atPath: fresh,
            contents: Data(octets),
            attributes: [.posixPermissions: 0o600]
        )
        guard made, rename(fresh, file) == 0 else {
            throw CommandFailure(.failed, "\(file) cannot be written. Is the folder writable?")
        }
    }

    /// Octets that nobody can guess.
    static func random(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8(truncatingIfNeeded: SystemClock.seed()) }
    }
}
