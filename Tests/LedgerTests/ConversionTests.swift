// SPDX-License-Identifier: Apache-2.0
import Ledger
import Testing

@Suite struct ConversionTests {
    @Test(arguments: [
        // given, rate, received, in minor units
        ("USD", 100 as Int64, "KES", "129.35", 12_935 as Int64),
        ("USD", 1, "KES", "129.35", 129),
        ("KES", 12_935, "USD", "0.0077309", 99),
        ("USD", 100, "UGX", "3712.5", 3_712),
        ("UGX", 3_712, "USD", "0.000269360269", 99),
        ("KWD", 1_000, "UGX", "12000", 12_000),
        ("UGX", 1, "KWD", "0.001", 1),
        ("USD", 9_223_372_036_854_775_807, "EUR", "1", 9_223_372_036_854_775_807),
    ])
    func `what comes out is rounded down to the minor unit`(
        source: String,
        units: Int64,
        target: String,
        rate: String,
        received: Int64
    ) throws {
        let source = try #require(Currency(source))
        let target = try #require(Currency(target))
        let rate = try #require(ExchangeRate(from: source, to: target, decimal: rate))
        let given = Amount(minorUnits: units, currency: source)
        let conversion = try Conversion(given, at: rate)
        #expect(conversion.received == Amount(minorUnits: received, currency: target))
        #expect(conversion.given == given)
    }

    @Test(arguments: [
        ("KES", 100 as Int64, "1", ConversionRefusal.otherCurrency),
        ("USD", 0, "1", .amountNotPositive), ("USD", -1, "1", .amountNotPositive),
        ("USD", .max, "1.1", .tooLarge), ("USD", .max, "9223372036854775807", .tooLarge),
        ("USD", 1, "0.99", .worthNothing),
    ])
    func `what does not fit is refused`(
        currency: String,
        units: Int64,
        rate: String,
        refusal: ConversionRefusal
    ) throws {
        let rate = try #require(ExchangeRate(from: .usd, to: .ghs, decimal: rate))
        let given = Amount(minorUnits: units, currency: try #require(Currency(currency)))
        #expect(throws: refusal) { try Conversion(given, at: rate) }
    }

    @Test(arguments: [
        "", ".", "1.", ".5", "-1", "+1", "1e3", "1,5", "1.2.3", "0", "0.00", "１",
        "1.1234567890123", "9223372036854775808",
    ])
    func `what is no rate is refused`(text: String) {
        #expect(ExchangeRate(from: .usd, to: .kes, decimal: text) == nil)
    }

    @Test func `a rate is of two currencies and more than nothing`() {
        #expect(ExchangeRate(from: .usd, to: .usd, numerator: 1) == nil)
        #expect(ExchangeRate(from: .usd, to: .kes, numerator: 0) == nil)
        #expect(ExchangeRate(from: .usd, to: .kes, numerator: 1, denominator: 0) == nil)
    }

    @Test func `an exact fraction loses nothing on the way`() throws {
        let third = try #require(
            ExchangeRate(from: .usd, to: .kes, numerator: 1, denominator: 3)
        )
        let three = Amount(minorUnits: 300, currency: .usd)
        #expect(try Conversion(three, at: third).received.minorUnits == 100)
    }
}
