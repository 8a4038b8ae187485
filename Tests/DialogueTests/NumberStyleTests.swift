// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@testable import Dialogue

@Suite("Amounts in a language")
struct NumberStyleTests {
    static let kenya = AmountFormat(code: "KES", minorDigits: 2)

    @Test(
        "are written as its readers write them",
        arguments: [
            ("en", 200_000, "KES 2,000.00"), ("sw", 200_000, "KES 2,000.00"),
            ("zh", 200_000, "KES 2,000.00"), ("fr", 200_000, "2 000,00 KES"),
            ("fr", -123_456_789, "-1 234 567,89 KES"), ("es", 200_000, "2000,00 KES"),
            ("es", 2_000_000, "20.000,00 KES"), ("ES_es", 2_000_000, "20.000,00 KES"),
            ("es-MX", 200_000, "KES 2,000.00"), ("hi", 123_456_789, "KES 12,34,567.89"),
            ("hi", Int64.min, "KES -92,23,37,20,36,85,47,758.08"), ("fr", 5, "0,05 KES"),
            ("hi", -99_999, "KES -999.99"), ("ee", 2_000_000, "KES 20000.00"),
            ("ee", 20_000_000, "KES 200,000.00"), ("de-CH", 200_000, "KES 2'000.00"),
            ("tlh", 200_000, "KES 2,000.00"), ("", 200_000, "KES 2,000.00"),
        ] as [(String, Int64, String)]
    )
    func written(code: String, minorUnits: Int64, text: String) {
        #expect(Self.kenya.text(minorUnits: minorUnits, in: .of(language: code)) == text)
        let whole = AmountFormat(code: "UGX", minorDigits: 0)
        #expect(
            Self.kenya.text(minorUnits: minorUnits / 100 * 100, in: .of(language: code))
                .filter(\.isNumber).dropLast(2)
                == whole.text(minorUnits: minorUnits / 100, in: .of(language: code))
                .filter(\.isNumber)
        )
    }

    @Test(
        "are written as the Unicode Common Locale Data Repository says",
        arguments: [
            "en", "sw", "fr", "es", "zh", "pt", "pt-PT", "ar", "hi", "am", "ha", "yo", "ig", "zu",
            "xh", "af", "rw", "so", "tr", "de", "it", "es-MX", "es-AR", "de-CH", "bn", "ur", "ru",
            "ln", "lg", "om", "ti", "wo", "ff", "mg", "ny", "nl", "id", "vi", "pl", "en-ZA", "tn",
        ]
    )
    func likeCLDR(code: String) {
        let style = NumberStyle.of(language: code)
        for units in [0, 99_999, 100_000, 999_999, 1_000_000, 123_456_789, 98_765_432_101] {
            let text = Self.kenya.text(minorUnits: Int64(units), in: style)
            #expect(text == Self.localized(units, code), "\(code)")
        }
    }

    @Test("are never longer than the proof of fit counts", arguments: ["en", "fr", "es", "hi"])
    func longest(code: String) {
        let style = NumberStyle.of(language: code)
        let format = AmountFormat(code: "KES", minorDigits: 2, greatest: 10_000_00)
        let longest = format.longestSeptets(in: style)
        for units in stride(from: Int64(0), through: format.greatest, by: 997) {
            #expect(format.text(minorUnits: units, in: style).utf8.count <= longest)
        }
        #expect(format.text(minorUnits: format.greatest, in: style).utf8.count == longest)
        #expect(ValueType.amount.longestSeptets(format: format, numbers: style) == longest)
        #expect(ValueType.amount.longestSeptets(format: format) == "KES 10,000.00".utf8.count)
    }

    @Test("every style uses characters of one septet")
    func septets() {
        for style in NumberStyle.table.values {
            #expect([" ", ".", ",", "'"].contains(style.grouping))
            #expect([".", ","].contains(style.decimal))
            #expect(style.grouping != style.decimal)
        }
    }

    /// What Foundation writes, with the characters that GSM 7-bit lacks replaced or left out.
    private static func localized(_ minorUnits: Int, _ code: String) -> String {
        var parts = Locale.Components(identifier: code)
        parts.numberingSystem = Locale.NumberingSystem("latn")
        let style = Decimal.FormatStyle.Currency(code: "KES", locale: Locale(components: parts))
            .presentation(.isoCode)
        let amount = Decimal(minorUnits) / 100
        return String(
            String.UnicodeScalarView(
                amount.formatted(style).unicodeScalars.compactMap { scalar in
                    switch scalar {
                    case "\u{A0}", "\u{202F}": " "
                    case "\u{2019}": "'"
                    case "\u{200E}", "\u{200F}", "\u{61C}": nil
                    default: scalar
                    }
                }
            )
        )
    }
}
