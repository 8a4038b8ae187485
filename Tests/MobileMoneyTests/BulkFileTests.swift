// SPDX-License-Identifier: Apache-2.0
import GSM
import Ledger
import SourceText
import Testing

@testable import MobileMoney

/// Files of payments and balances, and the mistakes that are found in them.
@Suite struct BulkFileTests {
    private func payments(_ text: String, full: Bool = false) throws -> PaymentFile {
        PaymentFile(
            SourceFile(path: "pay.csv", text: text),
            tariff: try Kenya.tariff(),
            showsNumbers: full
        )
    }

    @Test func linesAreReadAsSpreadsheetsWriteThem() throws {
        let file = try payments(
            "\u{FEFF}Amount , MSISDN,reference,name\r\n"
                + "\"1,500.00\",0712 000 001,\"a \"\"b\"\", c\",Amina\r\n"
                + "\r\n"
                + " 20 , +254712000002,,\"Two\nlines\"\n"
                + "0.01,712000003,r3,"
        )
        #expect(file.diagnostics.isEmpty)
        #expect(file.lines.map(\.amount) == [150_000, 2_000, 1])
        #expect(
            file.lines.map(\.msisdn.digits) == [254_712_000_001, 254_712_000_002, 254_712_000_003]
        )
        #expect(file.lines.map(\.reference) == ["a \"b\", c", "", "r3"])
        #expect(file.lines.map(\.number) == [1, 2, 3])
        #expect(file.lines.map(\.line) == [2, 4, 6])
    }

    /// What is wrong, and what is found.
    static let mistakes: [(String, [String])] = [
        ("", ["bulk.column", "bulk.column", "bulk.empty"]),
        ("msisdn,amount\n", ["bulk.empty"]),
        ("msisdn,amont\n0712000001,5\n", ["bulk.column", "bulk.column", "bulk.amount"]),
        ("msisdn,amount,amount\n0712000001,5,6\n", ["bulk.column"]),
        ("msisdn,amount\n0712000001\n", ["bulk.field-count"]),
        ("msisdn,amount\n0712000001,1,500.00\n", ["bulk.field-count"]),
        ("msisdn,amount\n071200000,5\n", ["bulk.number"]),
        ("msisdn,amount\n+255712000001,5\n", ["bulk.number"]),
        ("msisdn,amount\n0712000001,5.001\n0712000001,-5\n", ["bulk.amount", "bulk.amount"]),
        ("msisdn,amount\n0712000001,0\n0712000002,five\n", ["bulk.amount", "bulk.amount"]),
        ("msisdn,amount\n0712000001,99999999999999999999\n", ["bulk.amount"]),
        ("msisdn,amount\n0712000001,10000000\n", ["bulk.too-much"]),
        ("msisdn,amount\n07\"12000001,5\n", ["bulk.quotation-mark", "bulk.number"]),
        ("msisdn,amount\n\"0712000001\"x,5\n", ["bulk.quotation-mark"]),
        ("msisdn,amount\n0712000001,\"5\n", ["bulk.quotation-mark", "bulk.amount"]),
        ("msisdn,amount,reference\n0712000001,5,a\n0712000002,5,a\n", ["bulk.doubled"]),
        (
            "msisdn,amount,reference\n0712000001,5,\(String(repeating: "x", count: 257))\n",
            ["bulk.long-reference"]
        ),
        (
            "msisdn,amount,name\n0712000001,5,\(String(repeating: "x", count: 65))\n",
            ["bulk.name"]
        ),
    ]

    @Test(arguments: mistakes.indices) func mistakesAreFound(_ index: Int) throws {
        let (text, ids) = Self.mistakes[index]
        let file = try payments(text)
        #expect(file.diagnostics.map(\.id) == ids)
        #expect(file.lines.isEmpty, "nothing is paid from a file with a mistake")
    }

    @Test func aMistakeIsShownWithItsLineAndTheNumberMasked() throws {
        let file = try payments("msisdn,amount\n0712000001,5\n0712345678,5.0.0\n")
        let shown = DiagnosticRenderer().render(file.diagnostics, in: [file.source])
        #expect(
            shown == """
                error[bulk.amount]: This is no amount of KES above nothing.
                 --> pay.csv:3:12
                  |
                3 | 0712***678,5.0.0
                  |            ^^^^^
                  = help: Write digits and perhaps a point, such as 1500.00.

                """
        )
        let odd = try payments("msisdn,amount\n0712345678,5,6\n")
        #expect(odd.source.text == "msisdn,amount\n0712***678,5,6\n")
        let full = try payments("msisdn,amount\n0712345678,5.0.0\n", full: true)
        #expect(full.source.text.contains("0712345678"))
    }

    @Test func onlyTheFirstMistakesAreToldOneByOne() throws {
        let rows = String(repeating: "0712000001,x\n", count: 150)
        let file = try payments("msisdn,amount\n" + rows)
        #expect(file.diagnostics.count == BulkLimits.mistakesMax)
        #expect(file.mistakeCount == 150)
    }

    @Test func noOctetOfAFileTraps() throws {
        let good = Array("msisdn,amount,reference\n\"0712000001\",\"5\",a\r\n0712000002,6,b\n".utf8)
        for place in good.indices {
            for octet in Array("\",\n\r\0x".utf8) + [0xFF] {
                var bytes = good
                bytes[place] = octet
                _ = try payments(String(decoding: bytes, as: UTF8.self))
            }
            _ = try payments(String(decoding: good.prefix(place), as: UTF8.self))
        }
    }

    @Test func balancesAreReadAndJudged() throws {
        let text = """
            msisdn,account,name,amount,level,till,business,float
            0712000001,,Amina,200.00,1,,,
            0712000002,,Neema,,2,4021,Shop,500
            ,programme:Relief,,1000,,,,
            """
        let file = OpeningFile(SourceFile(path: "b.csv", text: text), tariff: try Kenya.tariff())
        #expect(file.diagnostics.isEmpty)
        #expect(file.lines.map(\.amount) == [20_000, 0, 100_000])
        guard case .wallet(let neema) = file.lines[1].party else {
            Issue.record("no wallet")
            return
        }
        #expect(neema.agent == AgentOpening(till: "4021", businessName: "Shop", float: 50_000))
        #expect(neema.pin == nil)
        #expect(file.lines[2].party == .programme("RELIEF"))
    }

    static let badBalances: [(String, [String])] = [
        ("0712000001,,,5,,,,", ["bulk.name"]),
        ("0712000001,,A,5,9,,,", ["bulk.level"]),
        ("0712000001,,A,20000,0,,,", ["bulk.too-much"]),
        ("0712000001,,A,5,,007,,", ["bulk.till"]),
        ("0712000001,,A,5,,,,6", ["bulk.till"]),
        (",,A,5,,,,", ["bulk.number"]),
        (",income:fees,,5,,,,", ["bulk.account"]),
        ("0712000001,programme:X,,5,,,,", ["bulk.account"]),
        (",programme:,,5,,,,", ["bulk.account"]),
        (",programme:X,,0,,,,", ["bulk.amount"]),
        ("0712000001,,A,5,,,,\n254712000001,,B,6,,,,", ["bulk.doubled"]),
    ]

    @Test(arguments: badBalances.indices) func mistakesInBalancesAreFound(_ index: Int) throws {
        let (rows, ids) = Self.badBalances[index]
        let text = "msisdn,account,name,amount,level,till,business,float\n\(rows)\n"
        let file = OpeningFile(SourceFile(path: "b.csv", text: text), tariff: try Kenya.tariff())
        #expect(file.diagnostics.map(\.id) == ids)
        #expect(file.lines.isEmpty)
    }

    @Test func everyMistakeSaysWhatToDo() {
        let all: [BulkMistake] = [
            .missingColumn("amount"), .wrongColumn(name: "amont", known: ["amount"]),
            .fieldCount(found: 1, expected: 2), .quotationMark, .number(country: "KE"),
            .amount(currency: "KES"), .tooMuch(most: "1"), .longReference,
            .doubled(what: "number", line: 2), .account, .level, .till, .name, .tooManyRows,
            .empty,
        ]
        for mistake in all {
            #expect(mistake.message.hasSuffix("."))
            #expect(mistake.help?.hasSuffix(".") == true)
        }
        #expect(all[1].help == "Did you mean amount? There are: amount.")
    }
}
