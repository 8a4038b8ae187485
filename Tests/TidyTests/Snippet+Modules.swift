// SPDX-License-Identifier: Apache-2.0

extension Snippet {
    private static let menus = "Sources/MenuLanguage/A.swift"
    private static let ledger = "Sources/Ledger/A.swift"
    private static let dialogue = "Sources/Dialogue/Machine/A.swift"

    static let imports: [Snippet] = [
        bad(ImportRules.arrows, lines: [2], "import GSM\npublic import Ledger"),
        bad(ImportRules.arrows, in: dialogue, "import CPCRE2"),
        bad(ImportRules.arrows, in: ledger, "import Foundation"),
        bad(ImportRules.arrows, in: ledger, "import struct Foundation.Data"),
        bad(ImportRules.arrows, in: "Sources/MobileMoney/A.swift", "import GRDB"),
        bad(ImportRules.arrows, in: "Sources/MobileMoney/A.swift", "import NIOCore"),
        bad(ImportRules.arrows, in: "Sources/Transports/A.swift", "import ArgumentParser"),
        bad(ImportRules.arrows, in: "Sources/Newcomer/A.swift", "let a = 1"),
        good(ImportRules.arrows, "import Dialogue\nimport Foundation\npublic import GSM"),
        good(ImportRules.arrows, in: "Sources/MobileMoney/A.swift", "public import Dialogue"),
        good(ImportRules.arrows, in: "Sources/Patterns/A.swift", "import CPCRE2"),
        good(ImportRules.arrows, in: menus, "@preconcurrency import Patterns // import NIOCore"),
        good(ImportRules.arrows, in: "Tests/GatewayTests/A.swift", "import NIOCore"),
        bad(
            ImportRules.testable,
            in: "Tests/GatewayTests/A.swift",
            lines: [2],
            "import Testing\n@testable import GSM"
        ),
        good(
            ImportRules.testable,
            in: "Tests/GatewayTests/A.swift",
            "import GSM\nimport Testing\n\n@testable import Gateway"
        ),
    ]

    static let modules: [Snippet] = [
        bad(ModuleRules.money, in: ledger, lines: [1, 2], "let a: Double\nFloat(b)"),
        good(ModuleRules.money, in: ledger, "// Double\nlet doubled = \"Double\""),
        good(ModuleRules.money, in: menus, "let a: Double"),
        bad(ModuleRules.waiting, in: dialogue, "func f() async {}"),
        bad(ModuleRules.waiting, in: dialogue, lines: [2], "\nlet a = await f()"),
        good(ModuleRules.waiting, in: dialogue, "case awaiting // await\n"),
        good(ModuleRules.waiting, "func f() async { await g() }"),
    ]
}
