// SPDX-License-Identifier: Apache-2.0

/// What is kept of a PIN.
struct PINHash: Hashable, Sendable {
    let salt: [UInt8]
    let rounds: Int
    let blockSize: Int
    let parallelism: Int
    let digest: [UInt8]
    /// The number of the server's key that sealed it.
    var key: UInt32 = 1

    /// How long it takes to check.
    var cost: PINCost {
        PINCost(rounds: rounds, blockSize: blockSize, parallelism: parallelism)
    }
}

extension PINHash: CustomStringConvertible, CustomReflectable {
    /// Nothing of the hash.
    var description: String { "••••" }

    /// A mirror without children, so that dumping a hash shows nothing.
    var customMirror: Mirror { Mirror(self, children: []) }
}

extension PINHash {
    /// Reads a hash; before version 2 of its document every hash was sealed by key 1.
    init(from reader: inout RecordReader) {
        salt = reader.octets()
        rounds = reader.int()
        blockSize = reader.int()
        parallelism = reader.int()
        digest = reader.octets()
        if reader.version >= 2 { key = UInt32(truncatingIfNeeded: reader.unsigned()) }
    }

    func write(to writer: inout RecordWriter) {
        writer.write(salt)
        writer.write(rounds)
        writer.write(blockSize)
        writer.write(parallelism)
        writer.write(digest)
        writer.write(UInt64(key))
    }
}
