// SPDX-License-Identifier: Apache-2.0
import SourceText
import Testing

@testable import MobileMoney

/// What is said about a tariff that is wrong: where, what, and what to do.
@Suite struct TariffFindingTests {
    /// What of Kenya's tariff is replaced, by what, the finding, and the text it points at.
    @Test(arguments: [
        ("country: KE\n", "country: QQ\n", "country", "QQ"),
        ("currency: KES", "currency: MGA", "currency", "MGA"),
        ("currency: KES", "currency: TZS", "other-currency", "TZS"),
        ("\"+03:00\"", "3", "shape", "3"),
        ("\"+03:00\"", "\"+3:00\"", "shape", "\"+3:00\""),
        ("sms_sender: MAVUNO", "sms_sender: MAVUNO-WALLET", "sender", "MAVUNO-WALLET"),
        ("9999999.99 ", "9999999.999 ", "amount", "9999999.999"),
        ("quote_seconds: 60", "quote_seconds: soon", "number", "soon"),
        ("half_up", "half-up", "unknown-word", "half-up"),
        ("level: 1,", "level: 2,", "level-order", "2"),
        ("day: 5000, month: 50000,", "day: 5000, month: 500,", "unreachable-limit", "5000"),
        ("day: 5000, month: 50000,", "day: 5000, month: 500000,", "unreachable-limit", "500000"),
        ("{from: 101, to: 500, fee: 7", "{from: 102, to: 500, fee: 7", "gap", "102"),
        ("{from: 101, to: 500, fee: 7", "{from: 100, to: 500, fee: 7", "overlap", "100"),
        ("to: 250000, fee: 108", "to: 200000, fee: 108", "bands-end", "200000"),
        ("to: 500, fee: 7", "to: 500, fee: -7", "amount", "-7"),
        ("to: 500, fee: 7", "to: 500, fee: 700", "fee-above-amount", "700"),
        ("to: 500, fee: 7", "to: 500, fee: 7%, least: 9, most: 8", "bounds", "9"),
        ("to: 500, fee: 7", "to: 500, fee: 1.85.2%", "percentage", "1.85.2%"),
        ("to: 500, fee: 7", "to: 500, fee: 100.0001%", "percent-too-much", "100.0001%"),
        ("tries: 3", "tires: 3", "unknown-key", "tires"),
        ("  tries: 3\n", "", "missing-key", "pin"),
        ("[1800, 86400]", "[]", "shape", "[]"),
        ("levels:\n", "greatest: 1\nlevels:\n", "key-twice", "greatest: 1"),
        ("country: KE\n", "country: [KE]\n", "shape", "[KE]"),
    ])
    func whatIsWrongIsNamedAtItsPlace(
        old: String,
        new: String,
        id: String,
        place: String
    ) throws {
        let text = try Kenya.text()
        let broken = text.replacing(old, with: new, maxReplacements: 1)
        try #require(broken != text)
        let file = SourceFile(path: "kenya.tariff.yaml", text: broken)
        let found = Tariff.read(file).findings
        let shown = DiagnosticRenderer().render(found, in: [file])
        let finding = try #require(found.first { $0.id == "tariff." + id }, "\(shown)")
        #expect(file.text(in: finding.range) == place, "\(shown)")
    }

