// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// `stardial ledger balance`, and statements in pages.
@Suite struct LedgerBalanceTests {
    private static func ledger(
        _ arguments: [String],
        in folder: TemporaryFolder
    ) async throws -> RunningCommand.Ended {
        try await LedgerToolTests.ledger(arguments, in: folder)
    }

    @Test func aBalanceIsThatOfNowOrOfAMoment() async throws {
        let folder = try await LedgerToolTests.filled()
        let account = "+254712000001"
        for (golden, arguments) in [
            ("now", [account]), ("early", [account, "--at", "2020-01-31"]),
            ("json", [account, "--at", "9000-01-31", "--json"]),
            ("now-json", ["programmes:RELIEF", "--json"]),
        ] {
            let ended = try await Self.ledger(["balance"] + arguments, in: folder)
            #expect(ended.status == 0, "\(ended.errors)")
            #expect(!ended.output.contains("712000"))
            let text = LedgerToolTests.steady(ended.output, folder)
            try Golden.expect(text, is: "ledger-balance-\(golden)")
        }
        let nobody = try await Self.ledger(["balance", "+254712999999"], in: folder)
        #expect(nobody.status == 2 && !nobody.errors.contains("712999999"))
    }

    @Test(arguments: [1, 2, 3, 50]) func pagesJoinedAreTheStatement(size: Int) async throws {
        let folder = try await LedgerToolTests.filled()
        let whole = try await Self.ledger(["statement", "assets:cash", "--json"], in: folder)
        #expect(!whole.output.contains("next"))
        var rows = ""
        var place: [String] = []
        var count = 0
        repeat {
            let words = ["statement", "assets:cash", "--json", "--limit", "\(size)"]
            let page = try await Self.ledger(words + place, in: folder)
            try #require(page.status == 0, "\(page.errors)")
            var lines = page.output.split(separator: "\n")
            let next = lines.last?.wholeMatch(of: /\{"next":(\d+)\}/)?.1
            if next != nil { lines.removeLast() }
            #expect(lines.count <= size)
            rows += lines.map { $0 + "\n" }.joined()
            place = next.map { ["--before", String($0)] } ?? []
            count += 1
        } while !place.isEmpty && count < 10
        #expect(rows == whole.output)
        #expect(count == (4 + size - 1) / size)
    }

    @Test func whereAPageGoesOnIsTold() async throws {
        let folder = try await LedgerToolTests.filled()
        let first = try await Self.ledger(["statement", "assets:cash", "--limit", "3"], in: folder)
        #expect(first.output.hasSuffix("\nThere are older ones: go on with --before 1.\n"))
        let wrong = try await Self.ledger(
            ["statement", "assets:cash", "--before", "6"],
            in: folder
        )
        #expect(wrong.status == 2)
        #expect(wrong.errors.contains("--before 6 is no place in this statement."))
        // Rows of after the time asked for are passed over, not counted.
        let early = try await Self.ledger(
            ["statement", "assets:cash", "--to", "2020-01-01", "--limit", "2"],
            in: folder
        )
        #expect(early.status == 0 && !early.output.contains("--before"))
    }
}
