// SPDX-License-Identifier: Apache-2.0

/// How many PINs are sealed under one of the server's keys; at none it can be retired.
public struct PINKeyUse: Hashable, Sendable {
    /// The number of the key.
    public let key: UInt32
    /// Whether the ring has the key; without it the PINs under it cannot be checked.
    public let isThere: Bool
    /// Whether new PINs are sealed under it.
    public let isNewest: Bool
    /// Whether staff retired it.
    public let isRetired: Bool
    /// Wallets whose PIN is under it.
    public internal(set) var wallets = 0
    /// Staff whose PIN is under it.
    public internal(set) var staff = 0
}

/// The keys that staff retired, by number; they are never given out again.
struct RetiredKeys: Hashable, Sendable {
    var numbers: [UInt32] = []
}

extension RetiredKeys: RecordBody {
    static let kind = RecordKind.retiredKeys

    /// More keys than anybody retires in a lifetime.
    private static let numbersMax = 1_000

    init(from reader: inout RecordReader) {
        let count = reader.int()
        guard 0...Self.numbersMax ~= count else { return }
        for _ in 0..<count { numbers.append(UInt32(truncatingIfNeeded: reader.unsigned())) }
    }

    func write(to writer: inout RecordWriter) {
        writer.write(numbers.count)
        for number in numbers { writer.write(UInt64(number)) }
    }
}
