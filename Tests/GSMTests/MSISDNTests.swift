// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import GSM

@Suite struct MSISDNTests {
    @Test(arguments: [
        "0712345678", "712345678", "254712345678", "+254712345678", "+254 712 345 678",
        "000254712345678", "00254712345678", "０７１２３４５６７８", "＋254712345678",
        "0712-345-678", "0712–345–678", "(0712) 345.678", " 0712\u{A0}345\u{2009}678 ",
        "+254 (0) 712 345 678", "+254 0712 345678", "٠٧١٢٣٤٥٦٧٨", "\u{202A}0712345678\u{202C}",
    ])
    func readsWhatKenyansType(typed: String) {
        #expect(MSISDN.parse(typed, in: .kenya)?.e164 == "+254712345678")
    }

    @Test(arguments: [
        (Country.ghana, "024 123 4567", "+233241234567"),
        (.tanzania, "0655123456", "+255655123456"),
        (.uganda, "0772123456", "+256772123456"), (.nigeria, "0803 123 4567", "+2348031234567"),
        (.china, "138 1234 5678", "+8613812345678"), (.india, "98765 43210", "+919876543210"),
        (.bangladesh, "01712-345678", "+8801712345678"),
        (.bangladesh, "8801712345678", "+8801712345678"),
        (.kenya, "+256 772 123456", "+256772123456"), (.kenya, "000256772123456", "+256772123456"),
        (.kenya, "00256772123456", "+256772123456"), (.nigeria, "009254712345678", "+254712345678"),
        (.uganda, "007254712345678", "+254712345678"),
        (.ghana, "00 86 138 1234 5678", "+8613812345678"),
        (.india, "91 98765 43210", "+919876543210"), (.india, "9198765432", "+919198765432"),
        (.kenya, "0112345678", "+254112345678"), (.kenya, "0110000000", "+254110000000"),
    ])
    func readsWhatOthersType(country: Country, typed: String, e164: String) {
        #expect(MSISDN.parse(typed, in: country)?.e164 == e164)
    }

    @Test(arguments: [
        "", " ", "+", "07123", "*100#", "0712345678#", "07123456789", "0612345678", "256772123456",
        "+1 555 123 4567", "+254", "0712 345 67x", "++254712345678", "0712+345678", "0000000000",
        "0712345678,0712345679", "0122345678", "000", "00", "０", "\u{0}0712345678", "0712\n345678",
        "99999999999999999999999999999999999999999999", "+2540254712345678",
    ])
    func refusesWhatIsNotValid(typed: String) {
        #expect(MSISDN.parse(typed, in: .kenya) == nil)
    }

    @Test func readsNothingOutOfNoise() {
        let scalars: [Unicode.Scalar] = [
            "0", "7", "2", "5", "4", "+", " ", "-", "(", "*", "９", "x",
        ]
        var generator = SeededGenerator(seed: 6)
        for _ in 0..<3_000 {
            let typed = generator.text(from: scalars, lengthMax: 45)
            for country in Country.allCases {
                guard let number = MSISDN.parse(typed, in: country) else { continue }
                #expect(number.country != nil)
                #expect(MSISDN(e164: number.e164) == number)
                #expect(MSISDN.parse(number.local, in: number.country ?? country) == number)
            }
        }
    }

    @Test(arguments: [
        "254712000001", "+0712000001", "+254 712000001", "+254712000001 ", "+123456", "+", "",
        "+1234567890123456", "+25471200000a", "+２54712000001", "++254712000001",
    ])
    func takesE164ExactlyOrNotAtAll(text: String) {
        #expect(MSISDN(e164: text) == nil)
    }

    @Test func keepsItsBounds() {
        #expect(MSISDN(digits: 999_999) == nil)
        #expect(MSISDN(digits: 1_000_000)?.e164 == "+1000000")
        #expect(MSISDN(digits: 999_999_999_999_999)?.e164 == "+999999999999999")
        #expect(MSISDN(digits: 1_000_000_000_000_000) == nil)
        #expect(MSISDN(digits: .max) == nil)
    }

    @Test(arguments: [
        ("+254712000001", "0712 000 001", "0712000001", Country.kenya),
        ("+233241234567", "024 123 4567", "0241234567", .ghana),
        ("+2348031234567", "0803 123 4567", "08031234567", .nigeria),
        ("+8613812345678", "138 1234 5678", "13812345678", .china),
        ("+919876543210", "098765 43210", "09876543210", .india),
        ("+8801712345678", "01712 345678", "01712345678", .bangladesh),
    ])
    func writesForReaders(e164: String, national: String, local: String, country: Country) throws {
        let number = try #require(MSISDN(e164: e164))
        #expect(number.country == country)
        #expect(number.national(in: country) == national)
        #expect(number.local == local)
    }

    @Test func writesNumbersFromAbroadWithTheirCode() throws {
        let kenyan = try #require(MSISDN(e164: "+254712000001"))
        #expect(kenyan.national(in: .uganda) == "+254 712 000 001")
        let chinese = try #require(MSISDN(e164: "+8613812345678"))
        #expect(chinese.national(in: .kenya) == "+86 138 1234 5678")
        let unknown = try #require(MSISDN(e164: "+15551234567"))
        #expect(unknown.country == nil)
        #expect(unknown.national(in: .kenya) == "+15551234567")
        #expect(unknown.local == "+15551234567")
    }

    @Test func neverPrintsInFull() throws {
        let number = try #require(MSISDN(e164: "+254712000001"))
        var dumped = ""
        dump([number], to: &dumped)
        let printed = [
            number.masked, "\(number)", String(describing: [number]), String(reflecting: number),
            String(describing: Optional(number)), String(describing: ["n": number]), dumped,
            String(reflecting: (number, 1)),
        ]
        for text in printed {
            #expect(text.contains("+2547****001"))
            #expect(!text.contains("712000"))
        }
        #expect(MSISDN(digits: 1_234_567)?.masked == "+****567")
    }

    @Test func ordersByNumber() throws {
        let first = try #require(MSISDN(e164: "+254712000001"))
        let second = try #require(MSISDN(e164: "+254712000002"))
        #expect(first < second)
        #expect(MemoryLayout<MSISDN>.size == 8)
    }
}
