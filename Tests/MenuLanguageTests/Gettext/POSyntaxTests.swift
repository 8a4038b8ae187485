// SPDX-License-Identifier: Apache-2.0
import Foundation
import SourceText
import Testing

@testable import MenuLanguage

/// What is said about files that gettext would not take.
@Suite struct POSyntaxTests {
    private func check(
        _ marked: String,
        reads sources: [String] = [],
        sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) {
        var read: [String] = []
        assertDiagnostics(marked, sourceLocation: sourceLocation) { file in
            let (file, diagnostics) = POReader.read(file)
            read = file.entries.map(\.source)
            return diagnostics
        }
        #expect(read == sources, sourceLocation: sourceLocation)
    }

    /// Wrong lines, each before an entry that is read all the same.
    @Test(arguments: [
        "⟦msgid⟧ \"a\" ⟵ menu.translation-syntax\n",
        "msgid ⟦\"a⟧ ⟵ menu.translation-syntax-string\nmsgstr \"\"\n",
        "msgid ⟦\"⟧\r\nmsgstr \"\" ⟵ menu.translation-syntax-string\n",
        "msgid \"⟦\\q⟧\" ⟵ menu.translation-syntax-string\nmsgstr \"\"\n",
        "msgid \"⟦\\é⟧\" ⟵ menu.translation-syntax-string\nmsgstr \"\"\n",
        "msgid \"⟦\\x⟧g\" ⟵ menu.translation-syntax-string\nmsgstr \"\"\n",
        "msgid \"⟦\\0⟧\" ⟵ menu.translation-syntax-string\nmsgstr \"\"\n",
        "msgid ⟦\"\\303\"⟧ ⟵ menu.translation-syntax-string\nmsgstr \"\"\n",
        "⟦mgsid⟧ \"a\" ⟵ menu.translation-syntax\nmsgstr \"\"\n",
        "⟦domain⟧ \"a\" ⟵ menu.translation-syntax\n", "⟦<<<<<<<⟧ x ⟵ menu.translation-syntax\n",
        "⟦\"a\"⟧ ⟵ menu.translation-syntax\n", "⟦[0]⟧ ⟵ menu.translation-syntax\n",
        "⟦msgid⟧ ⟵ menu.translation-syntax\nmsgstr \"\"\n",
        "⟦msgstr⟧ \"a\" ⟵ menu.translation-syntax\n",
        "⟦msgctxt⟧ \"a\" ⟵ menu.translation-syntax\nmsgstr \"\"\n",
        "msgid \"a\"\nmsgstr \"\"\n⟦msgstr⟧ \"\" ⟵ menu.translation-syntax\n",
        "msgid \"a\"\n⟦msgstr⟧[0] \"\" ⟵ menu.translation-syntax\n",
        "msgid \"a\"\nmsgid_plural \"b\"\n⟦msgstr⟧ \"\" ⟵ menu.translation-syntax\n",
        "msgid \"a\"\nmsgid_plural \"b\"\n⟦msgstr⟧[1] \"\" ⟵ menu.translation-syntax\n",
        "msgid \"a\"\nmsgid_plural \"b\"\n⟦msgstr⟧[x] \"\" ⟵ menu.translation-syntax\n",
        "⟦msgid⟧ \"a\" ⟵ menu.translation-syntax\n# late\n⟦\"b\"⟧ ⟵ menu.translation-syntax\n",
        "#~ msgid \"a\"\n⟦msgstr⟧ \"b\" ⟵ menu.translation-syntax\n",
    ])
    func readingGoesOnBehindAMistake(_ lines: String) {
        check(lines + "\nmsgid \"next\"\nmsgstr \"\"\n", reads: ["next"])
        check("msgid \"first\"\nmsgstr \"\"\n\n#\n" + lines, reads: ["first"])
    }

    @Test(arguments: ["⟦mgsid⟧ \"a\"", "⟦[1]⟧ \"a\"", "⟦=====⟧", "#~ ⟦x⟧", "⟦]⟧"])
    func whatFollowsATranslationDoesNotSpoilIt(_ line: String) {
        check("msgid \"first\"\nmsgstr \"\"\n\(line) ⟵ menu.translation-syntax\n", reads: ["first"])
    }

