// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// Translating a menu, as an author and a translator do it in turn.
@Suite struct I18nTests {
    private static let menu = """
        menu market
            also sw

        dial *100#  -> home

        screen home
            | Welcome to the market.
            1  Maize  -> maize

        screen maize
            | Maize is 50 a bag.
            0  Back  -> back

        """

    /// A folder with the menu, and with what translators made of it.
    private func folder(translated: Bool = true) async throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(Self.menu, to: "market.menu")
        guard translated else { return folder }
        try await run(["extract", "market.menu", "--language", "sw"], in: folder)
        for (text, translation) in [
            ("Welcome to the market.", "Karibu sokoni."), ("Maize", "Mahindi"),
            ("Maize is 50 a bag.", "Gunia la mahindi ni 50."), ("Back", "Rudi"),
        ] {
            try folder.replace(
                "msgid \"\(text)\"\nmsgstr \"\"",
                with: "msgid \"\(text)\"\nmsgstr \"\(translation)\"",
                in: "market.sw.po"
            )
        }
        return folder
    }

    @discardableResult
    private func run(
        _ arguments: [String],
        in folder: TemporaryFolder,
        ends status: Int32 = 0,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> RunningCommand.Ended {
        let ended = try await BuiltCommand.run(["i18n"] + arguments, in: folder.path)
        #expect(
            ended.status == status,
            "\(ended.output)\(ended.errors)",
            sourceLocation: sourceLocation
        )
        return ended
    }

    private static func text(_ name: String, _ folder: TemporaryFolder) throws -> String {
        try String(contentsOfFile: folder(name), encoding: .utf8)
    }

    @Test func makesATemplate() async throws {
        let folder = try await folder(translated: false)
        let ended = try await run(["extract", "market.menu"], in: folder)
        #expect(ended.output == "Wrote market.pot with 5 texts.\n")
        let text = try Self.text("market.pot", folder)
        try Golden.expect(text, is: "i18n-template")
        let piped = try await run(["extract", "market.menu", "--output", "-"], in: folder)
        #expect(piped.output == text)
    }

    @Test func beginsALanguageOnce() async throws {
        let folder = try await folder(translated: false)
        let arguments = ["extract", "market.menu", "--language", "sw", "--language", "fr"]
        let ended = try await run(arguments, in: folder)
        #expect(
            ended.output == """
                Wrote market.sw.po with 5 texts.
                Wrote market.fr.po with 5 texts.
                Write `also sw, fr` under `menu market`, so that it is shown.

                """
        )
        try folder.write("msgid \"mine\"\nmsgstr \"\"\n", to: "market.sw.po")
        let again = try await run(arguments, in: folder)
        #expect(again.output.contains("market.sw.po is there and was left as it is."))
        #expect(try Self.text("market.sw.po", folder).hasPrefix("msgid \"mine\""))
    }

    @Test func aChangedTextMarksItsTranslation() async throws {
        let folder = try await folder()
        let before = try Self.text("market.sw.po", folder)
        #expect(try await run(["merge", "market.menu"], in: folder).output.contains("up to date"))
        #expect(try Self.text("market.sw.po", folder) == before)

        try folder.replace("| Maize is 50 a bag.", with: "| Maize is 60 a bag.", in: "market.menu")
        let checked = try await run(["merge", "market.menu", "--check"], in: folder, ends: 1)
        #expect(checked.output == "market.sw.po\n")
        #expect(try Self.text("market.sw.po", folder) == before)

        let merged = try await run(["merge", "market.menu"], in: folder)
        #expect(
            merged.output == "Merged market.sw.po\n  changed, to be looked at: maize\n"
        )
        let after = try Self.text("market.sw.po", folder)
        let changed = zip(
            before.components(separatedBy: "\n\n"),
            after.components(separatedBy: "\n\n")
        ).filter { $0 != $1 }
        #expect(changed.count == 1)
        #expect(
            changed.first?.1.hasSuffix(
                """
                #, fuzzy
                #| msgid "Maize is 50 a bag."
                msgctxt "maize"
                msgid "Maize is 60 a bag."
                msgstr "Gunia la mahindi ni 50."
                """
            ) == true
        )
        try await run(["merge", "market.menu", "--check"], in: folder)
    }

    @Test func tellsHowFarALanguageIs() async throws {
        let folder = try await folder()
        try folder.replace("1  Maize ", with: "1  Our maize ", in: "market.menu")
        let ended = try await run(["status", "market.menu"], in: folder)
        #expect(
            ended.output == """
                sw: 60 %, 3 of 5 texts
                  1 changed: home#1
                  1 not translated: #wrong

                """
        )
        let json = try await run(["status", "market.menu", "--json"], in: folder)
        #expect(
            json.output == """
                {"fuzzy":[],"language":"sw","percent":60,"stale":["home#1"],"total":5,\
                "translated":3,"untranslated":["#wrong"]}

                """
        )
    }

    @Test func aMadeUpLanguageNeverReplacesTranslators() async throws {
        let folder = try await folder()
        let ended = try await run(["pseudo", "market.menu"], in: folder)
        #expect(ended.output.hasPrefix("Wrote market.qps.po with 5 texts.\n"))
        #expect(try Self.text("market.qps.po", folder).contains("<Wélcööméé töö théé mårkéété.>"))
        try await run(["pseudo", "market.menu"], in: folder)
        let before = try Self.text("market.sw.po", folder)
        try await run(["pseudo", "market.menu", "--language", "sw"], in: folder, ends: 2)
        #expect(try Self.text("market.sw.po", folder) == before)
        try folder.replace("also sw", with: "also sw, qps", in: "market.menu")
        let checked = try await BuiltCommand.run(["check", "market.menu"], in: folder.path)
        #expect(checked.status == 0, "\(checked.output)\(checked.errors)")
    }

    @Test func whatCannotBeReadIsLeft() async throws {
        let folder = try await folder()
        let broken = try Self.text("market.sw.po", folder).replacing(
            "msgstr \"Rudi\"",
            with: "Rudi"
        )
        try folder.write(broken, to: "market.sw.po")
        let ended = try await run(["merge", "market.menu"], in: folder, ends: 1)
        #expect(ended.errors.contains("error[menu.translation-syntax]"))
        #expect(ended.errors.hasSuffix("1 file has mistakes and was left as it is.\n"))
        #expect(try Self.text("market.sw.po", folder) == broken)
        try await run(["status", "market.menu"], in: folder, ends: 1)

        try FileManager.default.removeItem(atPath: folder("market.sw.po"))
        let missing = try await run(["merge", "market.menu"], in: folder, ends: 3)
        #expect(missing.errors.contains("stardial i18n extract market.menu --language sw"))

        try folder.replace("-> back", with: "-> bak", in: "market.menu")
        for command in ["extract", "merge", "status", "pseudo"] {
            let ended = try await run([command, "market.menu"], in: folder, ends: 1)
            #expect(ended.errors.contains("menu.unknown-target"))
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["market.menu"])
    }

    @Test(arguments: [
        ["extract", "market.menu", "--language", "../sw"],
        ["extract", "market.menu", "--language", "sw", "--language", "fr", "--output", "x"],
        ["pseudo", "market.menu", "--language", "english"],
    ])
    func wrongUsageIsTwo(_ arguments: [String]) async throws {
        let folder = try await folder(translated: false)
        let ended = try await run(arguments, in: folder, ends: 2)
        #expect(ended.errors.hasPrefix("Error: "))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["market.menu"])
    }

    @Test(.enabled(if: Self.msgfmt != nil, "GNU gettext is not installed"))
    func msgfmtTakesTheFiles() async throws {
        let folder = try await folder()
        try folder.replace("| Maize is 50", with: "| Maize is 60", in: "market.menu")
        try await run(["merge", "market.menu"], in: folder)
        try await run(["pseudo", "market.menu"], in: folder)
        for name in ["market.sw.po", "market.qps.po"] {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: try #require(Self.msgfmt))
            process.arguments = ["--check", "--check-format", "-o", "/dev/null", folder(name)]
            process.standardError = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            let text = try Self.text(name, folder)
            #expect(process.terminationStatus == 0, "\(text)")
        }
    }

    private static let msgfmt = ["/usr/bin/msgfmt", "/usr/local/bin/msgfmt"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }
}
