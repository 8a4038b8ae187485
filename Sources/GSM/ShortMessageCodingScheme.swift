// SPDX-License-Identifier: Apache-2.0

/// The data coding octet of short messages, TP-DCS (TS 23.038 clause 4).
///
/// USSD uses another table, ``DataCodingScheme``. A reserved value reads as GSM-7.
public struct ShortMessageCodingScheme: RawRepresentable, Hashable, Sendable {
    /// The octet as it travels.
    public let rawValue: UInt8

    /// Takes any octet.
    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// GSM-7, 0x00.
    public static let gsm7 = ShortMessageCodingScheme(rawValue: 0x00)
    /// Data of eight bits, 0x04.
    public static let eightBit = ShortMessageCodingScheme(rawValue: 0x04)
    /// UCS-2, 0x08.
    public static let ucs2 = ShortMessageCodingScheme(rawValue: 0x08)

    /// The scheme in which a text of this alphabet is sent.
    public init(_ alphabet: Alphabet) {
        switch alphabet {
        case .gsm7: self = .gsm7
        case .ucs2: self = .ucs2
        }
    }

    /// What the octets are; any reserved value is GSM-7.
    public var alphabet: CodedAlphabet {
        switch rawValue >> 4 {
        case 0b0000...0b0111: CodedAlphabet(bits: rawValue)
        case 0b1110: .ucs2
        case 0b1111: rawValue & 0b100 == 0 ? .gsm7 : .eightBit
        default: .gsm7
        }
    }

    /// The message class, 0 to 3 (0 is shown at once and not kept), `nil` when there is none.
    public var messageClass: Int? {
        switch rawValue >> 4 {
        case 0b0001, 0b0011, 0b0101, 0b0111, 0b1111: Int(rawValue & 0b11)
        default: nil
        }
    }
}
