// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import MobileMoney

/// What payments cost, to the minor unit.
@Suite struct CostTests {
    @Test(arguments: [
        ("0", 0), ("100%", 1_000_000), ("1.85%", 18_500), ("1.85", 18_500), ("0.0001 %", 1),
        ("00012.5%", 125_000),
    ])
    func percentagesAreExact(text: String, millionths: Int64) throws {
        #expect(try Percentage(parsing: text).millionths == millionths)
    }

    @Test(arguments: [
        "", "%", ".5", "5.", "-1", "1e2", "1.2.3", "1,5", "100.0001", "99999999999999999999",
        "0.00001", "½", "5%%",
    ])
    func whatIsNoPercentageIsRefused(text: String) {
        #expect(throws: Percentage.Flaw.self) { try Percentage(parsing: text) }
    }

    /// Amount, percentage in millionths, and the part: half up, down, up.
    @Test(
        arguments: [
            (100, 18_500, 2, 1, 2), (50_00, 18_500, 93, 92, 93), (27, 18_500, 0, 0, 1),
            (1_000_000, 1, 1, 1, 1), (500_000, 1, 1, 0, 1), (499_999, 1, 0, 0, 1),
            (0, 18_500, 0, 0, 0), (.max, 1_000_000, .max, .max, .max),
        ] as [(Int64, Int64, Int64, Int64, Int64)]
    )
    func partsAreRoundedAsSaid(
        amount: Int64,
        millionths: Int64,
        halfUp: Int64,
        down: Int64,
        up: Int64
    ) throws {
        let part = try #require(Percentage(millionths: millionths))
        #expect(Rounding.allCases.map { part.part(of: amount, $0) } == [halfUp, down, up])
    }

    @Test func aTaxInsideAPriceIsThePriceLessWhatItWasWithout() throws {
        let excise = try Percentage(parsing: "20%")
        #expect(excise.inside(120_00, .halfUp) == 20_00)
        #expect(excise.inside(7_00, .halfUp) == 1_17)
        #expect(excise.inside(0, .up) == 0)
        #expect(Percentage.whole.inside(.max, .down) == .max / 2)
    }

    /// A block `send`, an amount, what was paid before in the month, and: the sender's fee and tax,
    /// the receiver's fee and tax, all in cents.
    private static let costs: [(String, [Int64], [Int64])] = [
        ("fees: [{from: 1, to: 1000, fee: 2%, least: 5, most: 12}]", [100_00], [5_00, 0, 0, 0]),
        ("fees: [{from: 1, to: 1000, fee: 2%, least: 5, most: 12}]", [300_00], [6_00, 0, 0, 0]),
        ("fees: [{from: 1, to: 1000, fee: 2%, least: 5, most: 12}]", [999_00], [12_00, 0, 0, 0]),
        ("fees: [{from: 1, to: 1000, fee: 7}]\n  pays: receiver", [50_00], [0, 0, 7_00, 0]),
        (
            "fees: [{from: 1, to: 1000, fee: 7}]\n  pays: split\n  sender_share: 33.3%",
            [50_00], [2_33, 0, 4_67, 0]
        ),
        (
            "fees: [{from: 1, to: 1000, fee: 7}]\n  fee_tax: {rate: 20%, how: inside}",
            [50_00], [7_00, 0, 0, 0]
        ),
        (
            "fees: [{from: 1, to: 1000, fee: 7}]\n  fee_tax: {rate: 20%, how: on_top}",
            [50_00], [7_00, 1_40, 0, 0]
        ),
        ("amount_tax: {rate: 0.5%, how: on_top}", [50_00], [0, 25, 0, 0]),
        ("amount_tax: {rate: 10%, how: inside}", [110_00], [0, 0, 0, 10_00]),
        (
            "fees: [{from: 1, to: 1000, fee: 7}]\n  pays: split\n  sender_share: 50%\n"
                + "  fee_tax: {rate: 20%, how: on_top}\n  amount_tax: {rate: 1%, how: on_top}",
            [100_00], [3_50, 70 + 1_00, 3_50, 70]
        ),
        (
            "fees: [{from: 1, to: 1000, fee: 7}]\n  free: {month_count: 2}", [9_00, 1, 5_00],
            [0, 0, 0, 0]
        ),
        (
            "fees: [{from: 1, to: 1000, fee: 7}]\n  free: {month_count: 2}",
            [9_00, 2, 10_00], [7_00, 0, 0, 0]
        ),
        (
            "fees: [{from: 1, to: 1000, fee: 10%}]\n  free: {month_amount: 100}",
            [50_00, 1, 50_00], [0, 0, 0, 0]
        ),
        (
            "fees: [{from: 1, to: 1000, fee: 10%}]\n  free: {month_amount: 100}",
            [50_00, 1, 70_00], [2_00, 0, 0, 0]
        ),
        (
            "fees: [{from: 1, to: 1000, fee: 0.1%, least: 0.10}]\n  free: {life_amount: 1000}",
            [500_00, 0, 0, 700_00], [20, 0, 0, 0]
        ),
        (
            "fees: [{from: 1, to: 1000, fee: 5}]\n  over: [{month: 200, "
                + "fees: [{from: 1, to: 1000, fee: 10}]}, {month: 400, "
                + "fees: [{from: 1, to: 1000, fee: 20}]}]",
            [100_00, 1, 100_00], [5_00, 0, 0, 0]
        ),
        (
            "fees: [{from: 1, to: 1000, fee: 5}]\n  over: [{month: 200, "
                + "fees: [{from: 1, to: 1000, fee: 10}]}, {month: 400, "
                + "fees: [{from: 1, to: 1000, fee: 20}]}]",
            [100_00, 1, 100_01], [10_00, 0, 0, 0]
        ),
        (
            "fees: [{from: 1, to: 1000, fee: 5}]\n  over: [{month: 200, "
                + "fees: [{from: 1, to: 1000, fee: 10}]}, {month: 400, "
                + "fees: [{from: 1, to: 1000, fee: 20}]}]",
            [900_00, 0, 0], [20_00, 0, 0, 0]
        ),
    ]

