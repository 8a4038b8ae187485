// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText
import Testing

@testable import MenuLanguage

/// What can stand in a PO file.
@Suite struct POReaderTests {
    /// A file with all that gettext writes.
    static let whole = """
        # Mavuno in Swahili.
        #
        #, fuzzy
        msgid ""
        msgstr ""
        "Project-Id-Version: mavuno\\n"
        "Content-Type: text/plain; charset=UTF-8\\n"
        "Plural-Forms: nplurals=2; plural=(n != 1);\\n"

        # Ask Amina.
        #  Two blanks stay.
        #. At most 182 septets.
        #: mavuno.menu:12 send.menu:3
        #: \u{2068}my menu.menu\u{2069}:4
        #, fuzzy, no-wrap
        #| msgctxt "home"
        #| msgid ""
        #| "Wel"
        #| "come"
        msgctxt "wallet"
        msgid ""
        "Welcome, {me.name}.\\n"
        "Dial \\"*789#\\""
        msgstr "Karibu\\t\\\\ \\a\\b\\f\\v\\r \\101\\x42 \\303\\251"

        msgctxt ""
        msgid "one"
        msgid_plural "more"
        msgstr[0] "moja"
        msgstr[1] ""

        # Was good.
        #, fuzzy
        #~| msgid "Old"
        #~ msgctxt "gone"
        #~ msgid "Older"
        #~ msgstr "Zamani"

        # The end.

        """

    @Test func everyPartIsRead() throws {
        let file = POFile.read(Self.whole)
        #expect(file.header.translatorComments == ["Mavuno in Swahili.", ""])
        #expect(file.header.flags == ["fuzzy"])
        #expect(
            file.header.fields.map(\.name) == [
                "Project-Id-Version", "Content-Type", "Plural-Forms",
            ]
        )
        #expect(file.header["project-id-version"] == "mavuno")
        #expect(file.header.charset == "UTF-8")
        #expect(file.pluralRule == .english)
        try #require(file.entries.count == 2 && file.obsolete.count == 1)
        let wallet = file.entries[0]
        #expect(wallet.translatorComments == ["Ask Amina.", " Two blanks stay."])
        #expect(wallet.extractedComments == ["At most 182 septets."])
        #expect(wallet.references == ["mavuno.menu:12", "send.menu:3", "my menu.menu:4"])
        #expect(wallet.flags == ["fuzzy", "no-wrap"])
        #expect(wallet.previousContext == "home")
        #expect(wallet.previousSource == "Welcome")
        #expect(wallet.context == "wallet")
        #expect(wallet.source == "Welcome, {me.name}.\nDial \"*789#\"")
        #expect(wallet.translations == ["Karibu\t\\ \u{7}\u{8}\u{C}\u{B}\r AB é"])
        let plural = file.entries[1]
        #expect(plural.context == "")
        #expect(plural.plural == "more")
        #expect(plural.translations == ["moja", ""])
        #expect(!plural.isTranslated)
        let gone = file.obsolete[0]
        #expect(gone.translatorComments == ["Was good."])
        #expect(gone.previousSource == "Old")
        #expect(gone.isFuzzy)
        #expect(file.closingComments == ["The end."])
    }

    @Test func placesAreThoseOfTheFile() throws {
        let file = SourceFile(path: "a.po", text: Self.whole)
        let (read, _) = POReader.read(file)
        let wallet = try #require(read.entries.first)
        #expect(file.text(in: wallet.range).hasPrefix("msgctxt \"wallet\"\nmsgid \"\""))
        #expect(file.text(in: wallet.range).hasSuffix("\\303\\251\""))
        #expect(wallet.contextRange.map { file.text(in: $0) } == "\"wallet\"")
        #expect(file.text(in: wallet.sourceRange).hasPrefix("\"\"\n\"Welcome"))
        #expect(wallet.translationRanges.map { file.text(in: $0).prefix(7) } == ["\"Karibu"])
        #expect(
            read.entries[1].translationRanges.map { file.text(in: $0) } == ["\"moja\"", "\"\""]
        )
        #expect(file.text(in: read.header.range).contains("Plural-Forms"))
    }

    /// Texts that mean the same as `msgid "a"`, `msgstr "b"`.
    @Test(arguments: [
        "msgid \"a\"\nmsgstr \"b\"", "msgid\"a\"msgstr\"b\"", "\n\n  msgid \"a\" msgstr\t\"b\"\n",
        "msgid \"\" \"a\"\r\nmsgstr\r\n\"b\" \"\"\r\n",
        "# x\\\nmsgid \"z\"\nmsgid \"\\\na\"\nmsgstr \"b\"",
        "#\n#,\n#:\n#.\nmsgid \"a\"\nmsgstr \"\\x62\"",
    ])
    func linesAreOfNoImport(_ text: String) {
        let entry = POFile.read(text).entries.first
        #expect(entry?.source == "a")
        #expect(entry?.translations == ["b"])
    }

    @Test func oldWaysToMarkTextsThatAreGone() {
        let file = POFile.read(
            "#~ # Old\n#~msgid \"a\"\n#~msgstr \"b\"\nmsgid \"c\"\nmsgstr \"\"\n"
        )
        #expect(file.obsolete.map(\.translatorComments) == [["Old"]])
        #expect(file.entries.map(\.source) == ["c"])
    }

    @Test(arguments: [
        ("a.c:1  b.c:2", ["a.c:1", "b.c:2"]),
        ("\u{2068}a b\u{2069}:1 c", ["a b:1", "c"]),
        ("\u{2068}a b c", ["a", "b", "c"]), ("\u{2069}a\u{2068} b\u{2069}", ["a", "b"]),
    ])
    func references(_ comment: String, _ places: [String]) {
        #expect(POReferences.split(comment) == places)
    }

    @Test func headerFieldsAreSetInTheirPlace() {
        var header = POHeader(fields: [("A", "1"), ("B", "2")])
        header["a"] = "3"
        header["C"] = "4"
        header["B"] = nil
        header["D"] = nil
        #expect(header.text == "a: 3\nC: 4\n")
    }
}
