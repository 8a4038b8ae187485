// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText
import Testing

@testable import MenuLanguage

/// What is offered where, by a cursor in the example menu.
struct SuggestionTests {
    /// A line with a cursor, the part of the example it takes the place of, and what is offered
    /// first.
    struct Row: CustomTestStringConvertible {
        let line: String
        var old: String?
        let offered: [String]
        var not: [String] = []

        var testDescription: String { line }
    }

    static let rows: [Row] = [
        Row(
            line: "is_self     -> ‸",
            old: "is_self     -> recipient",
            offered: ["amount", "pin", "recipient", "balance", "busy", "detail"],
            not: ["wrong", "me"]
        ),
        Row(
            line: "Save          -> sa‸",
            old: "Save          -> saving",
            offered: ["balance", "busy"]
        ),
        Row(
            line: "BAL  -> ‸",
            old: "BAL                                          -> balance",
            offered: ["balance", "busy", "send"],
            not: ["back", "recipient"]
        ),
        Row(
            line: "call payee = ‸",
            old: "call payee = money.payee(recipient)",
            offered: ["money.change_pin", "money.last"]
        ),
        Row(
            line: "call payee = money.‸",
            old: "call payee = money.payee(recipient)",
            offered: ["change_pin", "last", "me", "note", "payee"]
        ),
        Row(
            line: "not_found   -> invite(recipient)\n        ‸",
            old: "not_found   -> invite(recipient)",
            offered: ["unavailable", "unsure"],
            not: ["not_found", "is_self"]
        ),
        Row(line: "wrong_pin ‸", old: "wrong_pin as tries  -> pin", offered: ["as", "->"]),
        Row(
            line: "money.quote(‸",
            old: "money.quote(\"send\", payee, amount)",
            offered: ["\"deposit\"", "\"send\"", "\"withdraw\""]
        ),
        Row(
            line: "money.quote(\"send\", ‸",
            old: "money.quote(\"send\", payee, amount)",
            offered: ["me", "payee"],
            not: ["amount", "quote"]
        ),
        Row(
            line: "| Fee {‸",
            old: "| Fee {quote.fee}",
            offered: ["amount", "me", "payee", "quote"],
            not: ["receipt", "pin", "typed"]
        ),
        Row(
            line: "| Fee {quote.‸",
            old: "| Fee {quote.fee}",
            offered: ["amount", "fee", "kind", "name", "number", "total"]
        ),
        Row(
            line: "below  | The least you can send is {‸",
            old: "below  | The least you can send is",
            offered: ["least", "me", "most", "payee", "recipient", "typed"]
        ),
        Row(
            line: "Tries left: {‸",
            old: "Tries left: {tries}",
            offered: ["amount", "me", "payee", "quote", "recipient", "tries"]
        ),
        Row(
            line: "-> explain(‸",
            old: "-> explain(why)",
            offered: ["me", "payee", "quote", "why"]
        ),
        Row(line: "| {{‸", old: "| {p.title}", offered: []),
        Row(line: "| You ‸have", offered: []),
        Row(
            line: "0  Back -> back\n    ‸",
            old: "0  Back -> back",
            offered: ["1", "case", "each", "end", "wrong"]
        ),
        Row(
            line: "3  Save          -> saving   ‸",
            old: "3  Save          -> saving   when me.level > 0",
            offered: ["when"]
        ),
        Row(line: "when ‸", old: "when me.level > 0", offered: ["me", "not"]),
        Row(line: "when me.level ‸", old: "when me.level > 0", offered: ["and", "is set", "or"]),
        Row(
            line: "screen detail(p: ‸",
            old: "screen detail(p: payment)",
            offered: [
                "date", "flag", "moment", "money", "msisdn", "number", "text", "time", "history",
                "me", "payee",
            ]
        ),
        Row(line: "each p in ‸", old: "each p in history.payments", offered: ["history", "me"]),
        Row(
            line: "each p in history.‸",
            old: "each p in history.payments",
            offered: ["payments"]
        ),
        Row(line: "case why.‸", old: "case why.reason", offered: ["reason"], not: ["needed"]),
        Row(
            line: "below_minimum       | The least.\n        ‸",
            old: "below_minimum       | The least is {why.limit}.",
            offered: []
        ),
        Row(
            line: "ask amount: ‸",
            old: "ask amount: money 1.00 ... me.sendable",
            offered: ["choice", "money", "msisdn", "number", "pattern", "secret", "text"]
        ),
        Row(
            line: "... me.‸",
            old: "... me.sendable",
            offered: ["balance", "level", "sendable"],
            not: ["name"]
        ),
        Row(
            line: "*789*1*{recipient: ‸",
            old: "*789*1*{recipient: msisdn}",
            offered: ["money", "msisdn", "number", "text"]
        ),
        Row(
            line: "*789*1*{‸",
            old: "*789*1*{recipient: msisdn}",
            offered: ["amount", "pin", "recipient"]
        ),
        Row(
            line: "    network ‸\n    text      en",
            old: "    text      en",
            offered: ["3gpp", "gh-hubtel", "ke-at", "ke-at-airtel", "ng-hollatags", "standard"]
        ),
        Row(
            line: "    country ‸\n    text      en",
            old: "    text      en",
            offered: ["BD", "CN", "GH"]
        ),
        Row(
            line: "    keys 0 ‸\n    text      en",
            old: "    text      en",
            offered: ["back", "home", "more"]
        ),
        Row(
            line: "    before ‸\n    text      en",
            old: "    text      en",
            offered: ["last", "send"],
            not: ["home"]
        ),
        Row(
            line: "    resume 600 ‸\n    text      en",
            old: "    text      en",
            offered: ["balance", "busy"],
            not: ["last"]
        ),
        Row(line: "me        ‸", old: "me        money.me", offered: ["money.last", "money.me"]),
        Row(
            line: "include   ‸",
            old: "include   send.menu",
            offered: ["cash.menu", "send.menu"],
            not: ["main.menu"]
        ),
        Row(line: "services  ‸", old: "services  money", offered: ["money"]),
        Row(
            line: "    ‸\ndial *789# ",
            old: "\ndial *789# ",
            offered: ["also", "before", "country"],
            not: ["text", "include", "services"]
        ),
        Row(
            line: "‸\nscreen home",
            old: "\nscreen home",
            offered: ["dial", "flow", "menu", "screen", "sms"]
        ),
        Row(line: "    ‸\n    call quote", old: "    call quote", offered: ["ask", "call", "end"]),
        Row(line: "# a comment ‸\nscreen home", old: "screen home", offered: []),
        Row(line: "call last = money.last(\"a ‸", old: "call history = money.last()", offered: []),
    ]

