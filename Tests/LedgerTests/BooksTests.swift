// SPDX-License-Identifier: Apache-2.0
import Ledger
import TestSupport
import Testing

/// Ledgers written as tables, and the reports they must give.
@Suite struct BooksTests {
    /// A bank account, two wallets, fees, commissions, a hold's account, and one other currency.
    static let table = LedgerTable(
        "a small operator",
        """
        open cash asset KES               : ok
        open amina liability KES floor=0  : ok
        open shop liability KES floor=0   : ok
        open fees income KES              : ok
        open paid expense KES             : ok
        open held holding KES             : ok
        open dollars asset USD            : ok
        open abroad liability USD         : ok
        move o1 cash amina 200000         : ok
        move o2 dollars abroad 9950 currency=USD : ok
        + move s1 amina shop 50000
        move s2 amina fees 700            : ok
        clock +1000s                      : ok
        + move t1 amina shop 10000
        + move t2 amina fees 300
        move t3 paid shop 150             : ok
        hold h1 amina held 2500 for=600s  : ok
        post p1 h1                        : ok
        hold h2 amina held 1000 for=600s  : ok
        """
    )

    private static let names = [
        "assets:cash", "liabilities:amina", "liabilities:shop", "income:fees", "expenses:paid",
        "liabilities:held:codes", "assets:dollars", "liabilities:abroad",
    ]

    static func name(_ id: AccountID) -> String {
        names.indices.contains(Int(id.rawValue) - 1) ? names[Int(id.rawValue) - 1] : "?"
    }

    /// The moment of the first rows; the others come 1,000 seconds later.
    static let first = Timestamp(milliseconds: 1_000_000)

    static func played(_ table: LedgerTable = table) async throws -> MemoryLedgerStore {
        let store = MemoryLedgerStore()
        var runner = LedgerTableRunner(store: store)
        #expect(try await runner.run(table) == [])
        return store
    }

