// SPDX-License-Identifier: Apache-2.0

/// The name of one command for ever: whoever repeats it gets the first result again.
///
/// Sixteen bytes. Keys that grow with time keep the newest ones together on disk, which is worth
/// a factor of two in speed; any other sixteen bytes work too.
public struct IdempotencyKey: Hashable, Comparable, Sendable {
    /// The half that grows with time, such as milliseconds or a session's number.
    public let high: UInt64
    /// The half that tells apart what shares a time: a position, or random bits.
    public let low: UInt64

    /// Makes a key of its two halves.
    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Whether the left key sorts first.
    public static func < (left: IdempotencyKey, right: IdempotencyKey) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }
}

extension IdempotencyKey: CustomStringConvertible {
    /// The sixteen bytes as 32 hexadecimal digits.
    public var description: String { hexadecimal(high) + hexadecimal(low) }
}

/// Sixteen hexadecimal digits of a 64-bit number.
func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
}
