// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ledger
import TestSupport
import Testing

/// What leaves the ledger for other programs.
@Suite struct ExportTests {
    private static let naming = BookNaming(
        account: { BooksTests.name($0) },
        purpose: { $0.rawValue == 5 ? "fee" : "send" }
    )

    private func text(_ export: some LedgerExport, of store: MemoryLedgerStore) throws -> String {
        var export = export
        var text = ""
        try export.write(store) { text += $0 }
        return text
    }

    private static let table = LedgerTable(
        "one payment with its fee, and a hold",
        """
        open cash asset KES                        : ok
        open amina liability KES floor=0           : ok
        open shop liability KES floor=0            : ok
        open fees income KES                       : ok
        move o1 cash amina 200000                  : ok
        + move s1 amina shop 50000 ref=6BK7M9XB4T code=2
        move s2 amina fees 700 ref=6BK7M9XB4T code=5 : ok
        hold h1 amina shop 2500 for=600s           : ok
        + void v1 h1
        move a1 shop amina 100                     : ok
        """
    )

    @Test func `a command is one transaction, a hold a comment`() async throws {
        let store = try await BooksTests.played(Self.table)
        let export = PlainTextExport(naming: Self.naming, assertsBalances: true)
        #expect(
            try text(export, of: store) == """
                ; A ledger in plain text. A debit is positive: what is owed to customers is \
                negative.

                commodity KES 1,000.00

                1970-01-01 send  ; group:1, at:1970-01-01T00:16:40.000Z
                    assets:cash  KES 2000.00 = KES 2000.00  ; transfer:1, code:0
                    liabilities:amina  KES -2000.00 = KES -2000.00

                1970-01-01 (6BK7M9XB4T) send  ; group:2, at:1970-01-01T00:16:40.000Z
                    liabilities:amina  KES 500.00  ; transfer:2, code:2
                    liabilities:shop  KES -500.00 = KES -500.00
                    liabilities:amina  KES 7.00 = KES -1493.00  ; transfer:3, code:5
                    income:fees  KES -7.00 = KES -7.00

                ; 1970-01-01T00:16:40.000Z transfer 4: held until 1970-01-01T00:26:40.000Z \
                KES 25.00 liabilities:amina to liabilities:shop

                1970-01-01 send  ; group:5, at:1970-01-01T00:16:40.000Z
                    ; 1970-01-01T00:16:40.000Z transfer 5: let go of hold 4 KES 25.00 \
                liabilities:amina to liabilities:shop
                    liabilities:shop  KES 1.00 = KES -499.00  ; transfer:6, code:0
                    liabilities:amina  KES -1.00 = KES -1494.00

                """
        )
    }

    @Test func `with assertions no transaction is booked before one that came earlier`()
        async throws
    {
        let store = MemoryLedgerStore()
        let day = 86_400_000 as Int64
        try await store.commit(LedgerFixtures.opening(wallets: 3, each: 100))
        for (number, moment) in [(4, LedgerFixtures.now.milliseconds + day), (8, 0), (9, day)] {
            var command = LedgerFixtures.sending(UInt64(number), wallets: 3)
            command.at = Timestamp(milliseconds: moment)
            try await store.commit(command)
        }
        func days(_ asserts: Bool) throws -> [String] {
            try text(PlainTextExport(naming: Self.naming, assertsBalances: asserts), of: store)
                .split(separator: "\n").filter { $0.first?.isNumber == true }
                .map { String($0.prefix(10)) }
        }
        #expect(try days(true) == ["2027-01-15", "2027-01-16", "2027-01-16", "2027-01-16"])
        #expect(try days(false) == ["2027-01-15", "2027-01-16", "1970-01-01", "1970-01-02"])
    }

    @Test func `what goes back names the transfer that it goes back to`() async throws {
        let store = try await BooksTests.played(Self.table)
        try await store.commit(
            LedgerCommand(
                key: IdempotencyKey(high: 77, low: 77),
                at: LedgerFixtures.now,
                transfers: [.reversal(of: TransferID(3))]
            )
        )
        let csv = try text(CSVExport(naming: Self.naming), of: store)
        #expect(csv.split(whereSeparator: \.isNewline).first?.hasSuffix(",original") == true)
        #expect(csv.split(whereSeparator: \.isNewline).last?.hasSuffix(",3") == true)
        let lines = try text(JSONLinesExport(naming: Self.naming), of: store)
        #expect(lines.contains("\"kind\":\"reversal\",\"original\":3,"))
        let plain = try text(PlainTextExport(naming: Self.naming), of: store)
        #expect(plain.contains(", original:3\n"))
    }

    @Test func `words cannot break out of the journal's format`() async throws {
        let store = try await BooksTests.played(
            LedgerTable(
                "a reference",
                """
                open cash asset UGX : ok
                open amina liability UGX : ok
                move o1 cash amina 1500 ref=a);x currency=UGX : ok
                """
            )
        )
        let naming = BookNaming(account: { "a  b\n;(\($0.rawValue))" })
        let text = try text(PlainTextExport(naming: naming), of: store)
        #expect(text.contains("\ncommodity UGX 1,000.\n"))
        #expect(text.contains(" (a__x) code-0  ;"))
        #expect(text.contains("\n    a b___1_  UGX 1500  ;"))
    }

    @Test func `fields are quoted and no spreadsheet takes them for formulas`() {
        let rows: [(CSVText.Field, String)] = [
            (.text("plain"), "plain"), (.text(""), ""), (.text("a,b"), "\"a,b\""),
            (.text("say \"hi\""), "\"say \"\"hi\"\"\""),
            (.text("two\r\nlines"), "\"two\r\nlines\""),
            (.text("=1+1"), "\"'=1+1\""), (.text("+254"), "\"'+254\""), (.text("-2"), "\"'-2\""),
            (.text("@sum"), "\"'@sum\""), (.text("\tx"), "\"'\tx\""),
            (.text("\rx"), "\"'\rx\""), (.text("＝x"), "\"'＝x\""),
            (.text("=\"x\""), "\"'=\"\"x\"\"\""), (.number("-12.50"), "-12.50"),
        ]
        for (field, expected) in rows { #expect(CSVText.field(field) == expected) }
        #expect(CSVText.row(words: ["a", "b,c"]) == "a,\"b,c\"\r\n")
    }

    @Test func `a row of CSV names both accounts and both balances`() async throws {
        let store = try await BooksTests.played(Self.table)
        let lines = try text(CSVExport(naming: Self.naming), of: store).split(separator: "\r\n")
        #expect(lines.count == 7)
        #expect(
            lines[2] == "2,2,1970-01-01T00:16:40.000Z,posted,,liabilities:amina,liabilities:shop,"
                + "KES,500.00,2,send,6BK7M9XB4T,1500.00,500.00,"
        )
        #expect(lines[5].hasPrefix("5,5,1970-01-01T00:16:40.000Z,void,4,"))
    }

    @Test func `each line of JSON is an object that a parser takes`() async throws {
        let store = try await BooksTests.played(Self.table)
        var naming = Self.naming
        naming.account = { "\"\\\n\u{7}é \($0.rawValue)" }
        naming.showsNumbers = true
        let lines = try text(JSONLinesExport(naming: naming), of: store).split(separator: "\n")
        let objects = try lines.map { line in
            try #require(
                try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            )
        }
        #expect(objects.count == 6)
        #expect(objects[1]["amount"] as? String == "500.00")
        #expect(objects[1]["debit"] as? String == "\"\\\n\u{7}é 2")
        #expect(objects[1]["debit_account"] as? String == "2")
        #expect(objects[5]["hash"] as? String == store.verify().lastHash.description)
        #expect(objects[3]["expires"] as? String == "1970-01-01T00:26:40.000Z")
    }

    @Test func `what could give a masked number away is exported only in full`() async throws {
        let store = try await BooksTests.played(Self.table)
        let hash = store.verify().lastHash.description
        for full in [false, true] {
            var naming = Self.naming
            naming.showsNumbers = full
            #expect(try text(CSVExport(naming: naming), of: store).contains(hash) == full)
            #expect(try text(JSONLinesExport(naming: naming), of: store).contains(hash) == full)
            #expect(try !text(PlainTextExport(naming: naming), of: store).contains(hash))
        }
    }

    @Test func `a span leaves out what was before and after`() async throws {
        let store = try await BooksTests.played()
        var export = CSVExport(naming: Self.naming)
        var text = ""
        let span = BookSpan(from: BooksTests.first.adding(milliseconds: 1))
        try export.write(store, span: span) { text += $0 }
        #expect(
            text.split(separator: "\r\n").dropFirst().map { $0.prefix(2) }
                == ["5,", "6,", "7,", "8,", "9,", "10"]
        )
    }

    @Test func `pages give every transfer once`() async throws {
        let store = MemoryLedgerStore()
        try await store.commit(LedgerFixtures.opening(wallets: 200, each: 1_000))
        for number in 0..<2_300 as Range<UInt64> {
            try await store.commit(LedgerFixtures.sending(number, wallets: 200))
        }
        var pages = TransferPages(of: store)
        var ids: [Int64] = []
        var most = 0
        while let page = try pages.next() {
            ids += page.map(\.id.rawValue)
            most = max(most, page.count)
        }
        #expect(ids == Array(1...2_500))
        #expect(most == TransferPages.rowsPerPage)
    }
}