    @Test(arguments: costs)
    func aPaymentCosts(block: String, paid: [Int64], expected: [Int64]) throws {
        let charge = try SmallTariff.tariff("send:\n  least: 1\n  most: 1000\n  \(block)").send
        let month = paid.count > 2 ? paid[2] : 0
        let usage = Usage(
            monthCount: paid.count > 1 ? Int(paid[1]) : 0,
            month: month,
            life: paid.count > 3 ? paid[3] : month
        )
        let cost = charge.cost(of: paid[0], after: usage)
        #expect(
            [cost.sender.fee, cost.sender.tax, cost.receiver.fee, cost.receiver.tax] == expected
        )
    }

    /// Whatever a phone sends, nothing traps, and nothing is paid for less than nothing.
    @Test(arguments: costs.map(\.0))
    func noAmountTraps(block: String) throws {
        let charge = try SmallTariff.tariff("send:\n  least: 1\n  most: 1000\n  \(block)").send
        for amount in [.min, -1, 0, 1, .max - 1, .max] as [Int64] {
            for usage in [Usage(), Usage(monthCount: .max, month: .max, life: .max)] {
                let cost = charge.cost(of: amount, after: usage)
                #expect(cost.sender.total >= 0 && cost.receiver.total >= 0)
                let most = charge.greatest(payableFrom: amount, cap: amount, after: usage)
                #expect(0...1000_00 ~= most)
            }
        }
    }

    @Test func theTaxInsideAFeeIsThatOfTheWholeFeeHoweverItIsShared() throws {
        for share in ["0%", "1%", "33.3%", "50%", "99.9%", "100%"] {
            let charge = try SmallTariff.tariff(
                "send:\n  least: 1\n  most: 1000\n  fees: [{from: 1, to: 1000, fee: 7.77%}]\n"
                    + "  pays: split\n  sender_share: \(share)\n"
                    + "  fee_tax: {rate: 20%, how: inside}"
            ).send
            for amount in stride(from: 1_00, through: 1_000_00, by: 997) as StrideThrough<Int64> {
                let cost = charge.cost(of: amount, after: Usage())
                let fee = charge.fee(for: amount)
                let tax = try Percentage(parsing: "20%").inside(fee, .halfUp)
                #expect(cost.sender.fee + cost.receiver.fee == fee)
                #expect(cost.sender.feeTax + cost.receiver.feeTax == tax)
                #expect(cost.sender.income >= 0 && cost.receiver.income >= 0)
            }
        }
    }

    /// The greatest payable amount is found by trying all of them.
    @Test(arguments: costs.map(\.0))
    func theGreatestPayableAmountIsTheLastThatFits(block: String) throws {
        let charge = try SmallTariff.tariff(
            "greatest: 500\nlevels:\n  - {level: 0, balance: 500}\n"
                + "withdraw: {least: 1, most: 500}\ndeposit: {least: 1, most: 500}\n"
                + "send:\n  least: 1\n  most: 10\n  "
                + block.replacing("1000", with: "10").replacing(
                    "least: 5, most: 12",
                    with: "least: 1"
                )
        ).send
        for usage in [Usage(), Usage(monthCount: 2, month: 199_00, life: 8_00)] {
            for balance in [0, 99, 1_00, 1_07, 3_33, 7_00, 8_00, 9_99, 20_00] as [Int64] {
                for cap in [0, 1_00, 5_55, 50_00] as [Int64] {
                    let all = (charge.least...charge.most).filter {
                        let cost = charge.cost(of: $0, after: usage)
                        return $0 <= cap && $0 + cost.sender.total <= balance
                            && cost.receiver.total <= $0
                    }
                    let found = charge.greatest(payableFrom: balance, cap: cap, after: usage)
                    #expect(found == all.last ?? 0, "\(balance) \(cap) \(usage)")
                }
            }
        }
    }
}
