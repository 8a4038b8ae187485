// SPDX-License-Identifier: Apache-2.0
import Foundation
import SourceText
import Testing

@testable import MobileMoney

/// The documentation of tariffs says what the reader takes.
@Suite struct TariffPageTests {
    private static func page() throws -> String {
        let page = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent()
            .appendingPathComponent("../../Sources/MobileMoney/MobileMoney.docc/Tariffs.md")
        return try String(contentsOf: page, encoding: .utf8)
    }

    private static func example() throws -> String {
        let match = try #require(try page().firstMatch(of: /```yaml\n([\s\S]*?)```/))
        return String(match.1)
    }

    @Test func theExampleHasNoFinding() throws {
        let file = SourceFile(path: "example.tariff.yaml", text: try Self.example())
        let reading = Tariff.read(file)
        let found = DiagnosticRenderer().render(reading.findings, in: [file])
        #expect(reading.findings.isEmpty, "\(found)")
        let tariff = try #require(reading.tariff)
        #expect(tariff.send.senderShare == (try Percentage(parsing: "60%")))
        #expect(tariff.send.feeTax?.isInside == true && tariff.send.amountTax?.isInside == false)
        #expect(tariff.send.steps.map(\.above) == [100_000_00])
        #expect(tariff.send.free.monthCount == 3 && tariff.send.free.lifeAmount == 5_000_00)
        #expect(tariff.levels[1].into.day == 100_000_00 && tariff.levels[1].send.dayCount == 20)
    }

    @Test(arguments: TariffKeys.all)
    func everyKeyStandsInTheExampleAndIsExplained(key: String) throws {
        let page = try Self.page()
        let example = try Self.example()
        #expect(example.contains(try Regex("(^|[\\s{])\(key): ?").anchorsMatchLineEndings()))
        let text = page.replacing(example, with: "")
        #expect(text.contains("`\(key)`") || text.contains("`\(key): "), "\(key)")
    }
}
