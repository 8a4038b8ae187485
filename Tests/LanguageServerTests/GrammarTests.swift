// SPDX-License-Identifier: Apache-2.0
import Foundation
import MenuLanguage
import Patterns
import Testing
import Transcripts

@testable import LanguageServer

/// The grammars by which editors colour files.
struct GrammarTests {
    static let transcripts = TextMateGrammar.transcripts(
        settings: TranscriptVocabulary.settings,
        phoneSettings: TranscriptVocabulary.phoneSettings,
        endings: TranscriptVocabulary.endings
    )

    /// Every pattern of a grammar.
    static func patterns(_ value: JSONValue) -> [String] {
        switch value {
        case .object(let members):
            let own = ["match", "begin", "end"].compactMap { members[$0]?.string }
            return own + members.keys.sorted().flatMap { patterns(members[$0] ?? .null) }
        case .array(let elements): return elements.flatMap(patterns)
        default: return []
        }
    }

    @Test(arguments: [TextMateGrammar.menu, transcripts])
    func everyPatternCompiles(_ grammar: TextMateGrammar) throws {
        let patterns = Self.patterns(grammar.json)
        #expect(patterns.count > 12)
        for pattern in patterns {
            #expect(throws: Never.self, "\(pattern)") { _ = try Pattern(pattern) }
        }
        #expect(JSONValue(octets: grammar.text.utf8) == grammar.json)
    }

    @Test func everyWordOfTheParserIsInIt() throws {
        let all = Set(
            Self.patterns(TextMateGrammar.menu.json).flatMap { pattern in
                pattern.split { !($0.isLetter || $0 == "_") }.map(String.init)
            }
        )
        let words =
            MenuVocabulary.definitions + MenuVocabulary.lines + MenuVocabulary.settings
            + MenuVocabulary.types + MenuVocabulary.ways + MenuVocabulary.values
            + MenuVocabulary.conditions + MenuVocabulary.joints
        #expect(words.count > 40)
        #expect(words.filter { !all.contains($0) } == [])
        let text = Self.transcripts.text
        let others =
            TranscriptVocabulary.settings + TranscriptVocabulary.phoneSettings
            + TranscriptVocabulary.endings
        #expect(others.filter { !text.contains($0) } == [])
    }

    @Test(arguments: ["menu", "ussd"])
    func aSampleIsColouredAsWasFoundRight(_ language: String) throws {
        let grammar = language == "menu" ? TextMateGrammar.menu : Self.transcripts
        let sample = language == "menu" ? Self.menu : Self.scene
        let colourer = try Colourer(grammar.json)
        var shown = ""
        for line in sample.split(separator: "\n", omittingEmptySubsequences: false) {
            shown += line + "\n"
            for piece in colourer.pieces(String(line)) {
                shown += "    `\(piece.text)` \(piece.scope)\n"
            }
        }
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Goldens/\(language).golden").path
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try shown.write(toFile: path, atomically: true, encoding: .utf8)
            Issue.record("\(language).golden was written. Read it.")
        }
        #expect(shown == (try? String(contentsOfFile: path, encoding: .utf8)), "\(shown)")
    }

    private static let menu = """
        # A menu
        menu mavuno
            network    standard  # a note
            include    send.menu, cash.menu
            otherwise
                unavailable   -> busy
        dial *789*1*{recipient: msisdn}#  -> send
        screen home(why: refusal)
            | {me.name}, you have {{ {me.balance} # not a note
            case why.reason
                limit  | The least is {why.limit}.
            1  Send money -> away  -> send  when me.level > 0 and not me.agent
            0   Back  -> back
            each p in history.payments | {p.title} -> detail(p)
        flow send
            ask amount: money 1.00 ... me.sendable
            ask period: choice
                1  One month  = month
            call quote = money.quote("send", payee)
                refused as why  -> explain(why)  | No: {why.limit}
        """

    private static let scene = """
        ussd/1
        title: Amina sends
        phone amina: +254712000001 pin=4821 name="AMINA W"
        ---
        # Amina opens the menu
        amina> *789#
          | Amina, you have {{*}}
          ~ \\Q{{ref}}\\E: .*
          ...
          -- end
        amina sms< MAVUNO within 10s
        @ +181s
        ? balance amina == 1493.00
        ! lose reply amina once
        + parts/pay.ussd payer=amina text="a b"
        -- file shop.menu --
        """
}
