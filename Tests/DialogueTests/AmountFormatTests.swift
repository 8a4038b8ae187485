// SPDX-License-Identifier: Apache-2.0
import GSM
import Testing

@testable import Dialogue

@Suite("Amounts and other values")
struct AmountFormatTests {
    @Test(
        "are written with grouped digits",
        arguments: [
            (2, 0, "KES 0.00"), (2, 5, "KES 0.05"), (2, 100_000, "KES 1,000.00"),
            (2, 99_999, "KES 999.99"), (2, -1_250, "KES -12.50"), (0, 1_234_567, "KES 1,234,567"),
            (0, 0, "KES 0"), (3, 1_000_000, "KES 1,000.000"),
            (2, Int64.min, "KES -92,233,720,368,547,758.08"),
            (0, Int64.min, "KES -9,223,372,036,854,775,808"),
        ]
    )
    func written(minorDigits: Int, minorUnits: Int64, text: String) {
        #expect(
            AmountFormat(code: "KES", minorDigits: minorDigits).text(minorUnits: minorUnits) == text
        )
    }

    @Test(
        "are read as people type them",
        arguments: [
            ("500", 50_000), ("500.5", 50_050), ("500.05", 50_005), ("1,250.00", 125_000),
            ("0", 0), ("0.01", 1), ("kes 12", 1_200), ("KES12", 1_200), (" 12 ", 1_200),
            ("1,000,000", 100_000_000), ("92233720368547758.07", Int64.max),
        ]
    )
    func read(typed: String, minorUnits: Int64) {
        #expect(AmountFormat(code: "KES", minorDigits: 2).minorUnits(typed: typed) == minorUnits)
    }

    @Test(
        "are not read out of anything else",
        arguments: [
            "", " ", "KES", ".", ".5", "5.", "5.123", "05", "00", "-5", "+5", "1,00", "1,0000",
            ",100", "1,,000", "1000,000", "0,100", "12 3", "1e3", "92233720368547758.08", "٥",
            "99999999999999999999", "1.0.0", "five",
        ]
    )
    func refused(typed: String) {
        #expect(AmountFormat(code: "KES", minorDigits: 2).minorUnits(typed: typed) == nil)
    }

    @Test(
        "are not guessed where a mark may stand before minor digits or between groups",
        arguments: [
            ("1.500", true), ("1,500", true), (" 1.500 ", true), ("TND 1.500", true),
            ("1.50", false), ("1500", false), ("1,500.000", false), ("1.5000", false), ("", false),
        ]
    )
    func ambiguous(typed: String, isAmbiguous: Bool) {
        let tunisian = AmountFormat(code: "TND", minorDigits: 3)
        #expect(tunisian.isAmbiguous(typed) == isAmbiguous)
        #expect(!AmountFormat(code: "KES", minorDigits: 2).isAmbiguous(typed))
    }

    @Test("without minor digits a point is refused")
    func whole() {
        let format = AmountFormat(code: "UGX", minorDigits: 0)
        #expect(format.minorUnits(typed: "5000") == 5_000)
        #expect(format.minorUnits(typed: "5000.0") == nil)
    }

    @Test("no number is longer than the proof of fit counts", arguments: Country.allCases)
    func numbers(country: Country) {
        let longest = ValueType.msisdn.longestSeptets(
            format: AmountFormat(code: "KES", minorDigits: 2)
        )
        let numbers = ["+254712000002", "+2348031234567", "+8613800138000", "+999999999999999"]
        for text in numbers {
            let number = MSISDN(e164: text)
            #expect(number.map { $0.national(in: country).count <= longest ?? 0 } == true)
        }
    }
}
