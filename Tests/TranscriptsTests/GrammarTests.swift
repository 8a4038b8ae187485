// SPDX-License-Identifier: Apache-2.0
import SourceText
import Testing

@testable import Transcripts

/// The page `Grammar.md` says what the parser reads, no more and no less words.
struct GrammarTests {
    private static func grammar() throws -> WrittenGrammar {
        let path = "../../Sources/Transcripts/Transcripts.docc/Grammar.md"
        return WrittenGrammar(page: try Fixture.file(path).text)
    }

    @Test func everyExampleIsWhatItsRuleSaysAndIsRead() throws {
        let grammar = try Self.grammar()
        #expect(grammar.examples.count > 25)
        let others: Set = ["comment", "setting", "phone", "inclusion", "attachment-line"]
        for (rule, text) in grammar.examples {
            let bare = String(text.drop { $0 == " " })
            let inside = text.hasPrefix("?") ? "check" : rule
            #expect(try grammar.accepts(bare, as: inside), "\(rule): \(text)")
            if !others.contains(rule) {
                let line = inside == rule && text != bare ? "expectation" : "step"
                #expect(try grammar.accepts(text, as: line), "\(rule): \(text)")
            }
            let diagnostics = TranscriptParser.parseAlone(Self.scene(rule, text)).1
            #expect(diagnostics.map(\.id) == [], "\(rule): \(text)")
        }
    }

    /// A scene with an example at its place.
    private static func scene(_ rule: String, _ text: String) -> SourceFile {
        let isHeader = ["setting", "phone"].contains(rule)
        let isExpected = text.hasPrefix(" ")
        let above = rule == "posting" ? "? ledger last" : isExpected ? "amina> 1" : ""
        let phone = rule == "phone" ? "" : "phone amina: +254712000001 pin=4821\n"
        return SourceFile(
            path: "a.ussd",
            text: """
                ussd/1
                title: A scene
                menu: pocket
                lang: en sw
                \(phone)\(isHeader ? text : "# A phone")
                ---
                amina> 2
                \(above)
                \(isHeader ? "" : text)

                """
        )
    }

    @Test func wordsAreThoseOfTheParser() throws {
        let grammar = try Self.grammar()
        let keys = HeaderMistake.settings.filter { $0 != "phone" } + ["takes"]
        #expect(grammar.words(of: "key") == keys.sorted())
        #expect(grammar.words(of: "phone-key") == HeaderMistake.phoneSettings)
        #expect(grammar.words(of: "ending-word") == TranscriptVocabulary.endings)
        #expect(grammar.words(of: "field") == Variables.phoneFields)
    }

    @Test(arguments: [
        "Scenes", "Failures", "../../Transcripts/mavuno", "../../Transcripts/tutorial",
    ])
    func everyTranscriptIsWhatTheGrammarSays(_ folder: String) throws {
        let grammar = try Self.grammar()
        for name in Fixture.names(in: folder, ending: ".ussd") {
            let text = try Fixture.file("\(folder)/\(name)").text
            #expect(try grammar.accepts(text, as: "transcript"), "\(folder)/\(name)")
        }
    }

    @Test func partsAndAttachedFilesAreWhatTheGrammarSays() throws {
        let grammar = try Self.grammar()
        let part = "ussd/1 part\ntakes: a b\n---\n+ c.ussd x=\"1 2\"\n@ +{{b}}\na> {{b}}\n  ...\n"
        #expect(try grammar.accepts(part, as: "part"))
        #expect(try !grammar.accepts(part, as: "transcript"))
        let scene = "ussd/1\ntitle: A\n---\na> 1\n-- file a --\nx\n-- y --\n-- file b --\r\n\nz"
        #expect(try grammar.accepts(scene, as: "transcript"))
    }

    /// What the parser does not read the grammar does not describe.
    @Test(arguments: [
        "what is this", "amina>> {{", "amina sms< none", "? balance amina = 1", "@ 181s", "!",
        "  no sign", "  -- over", "amina> {{ref", "+", "-- a --",
    ])
    func otherLinesAreNotDescribed(_ line: String) throws {
        let grammar = try Self.grammar()
        let text = "ussd/1\ntitle: A\nmenu: m\nphone amina: +254712000001\n---\namina> 1\n\(line)\n"
        #expect(TranscriptParser.parse(SourceFile(path: "a.ussd", text: text)).1.hasErrors)
        #expect(try !grammar.accepts(text, as: "transcript"))
    }
}
