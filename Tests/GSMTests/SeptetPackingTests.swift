// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import GSM

@Suite struct SeptetPackingTests {
    @Test(arguments: [
        ("1", "31"), ("*100#", "aa180c3602"), ("*123#", "aa986c3602"),
        ("0123456", "b0986c46abd91a"), ("*384*7#", "aa198ea6ba8d1a"),
        ("You got KES 500", "d9771d747ed341cbe2145483c11a"),
        ("ABCDEFG\r", "41e19058341e1b0d"), ("Confirm? 1 yes", "c3b7db9c96b77fa018285f9e03"),
        ("*384*1*0712345678*500#", "aa198ea68aa960b7986c46abd96e38550d061b01"),
    ])
    func packsTheWorkedExamples(text: String, hex: String) throws {
        let string = try USSDString(text)
        #expect(string.octets == octets(hex))
        #expect(string.scheme == .unspecifiedGSM7)
        // Only the doubled CR of the boundary rule stays visible, harmless by definition.
        #expect(string.text == (text.hasSuffix("\r") ? text + "\r" : text))
    }

    @Test(arguments: [UInt8(0x41), 0x00, 0x0D, 0x7F])
    func bringsBackEveryLengthWithEveryEnding(last: UInt8) {
        var generator = SeededGenerator(seed: 2)
        for length in 1...182 {
            var septets = (0..<length).map { _ in UInt8.random(in: 0...0x7F, using: &generator) }
            septets[length - 1] = last
            let packed = SeptetPacking.pack(septets, for: .ussd)
            let gainsCR = last == 0x0D && length % 8 == 0
            #expect(packed.count == (length * 7 + 7) / 8 + (gainsCR ? 1 : 0))
            #expect(packed.count <= 160)
            let back = SeptetPacking.unpack(packed, septets: nil, for: .ussd)
            #expect(back == septets + (gainsCR ? [0x0D] : []), "length \(length)")
            #expect(SeptetPacking.unpack(packed, septets: length, for: .ussd) == septets)
        }
    }

    @Test func bringsBackShortMessagesBehindEveryHeader() {
        var generator = SeededGenerator(seed: 3)
        for header in 0...13 {
            let fill = SeptetPacking.fillBits(after: header)
            #expect((header * 8 + fill) % 7 == 0)
            for length in 0...160 {
                let septets = (0..<length).map { _ in UInt8.random(in: 0...0x7F, using: &generator)
                }
                let packed = SeptetPacking.pack(septets, for: .sms, fillBits: fill)
                #expect(packed.count == (length * 7 + fill + 7) / 8)
                let back = SeptetPacking.unpack(
                    packed,
                    septets: length,
                    for: .sms,
                    fillBits: fill
                )
                #expect(back == septets)
            }
        }
    }

    @Test func padsShortMessagesWithZero() {
        let septets = DefaultAlphabet.encode("0123456") ?? []
        #expect(SeptetPacking.pack(septets, for: .sms) == octets("b0986c46abd900"))
        #expect(SeptetPacking.unpack(octets("b0986c46abd900"), septets: nil, for: .sms).count == 8)
    }

    @Test func keepsALastCharacterThatOnlyLooksLikePadding() {
        // A lone Ξ packs to 0x1A, which shifted right by one is CR.
        #expect(SeptetPacking.unpack([0x1A], septets: nil, for: .ussd) == [0x1A])
    }

    @Test(arguments: [(0, 0), (1, 6), (4, 3), (6, 1), (7, 0), (8, 6), (13, 1)])
    func fillsUpToASeptet(header: Int, bits: Int) {
        #expect(SeptetPacking.fillBits(after: header) == bits)
    }

    @Test func toleratesAnyNumbers() {
        #expect(SeptetPacking.unpack([], septets: 5, for: .ussd).isEmpty)
        #expect(SeptetPacking.unpack([0xFF], septets: -1, for: .sms).isEmpty)
        #expect(SeptetPacking.unpack([0xFF], septets: .max, for: .sms) == [0x7F])
        #expect(SeptetPacking.unpack([0xFF], septets: nil, for: .sms, fillBits: 99).isEmpty)
        #expect(SeptetPacking.pack([0xFF], for: .ussd) == [0x7F])
        #expect(SeptetPacking.fillBits(after: .min) == 0)
    }
}
