// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import GSM

@Suite struct TransliterationTests {
    @Test(arguments: [
        ("plain €{}", "plain €{}"), ("áéíóú", "aéiou"), ("ÁÇç", "AÇc"),
        ("Tiếng Việt", "Tieng Viet"),
        ("“Amina’s” – 5…", "\"Amina's\" - 5..."), ("e\u{301}a\u{301}", "éa"), ("a\u{30A}", "å"),
        ("œuvre Œ", "oeuvre OE"), ("Ɛkɔ ŋ Ŋ", "Eko n N"), ("ɖ ƙ ɓ", "d k b"),
        ("ı ł đ þ ð", "i l d th d"),
        ("a\u{A0}b\u{2009}c", "a b c"), ("ok\u{200B}\u{FEFF}", "ok"),
        ("a\r\nb\tc\u{7}\u{C}", "a\nbc"),
        ("a\u{2028}b", "a\nb"), ("１２：ＡＢ", "12:AB"), ("১২৩ ١٢", "123 12"), ("您好", "??"),
        ("👨‍👩‍👧 1️⃣", "? 1"), ("ẞß ∀ ＇｀", "ßß ? ''"), ("\u{1B}[31m", "[31m"), ("\u{212B}\u{2126}", "ÅΩ"),
        ("₦500 ₹5 «x»", "N500 Rs5 \"x\""), ("", ""),
    ])
    func rewrites(text: String, expected: String) {
        #expect(Transliteration.toDefaultAlphabet(text) == expected)
    }

    @Test func alwaysEndsInTheDefaultAlphabet() {
        for value in UInt32(0)...0x2FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let result = Transliteration.toDefaultAlphabet(String(scalar))
            let isClean = result.unicodeScalars.allSatisfy {
                DefaultAlphabet.septetCount(of: $0) != nil && ($0.value >= 0x20 || $0 == "\n")
            }
            if !isClean { Issue.record("U+\(String(value, radix: 16)) became \(result)") }
        }
    }

    @Test func changesNothingTwice() {
        for text in ["Ségou “1” 您\u{7}", "Łódź…", "naïve\r\n"] {
            let once = Transliteration.toDefaultAlphabet(text)
            #expect(Transliteration.toDefaultAlphabet(once) == once)
        }
    }
}
