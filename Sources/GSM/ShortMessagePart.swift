// SPDX-License-Identifier: Apache-2.0

/// One short message of a text: what a sender hands to an SMPP link or a modem.
public struct ShortMessagePart: Hashable, Sendable {
    /// The piece of the text that this part carries.
    public let text: String
    /// The alphabet that every part of the text shares.
    public let alphabet: Alphabet
    /// The user data header with its length octet, empty for a text in one part.
    public let userDataHeader: [UInt8]
    /// The coded text behind the header: septets, one an octet, or UTF-16 octets.
    public let coded: [UInt8]

    /// Makes a part; ``ConcatenatedShortMessage/segment(_:reference:)`` is how parts come to be.
    public init(text: String, alphabet: Alphabet, userDataHeader: [UInt8], coded: [UInt8]) {
        self.text = text
        self.alphabet = alphabet
        self.userDataHeader = userDataHeader
        self.coded = coded
    }

    /// TP-UD: the header and the packed text, 140 octets at most (TS 23.040 clause 9.2.3.24).
    public var userData: [UInt8] {
        switch alphabet {
        case .gsm7:
            let fill = SeptetPacking.fillBits(after: userDataHeader.count)
            return userDataHeader + SeptetPacking.pack(coded, for: .sms, fillBits: fill)
        case .ucs2:
            return userDataHeader + coded
        }
    }

    /// TP-UDL: septets including those the header covers for GSM-7, octets for UCS-2.
    public var userDataLength: Int {
        switch alphabet {
        case .gsm7: (userDataHeader.count * 8 + 6) / 7 + coded.count
        case .ucs2: userDataHeader.count + coded.count
        }
    }

    /// The data coding octet that goes with the part.
    public var scheme: ShortMessageCodingScheme { ShortMessageCodingScheme(alphabet) }
}
