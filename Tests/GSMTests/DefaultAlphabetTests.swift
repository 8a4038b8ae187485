// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import GSM

@Suite struct DefaultAlphabetTests {
    @Test func agreesWithThePublishedTables() throws {
        let vectors = try AlphabetVector.all()
        #expect(vectors.count == 137)
        for vector in vectors {
            let text = String(vector.scalar)
            #expect(DefaultAlphabet.encode(text) == vector.septets, "\(vector.scalar.value)")
            #expect(
                DefaultAlphabet.decode(vector.septets).unicodeScalars.elementsEqual([vector.scalar])
            )
            #expect(DefaultAlphabet.septetCount(of: vector.scalar) == vector.septets.count)
        }
    }

    @Test func givesNoCodeToAnythingElse() throws {
        let known = Set(try AlphabetVector.all().map(\.scalar))
        for value in UInt32(0)...0xFFFF {
            guard let scalar = Unicode.Scalar(value), !known.contains(scalar) else { continue }
            #expect(DefaultAlphabet.septetCount(of: scalar) == nil)
        }
        #expect(DefaultAlphabet.encode("a\u{1B}") == nil)
        #expect(DefaultAlphabet.encode("ç") == nil)
        #expect(DefaultAlphabet.encode("😀") == nil)
    }

    @Test(arguments: [
        ("1b1b", " "), ("1b", " "), ("411b", "A "), ("1b41", "A"), ("1b1b41", " A"), ("1b00", "@"),
        ("80", " "), ("ff", " "), ("1bff", " "), ("1b65", "€"), ("", ""),
    ])
    func decodesWhatTheTablesLeaveOpen(hex: String, text: String) {
        #expect(DefaultAlphabet.decode(octets(hex)) == text)
    }

    @Test func decodesWhatItEncodes() throws {
        let scalars = try AlphabetVector.all().map(\.scalar)
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<500 {
            let text = generator.text(from: scalars, lengthMax: 200)
            let septets = try #require(DefaultAlphabet.encode(text))
            let decoded = DefaultAlphabet.decode(septets)
            #expect(decoded.unicodeScalars.elementsEqual(text.unicodeScalars))
            #expect(
                TextSize.measure(text) == TextSize(alphabet: .gsm7, units: septets.count)
            )
        }
    }
}