    @Test func `a trial balance has every account that moved, and debits equal credits`()
        async throws
    {
        let books = try Books(of: try await Self.played())
        let reports = books.trialBalances(naming: Self.name)
        #expect(reports.map(\.currency) == [.kes, .usd])
        #expect(reports.allSatisfy { $0.isBalanced })
        #expect(
            reports.first?.text == """
                                             debit    credit
                  assets:cash             2,000.00
                  expenses:paid               1.50
                  income:fees                          10.00
                  liabilities:amina                 1,365.00
                  liabilities:held:codes               25.00
                  liabilities:shop                    601.50
                  ------------------------------------------
                  Total                   2,001.50  2,001.50

                """
        )
    }

    @Test func `for a period it says what was before and what moved`() async throws {
        let span = BookSpan(from: Self.first.adding(milliseconds: 1))
        let books = try Books(of: try await Self.played(), span: span)
        let report = try #require(books.trialBalances(naming: Self.name).first)
        #expect(report.isBalanced)
        #expect(
            report.text == """
                                             before  debits  credits     debit    credit
                  assets:cash              2,000.00                   2,000.00
                  expenses:paid                        1.50               1.50
                  income:fees                 -7.00             3.00               10.00
                  liabilities:amina       -1,493.00  128.00                     1,365.00
                  liabilities:held:codes                       25.00               25.00
                  liabilities:shop          -500.00           101.50              601.50
                  ----------------------------------------------------------------------
                  Total                              129.50   129.50  2,001.50  2,001.50

                """
        )
    }

    @Test func `profit carried into equity makes the balance sheet balance`() async throws {
        let books = try Books(of: try await Self.played())
        let sheet = try #require(books.balanceSheets(naming: Self.name).first)
        #expect(sheet.isBalanced)
        #expect(
            sheet.text == """
                  Assets
                    assets:cash                 2,000.00
                    total                       2,000.00
                  Liabilities
                    liabilities:amina           1,365.00
                    liabilities:shop              601.50
                    total                       1,966.50
                  Held
                    liabilities:held:codes         25.00
                    total                          25.00
                  Equity
                    profit carried                  8.50
                    total                           8.50
                  --------------------------------------
                  Liabilities, held and equity  2,000.00

                """
        )
    }

    @Test func `an income statement looks at its time alone`() async throws {
        let store = try await Self.played()
        let span = BookSpan(from: Self.first.adding(milliseconds: 1))
        let books = try Books(of: store, span: span)
        let statement = try #require(books.incomeStatements(naming: Self.name).first)
        #expect(
            statement.text == """
                  Income
                    income:fees    3.00
                    total          3.00
                  Expenses
                    expenses:paid  1.50
                    total          1.50
                  ---------------------
                  Profit           1.50

                """
        )
        let sheet = try #require(books.balanceSheets(naming: Self.name).first)
        #expect(sheet.equity.lines.map(\.name) == ["profit of before", "profit of this time"])
        #expect(sheet.equity.lines.map(\.minorUnits) == [700, 150])
        #expect(sheet.isBalanced)
    }

    @Test func `at a moment only what had happened counts, the moment itself included`()
        async throws
    {
        let store = try await Self.played()
        let before = BookSpan(to: Self.first.adding(milliseconds: -1))
        #expect(try Books(of: store, span: before).trialBalances(naming: Self.name).isEmpty)
        let at = try Books(of: store, span: BookSpan(to: Self.first))
        let lines = try #require(at.trialBalances(naming: Self.name).first).lines
        #expect(lines.map(\.closing) == [-200_000, 700, 149_300, 50_000])
        let all = BookSpan(to: Self.first.adding(milliseconds: 1_000_000))
        #expect(
            try Books(of: store, span: all).trialBalances(naming: Self.name)
                == Books(of: store).trialBalances(naming: Self.name)
        )
    }

    @Test func `every closing balance is the account's own`() async throws {
        let store = try await Self.played()
        for report in try Books(of: store).trialBalances(naming: Self.name) {
            for line in report.lines {
                #expect(store.account(line.account).map { Int128($0.balance) } == line.closing)
            }
        }
    }

    @Test func `an expense that is greater than the income is a loss`() async throws {
        let table = LedgerTable(
            "a loss",
            """
            open paid expense KES : ok
            open shop liability KES : ok
            move c paid shop 125 : ok
            """
        )
        let books = try Books(of: try await Self.played(table))
        let statement = try #require(books.incomeStatements(naming: { "\($0.rawValue)" }).first)
        #expect(statement.profit == -125)
        #expect(statement.text.hasSuffix("  Loss      -1.25\n"))
        #expect(books.balanceSheets(naming: Self.name).allSatisfy { $0.isBalanced })
    }

    @Test func `sums may need more than 64 bits`() {
        #expect(Currency.kes.text(-170_141_183_460_469_231_731) == "-1701411834604692317.31")
        #expect(Currency.kes.text(.min).hasPrefix("-1701411834604692317316873037158841057"))
        #expect(Currency.ugx.text(1_234_567, grouping: ",") == "1,234,567")
        #expect(Currency.kes.text(5) == "0.05")
        #expect(Currency("KWD")?.text(-1_234, grouping: ",") == "-1.234")
    }

    @Test func `a statement shows an account's own side`() async throws {
        let store = try await Self.played()
        let account = try #require(store.account(AccountID(2)))
        let rows = store.statement(of: account.id, since: nil, limit: 3)
        let statement = AccountStatement(of: account, rows: rows)
        #expect(statement.lines.map(\.change) == [0, -2_500, 0])
        #expect(statement.lines.map(\.balance) == [136_500, 136_500, 139_000])
        #expect(statement.lines.map(\.other) == [AccountID(6), AccountID(6), AccountID(6)])
        let text = statement.text(naming: BookNaming(account: { Self.name($0) }))
        #expect(text.contains("-25.00  1,365.00  post  code-0 liabilities:held:codes\n"), "\(text)")
        #expect(
            AccountStatement(of: account, rows: store.transfers(since: .zero, limit: 2)).lines.count
                == 1
        )
    }
}
