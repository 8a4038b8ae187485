// SPDX-License-Identifier: Apache-2.0

/// Twelve octets that name one session for ever.
///
/// Written as 16 hexadecimal digits, a dash and 8 more; the text can be read back.
public struct SessionID: Hashable, Sendable {
    /// Milliseconds since 1970 of the session's begin in the upper 44 bits, random bits below.
    public let high: UInt64
    /// The running number of the session in its gateway.
    public let number: UInt32

    /// Makes an identifier from its parts.
    public init(high: UInt64, number: UInt32) {
        self.high = high
        self.number = number
    }

    /// What answers carry that belong to no session.
    public static let none = SessionID(high: 0, number: 0)

    /// Makes the identifier of a session that begins now.
    init(began: Instant, number: UInt32, random: UInt64) {
        let time = UInt64(truncatingIfNeeded: max(0, began.milliseconds)) << Self.randomBits
        self.init(high: time | random >> (64 - Self.randomBits), number: number)
    }

    /// The key of the call at a position: equal for a call repeated, ordered by time.
    func key(at position: UInt32) -> ServiceKey {
        ServiceKey(high: high, low: UInt64(number) << 32 | UInt64(position))
    }

    private static let randomBits: UInt64 = 20
}

extension SessionID: LosslessStringConvertible {
    /// Reads what ``description`` wrote; anything else gives nil.
    public init?(_ description: String) {
        let octets = Array(description.utf8)
        guard octets.count == 25, octets[16] == UInt8(ascii: "-"),
            let high = Self.number(octets[..<16]), let low = Self.number(octets[17...])
        else { return nil }
        self.init(high: high, number: UInt32(truncatingIfNeeded: low))
    }

    /// The identifier as `0019a8f2c4e3b7d1-0000002a`.
    public var description: String {
        Self.hexadecimal(high, digits: 16) + "-" + Self.hexadecimal(UInt64(number), digits: 8)
    }

    private static func hexadecimal(_ number: UInt64, digits: Int) -> String {
        let text = String(number, radix: 16)
        return String(repeating: "0", count: digits - text.utf8.count) + text
    }

    private static func number(_ octets: ArraySlice<UInt8>) -> UInt64? {
        var number: UInt64 = 0
        for octet in octets {
            switch octet {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                number = number << 4 | UInt64(octet - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"):
                number = number << 4 | UInt64(octet - UInt8(ascii: "a") + 10)
            default: return nil
            }
        }
        return number
    }
}
