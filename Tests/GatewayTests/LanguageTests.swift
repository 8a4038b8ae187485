// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Testing

@testable import Gateway

@Suite struct LanguageTests {
    /// The first lines of what came back for each step.
    private static func play(_ world: World, _ steps: String...) -> [String] {
        steps.map { world.play($0).joined() }.map { text in
            text.split(separator: "\n").first.map(String.init) ?? ""
        }
    }

    private static func world(_ menu: MenuProgram = SwahiliMenu.make(), keeps: Bool = true)
        -> World
    {
        let world = World([menu])
        world.services.keepsLanguages(keeps)
        return world
    }

    @Test(arguments: [true, false])
    func nextDialogueBeginsInTheLanguageThatWasChosen(_ keeps: Bool) {
        let world = Self.world(keeps: keeps)
        #expect(
            Self.play(world, "*5#", "1", "3", "Amina") == ["Home", "Nyumbani", "Jina?", "Asante."]
        )
        #expect(Self.play(world, "*5#") == ["Nyumbani"])
        #expect(world.text("BAL") == ["Salio"])
        #expect(world.dial("*5#", from: World.baraka).text?.hasPrefix("Home") == true)
        #expect(Self.play(world, "2", "*5#") == ["Home", "Home"])
        #expect(world.services.languages == (keeps ? [World.amina: "en"] : [:]))
        #expect(world.gateway.language(of: World.amina) == "en")
        #expect(world.gateway.language(of: World.baraka) == nil)
    }

    @Test func languageIsKeptBeforeTheAnswerGoesOut() {
        let world = Self.world()
        world.dial("*5#")
        let kept = Replies()
        world.gateway.answer("1", from: World.amina, turn: nil, at: world.now) { answer in
            #expect(world.services.languages[World.amina] == "sw")
            kept.take(answer)
        }
        #expect(kept.all.count == 1)
    }

    @Test(arguments: ["4", "1"])
    func choiceOutlivesTheSessionThatEndsOrDrops(_ key: String) {
        let world = Self.world(SwahiliMenu.make(resumes: false))
        _ = Self.play(world, "*5#", key)
        world.gateway.hangUp(World.amina, at: world.now)
        #expect(Self.play(world, "*5#") == ["Nyumbani"])
    }

    @Test func codeAndMessageCanChoose() {
        let dialled = Self.world()
        #expect(Self.play(dialled, "*5*9#", "*5#") == ["Nyumbani", "Nyumbani"])
        let texted = Self.world()
        #expect(texted.text("BAL") + texted.text("SALIO") == ["Balance", "Salio"])
        #expect(texted.text("BAL") == ["Salio"])
        #expect(Self.play(texted, "*5#") == ["Nyumbani"])
    }

    @Test(arguments: [
        ("sw", "Nyumbani"), ("SW", "Nyumbani"), ("sw-KE", "Nyumbani"), ("fr", "Home"),
        ("en-GB", "Home"), ("", "Home"),
    ])
    func keptLanguageIsServedByTheNearestThatTheMenuSpeaks(_ kept: String, _ text: String) {
        let world = Self.world()
        world.services.keep(language: kept, of: World.amina, at: world.now)
        #expect(Self.play(world, "*5#") == [text])
        #expect(world.services.languages == [World.amina: kept])
    }

    @Test func sameCodeWinsOverTheBareLanguageAndAnotherCountry() {
        for (kept, text) in [
            ("pt-BR", "Nyumbani pt-BR"), ("pt", "Nyumbani pt"), ("pt-PT", "Nyumbani pt"),
        ] {
            let world = Self.world(SwahiliMenu.make(languages: ["pt-BR", "pt"]))
            world.services.keep(language: kept, of: World.amina, at: world.now)
            #expect(Self.play(world, "*5#") == [text])
        }
    }

    @Test func droppedDialogueGoesOnInItsLanguage() {
        let world = Self.world()
        _ = Self.play(world, "*5#", "1", "3")
        #expect(Self.play(world, "*5#", "1") == ["Endelea?", "Jina?"])
    }

    @Test func droppedDialogueGoesOnInTheLanguageChosenSince() {
        let world = Self.world()
        _ = Self.play(world, "*5#", "3")
        world.gateway.hangUp(World.amina, at: world.now)
        #expect(world.text("SALIO") == ["Salio"])
        #expect(Self.play(world, "*5#", "1") == ["Endelea?", "Jina?"])
    }

    @Test func droppedDialogueOfAMenuThatLostTheLanguageKeepsIt() {
        let world = Self.world()
        _ = Self.play(world, "*5#", "1", "3")
        world.gateway.replaceMenus([SwahiliMenu.make(version: 2, languages: [])])
        #expect(Self.play(world, "*5#", "1") == ["Go on?", "Jina?"])
        #expect(world.services.languages == [World.amina: "sw"])
    }

    @Test func menuOfOneLanguageAsksForNone() {
        let world = Self.world(TestMenu.make())
        world.dial()
        #expect(world.services.languagesAsked == 0)
    }

    @Test func languageSetFromOutsideIsThatOfTheNextDialogue() {
        let world = Self.world(keeps: false)
        world.dial("*5#")
        world.gateway.keep(language: "sw", of: World.amina, at: world.now)
        #expect(Self.play(world, "3", "*5#", "2") == ["Name?", "Endelea?", "Nyumbani"])
        world.gateway.forgetAll(at: world.now)
        #expect(Self.play(world, "*5#") == ["Home"])
    }

    @Test func bookForgetsTheOldestWhenItIsFull() throws {
        let phones = try (1...5).map { try #require(MSISDN(digits: 254_712_000_000 + $0)) }
        var book = LanguageBook(entriesMax: 3)
        for phone in phones.prefix(3) { book.keep("sw", of: phone) }
        book.keep("fr", of: phones[0])
        #expect(phones.map { book[$0] } == ["fr", "sw", "sw", nil, nil])
        book.keep("en", of: phones[3])
        book.keep("en", of: phones[4])
        #expect(phones.map { book[$0] } == [nil, nil, "sw", "en", "en"])
        var none = LanguageBook(entriesMax: 0)
        none.keep("sw", of: phones[0])
        #expect(none[phones[0]] == nil)
    }
}
