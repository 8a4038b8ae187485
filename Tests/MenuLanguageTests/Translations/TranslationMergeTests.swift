// SPDX-License-Identifier: Apache-2.0
import SourceText
import Testing

@testable import MenuLanguage

/// Files of translations brought up to their menus.
@Suite struct TranslationMergeTests {
    private let texts = MenuMessage.some

    @Test func whatIsUpToDateStays() {
        let file = POFile.translated(texts)
        let merge = file.merged(texts)
        #expect(merge.file == file)
        #expect(merge.added + merge.changed + merge.revived + merge.retired == [])
    }

    @Test func aChangedTextMarksItsTranslationAlone() throws {
        let file = POFile.translated(texts)
        var changed = texts
        changed[1] = .at(5, "home#1", "Sorghum")
        let merge = file.merged(changed)
        #expect(merge.changed == ["home#1"])
        for (before, after) in zip(file.entries, merge.file.entries)
        where after.context != "home#1" {
            #expect(before == after)
        }
        let entry = try #require(merge.file.entry("home#1"))
        #expect(entry.source == "Sorghum")
        #expect(entry.translations == ["sw0: Maize"])
        #expect(entry.flags == ["fuzzy"])
        #expect(entry.previousSource == "Maize")
        #expect(entry.previousContext == nil)
        changed[1] = .at(5, "home#1", "Millet")
        #expect(merge.file.merged(changed).file.entry("home#1")?.previousSource == "Maize")
        let back = merge.file.merged(texts).file.entry("home#1")
        #expect(back?.isFuzzy == true)
        #expect(back?.previousSource == nil)
    }

    @Test func aTextWithANewPlaceTakesItsTranslationAlong() throws {
        var moved = texts
        moved[1] = .at(5, "shop#1", "Maize")
        let merge = POFile.translated(texts).merged(moved)
        #expect(merge.moved.map(\.from) == ["home#1"])
        #expect(merge.moved.map(\.to) == ["shop#1"])
        #expect(merge.added + merge.changed + merge.retired == [])
        let entry = try #require(merge.file.entry("shop#1"))
        #expect(entry.translations == ["sw0: Maize"])
        #expect(entry.isFuzzy)
        #expect(entry.previousContext == "home#1")
        #expect(entry.previousSource == "Maize")
        #expect(merge.file.obsolete.isEmpty)
    }

    @Test func itIsNotGuessedWhichTranslationIsMeant() {
        var twice = texts
        twice[1] = .at(5, "home#1", "Beans")
        var file = POFile.translated(twice)
        file.entries[2].translations = ["Kunde"]
        let moved = [texts[0], texts[3], texts[4], .at(40, "shop#1", "Beans")]
        let merge = file.merged(moved)
        #expect(merge.added == ["shop#1"])
        #expect(merge.retired == ["home#1", "home#2"])
        file.entries[2].translations = file.entries[1].translations
        #expect(file.merged(moved).moved.map(\.from) == ["home#1"])
    }

    @Test func whatIsGoneIsKeptAndComesBack() throws {
        var file = POFile.translated(texts)
        file.entries[3].translatorComments = ["Short, please."]
        file.entries[2].translations = [""]
        let fewer = [texts[0], texts[1], texts[4]]
        let without = file.merged(fewer)
        #expect(without.retired == ["maize#0"])
        let kept = try #require(without.file.obsolete.first)
        #expect(kept.translations == ["sw0: Back"])
        #expect(kept.references == [])
        #expect(without.file.merged(fewer).file == without.file)
        let again = without.file.merged(texts)
        #expect(again.revived == ["maize#0"])
        #expect(again.added == ["home#2"])
        #expect(again.file.entry("maize#0") == file.entries[3])
        #expect(again.file.obsolete.isEmpty)
    }

    @Test func aTextThatComesBackOtherwiseIsMarked() {
        let without = POFile.translated(texts).merged([texts[0]])
        #expect(without.file.obsolete.count == 4)
        let again = without.file.merged([texts[0], .at(5, "home#1", "White maize")])
        #expect(again.revived == ["home#1"])
        #expect(again.file.entry("home#1")?.previousSource == "Maize")
        #expect(again.file.entry("home#1")?.isFuzzy == true)
    }

    @Test func formsAreAsManyAsTheTextNeeds() {
        var changed = texts
        changed[1] = .at(5, "home#1", "{n} bag", plural: "{n} bags")
        changed[4] = .at(20, "pin#wrong_pin", "Tries left: {tries}")
        let file = POFile.translated(texts).merged(changed).file
        #expect(file.entry("home#1")?.translations == ["sw0: Maize", "sw0: Maize"])
        #expect(file.entry("pin#wrong_pin")?.translations == ["sw0: {tries} try left"])
        #expect(file.entry("pin#wrong_pin")?.previousPlural == "{tries} tries left")
    }

