// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import GSM

@Suite struct CountryTests {
    @Test(arguments: [
        (Country.kenya, "254", 9, "KES", 2), (.ghana, "233", 9, "GHS", 2),
        (.tanzania, "255", 9, "TZS", 2), (.uganda, "256", 9, "UGX", 0),
        (.nigeria, "234", 10, "NGN", 2), (.china, "86", 11, "CNY", 2), (.india, "91", 10, "INR", 2),
        (.bangladesh, "880", 10, "BDT", 2),
    ])
    func holdsThePlan(
        country: Country,
        code: String,
        length: Int,
        currency: String,
        minorDigits: Int
    ) {
        #expect(country.callingCode == code)
        #expect(country.nationalLength == length)
        #expect(country.currencyCode == currency)
        #expect(country.currencyMinorDigits == minorDigits)
        let trunk = country.writesTrunkPrefix ? country.trunkPrefix.count : 0
        #expect(country.digitGroups.reduce(0, +) == length + trunk)
    }

    @Test(arguments: [
        (Country.kenya, "700 799 100 108 110 119 180 120 121 124 130 135 139 140 146"),
        (.ghana, "200 230 240 260 290 256 257 500 530 570 591 599"),
        (.tanzania, "600 630 650 690 700 790"),
        (.uganda, "700 710 740 780 720 721 724 726 727 730 732 736 737 790 795 798 799 7280 7340"),
        (.nigeria, "701 709 710 720 801 809 810 818 901 909 910 916 8190 8191"),
        (.china, "130 180 145 147 150 153 155 159 162 165 167 170 173 175 178 190 193 195 1610"),
        (.india, "600 700 800 999 1600 1601"), (.bangladesh, "110 130 190 640"),
    ])
    func knowsMobileNumbers(country: Country, leading: String) {
        for digits in leading.split(separator: " ") {
            #expect(country.isMobile(padded(digits, to: country.nationalLength)), "\(digits)")
        }
    }

    @Test(arguments: [
        (Country.kenya, "109 122 123 125 131 134 147 150 200 600 800 900 010"),
        (.ghana, "210 220 250 251 258 300 510 520 580 590"), (.tanzania, "640 500 220"),
        (.uganda, "722 725 728 729 733 734 735 738 796 797 7281 7341 410"),
        (.nigeria, "700 730 800 900 917 819 8192"),
        (.china, "144 146 154 161 163 164 169 174 179 194 120 110"), (.india, "100 500 1602"),
        (.bangladesh, "100 120 200 630"),
    ])
    func refusesOtherNumbers(country: Country, leading: String) {
        for digits in leading.split(separator: " ") {
            // Nine as filling keeps a longer range of the same beginning out.
            #expect(!country.isMobile(padded(digits, to: country.nationalLength)), "\(digits)")
        }
    }

    private func padded(_ digits: Substring, to length: Int) -> [UInt8] {
        Array((digits + String(repeating: "9", count: length - digits.count)).utf8)
    }
}
