// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import GSM

@Suite struct TextSizeTests {
    @Test(arguments: [
        ("", Alphabet.gsm7, 0, 0), ("*384#", .gsm7, 5, 5), ("€", .gsm7, 2, 2), ("{x}", .gsm7, 5, 5),
        ("habari", .gsm7, 6, 6), ("您好", .ucs2, 2, 4), ("a😀", .ucs2, 3, 6),
        ("e\u{301}", .ucs2, 2, 4),
        ("line\nline", .gsm7, 9, 8), ("tab\t", .ucs2, 4, 8), ("çava", .ucs2, 4, 8),
    ])
    func measures(text: String, alphabet: Alphabet, units: Int, octets: Int) {
        let size = TextSize.measure(text)
        #expect(size == TextSize(alphabet: alphabet, units: units))
        #expect(size.octets == octets)
    }

    @Test func packsIntoTheOctetsItNames() throws {
        for count in 0...200 {
            let text = String(repeating: "a", count: count)
            let septets = try #require(DefaultAlphabet.encode(text))
            let packed = SeptetPacking.pack(septets, for: .sms)
            #expect(TextSize.measure(text).octets == packed.count)
        }
    }

    @Test(arguments: [
        ("Amina’s", "’" as Character, 5, "'"), ("“hi”", "“", 0, "\""), ("1–2", "–", 1, "-"),
        ("wait…", "…", 4, "..."), ("ñandú á", "ú", 5, "u"), ("cafe\u{301}", "e\u{301}", 3, "é"),
        ("a\u{A0}b", "\u{A0}", 1, " "), ("a\tb", "\t", 1, ""), ("100৳", "৳", 3, "Tk"),
    ])
    func namesWhatForcesUCS2(text: String, character: Character, offset: Int, replacement: String) {
        let expected = ForcingCharacter(
            character: character,
            utf8Offset: offset,
            replacement: replacement
        )
        #expect(TextSize.firstForcingUCS2(in: text) == expected)
    }

    @Test func proposesNothingForWhatHasNoLatinForm() {
        #expect(TextSize.firstForcingUCS2(in: "ok 您")?.replacement == nil)
        #expect(TextSize.firstForcingUCS2(in: "ok 您")?.utf8Offset == 3)
        #expect(TextSize.firstForcingUCS2(in: "plain € {}") == nil)
    }
}
