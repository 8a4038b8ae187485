// SPDX-License-Identifier: Apache-2.0
import SourceText
import Testing

@testable import MenuLanguage

/// PO files as they are written.
@Suite struct POWriterTests {
    @Test func everyPartIsWritten() {
        #expect(
            POWriter.text(of: POFile.read(POReaderTests.whole)) == """
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
                #: mavuno.menu:12 send.menu:3 \u{2068}my menu.menu\u{2069}:4
                #, fuzzy, no-wrap
                #| msgctxt "home"
                #| msgid "Welcome"
                msgctxt "wallet"
                msgid ""
                "Welcome, {me.name}.\\n"
                "Dial \\"*789#\\""
                msgstr "Karibu\\t\\\\ \\a\\b\\f\\v\\r AB é"

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
        )
    }

    @Test(arguments: 0..<300)
    func whatIsWrittenIsReadBack(_ seed: UInt64) {
        var lottery = Lottery(seed: seed)
        let file = POFile.any(&lottery)
        let text = POWriter.text(of: file)
        let (read, diagnostics) = POReader.read(SourceFile(path: "a.po", text: text))
        #expect(diagnostics.isEmpty, "\(text)")
        #expect(read.unplaced == file.unplaced, "\(text)")
        #expect(POWriter.text(of: read).utf8.elementsEqual(text.utf8))
    }

    /// Whatever can be read from rubbish is written so that the same is read again.
    @Test(arguments: 0..<300)
    func whatIsReadFromRubbishIsWritten(_ seed: UInt64) {
        var lottery = Lottery(seed: seed)
        var text = POWriter.text(of: POFile.any(&lottery)).unicodeScalars.map { $0 }
        for _ in 0..<Int.random(in: 0...12, using: &lottery) where !text.isEmpty {
            let place = Int.random(in: 0..<text.count, using: &lottery)
            let rubbish: [Unicode.Scalar] = ["\"", "\\", "\n", "#", "~", "|", " ", "[", "\r", "é"]
            switch Int.random(in: 0...2, using: &lottery) {
            case 0: text.remove(at: place)
            case 1: text.insert(rubbish.randomElement(using: &lottery) ?? "#", at: place)
            default: text.removeSubrange(place..<min(place + 30, text.count))
            }
        }
        let file = SourceFile(path: "a.po", text: String(String.UnicodeScalarView(text)))
        let (read, _) = POReader.read(file)
        let written = SourceFile(path: "a.po", text: POWriter.text(of: read))
        #expect(POReader.read(written).file.unplaced == read.unplaced, "\(file.text)")
    }

    /// Texts and their lines, broken where gettext breaks them.
    @Test(arguments: [
        ("", ["\"\""]), ("a\n", ["\"a\\n\""]), ("\n", ["\"\\n\""]),
        ("\na", ["\"\"", "\"\\n\"", "\"a\""]),
        (
            String(repeating: "word ", count: 16),
            ["\"\"", "\"\(String(repeating: "word ", count: 15))\"", "\"word \""]
        ),
        (String(repeating: "w", count: 100), ["\"\(String(repeating: "w", count: 100))\""]),
        (
            String(repeating: "宽", count: 40),
            ["\"\"", "\"\(String(repeating: "宽", count: 38))\"", "\"宽宽\""]
        ),
    ])
    func linesOf79Columns(_ text: String, _ lines: [String]) {
        let written = POWrapping.lines("msgid", text, prefix: "")
        #expect(written == "msgid " + lines.map { $0 + "\n" }.joined())
    }
}

extension POFile {
    /// A file that looks random, of everything that can stand in one.
    static func any(_ lottery: inout Lottery) -> POFile {
        var file = POFile()
        if Bool.random(using: &lottery) {
            file.header = POHeader(fields: [
                ("Language", "sw"), ("Content-Type", "text/plain; charset=UTF-8"),
                ("Plural-Forms", "nplurals=2; plural=(n != 1);"),
            ])
            file.header.flags = words(0...1, &lottery)
        } else {
            file.header = POHeader(fields: [
                ("Plural-Forms", "nplurals=2; plural=n>1;"),
                ("Content-Type", "text/plain; charset=utf-8"),
            ])
        }
        file.header.translatorComments = texts(0...2, &lottery).map(oneLine)
        for number in 0..<Int.random(in: 0...5, using: &lottery) {
            file.entries.append(POEntry.any(number, &lottery))
        }
        for number in 0..<Int.random(in: 0...2, using: &lottery) {
            file.obsolete.append(POEntry.any(number + 100, &lottery))
        }
        file.closingComments = texts(0...1, &lottery).map(oneLine)
        return file
    }

    fileprivate static func words(_ count: ClosedRange<Int>, _ lottery: inout Lottery) -> [String] {
        let all = ["fuzzy", "no-wrap", "range: 1..5", "x-own", "é"]
        return (0..<Int.random(in: count, using: &lottery)).compactMap { _ in
            all.randomElement(using: &lottery)
        }
    }

    fileprivate static func texts(_ count: ClosedRange<Int>, _ lottery: inout Lottery) -> [String] {
        let parts = [
            "a", "word ", "Send money ", "\n", "\t", "\\", "\"", "{me.name}", "#", "~ ", "| ", "é",
            "宽", "，", "\u{301}", "\u{1}", "\r", "-", " ", "msgid \"", "\u{FEFF}", "👋🏾", "\u{2028}",
            ".", ": ", ", ",
        ]
        return (0..<Int.random(in: count, using: &lottery)).map { _ in
            (0..<Int.random(in: 0...40, using: &lottery)).compactMap { _ in
                parts.randomElement(using: &lottery)
            }.joined()
        }
    }

    /// A text as it can stand in a comment.
    fileprivate static func oneLine(_ text: String) -> String {
        let scalars = text.unicodeScalars.filter { $0 != "\n" && $0 != "\r" }
        return String(String.UnicodeScalarView(scalars)) + "."
    }
}

extension POEntry {
    /// An entry whose key is its own.
    fileprivate static func any(_ number: Int, _ lottery: inout Lottery) -> POEntry {
        func some() -> String? { POFile.texts(0...1, &lottery).first }
        let hasPlural = Int.random(in: 0...3, using: &lottery) == 0
        var entry = POEntry(
            context: some().map { "\(number) \($0)" },
            source: "\(number) \(some() ?? "")",
            plural: hasPlural ? some() ?? "" : nil,
            translations: hasPlural
                ? POFile.texts(2...2, &lottery) : POFile.texts(1...1, &lottery)
        )
        entry.flags = POFile.words(0...3, &lottery)
        entry.translatorComments = POFile.texts(0...2, &lottery).map(POFile.oneLine)
        entry.extractedComments = POFile.texts(0...2, &lottery).map(POFile.oneLine)
        let places = ["a.menu:1", "my menu.menu:2", "c.menu", "my menu", "d e", "naïve.menu:77"]
        entry.references = (0..<Int.random(in: 0...8, using: &lottery)).compactMap { _ in
            places.randomElement(using: &lottery)
        }
        if let previous = some() {
            entry.previousSource = previous
            (entry.previousContext, entry.previousPlural) = (some(), some())
        }
        return entry
    }
}
