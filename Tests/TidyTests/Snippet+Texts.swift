// SPDX-License-Identifier: Apache-2.0

extension Snippet {
    static let layout: [Snippet] = [
        bad(LayoutRules.topLevel, in: "docs/guide.md", ""),
        bad(LayoutRules.topLevel, in: "notes.md", ""),
        good(LayoutRules.topLevel, in: "README.md", ""),
        good(LayoutRules.topLevel, in: ".swift-format", ""),
        good(LayoutRules.topLevel, in: "Menus/mavuno/mavuno.menu", ""),
        bad(LayoutRules.extensions, in: "Sources/GSM/table.csv", ""),
        bad(LayoutRules.extensions, in: "Tests/run.sh", ""),
        bad(LayoutRules.extensions, in: "Tests/GSMTests/Makefile", ""),
        good(LayoutRules.extensions, in: "Makefile", ""),
        good(LayoutRules.extensions, in: "LICENSE", ""),
        good(LayoutRules.extensions, in: ".ci/check.yml", ""),
        good(LayoutRules.extensions, in: "Transcripts/send.money.ussd", ""),
        bad(LayoutRules.spaces, in: "Menus/my menu/a.menu", ""),
        good(LayoutRules.spaces, in: "Menus/my-menu/a.menu", ""),
    ]

    static let texts: [Snippet] =
        titles + traces + [
            bad(TextRules.licence, "import GSM\n"),
            bad(TextRules.licence, ""),
            bad(TextRules.licence, in: "Package.swift", lines: [2], "// tools\nimport A\n"),
            good(TextRules.licence, TextRules.licenceLine + "\n"),
            good(TextRules.licence, in: "Package.swift", "// tools\n" + TextRules.licenceLine),
            good(TextRules.licence, in: "README.md", "# stardial\n"),
            bad(TextRules.owners, lines: [2], "f()\ng() // FIXME: later"),
            bad(TextRules.owners, "/// TODO () say more."),
            bad(TextRules.owners, in: "README.md", "TODO"),
            good(TextRules.owners, "// TODO(amina): when the fee changes"),
            good(TextRules.owners, "let TODO = \"// TODO\" // nothing to do, TODOS"),
        ]

    private static let titles: [Snippet] = [
        bad(TextRules.title, in: "README.md", ""),
        bad(TextRules.title, in: "README.md", "## Section\n"),
        bad(TextRules.title, in: "README.md", lines: [3], "# One\n\n# Two\n## Three\n"),
        bad(TextRules.title, in: "a.md", lines: [5], "# One\n```\n# no\n```\n# Two\n"),
        good(TextRules.title, in: "README.md", "# One\n\n## Two\n\n```sh\n# a comment\n```\n"),
        good(TextRules.title, "# One\n# Two\n"),
    ]

    private static let traces: [Snippet] = [
        bad(TextRules.workplace, "// Closes issue \(12)."),
        bad(
            TextRules.workplace,
            in: "README.md",
            lines: [2],
            "# One\nSee Issues #\(3) and others.\n"
        ),
        bad(TextRules.workplace, "let path = \"/\("root")/menus\""),
        bad(TextRules.workplace, in: "a.json", "{\"path\":\"/\("home")/amina/a\"}"),
        bad(TextRules.workplace, in: "a.txt", "/\("Users")/amina"),
        good(TextRules.workplace, "// SMPP Protocol Specification v3.4, Issue 1.2, §4.1"),
        good(TextRules.workplace, "// A tissue \(12) thick; issue a receipt; issued 12 times."),
        good(TextRules.workplace, in: "Menus/a.menu", "include Menus/\("home")/a.menu"),
    ]
}
