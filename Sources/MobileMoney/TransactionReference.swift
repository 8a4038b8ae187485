// SPDX-License-Identifier: Apache-2.0
import Crypto
import Gateway

/// The number on a receipt: ten letters and digits that can be read aloud and typed back.
///
/// The alphabet is Crockford's, without I, L, O and U. The first two characters say year and
/// month, seven are drawn from the key of the call, and the last one checks the others: it
/// catches every single wrong character and every two that changed places.
public struct TransactionReference: Hashable, Sendable {
    /// The ten characters, such as `6BK7M9XB4T`.
    public let text: String

    /// Characters of a receipt number.
    public static let length = 10

    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    /// Reads what a subscriber typed back: lower case, O for 0, I or L for 1, blanks and dashes.
    ///
    /// Nil unless there are ten characters of the alphabet and the last one fits the others.
    public init?(typed: String) {
        var values: [UInt8] = []
        for byte in typed.uppercased().utf8 where byte != 0x20 && byte != 0x2D {
            guard values.count < Self.length, let value = Self.value(of: byte) else { return nil }
            values.append(value)
        }
        guard values.count == Self.length, values.last == Self.check(values.dropLast()) else {
            return nil
        }
        text = Self.text(of: values)
    }

    /// Draws the number of a payment from its key; another attempt gives another number.
    init(key: ServiceKey, attempt: UInt8, at time: LocalTime) {
        let bits = Hashing.number("receipt", key, attempt)
        var values = [UInt8(time.year % 32), UInt8(time.month)]
        for index in 0..<7 { values.append(UInt8(bits >> UInt64(5 * index) & 31)) }
        values.append(Self.check(values[...]))
        text = Self.text(of: values)
    }

    /// The first nine characters as one number of 45 bits.
    var number: UInt64 {
        text.utf8.dropLast().reduce(0) { $0 << 5 | UInt64(Self.value(of: $1) ?? 0) }
    }

    private static func text(of values: [UInt8]) -> String {
        String(decoding: values.map { alphabet[Int($0 & 31)] }, as: UTF8.self)
    }

    private static func value(of byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "O"): 0
        case UInt8(ascii: "I"), UInt8(ascii: "L"): 1
        default: alphabet.firstIndex(of: byte).map { UInt8($0) }
        }
    }

    /// The check character: the values as a polynomial over the field of 32 elements, modulus
    /// x⁵ + x² + 1, evaluated at its generator.
    private static func check(_ values: ArraySlice<UInt8>) -> UInt8 {
        values.reduce(0) { sum, value in doubled(sum ^ value) }
    }

    private static func doubled(_ value: UInt8) -> UInt8 {
        let shifted = value << 1
        return shifted > 31 ? shifted ^ 0b100101 : shifted
    }
}

extension TransactionReference: CustomStringConvertible {
    /// The ten characters.
    public var description: String { text }
}
