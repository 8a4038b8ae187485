// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import GSM

@Suite struct ReassemblyTests {
    private func part(
        _ hex: String,
        _ sequence: Int,
        of total: Int = 2,
        reference: UInt16 = 7,
        _ alphabet: CodedAlphabet = .ucs2
    ) -> ReceivedShortMessage {
        ReceivedShortMessage(
            alphabet: alphabet,
            concatenation: .init(reference: reference, total: total, sequence: sequence),
            coded: octets(hex)
        )
    }

    @Test func joinsOctetsBeforeDecoding() throws {
        var surrogates = try #require(ConcatenatedShortMessage(part("0061d83d", 1)))
        #expect(surrogates.text == nil)
        #expect(surrogates.insert(part("de000062", 2)) == .kept)
        #expect(surrogates.text == "a😀b")

        var escapes = try #require(ConcatenatedShortMessage(part("2841", 2, .gsm7)))
        #expect(escapes.insert(part("411b", 1, .gsm7)) == .kept)
        #expect(escapes.text == "A{A")
    }

    @Test func keepsMessagesApart() throws {
        var message = try #require(ConcatenatedShortMessage(part("0061", 1)))
        #expect(message.insert(part("0062", 1)) == .repeated)
        #expect(message.insert(part("0062", 2, reference: 8)) == .foreign)
        #expect(message.insert(part("0062", 2, of: 3)) == .foreign)
        #expect(message.insert(part("62", 2, .gsm7)) == .foreign)
        #expect(!message.isComplete)
        #expect(message.insert(part("0062", 2)) == .kept)
        #expect(message.text == "ab")
    }

    @Test(arguments: [
        ("050003AB0201", UInt16(0xAB), 2, 1), ("060804ABCD0302", 0xABCD, 3, 2),
        ("092401010804ABCD0302", 0xABCD, 3, 2), ("0A0003AB02000003CD0201", 0xCD, 2, 1),
        ("0A0003AB02010003CD0302", 0xCD, 3, 2),
    ])
    func readsConcatenation(hex: String, reference: UInt16, total: Int, sequence: Int) {
        let expected = UserDataHeader.Concatenation(
            reference: reference,
            total: total,
            sequence: sequence
        )
        #expect(UserDataHeader(octets(hex))?.concatenation == expected)
    }

    @Test(arguments: [
        "050003AB0001", "050003AB0200", "050003AB0203", "0400020201", "050003AB02", "050005AB0201",
        "00", "0100", "", "0508030A0201", "FF0003AB0201",
    ])
    func ignoresImpossibleElements(hex: String) {
        #expect(UserDataHeader(octets(hex))?.concatenation == nil)
    }

    @Test func readsAnyOctets() {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<5_000 {
            let count = Int.random(in: 0...20, using: &generator)
            let data = (0..<count).map { _ in UInt8.random(in: 0...12, using: &generator) }
            for alphabet in CodedAlphabet.allCases {
                let length = Int.random(in: -3...300, using: &generator)
                let packed = ReceivedShortMessage(
                    packed: data,
                    length: length,
                    alphabet: alphabet,
                    hasHeader: true
                )
                #expect(packed.coded.count <= 24)
                let unpacked = ReceivedShortMessage(
                    unpacked: data,
                    alphabet: alphabet,
                    hasHeader: true
                )
                #expect(unpacked.coded.count <= count)
            }
        }
    }
}
