// SPDX-License-Identifier: Apache-2.0
import SourceText

@testable import MenuLanguage

extension MenuMessage {
    /// A text at a line of `Menus/market.menu`.
    static func at(
        _ line: Int,
        _ context: String,
        _ source: String,
        plural: String? = nil,
        comments: [String] = []
    ) -> MenuMessage {
        MenuMessage(
            context: context,
            source: source,
            plural: plural,
            range: market.range(market.lineStart(line), market.lineStart(line)),
            comments: comments
        )
    }

    /// A file with ninety empty lines.
    static let market = SourceFile(
        path: "Menus/market.menu",
        text: String(repeating: "\n", count: 90)
    )

    /// Texts of a small menu.
    static let some: [MenuMessage] = [
        .at(
            3,
            "home",
            "{me.name}, welcome to the market.\nWhat do you sell?",
            comments: ["Two lines."]
        ),
        .at(5, "home#1", "Maize"), .at(6, "home#2", "Beans"), .at(9, "maize#0", "Back"),
        .at(20, "pin#wrong_pin", "{tries} try left", plural: "{tries} tries left"),
    ]
}

extension POFile {
    /// The texts merged into the file, as they are written and read again.
    func merged(_ messages: [MenuMessage]) -> TranslationMerge {
        TranslationMerge(self, with: messages, language: "sw", in: [MenuMessage.market])
    }

    /// A file of texts, each translated by its own words behind `sw:`.
    static func translated(_ messages: [MenuMessage]) -> POFile {
        var file = TranslationExtract.file(
            of: messages,
            menu: "market",
            language: "sw",
            in: [MenuMessage.market]
        )
        for place in file.entries.indices {
            let source = file.entries[place].source
            file.entries[place].translations = file.entries[place].translations.indices.map {
                "sw\($0): \(source)"
            }
        }
        return file
    }

    /// The entry of a context.
    func entry(_ context: String) -> POEntry? { entries.first { $0.context == context } }
}
