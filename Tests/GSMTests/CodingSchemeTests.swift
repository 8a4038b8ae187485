// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import GSM

@Suite struct CodingSchemeTests {
    @Test(arguments: [
        (UInt8(0x0F), CodedAlphabet.gsm7, String?.none, Int?.none), (0x00, .gsm7, "de", nil),
        (0x01, .gsm7, "en", nil), (0x0E, .gsm7, "pl", nil), (0x10, .gsm7, nil, nil),
        (0x11, .ucs2, nil, nil), (0x12, .gsm7, nil, nil), (0x20, .gsm7, "cs", nil),
        (0x24, .gsm7, "is", nil), (0x25, .gsm7, nil, nil), (0x38, .gsm7, nil, nil),
        (0x44, .eightBit, nil, nil), (0x48, .ucs2, nil, nil), (0x4C, .gsm7, nil, nil),
        (0x59, .ucs2, nil, 1), (0x72, .gsm7, nil, 2), (0x80, .gsm7, nil, nil),
        (0x98, .ucs2, nil, 0), (0xA8, .gsm7, nil, nil), (0xF0, .gsm7, nil, 0),
        (0xF7, .eightBit, nil, 3),
    ])
    func readsTheUSSDOctet(
        octet: UInt8,
        alphabet: CodedAlphabet,
        language: String?,
        messageClass: Int?
    ) {
        let scheme = DataCodingScheme(rawValue: octet)
        #expect(scheme.alphabet == alphabet)
        #expect(scheme.language == language)
        #expect(scheme.messageClass == messageClass)
    }

    @Test(arguments: [
        (UInt8(0x00), CodedAlphabet.gsm7, Int?.none), (0x04, .eightBit, nil), (0x08, .ucs2, nil),
        (0x0C, .gsm7, nil), (0x10, .gsm7, 0), (0x18, .ucs2, 0), (0x80, .gsm7, nil),
        (0xC8, .gsm7, nil), (0xE0, .ucs2, nil), (0xF0, .gsm7, 0), (0xF6, .eightBit, 2),
    ])
    func readsTheShortMessageOctet(octet: UInt8, alphabet: CodedAlphabet, messageClass: Int?) {
        let scheme = ShortMessageCodingScheme(rawValue: octet)
        #expect(scheme.alphabet == alphabet)
        #expect(scheme.messageClass == messageClass)
    }

    @Test func namesTheOctetsThatAreSent() {
        #expect(DataCodingScheme(.gsm7).rawValue == 0x0F)
        #expect(DataCodingScheme(.ucs2).rawValue == 0x48)
        #expect(ShortMessageCodingScheme(.gsm7).rawValue == 0x00)
        #expect(ShortMessageCodingScheme(.ucs2).rawValue == 0x08)
        #expect("\(DataCodingScheme.unspecifiedGSM7)" == "0x0f gsm7")
        #expect(DataCodingScheme(rawValue: 0x62).isCompressed)
        #expect(!DataCodingScheme.ucs2.isCompressed)
    }
}