    @Test(arguments: rows)
    func offersWhatFits(_ row: Row) throws {
        let desk = try Desk(row.line, for: row.old)
        let labels = desk.labels
        if row.offered.isEmpty {
            #expect(labels.isEmpty)
        } else {
            let first = labels.filter(row.offered.contains)
            #expect(Array(labels.prefix(2)) == Array(row.offered.prefix(2)), "\(labels)")
            #expect(first == row.offered, "\(labels)")
        }
        #expect(labels.filter(row.not.contains).isEmpty, "\(labels)")
    }

    @Test func aSuggestionReplacesWhatWasTypedOfIt() throws {
        let desk = try Desk("is_self     -> reci‸", for: "is_self     -> recipient")
        let suggestion = try #require(desk.suggestions.first { $0.label == "recipient" })
        #expect(desk.file.text(in: suggestion.range) == "reci")
        let hole = try Desk("| Fee {quote.f‸", for: "| Fee {quote.fee}")
        let field = try #require(hole.suggestions.first { $0.label == "fee" })
        #expect(hole.file.text(in: field.range) == "f")
    }

    @Test func placesToFillInFollowTheContract() throws {
        let desk = try Desk("call payee = ‸", for: "call payee = money.payee(recipient)")
        let quote = try #require(desk.suggestions.first { $0.label == "money.quote" })
        #expect(quote.snippet == "money.quote(${1:kind}, ${2:payee}, ${3:amount})")
        #expect(quote.documentation.contains("`refused`"))
        let target = try Desk("is_self     -> ‸", for: "is_self     -> recipient")
        let explain = try #require(target.suggestions.first { $0.label == "explain" })
        #expect(explain.snippet == "explain(${1:why})")
        #expect(explain.detail == "(why)")
    }

    /// Whatever stands before the cursor, nothing traps, and what is offered replaces text of the
    /// line that ends at the cursor.
    @Test func everyPlaceOfTheExampleCanBeAsked() throws {
        let analysis = try Desk("screen ‸home").analysis
        for file in analysis.compilation.sources.files {
            for offset in 0...file.utf8Count {
                for suggestion in analysis.suggestions(at: offset, in: file) {
                    #expect(suggestion.range.upper == offset)
                }
                _ = analysis.hover(at: offset, in: file.path)
            }
        }
    }

    @Test(arguments: 0..<6)
    func spoiltMenusCanBeAskedToo(_ seed: Int) throws {
        var lottery = Lottery(seed: UInt64(seed))
        var scalars = Array(Example.send.unicodeScalars)
        let signs = Array("{}|->(),.:\"# \n\t‸é=0".unicodeScalars)
        for _ in 0..<40 {
            let place = Int.random(in: 0..<scalars.count, using: &lottery)
            scalars[place] = signs[Int.random(in: 0..<signs.count, using: &lottery)]
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        let file = SourceFile(path: "send.menu", text: String(text))
        let analysis = MenuAnalysis(part: file, contracts: [MoneyContract.contract])
        for offset in stride(from: 0, through: file.utf8Count, by: 3) {
            _ = analysis.suggestions(at: offset, in: file)
            _ = analysis.hover(at: offset, in: file.path)
        }
        _ = MenuAnalysis.outline(of: file)
        _ = MenuAnalysis.folds(of: file)
        _ = analysis.colours(of: file.path)
    }
}
