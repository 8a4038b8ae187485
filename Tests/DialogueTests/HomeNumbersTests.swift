// SPDX-License-Identifier: Apache-2.0
import GSM
import Testing

@testable import Dialogue

@Suite("Numbers as people type them at home")
struct HomeNumbersTests {
    @Test("are read as MSISDN.parse reads them", arguments: Country.allCases)
    func agrees(country: Country) {
        let numbers = HomeNumbers(country)
        var random = SeededGenerator(seed: 7)
        var read = 0
        for leading in 0...9_999 {
            let rest = country.nationalLength - 4
            let tail = (0..<rest).map { _ in String(Int.random(in: 0...9, using: &random)) }
            let head = String(leading)
            let typed = "0" + String(repeating: "0", count: 4 - head.count) + head + tail.joined()
            guard let number = numbers.number(typed) else { continue }
            read += 1
            if leading % 9 == 0 { #expect(number == MSISDN.parse(typed, in: country)) }
        }
        #expect(read == country.mobileLeadingDigits.reduce(0) { $0 + $1.count })
        for other in ["", "0", "0712", "0712 00000", "07120000x1", "٠٧١٢٠٠٠٠٠٢"] {
            #expect(numbers.number(other) == nil)
        }
    }

    @Test(
        "are written as MSISDN.national writes them, others left out",
        arguments: Country.allCases
    )
    func writes(country: Country) {
        let numbers = HomeNumbers(country)
        var written = 0
        for home in Country.allCases {
            let tail = String(repeating: "7", count: home.nationalLength - 4)
            for leading in stride(from: 0, through: 9_999, by: 7) {
                let head = String(leading)
                let zeros = String(repeating: "0", count: 4 - head.count)
                let digits = UInt64(home.callingCode + zeros + head + tail) ?? 0
                guard let number = MSISDN(digits: digits) else { continue }
                var text = ""
                let isHome = numbers.withDigits(of: number) {
                    text = String(decoding: $0, as: UTF8.self)
                }
                #expect(isHome == (number.country == country))
                if isHome {
                    written += 1
                    #expect(text == number.national(in: country))
                }
            }
        }
        #expect(written > 0)
    }
}
