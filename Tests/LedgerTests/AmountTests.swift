// SPDX-License-Identifier: Apache-2.0
import Ledger
import Testing

@Suite struct AmountTests {
    @Test(arguments: [
        ("1234", 123_400 as Int64), ("1,234.50", 123_450), ("1 234.5", 123_450), ("0.01", 1),
        ("1,000,000.00", 100_000_000), ("92233720368547758.07", .max), ("0", 0),
    ])
    func `what people type is read exactly`(text: String, units: Int64) {
        #expect(Amount(parsing: text, currency: .kes)?.minorUnits == units)
    }

    @Test(arguments: [
        "", ".", "1.", ".5", "-1", "+1", "1,23", "12,34.00", "1234,567", "1.234", "1e3", "１",
        "92233720368547758.08", "1.2.3", ",100", "1,,000", "0x1",
    ])
    func `anything else is refused`(text: String) {
        #expect(Amount(parsing: text, currency: .kes) == nil)
    }

    @Test func `a currency without a minor unit takes no decimals`() {
        #expect(Amount(parsing: "1500", currency: .ugx)?.minorUnits == 1500)
        #expect(Amount(parsing: "1500.0", currency: .ugx) == nil)
        #expect(Amount(minorUnits: 1_500, currency: .ugx).formatted == "1,500")
    }

    @Test(arguments: [
        (123_450 as Int64, "1,234.50"), (5, "0.05"), (0, "0.00"), (-123_456_789, "-1,234,567.89"),
        (100_000, "1,000.00"), (.min, "-92,233,720,368,547,758.08"),
    ])
    func `printing keeps every minor unit`(units: Int64, text: String) {
        #expect(Amount(minorUnits: units, currency: .kes).formatted == text)
    }

    @Test func `decimals are dropped only where they are zero`() {
        let whole = Amount(minorUnits: 150_000, currency: .tzs)
        let broken = Amount(minorUnits: 150_050, currency: .tzs)
        #expect(whole.formatted(grouping: " ", decimals: 0) == "1 500")
        #expect(broken.formatted(grouping: " ", decimals: 0) == "1 500.5")
    }

    @Test func `sums are checked`() throws {
        let most = Amount(minorUnits: .max, currency: .kes)
        let one = Amount(minorUnits: 1, currency: .kes)
        #expect(throws: AmountOverflow.tooLarge) { try most.adding(one) }
        #expect(throws: AmountOverflow.tooLarge) { try most.multiplied(by: 2) }
        #expect(throws: AmountOverflow.otherCurrency) { try one.adding(.zero(.usd)) }
        #expect(try most.subtracting(one).minorUnits == .max - 1)
    }

    @Test func `every currency is found by its own letters`() {
        #expect(Currency.all.allSatisfy { Currency($0.code) == $0 })
        #expect(Currency("KSH") == nil)
        #expect(Currency("KESX") == nil)
        #expect(Currency("") == nil)
        #expect(Currency("KWD")?.minorUnitsPerUnit == 1_000)
    }
}
