// SPDX-License-Identifier: Apache-2.0

/// What the octets behind a data coding scheme are.
public enum CodedAlphabet: String, Hashable, Sendable, CaseIterable {
    /// Septets of the GSM 7-bit default alphabet.
    case gsm7
    /// Data of eight bits whose meaning is the sender's own.
    case eightBit
    /// UTF-16 code units of two octets.
    case ucs2

    /// The alphabet a text was measured in, as a coded one.
    public init(_ alphabet: Alphabet) {
        switch alphabet {
        case .gsm7: self = .gsm7
        case .ucs2: self = .ucs2
        }
    }

    /// Reads unpacked septets, in these national tables, or octets as text; data of eight bits has
    /// none.
    public func text(of coded: [UInt8], shift: NationalShift = .none) -> String? {
        switch self {
        case .gsm7: shift.decode(coded)
        case .eightBit: nil
        case .ucs2: UCS2.decode(coded)
        }
    }

    /// Reads bits 3 and 2 as the general coding groups have them; the reserved value is GSM-7.
    init(bits rawValue: UInt8) {
        switch rawValue >> 2 & 0b11 {
        case 0b01: self = .eightBit
        case 0b10: self = .ucs2
        default: self = .gsm7
        }
    }
}
