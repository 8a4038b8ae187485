// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import MenuLanguage

/// How far a translation is.
@Suite struct TranslationStatusTests {
    private let texts = MenuMessage.some

    @Test func everyTextIsCountedOnce() {
        var file = POFile.translated(texts)
        file.entries[0].flags = ["fuzzy"]
        file.entries[1].source = "Sorghum"
        file.entries[2].translations = [""]
        file.entries[4].translations[1] = ""
        let status = TranslationStatus(of: file, for: texts, language: "sw")
        #expect(status.total == 5)
        #expect(status.translated == 1)
        #expect(status.fuzzy == ["home"])
        #expect(status.stale == ["home#1"])
        #expect(status.untranslated == ["home#2", "pin#wrong_pin"])
        #expect(status.percent == 20)
    }

    @Test func allAndNothing() {
        #expect(
            TranslationStatus(of: .translated(texts), for: texts, language: "sw").percent == 100
        )
        #expect(TranslationStatus(of: POFile(), for: texts, language: "sw").percent == 0)
        #expect(TranslationStatus(of: POFile(), for: [], language: "sw").percent == 100)
    }
}