    @Test func everyFindingIsToldAtOnce() throws {
        let text = try Kenya.text()
            .replacing("country: KE\n", with: "country: QQ\n")
            .replacing("  tries: 3\n", with: "  tires: 3\n")
            .replacing("{from: 101, to: 500, fee: 7}", with: "{from: 102, to: 500, fee: 7,5}")
            .replacing("{from: 2501, to: 3500, fee: 50}", with: "{from: 2501, to: 35oo, fee: 50}")
        let file = SourceFile(path: "kenya.tariff.yaml", text: text)
        let reading = Tariff.read(file)
        #expect(reading.tariff == nil)
        #expect(
            Set(reading.findings.map(\.id)) == [
                "tariff.country", "tariff.gap", "tariff.unknown-key", "tariff.amount",
                "tariff.missing-key",
            ]
        )
        let error = try #require(throws: TariffError.self) { try Tariff(yaml: text) }
        #expect(error.findings.count == reading.findings.count)
        #expect(error.description.split(separator: "\n").count == error.findings.count)
    }

    @Test func aFindingIsDrawnWithItsLine() throws {
        let text = try Kenya.text().replacing("  tries: 3\n", with: "  tires: 3\n")
        let file = SourceFile(path: "kenya.tariff.yaml", text: text)
        let found = Tariff.read(file).findings.filter { $0.id == "tariff.unknown-key" }
        let line = text.split(separator: "\n", omittingEmptySubsequences: false)
            .firstIndex { $0 == "  tires: 3" }.map { $0 + 1 }
        let number = String(try #require(line))
        let known = "least_digits, most_digits, tries, lock_seconds"
        #expect(
            DiagnosticRenderer().render(found, in: [file]) == """
                error[tariff.unknown-key]: `tires` is not known here.
                  --> kenya.tariff.yaml:\(number):3
                   |
                \(number) |   tires: 3
                   |   ^^^^^ not known
                   = help: Did you mean `tries`? Known are \(known).

                """
        )
        let (mended, made) = file.applying(found.compactMap(\.fix))
        #expect(made.count == 1)
        #expect(mended.text == (try Kenya.text()))
    }

    @Test(arguments: Tariff.pages.map(\.id))
    func aPagesBadExampleHasItsFindingAndTheGoodOneNone(id: String) throws {
        let page = try #require(Tariff.pages.first { $0.id == id })
        #expect(Set(SmallTariff.read(page.bad).findings.map(\.id)) == [id])
        let left = SmallTariff.read(page.good)
        #expect(left.findings.isEmpty, "\(left.findings.map(\.kind.message))")
        #expect(left.tariff != nil)
        for text in [page.summary, page.why] { #expect(text.hasSuffix(".")) }
    }

    @Test func everyFindingHasOnePage() {
        let samples: [TariffFinding] = [
            .notYAML(""), .tooLarge(most: 1), .twice(""), .unknownKey("", known: [], meant: nil),
            .missingKey("", of: ""), .shape("", expected: ""),
            .amount("", typed: "", currency: "", decimals: 0), .percentage("", typed: ""),
            .percentTooMuch(""), .number("", typed: "", bounds: 0...1),
            .word("", typed: "", known: [], meant: nil), .country("", meant: nil),
            .currency("", meant: nil), .currencyOfCountry("", expected: ""), .sender(""),
            .bounds(lower: "", upper: ""), .notLess(lower: "", upper: ""),
            .greatest("", key: "", greatest: ""),
            .levelOrder(found: 0, expected: 0), .gap(from: "", expected: ""),
            .overlap(from: "", expected: ""), .backwards(from: "", to: ""),
            .bandsEnd(at: "", most: ""), .stepOrder("", before: ""),
            .unreachableBand(from: "", reach: ""), .unreachableLimit("", by: ""),
            .feeAboveAmount(fee: "", amount: ""), .without("", needs: ""),
        ]
        #expect(samples.map(\.id).sorted() == Tariff.pages.map(\.id))
    }

    @Test(arguments: ["", "- 1", "hello", "a: [", "a: *b", "\u{FEFF}", "? [a]\n: b", "a: \u{0}"])
    func whatIsNoTariffIsRefused(text: String) throws {
        let error = try #require(throws: TariffError.self) { try Tariff(yaml: text) }
        #expect(!error.findings.isEmpty)
    }

    @Test func aTextTooLongIsNotRead() throws {
        let text = try Kenya.text() + String(repeating: "#", count: 65_536)
        let error = try #require(throws: TariffError.self) { try Tariff(yaml: text) }
        #expect(error.findings.map(\.id) == ["tariff.too-large"])
    }

    /// Every octet of the file in turn is lost: something is said, nothing traps.
    @Test func noLostOctetTraps() throws {
        let octets = Array(SmallTariff.text.utf8)
        for place in octets.indices {
            var rest = octets
            rest.remove(at: place)
            let file = SourceFile(path: "a", text: String(decoding: rest, as: UTF8.self))
            let reading = Tariff.read(file)
            #expect(reading.tariff != nil || reading.findings.hasErrors, "octet \(place)")
            for finding in reading.findings { #expect(finding.range.upper <= file.utf8Count) }
        }
    }
}
