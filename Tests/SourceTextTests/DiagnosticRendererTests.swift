// SPDX-License-Identifier: Apache-2.0
import SourceText
import Testing

@Suite struct DiagnosticRendererTests {
    @Test func pointsAtTheMistakeAndSaysWhatToDo() throws {
        let lines = String(repeating: "\n", count: 11)
        let source = Marked(
            lines + "dial *789#          -> «hom»\n",
            path: "Menus/mavuno/mavuno.menu"
        )
        let diagnostic = Diagnostic(
            Mistake(help: "Did you mean `home`?"),
            at: try source.range(),
            label: "not found"
        )
        #expect(
            DiagnosticRenderer().render(diagnostic, in: [source.file]) == """
                error[menu.unknown-target]: There is no screen, flow or question named `hom`.
                  --> Menus/mavuno/mavuno.menu:12:24
                   |
                12 | dial *789#          -> hom
                   |                        ^^^ not found
                   = help: Did you mean `home`?

                """
        )
    }

    /// The shown line and the carets under it, for sources that are hard to lay out.
    @Test(arguments: [
        ("ab«cd»ef", "abcdef", "  ^^"),
        ("\tab«c»", "    abc", "      ^"),
        ("a\tb«\t»c", "a   b   c", "     ^^^"),
        ("金銭«送»金", "金銭送金", "    ^^"),
        ("e\u{301}x«y»", "e\u{301}xy", "  ^"),
        ("👨‍👩‍👧«x»", "👨‍👩‍👧x", "  ^"),
        ("🇰🇪«ab»c", "🇰🇪abc", "  ^^"),
        ("한국«어»", "한국어", "    ^^"),
        ("ﾊﾟ«x»", "ﾊﾟx", "  ^"),
        ("\u{1112}\u{1161}\u{11AB}«x»", "\u{1112}\u{1161}\u{11AB}x", "  ^"),
        ("👍🏽☎\u{FE0F}«x»", "👍🏽☎\u{FE0F}x", "    ^"),
        ("a\u{1B}[«x»", "a␛[x", "   ^"),
        ("a\u{202E}«x»", "a�x", "  ^"),
        ("ab«»", "ab", "  ^"),
        ("a«»b", "ab", " ^"),
        ("«ab»\r\n", "ab", "^^"),
        ("ab«\r\n»", "ab", "  ^"),
        ("ab«cd\nef»", "abcd", "  ^^"),
        ("ab\n«»", "ab", "  ^"),
        ("ab\r\n«»", "ab", "  ^"),
        ("x«  »", "x", " ^^"),
        ("«»", "", "^"),
    ])
    func carets(_ marked: String, _ shown: String, _ carets: String) throws {
        let source = Marked(marked)
        let text = DiagnosticRenderer().render(
            Diagnostic(Mistake(), at: try source.range()),
            in: [source.file]
        )
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[3] == (shown.isEmpty ? "1 |" : "1 | " + shown))
        #expect(lines[4] == "  | " + carets)
    }

    /// Octets before the mistake and behind it, what is shown, the column of the caret.
    @Test(arguments: [
        (0, 159, "x" + String(repeating: "-", count: 159), 0),
        (159, 0, String(repeating: "-", count: 159) + "x", 159),
        (0, 160, "x" + String(repeating: "-", count: 159) + "…", 0),
        (160, 0, "…" + String(repeating: "-", count: 159) + "x", 160),
        (
            9_000, 9_000,
            "…" + String(repeating: "-", count: 40) + "x" + String(repeating: "-", count: 119)
                + "…",
            41
        ),
    ])
    func aLongLineIsShownAroundTheMistake(
        _ before: Int,
        _ behind: Int,
        _ shown: String,
        _ column: Int
    ) throws {
        let dashes = { String(repeating: "-", count: $0) }
        let source = Marked(dashes(before) + "«x»" + dashes(behind))
        let text = DiagnosticRenderer().render(
            Diagnostic(Mistake(), at: try source.range()),
            in: [source.file]
        )
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[3] == "1 | " + shown)
        #expect(lines[4] == "  | " + String(repeating: " ", count: column) + "^")
    }

    @Test func caretsEndWithWhatIsShown() throws {
        let source = Marked("«" + String(repeating: "金", count: 500) + "»")
        let text = DiagnosticRenderer().render(
            Diagnostic(Mistake(), at: try source.range(), label: "long"),
            in: [source.file]
        )
        #expect(text.hasSuffix("| " + String(repeating: "^", count: 160) + " long\n"))
    }

    @Test func whatIsMissingAtTheEndIsMissedBehindTheLastLine() throws {
        let source = Marked("ab\ncde\n«»")
        let diagnostic = Diagnostic(Mistake(), at: try source.range())
        let short = DiagnosticRenderer().renderShort([diagnostic], in: [source.file])
        #expect(short.hasPrefix("a.menu:2:4: error[menu.unknown-target]: There is no"))
    }

    @Test func notesStandWhereTheyPointOrBesideTheHelp() throws {
        let source = Marked("screen «home»\n\n\n\n\n\n\n\n\nscreen «home»")
        let diagnostic = Diagnostic(
            Mistake(
                id: "menu.twice",
                severity: .warning,
                message: "Two.",
                help: "Take one away."
            ),
            at: try source.range(1),
            notes: [.init("Names are one space."), .init(range: try source.range(), "First here.")]
        )
        #expect(
            DiagnosticRenderer().render(diagnostic, in: [source.file]) == """
                warning[menu.twice]: Two.
                  --> a.menu:10:8
                   |
                10 | screen home
                   |        ^^^^
                   = note: Names are one space.
                   = help: Take one away.
                note: First here.
                  --> a.menu:1:8
                   |
                 1 | screen home
                   |        ^^^^

                """
        )
    }

    @Test func aFileNotAtHandIsOnlyNamed() {
        let diagnostic = Diagnostic(
            Mistake(message: "Gone."),
            at: SourceRange(file: "b.menu", lower: 7, upper: 9)
        )
        #expect(
            DiagnosticRenderer().render(diagnostic, in: []) == """
                error[menu.unknown-target]: Gone.
                 --> b.menu

                """
        )
        #expect(
            DiagnosticRenderer().renderShort([diagnostic], in: [])
                == "b.menu: error[menu.unknown-target]: Gone.\n"
        )
    }

    @Test func coloursAreAddedAndChangeNoCharacter() throws {
        let source = Marked("ab«c»")
        let diagnostic = Diagnostic(
            Mistake(help: "Help."),
            at: try source.range(),
            label: "here",
            notes: [.init("Note.")]
        )
        let plain = DiagnosticRenderer().render(diagnostic, in: [source.file])
        let ansi = DiagnosticRenderer(style: .ansi).render(diagnostic, in: [source.file])
        #expect(ansi.contains("\u{1B}[1;31merror[menu.unknown-target]\u{1B}[0m"))
        var stripped = ""
        var inside = false
        for character in ansi {
            if character == "\u{1B}" { inside = true }
            if !inside { stripped.append(character) }
            if inside, character == "m" { inside = false }
        }
        #expect(stripped == plain)
    }

    @Test func ordersByFileThenPositionThenId() {
        let mistakes = [
            ("b", 1, "x"), ("a", 9, "x"), ("a", 10, "y"), ("a", 10, "x"), ("a", 0, "z"),
        ]
        let diagnostics = mistakes.map { file, offset, id in
            Diagnostic(
                Mistake(id: id, message: "M."),
                at: SourceRange(file: file, lower: offset, upper: offset)
            )
        }
        let short = DiagnosticRenderer().renderShort(diagnostics, in: [])
        #expect(
            short == """
                a: error[z]: M.
                a: error[x]: M.
                a: error[x]: M.
                a: error[y]: M.
                b: error[x]: M.

                """
        )
        let long = DiagnosticRenderer().render(diagnostics.prefix(2), in: [])
        #expect(long == "error[x]: M.\n --> a\n\nerror[x]: M.\n --> b\n")
    }

    @Test func aSentenceStaysOnItsLine() {
        let diagnostic = Diagnostic(
            Mistake(message: "No `a\nb\u{1B}[2J`."),
            at: SourceRange(file: "x\ny", lower: 0, upper: 0)
        )
        #expect(
            DiagnosticRenderer().renderShort([diagnostic], in: [])
                == "x y: error[menu.unknown-target]: No `a b␛[2J`.\n"
        )
    }

    @Test(arguments: [
        (2, 1, "2 errors, 1 warning in 3 files"), (1, 0, "1 error in 1 file"),
        (0, 2, "2 warnings in 2 files"), (0, 0, "no errors or warnings"),
    ])
    func summary(_ errors: Int, _ warnings: Int, _ expected: String) {
        let severities =
            Array(repeating: Severity.error, count: errors)
            + Array(repeating: Severity.warning, count: warnings)
        let diagnostics = severities.enumerated().map { number, severity in
            Diagnostic(
                Mistake(severity: severity),
                at: SourceRange(file: "\(number)", lower: 0, upper: 0)
            )
        }
        #expect(DiagnosticRenderer().summary(of: diagnostics) == expected)
        #expect(diagnostics.hasErrors == (errors > 0))
    }

    @Test func summaryOfFilesWithoutFindings() {
        #expect(
            DiagnosticRenderer().summary(of: [], fileCount: 4) == "no errors or warnings in 4 files"
        )
    }
}
