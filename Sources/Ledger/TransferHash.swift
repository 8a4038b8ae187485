// SPDX-License-Identifier: Apache-2.0

/// The 32 bytes that seal a transfer and all before it: SHA-256 over them and every field.
public struct TransferHash: Hashable, Sendable {
    private let words: (UInt64, UInt64, UInt64, UInt64)

    /// The hash before the first transfer: all zero.
    public static let genesis = TransferHash(words: (0, 0, 0, 0))

    /// Takes exactly 32 bytes; nil for any other number of them.
    public init?(bytes: UnsafeRawBufferPointer) {
        guard bytes.count == 32 else { return nil }
        func word(_ index: Int) -> UInt64 {
            UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
        }
        words = (word(0), word(1), word(2), word(3))
    }

    private init(words: (UInt64, UInt64, UInt64, UInt64)) {
        self.words = words
    }

    /// The 32 bytes.
    public var bytes: [UInt8] {
        [words.0, words.1, words.2, words.3].flatMap { word in
            withUnsafeBytes(of: word.bigEndian) { Array($0) }
        }
    }

    /// Lends the 32 bytes without an allocation.
    package func withBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let ordered = (
            words.0.bigEndian, words.1.bigEndian, words.2.bigEndian, words.3.bigEndian
        )
        return try withUnsafeBytes(of: ordered) { (bytes) throws(Failure) in try body(bytes) }
    }

    /// The first eight bytes as a number.
    var prefix: UInt64 { words.0 }

    /// Whether two hashes are the same 32 bytes.
    public static func == (left: TransferHash, right: TransferHash) -> Bool {
        left.words == right.words
    }

    /// Feeds the bytes to a hasher.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(words.0)
    }
}

extension TransferHash: CustomStringConvertible {
    /// The bytes as 64 hexadecimal digits.
    public var description: String {
        hexadecimal(words.0) + hexadecimal(words.1) + hexadecimal(words.2) + hexadecimal(words.3)
    }
}
