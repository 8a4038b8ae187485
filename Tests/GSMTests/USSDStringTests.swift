// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import GSM

@Suite struct USSDStringTests {
    @Test(arguments: [
        (String(repeating: "a", count: 182), 160), (String(repeating: "€", count: 91), 160),
        (String(repeating: "您", count: 80), 160), (String(repeating: "😀", count: 40), 160), ("", 0),
    ])
    func holdsAHundredAndSixtyOctets(text: String, count: Int) throws {
        let string = try USSDString(text)
        #expect(string.octets.count == count)
        #expect(string.text == text)
    }

    @Test(arguments: [
        (String(repeating: "a", count: 183), 161), (String(repeating: "€", count: 92), 161),
        (String(repeating: "您", count: 81), 162),
    ])
    func refusesWhatWouldHaveToBeCut(text: String, count: Int) {
        #expect(throws: PackingError.tooLong(octets: count, octetsMax: 160)) {
            try USSDString(text)
        }
    }

    @Test func refusesMoreOctetsFromAPeer() {
        let octets = [UInt8](repeating: 0, count: 161)
        #expect(USSDString(octets: octets, scheme: .ucs2) == nil)
    }

    @Test(arguments: [
        ("00610062", UInt8(0x48), "ab"), ("d83dde00", 0x48, "😀"), ("d83d", 0x48, "\u{FFFD}"),
        ("0061ff", 0x48, "a\u{FFFD}"), ("c5e900610062", 0x11, "ab"),
        ("b0986c46abd91a", 0x01, "0123456"),
    ])
    func readsPeers(hex: String, scheme: UInt8, text: String) throws {
        let string = try #require(
            USSDString(octets: octets(hex), scheme: DataCodingScheme(rawValue: scheme))
        )
        #expect(string.text == text)
    }

    @Test func dropsTheLanguagePrefixInSeptets() throws {
        let septets = try #require(DefaultAlphabet.encode("sw\rHabari"))
        let packed = SeptetPacking.pack(septets, for: .ussd)
        let string = USSDString(octets: packed, scheme: DataCodingScheme(rawValue: 0x10))
        #expect(string?.text == "Habari")
    }

    @Test func skipsAUserDataHeader() throws {
        let header: [UInt8] = [0x05, 0x00, 0x03, 0x07, 0x01, 0x01]
        let septets = try #require(DefaultAlphabet.encode("Habari"))
        let packed = header + SeptetPacking.pack(septets, for: .sms, fillBits: 1)
        let string = USSDString(octets: packed, scheme: DataCodingScheme(rawValue: 0x91))
        #expect(string?.text == "Habari")
        for octets: [UInt8] in [[], [0xFF], [0xFF, 0x00]] {
            let broken = USSDString(octets: octets, scheme: DataCodingScheme(rawValue: 0x91))
            #expect(broken?.text == "")
        }
    }

    @Test func hasNoTextForData() {
        for scheme: UInt8 in [0x44, 0xF4, 0x68, 0x60] {
            let string = USSDString(octets: [1, 2], scheme: DataCodingScheme(rawValue: scheme))
            #expect(string?.text == nil)
        }
    }
}
