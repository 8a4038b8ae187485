// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText
import Testing

@testable import MenuLanguage

/// Which edits of a menu change what of it.
struct MenuFingerprintsTests {
    private static let menu = """
        menu box
            text  en
            also  sw
        dial *1#  -> box
        screen box
            | Box
            1  Look   -> look
            2  Leave  -> leave
            9  Bye  -> bye
        flow leave
            -> bye
        screen look
            | Look here.
            0  Back  -> back
        screen bye
            | Bye.
            end
        """

    private static let states = ["box", "look", "bye", "leave.go"]

    private func fingerprints(
        _ edits: [(String, String)] = [],
        swahili: String = "Tazama hapa."
    ) throws -> MenuFingerprints {
        var text = Self.menu + "\n"
        for (old, new) in edits {
            #expect(text.contains(old))
            text = text.replacing(old, with: new)
        }
        let translations = """
            msgid ""
            msgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: sw\\n"

            msgctxt "look"
            msgid "Look here."
            msgstr "\(swahili)"

            """
        let file = SourceFile(path: "box.menu", text: text)
        let made = MenuCompiler.compile(main: file, contracts: []) { path in
            path.hasSuffix(".po") ? .success(translations) : .failure(.notFound)
        }
        let program = try #require(made.program, "\(made.diagnostics.map(\.id))")
        return MenuFingerprints(program)
    }

    /// The states whose digest is not what it was, with the language.
    private func changed(_ now: MenuFingerprints) throws -> [String] {
        let before = try fingerprints()
        var names: [String] = before.whole == now.whole ? [] : ["whole"]
        for language in ["en", "sw"] {
            names += Self.states.filter {
                before.state($0, in: language) != now.state($0, in: language)
            }.map { "\($0) \(language)" }
        }
        return names
    }

    @Test func theSameMenuHasTheSameDigests() throws {
        #expect(try changed(fingerprints()) == [])
        #expect(try changed(fingerprints([("2  Leave  ->", "2  Leave    ->")])) == [])
    }

    @Test func aTextIsItsOwnStateInEveryLanguageThatShowsIt() throws {
        let edited = try fingerprints([("| Bye.", "| Farewell.")])
        #expect(try changed(edited) == ["bye en", "bye sw"])
    }

    @Test func aTranslationIsItsOwnLanguage() throws {
        #expect(try changed(fingerprints(swahili: "Ona hapa.")) == ["look sw"])
    }

    @Test func aScreenAddedElsewhereChangesNothingElse() throws {
        let edited = try fingerprints([
            ("screen look\n", "screen more\n    | More.\n    end\nscreen look\n"),
            ("    2  Leave  -> leave\n", "    2  Leave  -> leave\n    3  More  -> more\n"),
        ])
        #expect(try changed(edited) == ["box en", "box sw"])
    }

    @Test func anArrowThatLeavesNoTraceBelongsToWhereItIsTaken() throws {
        let edited = try fingerprints([("    -> bye", "    -> look")])
        let names = try changed(edited)
        #expect(names.contains("box en") && !names.contains("look en"))
    }

    @Test func waysInHoldForAll() throws {
        let edited = try fingerprints([("dial *1#  -> box", "dial *2#  -> box")])
        #expect(try changed(edited) == ["whole"])
    }
}