    @Test func oneTextIsTranslatedOnce() {
        check(
            """
            msgid "a"
            msgstr ""
            msgctxt "x"
            msgid "a"
            msgstr ""
            ⟦msgid "a"⟧ ⟵ menu.translation-syntax-twice
            msgstr ""
            #~ msgid "a"
            #~ msgstr "b"
            """,
            reads: ["a", "a"]
        )
    }

    @Test func theHeaderIsKnown() {
        check(
            "⟦\u{FEFF}⟧msgid \"\" ⟵ menu.translation-syntax-charset\n"
                + "msgstr \"Content-Type: text/plain; ⟦charset=ISO-8859-1⟧\\n\""
                + " ⟵ menu.translation-syntax-charset\n"
        )
        check("msgid \"\"\nmsgstr \"⟦Plural-Forms: n⟧\\n\" ⟵ menu.translation-syntax-plural\n")
        check("msgid \"\"\nmsgstr \"Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;\\n\"\n")
    }

    @Test func pluralFormsAreAsManyAsTheRuleHas() {
        let header = "msgid \"\"\nmsgstr \"Plural-Forms: nplurals=2; plural=n>1;\\n\"\n"
        check(
            header + """
                msgid "a"
                msgid_plural "as"
                msgstr[0] ""
                msgid ⟦"b"⟧ ⟵ menu.translation-syntax-plural
                msgid_plural "bs"
                msgstr[0] "x"
                msgid "c"
                msgid_plural "cs"
                msgstr[0] "x"
                msgstr[1] "x"
                msgstr[2] ⟦"x"⟧ ⟵ menu.translation-syntax-plural
                """,
            reads: ["a", "b", "c"]
        )
        check(
            "msgid ⟦\"a\"⟧ ⟵ menu.translation-syntax-plural\n"
                + "msgid_plural \"as\"\nmsgstr[0] \"b\"\n",
            reads: ["a"]
        )
    }

    @Test func nothingIsReadWithoutEnd() {
        func found(_ text: String) -> [Diagnostic] {
            POReader.read(SourceFile(path: "a.po", text: text)).diagnostics
        }
        let long = String(repeating: "# 789\n", count: POLimits.fileOctetsMax / 6 + 1)
        #expect(found(long).map(\.id) == ["menu.translation-syntax-limit"])
        let wrong = (0..<(POLimits.findingsMax * 3)).map { "# \($0)\nx\n" }.joined()
        #expect(found(wrong).count == POLimits.findingsMax)
        let many = (0...(POLimits.entriesMax + 10)).map { "msgid\"\($0).\"msgstr\"\"" }
        #expect(found(many.joined()).map(\.id) == ["menu.translation-syntax-limit"])
        for deep in ["\"", "[", "#~", "#|", "\\", "\u{2068}", "msgid", "#,,", "\u{0}"] {
            _ = found(String(repeating: deep, count: 200_000))
            _ = found("#: " + String(repeating: deep, count: 200_000))
        }
    }

    @Test(arguments: TranslationSyntaxFinding.ids)
    func isFoundAloneAndExplained(_ id: String) throws {
        let source = FindingTests.folder.appending(path: "\(id).po")
        let text = try String(contentsOf: source, encoding: .utf8)
        let file = SourceFile(path: "main.sw.po", text: ExplanationTests.expanded(text))
        let found = POReader.read(file).diagnostics
        #expect(Set(found.map(\.id)) == [id])
        let rendered = DiagnosticRenderer().render(found, in: [file])
        let golden = FindingTests.folder.appending(path: "\(id).txt")
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try rendered.write(to: golden, atomically: true, encoding: .utf8)
            Issue.record("The text of \(id) was written; read it and run again without RECORD.")
        }
        #expect(try rendered == String(contentsOf: golden, encoding: .utf8))
    }
}
