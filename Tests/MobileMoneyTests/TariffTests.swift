// SPDX-License-Identifier: Apache-2.0
import GSM
import Ledger
import Testing

@testable import MobileMoney

/// Kenya's tariff, and what is said about one that is wrong.
@Suite struct TariffTests {
    @Test(arguments: [
        (1, 0), (100, 0), (101, 7), (500, 7), (501, 13), (1_000, 13), (1_001, 23), (1_501, 33),
        (2_501, 53), (3_501, 57), (5_000, 57), (5_001, 78), (7_501, 90), (10_001, 100),
        (15_001, 105), (20_000, 105), (20_001, 108), (250_000, 108),
    ])
    func sendingCostsWhatTheSheetSays(amount: Int64, fee: Int64) throws {
        #expect(try Kenya.tariff().send.fee(for: amount * 100) == fee * 100)
    }

    @Test(arguments: [
        (50, 10), (100, 10), (101, 27), (500, 27), (501, 28), (2_500, 28), (2_501, 50),
        (3_501, 67), (5_001, 84), (7_501, 112), (10_001, 162), (15_000, 162),
    ])
    func withdrawingCostsWhatTheSheetSays(amount: Int64, fee: Int64) throws {
        #expect(try Kenya.tariff().withdraw.fee(for: amount * 100) == fee * 100)
    }

    @Test func anAmountBetweenTwoBandsCostsAsTheUpper() throws {
        #expect(try Kenya.tariff().send.fee(for: 100_01) == 7_00)
    }

    @Test func levelsAndRulesAreRead() throws {
        let tariff = try Kenya.tariff()
        #expect(tariff.levels.map(\.day) == [5_000_00, 50_000_00, 250_000_00])
        #expect(tariff.levels.map(\.balance) == [10_000_00, 100_000_00, 500_000_00])
        #expect(tariff.levels.allSatisfy { $0.month == 10 * $0.day })
        #expect(tariff.pin == PINRules(digits: 4...6, tries: 3, lockSeconds: [1_800, 86_400]))
        #expect(tariff.country == .kenya && tariff.currency == .kes)
        #expect(tariff.utcOffsetMinutes == 180 && tariff.quoteSeconds == 60)
        #expect(tariff.smsSender == "MAVUNO")
    }

    /// The greatest payable amount is found by trying all of them.
    @Test(arguments: [0, 1, 99, 100, 101, 107, 108, 506, 507, 508, 513, 520, 1_022, 2_000, 30_000])
    func theGreatestPayableAmountIsTheLastThatFits(balance: Int64) {
        let charge = Charge(
            least: 2,
            most: 2_500,
            bands: [(100, 0), (500, 7), (1_000, 13), (1_500, 23), (2_500, 33)].map {
                FeeBand(upTo: $0, fee: $1)
            }
        )
        for cap in [0, 1, 2, 99, 100, 101, 480, 2_499, 5_000] as [Int64] {
            let all = (charge.least...charge.most).filter {
                $0 <= cap && $0 + charge.fee(for: $0) <= balance
            }
            #expect(charge.greatest(payableFrom: balance, cap: cap) == all.last ?? 0)
        }
    }

    /// What is replaced, by what, the text on the line that is named, and the problem.
    @Test(arguments: [
        ("country: KE\n", "country: QQ\n", "QQ", TariffError.Problem.unknownCountry("QQ")),
        ("currency: KES", "currency: MGA", "MGA", .unknownCurrency("MGA")),
        (
            "\"+03:00\"", "3", "utc_offset: 3",
            .wrongShape("utc_offset", expected: "like \"+03:00\"")
        ),
        ("sms_sender: MAVUNO", "sms_sender: MAVUNO-WALLET", "WALLET", .badSender("MAVUNO-WALLET")),
        (
            "9999999.99 ", "9999999.999 ", "9999999.999",
            .notAnAmount(key: "greatest", typed: "9999999.999")
        ),
        (
            "quote_seconds: 60", "quote_seconds: soon", "soon",
            .notANumber(key: "quote_seconds", typed: "soon", bounds: 1...31_536_000)
        ),
        ("level: 1,", "level: 2,", "level: 2,", .levelOutOfOrder(found: 2, expected: 1)),
        (
            "{level: 0, day: 5000, month: 50000", "{level: 0, day: 5000, month: 500", "level: 0",
            .limitsCross(
                "Level 0 goes wrong: write day ≤ month ≤ greatest and balance ≤ greatest."
            )
        ),
        (
            "from: 101, to: 500, fee: 7", "from: 102, to: 500, fee: 7", "to: 500",
            .gapOrOverlap(from: "102", expected: "101")
        ),
        (
            "from: 101, to: 500, fee: 7", "from: 100, to: 500, fee: 7", "to: 500",
            .gapOrOverlap(from: "100", expected: "101")
        ),
        (
            "from: 101, to: 500, fee: 7", "from: 101, to: 50, fee: 7", "to: 50,",
            .bandBackwards(from: "101", to: "50")
        ),
        (
            "from: 20001, to: 250000, fee: 108", "from: 20001, to: 200000, fee: 108", "200000",
            .bandsEnd(at: "200000", expected: "250000")
        ),
        (
            "from: 101, to: 500, fee: 7", "from: 101, to: 500, fee: -7", "to: 500",
            .notAnAmount(key: "fee", typed: "-7")
        ),
        ("tries: 3", "tires: 3", "tires", .unknownKey("tires", known: [])),
        ("  tries: 3\n", "", "least_digits", .missing("tries")),
        ("[1800, 86400]", "[]", "lock_seconds", .wrongShape("lock_seconds", expected: "")),
        ("levels:\n", "greatest: 1\nlevels:\n", "greatest:", .notYAML("")),
    ])
    func whatIsWrongIsNamedWithItsLine(
        old: String,
        new: String,
        shown: String,
        problem: TariffError.Problem
    ) throws {
        let text = try Kenya.text()
        let broken = text.replacing(old, with: new, maxReplacements: 1)
        try #require(broken != text)
        let before = try #require(broken.ranges(of: shown).first).lowerBound
        let line = broken[..<before].count { $0 == "\n" } + 1
        let error = try #require(throws: TariffError.self) { try Tariff(yaml: broken) }
        #expect(error.line == line, "\(error)")
        #expect(kind(error.problem) == kind(problem), "\(error)")
        switch problem {
        case .unknownKey, .wrongShape, .notYAML: break
        default: #expect(error.problem == problem)
        }
        #expect(error.description.hasPrefix("line \(line): "))
    }

    @Test(arguments: ["", "- 1", "hello", "a: [", "a: *b"])
    func whatIsNoTariffIsRefused(text: String) {
        #expect(throws: TariffError.self) { try Tariff(yaml: text) }
    }

    @Test func aTextTooLongIsNotRead() throws {
        let text = try Kenya.text() + String(repeating: "#", count: 65_536)
        let error = try #require(throws: TariffError.self) { try Tariff(yaml: text) }
        #expect(error.problem == .notYAML("it is too long"))
    }

    private func kind(_ problem: TariffError.Problem) -> String {
        String("\(problem)".prefix { $0 != "(" })
    }
}
