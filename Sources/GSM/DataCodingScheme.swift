// SPDX-License-Identifier: Apache-2.0

/// The data coding octet of USSD and cell broadcast (TS 23.038 clause 5).
///
/// Short messages use another table, ``ShortMessageCodingScheme``. A reserved value reads as GSM-7.
public struct DataCodingScheme: RawRepresentable, Hashable, Sendable {
    /// The octet as it travels.
    public let rawValue: UInt8

    /// What stands before the text and says its language.
    public enum LanguagePrefix: Hashable, Sendable {
        /// Two letters and CR, three septets (0x10).
        case septets
        /// Two packed letters, two octets (0x11).
        case octets
    }

    /// Takes any octet.
    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// GSM-7 in an unspecified language, 0x0F: the usual value of USSD.
    public static let unspecifiedGSM7 = DataCodingScheme(rawValue: 0x0F)
    /// Data of eight bits, 0x44.
    public static let eightBit = DataCodingScheme(rawValue: 0x44)
    /// UCS-2, 0x48.
    public static let ucs2 = DataCodingScheme(rawValue: 0x48)

    /// The scheme in which a text of this alphabet is sent.
    public init(_ alphabet: Alphabet) {
        switch alphabet {
        case .gsm7: self = .unspecifiedGSM7
        case .ucs2: self = .ucs2
        }
    }

    /// What the octets are; any reserved value is GSM-7.
    public var alphabet: CodedAlphabet {
        switch rawValue >> 4 {
        case 0b0001: rawValue == 0x11 ? .ucs2 : .gsm7
        case 0b0100...0b0111, 0b1001: CodedAlphabet(bits: rawValue)
        case 0b1111: rawValue & 0b100 == 0 ? .gsm7 : .eightBit
        default: .gsm7
        }
    }

    /// The ISO 639 code of the language that the octet names, `nil` when it names none.
    public var language: String? {
        let languages: [String]
        switch rawValue >> 4 {
        case 0b0000: languages = Self.westernLanguages
        case 0b0010: languages = Self.otherLanguages
        default: return nil
        }
        let index = Int(rawValue & 0x0F)
        return index < languages.count ? languages[index] : nil
    }

    /// The language prefix in front of the text, for 0x10 and 0x11.
    public var languagePrefix: LanguagePrefix? {
        switch rawValue {
        case 0x10: .septets
        case 0x11: .octets
        default: nil
        }
    }

    /// The message class, 0 to 3 (0 is shown at once and not kept), `nil` when there is none.
    public var messageClass: Int? {
        switch rawValue >> 4 {
        case 0b0101, 0b0111, 0b1001, 0b1111: Int(rawValue & 0b11)
        default: nil
        }
    }

    /// Whether the text is compressed, which this module does not undo.
    public var isCompressed: Bool {
        rawValue >> 5 == 0b011
    }

    /// Whether a user data header comes before the text (group 1001).
    public var hasUserDataHeader: Bool {
        rawValue >> 4 == 0b1001
    }

    private static let westernLanguages = [
        "de", "en", "it", "fr", "es", "nl", "sv", "da", "pt", "fi", "no", "el", "tr", "hu", "pl",
    ]
    private static let otherLanguages = ["cs", "he", "ar", "ru", "is"]
}

extension DataCodingScheme: CustomStringConvertible {
    /// The octet in hexadecimal and its alphabet, such as `0x0f gsm7`.
    public var description: String {
        "0x\(rawValue < 0x10 ? "0" : "")\(String(rawValue, radix: 16)) \(alphabet.rawValue)"
    }
}
