// SPDX-License-Identifier: Apache-2.0
import SourceText
import Testing

@testable import Transcripts

/// Files of dialoguss become transcripts word for word, and nothing is left out in silence.
struct DialogussImportTests {
    private func read(_ yaml: String, menu: String? = "shop") -> ImportOutcome {
        DialogussImport.read(SourceFile(path: "shop.yml", text: yaml), menu: menu)
    }

    /// A file with these steps, and what its scene has below `---`.
    private func body(_ steps: String, dial: String = "dial: \"*384#\"\n") throws -> [String] {
        let head = dial + "phoneNumber: 265888123456\nsessions:\n  - id: 1\n    steps:\n"
        let lines = steps.split(separator: "\n", omittingEmptySubsequences: false)
        let outcome = read(head + lines.map { "      \($0)\n" }.joined())
        let scene = try #require(outcome.scenes.first, "\(outcome.mistakes) \(outcome.notes)")
        let found = TranscriptParser.parse(SourceFile(path: "x.ussd", text: scene.text)).1
        #expect(found.isEmpty, "\(scene.text)\(found.map(\.kind.message))")
        let written = scene.text.split(separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(written.firstIndex(of: "---"))
        return written[(start + 1)...].dropLast().map(String.init)
    }

    static let tables: [(steps: String, lines: [String])] = [
        (
            "- expect: Hello\n- userInput: \"1\"\n  expect: END Bye",
            ["caller> *384#", "  | Hello", "caller> 1", "  | Bye", "  -- end"]
        ),
        ("- expect: CON Hello", ["caller> *384#", "  | Hello", "  -- end"]),
        ("- expect: CONTINUE", ["caller> *384#", "  | CONTINUE", "  -- end"]),
        ("- text: \"*384#\"\n  expect: Hi", ["caller> *384#", "  | Hi", "  -- end"]),
        ("- userInput: \"*100*2#\"\n  expect: Hi", ["caller> *100*2#", "  | Hi", "  -- end"]),
        (
            "- userInput: Zuri\n  expect: Hi",
            ["caller> *384#", "caller> Zuri", "  | Hi", "  -- end"]
        ),
        (
            "- expect: |\n    One\n\n    # two\n    -- end\n    {{three}}",
            [
                "caller> *384#", "  | One", "  |", "  | # two", "  | -- end",
                "  | {{:\\x7B}}{{:\\x7B}}three}}", "  -- end",
            ]
        ),
        (
            "- expect: Hi\n- userInput: \"\"",
            ["caller> *384#", "  | Hi", "caller> <empty>", "  ...", "  -- end"]
        ),
        (
            "- expect: Hi\n- userInput: \"<hangup>\"\n  expect: x",
            ["caller> *384#", "  | Hi", "caller> <empty>", "  | x", "  -- end"]
        ),
    ]

    @Test(arguments: tables.indices)
    func stepsAreWritten(_ row: Int) throws {
        #expect(try body(Self.tables[row].steps) == Self.tables[row].lines)
    }

    @Test func theHeaderSaysWhatTheFileSays() throws {
        let outcome = read(
            """
            url: http://localhost:7654
            dial: "*1234*12#"
            phoneNumber: "+265 888 123456"
            sessions:
              - description: "A balance:
                 of 500"
                steps: [{expect: END Hi, wait: 5}]
              - phoneNumber: 254712000009
                description: "A balance: of 500"
                steps: [{expect: END Hi}]
              - steps: []
            """,
            menu: nil
        )
        #expect(outcome.scenes.map(\.name) == ["a-balance-of-500", "a-balance-of-500-2"])
        let heads = outcome.scenes.map { $0.text.split(separator: "---")[0] }
        #expect(heads[0].contains("title: A balance: of 500\nmenu: ussd-1234-12\n"))
        #expect(heads[0].hasSuffix("phone caller: +265888123456\n"))
        #expect(heads[1].hasSuffix("phone caller: +254712000009\n"))
        #expect(
            outcome.notes.map { "\($0.line) \($0.sentence)" } == [
                "1 `url` has no place in a transcript.",
                "2 No menu was named, so that a name was made of what is dialled. Say --menu NAME.",
                "7 `wait` has no place in a transcript.",
                "11 The session has no steps. It was left out.",
            ]
        )
    }

    @Test(arguments: [
        ("", 1, "there is nothing in it"),
        ("dial: *384#\nsessions: []", 1, "A dial is written between quotes"),
        ("- a\n", 1, "It begins with `dial:`."),
        ("dial: \"*384#\"\n", 1, "There are no `sessions`"),
        ("dial: \"*384#\"\nsessions:\n  a: 1\n", 3, "`sessions` is a list"),
        ("sessions:\n  - steps:\n      - expect: [1]\n", 3, "A word or a text is expected"),
        ("sessions:\n  - steps:\n      - Hi\n", 3, "A step has"),
        ("a: b\n\tc: [", 2, "This is no YAML"),
        (String(repeating: "[", count: 900), 1, "nested too deep"),
        (String(repeating: "- ", count: 900), 1, "nested too deep"),
    ])
    func whatIsNoneIsSaidAtItsLine(_ yaml: String, _ line: Int, _ words: String) throws {
        let outcome = read(yaml)
        #expect(outcome.scenes.isEmpty)
        let mistake = try #require(outcome.mistakes.first)
        #expect(mistake.line == line && mistake.sentence.contains(words), "\(mistake)")
    }

    @Test func withoutADialASessionIsLeftOut() throws {
        let outcome = read("sessions:\n  - steps:\n      - expect: Hi\n")
        #expect(outcome.scenes.isEmpty)
        #expect(outcome.notes.first?.sentence.contains("Nothing says what is dialled") == true)
    }

    private static let words = [
        "\n", "  ", "- ", ": ", "\"", "'", "|", ">", "#", "*384#", "{", "}", "[", "]", "&a", "*a",
        "expect", "userInput", "sessions", "steps", "END ", "{{", "é", "\u{0}", "\u{2028}", "\r",
        "<hangup>", "\t", "!!int ", "%YAML", "---\n", "🙂",
    ]

    @Test(arguments: 0..<20)
    func anyFileIsReadOrRefused(_ seed: UInt64) {
        var random = SplitMix(seed: seed)
        let origin = """
            dial: "*384#"
            phoneNumber: 265888123456
            sessions:
              - id: 1
                description: A name
                steps:
                  - expect: "What is your name?"
                  - userInput: "Zuri"
                    expect: |
                      Welcome, Zuri
                      1 Balance

            """
        for _ in 0..<40 {
            var octets = Array(origin.utf8)
            for _ in 0...random.below(5) {
                let place = random.below(octets.count)
                let length = min(random.below(9), octets.count - place)
                let word = Self.words[random.below(Self.words.count)]
                octets.replaceSubrange(place..<(place + length), with: word.utf8)
            }
            let text = String(decoding: octets, as: UTF8.self)
            let outcome = read(text)
            #expect(!outcome.scenes.isEmpty || !outcome.mistakes.isEmpty || !outcome.notes.isEmpty)
            for scene in outcome.scenes {
                let file = SourceFile(path: "x.ussd", text: scene.text)
                let found = TranscriptParser.parse(file).1
                #expect(found.isEmpty, "\(text)\n=> \(scene.text)\(found.map(\.kind.message))")
            }
        }
    }
}
