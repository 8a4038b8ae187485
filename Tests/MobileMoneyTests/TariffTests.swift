// SPDX-License-Identifier: Apache-2.0
import GSM
import Ledger
import SourceText
import Testing

@testable import MobileMoney

/// What the tariffs that are delivered charge and allow.
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
        #expect(tariff.levels.map(\.out.day) == [5_000_00, 50_000_00, 250_000_00])
        #expect(tariff.levels.map(\.balance) == [10_000_00, 100_000_00, 500_000_00])
        #expect(tariff.levels.allSatisfy { $0.out.month == $0.out.day.map { 10 * $0 } })
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

    @Test(arguments: ["kenya", "bangladesh", "uganda"])
    func theTariffsDeliveredHaveNoFinding(name: String) throws {
        let reading = Tariff.read(SourceFile(path: name, text: try Delivered.text(name)))
        #expect(reading.tariff != nil)
        #expect(reading.findings.isEmpty, "\(reading.findings.map(\.id))")
    }

    @Test func kenyaIsTakenWhereNoneIsNamed() throws {
        #expect(Tariff.isDefault(try Kenya.text()))
        #expect(!Tariff.isDefault(try Delivered.text("uganda")))
        #expect(!Tariff.isDefault("# default: true"))
    }

    /// bKash's figures, in poisha.
    @Test(arguments: [
        ("send", 100_00, 0, 0), ("send", 100_01, 0, 5_00), ("send", 25_000_00, 0, 5_00),
        ("send", 5_000_00, 20_000_00, 5_00), ("send", 5_000_01, 20_000_00, 10_00),
        ("send", 100_00, 90_000_00, 0), ("withdraw", 1_000_00, 0, 18_50),
        ("withdraw", 50_00, 0, 93), ("withdraw", 25_000_00, 0, 462_50),
        ("deposit", 30_000_00, 0, 0),
    ])
    func bangladeshCostsWhatTheReferenceSays(
        kind: String,
        amount: Int64,
        month: Int64,
        fee: Int64
    ) throws {
        let tariff = try Tariff(yaml: Delivered.text("bangladesh"))
        let charge = tariff.charge(try #require(PaymentKind(rawValue: kind)))
        let cost = charge.cost(of: amount, after: Usage(monthCount: 1, month: month, life: month))
        #expect(cost.sender.total == fee)
        #expect(cost.receiver.total == 0 && cost.commission == 0)
    }

    /// MTN Uganda's figures, in shillings: the fee, and what the agent earns.
    @Test(arguments: [
        ("send", 2_500, 100, 0), ("send", 2_501, 300, 0), ("send", 30_000, 1_000, 0),
        ("withdraw", 500, 350, 100), ("withdraw", 15_000, 770, 200),
        ("deposit", 500, 0, 25), ("deposit", 2_500, 0, 125), ("deposit", 519, 0, 25),
        ("deposit", 2_501, 0, 125), ("deposit", 250_000, 0, 450),
    ])
    func ugandaCostsWhatTheReferenceSays(
        kind: String,
        amount: Int64,
        fee: Int64,
        commission: Int64
    ) throws {
        let tariff = try Tariff(yaml: Delivered.text("uganda"))
        #expect(tariff.currency.minorDigits == 0)
        let charge = tariff.charge(try #require(PaymentKind(rawValue: kind)))
        let cost = charge.cost(of: amount, after: Usage())
        #expect(cost.sender.total == fee && cost.commission == commission)
    }
}
