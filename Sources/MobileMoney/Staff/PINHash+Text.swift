// SPDX-License-Identifier: Apache-2.0
public import Dialogue

extension PINHash {
    /// Reads a hash as a staff file holds it; nil for anything else, and for a cost beyond reason.
    init?(text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 6, let key = UInt32(parts[0]), let rounds = Int(parts[1]),
            let blockSize = Int(parts[2]), let parallelism = Int(parts[3]),
            2...StaffRoster.Limits.roundsMax ~= rounds, rounds & (rounds - 1) == 0,
            1...64 ~= blockSize, 1...16 ~= parallelism,
            let salt = Hexadecimal.octets(Array(parts[4].utf8)), salt.count == 16,
            let digest = Hexadecimal.octets(Array(parts[5].utf8)), digest.count == 32
        else { return nil }
        self.init(
            salt: salt,
            rounds: rounds,
            blockSize: blockSize,
            parallelism: parallelism,
            digest: digest,
            key: key
        )
    }

    /// The hash as a staff file holds it: key, rounds, block size, parallelism, salt and digest.
    var text: String {
        let numbers = [String(key), String(rounds), String(blockSize), String(parallelism)]
        let octets = [salt, digest].map { $0.map { Hexadecimal.text($0) }.joined() }
        return (numbers + octets).joined(separator: ":")
    }
}

extension PINVerifier {
    /// Hashes the PIN of a member of staff for the staff file; to be run on a thread that may wait.
    ///
    /// - Returns: one line of text for the key `pin`; it is worth nothing without the server's key.
    /// - Throws: when scrypt does not take the cost or finds no memory.
    public func staffHash(of pin: Secret) throws -> String { try hash(pin).text }
}
