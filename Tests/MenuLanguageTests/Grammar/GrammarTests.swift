// SPDX-License-Identifier: Apache-2.0
import Foundation
import SourceText
import Testing

@testable import MenuLanguage

/// The page "The grammar" says what the parser reads, no more and no less.
@Suite struct GrammarTests {
    /// Words of the kinds that the grammar does not take apart.
    static let words = [
        "NAME": ["wallet", "pay_2", "a", "quote"], "LANGUAGE": ["en", "sw"], "COUNTRY": ["KE"],
        "PROFILE": ["standard", "ke-at"], "FILE": ["send.menu", "sub/cash.menu"],
        "FORM": ["try", "tries"], "KEY": ["0", "00", "98", "1"], "SECONDS": ["600"],
        "DIGITS": ["789", "2"],
        "WORD": ["BAL", "sent", "day_limit"], "LONGEST": ["20"], "RECORD": ["payment"],
        "LABEL": ["Send money", "Pay # 1", "It's free"], "OUTCOME": ["refused", "not_found"],
        "QUESTION": ["amount"], "STRING": ["\"[0-9]{4,6}\"", "\"send\""],
        "NUMBER": ["1", "1.00", "250000.00"],
        "ADDRESS": ["https://weather.example/ussd"], "TIMES": ["2"], "MOST": ["7"],
        "LINE": ["Nothing was taken.", "You have", "{{ and }}", "# 1, not a comment"],
    ]

    static func grammar() throws -> Grammar {
        let page = try Menus.text("Grammar.md", in: Menus.pages)
        let fences = page.components(separatedBy: "```")
        return try Grammar(try #require(fences.count > 1 ? fences[1] : nil))
    }

    @Test func everyRuleIsWrittenOnceAndUsed() throws {
        let grammar = try Self.grammar()
        let names = Set(grammar.rules.map(\.name))
        var used: Set<String> = ["file"]
        for case .rule(let name) in grammar.parts { used.insert(name) }
        #expect(used == names)
        var kinds: Set<String> = []
        for case .kind(let kind) in grammar.parts { kinds.insert(kind) }
        #expect(kinds == Set(Self.words.keys))
    }

    @Test func whatTheGrammarAllowsIsRead() throws {
        let grammar = try Self.grammar()
        var taken: [String: Set<Int>] = [:]
        for seed in 0..<400 {
            var writer = GrammarWriter(
                grammar,
                words: Self.words,
                onceOnly: ["setting"],
                seed: UInt64(seed)
            )
            let text = writer.file(from: "file")
            let file = SourceFile(path: "a.menu", text: text)
            let found = MenuParser.parse(file).diagnostics
            #expect(
                found.isEmpty,
                "\(seed): \(found.map { "\($0.id) \(file.text(in: $0.range))" })\n\(text)"
            )
            taken.merge(writer.taken) { $0.union($1) }
        }
        for rule in grammar.rules {
            guard case .oneOf(let alternatives) = rule.body else { continue }
            #expect(taken[rule.name] == Set(alternatives.indices), "all of \(rule.name)")
        }
    }

    @Test func everyWordThatTheParserKnowsIsInTheGrammar() throws {
        var literals: Set<String> = []
        for case .literal(let text) in try Self.grammar().parts { literals.insert(text) }
        let known =
            MenuKeyword.allCases.map(\.rawValue) + SettingForm.all.map(\.name)
            + AskType.allCases.map(\.rawValue)
        #expect(Set(known).subtracting(literals) == [])
    }
}