    @Test func whatPeopleWroteStays() throws {
        var file = POFile.translated(texts)
        file.header["X-Generator"] = "Poedit"
        file.header["Plural-Forms"] = nil
        file.header.translatorComments = ["By Amina."]
        file.closingComments = ["The end."]
        file.entries[0].translatorComments = ["Ask her."]
        file.entries[0].flags = ["x-mine", "fuzzy", "no-wrap"]
        var changed = texts
        changed[0] = .at(3, "home", "Hello.", comments: ["One line."])
        let merged = file.merged(changed).file
        let entry = try #require(merged.entry("home"))
        #expect(entry.translatorComments == ["Ask her."])
        #expect(entry.flags == ["x-mine", "fuzzy", "no-wrap"])
        #expect(entry.extractedComments == ["One line."])
        #expect(merged.header.translatorComments == ["By Amina."])
        #expect(merged.header["X-Generator"] == "Poedit")
        #expect(merged.header["Plural-Forms"] == PluralForms.standard(for: "sw"))
        #expect(merged.closingComments == ["The end."])
    }

    @Test func placesFollowTheMenu() {
        let shifted = texts.map {
            MenuMessage.at(50, $0.context, $0.source, plural: $0.plural)
        }
        let merge = POFile.translated(texts).merged(shifted)
        #expect(Set(merge.file.entries.map(\.references)) == [["market.menu:50"]])
        #expect(merge.file.entries.allSatisfy { !$0.isFuzzy })
        #expect(merge.changed.isEmpty)
    }

    /// Whatever happens to a menu, merging twice is merging once, and no translation is lost.
    @Test(arguments: 0..<200)
    func mergingAgainChangesNothing(_ seed: UInt64) {
        var lottery = Lottery(seed: seed)
        var file = POFile.translated([])
        var written: Set<String> = []
        for round in 0..<6 {
            let messages = Self.menu(&lottery)
            let merge = file.merged(messages)
            #expect(merge.file.entries.map(\.context) == messages.map(\.context))
            #expect(merge.file.entries.map(\.source) == messages.map(\.source))
            #expect(merge.file.merged(messages).file == merge.file)
            let text = POWriter.text(of: merge.file)
            #expect(POFile.read(text).unplaced == merge.file.unplaced, "\(text)")
            let all = merge.file.entries + merge.file.obsolete
            #expect(Set(all.map(\.key)).count == all.count)
            #expect(written.isSubset(of: all.flatMap(\.translations)), "\(text)")
            file = merge.file
            for place in file.entries.indices where Bool.random(using: &lottery) {
                let key = "\(round) \(file.entries[place].source)"
                guard file.entries[place].translations.allSatisfy(\.isEmpty) else { continue }
                file.entries[place].translations = file.entries[place].translations.map { _ in key }
                written.insert(key)
            }
        }
    }

    /// A menu of a few places and a few texts.
    private static func menu(_ lottery: inout Lottery) -> [MenuMessage] {
        (0..<8).compactMap { place in
            guard Int.random(in: 0...3, using: &lottery) > 0 else { return nil }
            let word = ["Maize", "Beans", "Back", "Home"].randomElement(using: &lottery) ?? ""
            let text = place < 4 ? word : "\(word) \(place)"
            let isPlural = Int.random(in: 0...4, using: &lottery) == 0
            return .at(place + 1, "place\(place)", text, plural: isPlural ? text + "s" : nil)
        }
    }

    @Test(.enabled(if: GettextTool.isInstalled, "\(GettextTool.missing)"))
    func nothingIsLostOnTheWayThroughGettext() throws {
        var file = POFile.translated(texts)
        file.entries[0].translatorComments = ["Ask her."]
        var changed = texts
        changed[0] = .at(3, "home", "Hello.")
        changed[1] = .at(5, "shop#1", "Maize")
        changed.remove(at: 2)
        let merged = file.merged(changed).file
        let text = POWriter.text(of: merged)
        let through = try GettextTool.run("msgcat", [], on: text)
        #expect(through.output == text)
        #expect(POFile.read(through.output).merged(changed).file.unplaced == merged.unplaced)
        let checked = try GettextTool.run(
            "msgfmt",
            ["--check", "--check-format", "-o", "/dev/null"],
            on: text
        )
        #expect(checked.status == 0, "\(checked.output)")
    }
}
