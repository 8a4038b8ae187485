// SPDX-License-Identifier: Apache-2.0
import Crypto

/// Bytes to be hashed: fixed-width numbers, most significant byte first, and counted strings, so
/// that no two different contents give the same bytes.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    mutating func append(_ value: some FixedWidthInteger) {
        withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func append(_ value: Int64?) {
        bytes.append(value == nil ? 0 : 1)
        append(value ?? 0)
    }

    mutating func append(_ text: String) {
        append(UInt32(truncatingIfNeeded: text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    mutating func append(_ body: [UInt8]) {
        append(UInt32(truncatingIfNeeded: body.count))
        bytes.append(contentsOf: body)
    }

    mutating func append(raw: UnsafeRawBufferPointer) {
        bytes.append(contentsOf: raw)
    }

    mutating func append(_ flag: Bool) {
        bytes.append(flag ? 1 : 0)
    }

    /// SHA-256 (FIPS 180-4) of everything written.
    func sha256() -> TransferHash {
        var hash = SHA256()
        bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
        return hash.finalize().withUnsafeBytes { TransferHash(bytes: $0) ?? .genesis }
    }
}
