// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import GSM

@Suite struct ConcatenatedShortMessageTests {
    @Test(arguments: [
        ("", 1), (String(repeating: "a", count: 160), 1), (String(repeating: "a", count: 161), 2),
        (String(repeating: "a", count: 306), 2), (String(repeating: "a", count: 307), 3),
        (String(repeating: "€", count: 80), 1), (String(repeating: "€", count: 81), 2),
        (String(repeating: "€", count: 153), 3), (String(repeating: "您", count: 70), 1),
        (String(repeating: "您", count: 71), 2), (String(repeating: "您", count: 135), 3),
        (String(repeating: "😀", count: 66), 2), (String(repeating: "😀", count: 67), 3),
    ])
    func countsParts(text: String, count: Int) {
        #expect(ConcatenatedShortMessage.partCount(of: text) == count)
        #expect(ConcatenatedShortMessage.segment(text, reference: 1).count == count)
    }

    @Test func writesTheHeaderOfEachPart() {
        let parts = ConcatenatedShortMessage.segment(
            String(repeating: "a", count: 200),
            reference: 0xAB
        )
        #expect(
            parts.map(\.userDataHeader) == [[5, 0, 3, 0xAB, 2, 1], [5, 0, 3, 0xAB, 2, 2]]
        )
        #expect(parts.map(\.userData.count) == [140, 48])
        #expect(parts.map(\.userDataLength) == [160, 54])
        #expect(parts.map(\.scheme) == [.gsm7, .gsm7])
        #expect(ConcatenatedShortMessage.segment("hi", reference: 1).first?.userDataHeader == [])
    }

    @Test func packsTheTextOfARealModemSubmission() {
        let part = ConcatenatedShortMessage.segment("Hello smstools {x}", reference: 0).first
        #expect(part?.userData == octets("C8329BFD06CDDB73FAFBCD9E833628FC2605"))
        #expect(part?.userDataLength == 0x14)
    }

    @Test func neverSplitsAPair() {
        for shift in 0..<3 {
            let lead = String(repeating: "a", count: shift)
            for unit in ["{", "😀"] {
                let text = lead + String(repeating: unit, count: 200)
                for part in ConcatenatedShortMessage.segment(text, reference: 1) {
                    #expect(part.coded.last != DefaultAlphabet.escape)
                    #expect(part.coded.count <= 153)
                    #expect(part.userData.count <= 140)
                    #expect(!part.text.unicodeScalars.contains("\u{FFFD}"))
                }
            }
        }
    }

    @Test(arguments: [Alphabet.gsm7, .ucs2])
    func joinsBackWhatItCut(alphabet: Alphabet) throws {
        var scalars: [Unicode.Scalar] = ["a", "Z", "é", "€", "{", "\n", "@", "\r", "5", " "]
        if alphabet == .ucs2 { scalars += ["您", "😀", "\u{301}", "á", "\u{200D}"] }
        var generator = SeededGenerator(seed: 4)
        for _ in 0..<300 {
            let text = generator.text(from: scalars, lengthMax: 700)
            var parts = ConcatenatedShortMessage.segment(text, reference: 9)
            #expect(parts.map(\.text).joined().unicodeScalars.elementsEqual(text.unicodeScalars))
            parts.shuffle(using: &generator)
            for packed in [true, false] {
                let read = parts.map { received($0, packed: packed) }
                #expect(
                    try #require(joined(read)).unicodeScalars.elementsEqual(text.unicodeScalars)
                )
            }
        }
    }

    @Test func refusesATextOfTooManyParts() {
        let most = String(repeating: "a", count: 153 * 255)
        #expect(ConcatenatedShortMessage.segment(most, reference: 1).count == 255)
        #expect(ConcatenatedShortMessage.segment(most + "a", reference: 1).isEmpty)
        #expect(ConcatenatedShortMessage.partCount(of: most + "a") == 256)
    }

    private func received(_ part: ShortMessagePart, packed: Bool) -> ReceivedShortMessage {
        let hasHeader = !part.userDataHeader.isEmpty
        let alphabet = part.scheme.alphabet
        return packed
            ? ReceivedShortMessage(
                packed: part.userData,
                length: part.userDataLength,
                alphabet: alphabet,
                hasHeader: hasHeader
            )
            : ReceivedShortMessage(
                unpacked: part.userDataHeader + part.coded,
                alphabet: alphabet,
                hasHeader: hasHeader
            )
    }

    private func joined(_ parts: [ReceivedShortMessage]) -> String? {
        guard let first = parts.first, parts.count > 1 else { return parts.first?.text }
        var message = ConcatenatedShortMessage(first)
        for part in parts.dropFirst() { _ = message?.insert(part) }
        return message?.text
    }
}
