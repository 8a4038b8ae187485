// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Testing

@Suite struct ResumeTests {
    private static let ask = "Go on?\n1 Go on\n2 New"
    private static let home = "Home\n1 Send"
    private static let question = "Send 500 now?\nEnter PIN"

    /// How a session is dropped.
    enum Drop: CaseIterable {
        case hungUp, timedOut, replaced
    }

    @Test(arguments: Drop.allCases)
    func takesUpADroppedDialogue(_ drop: Drop) {
        let world = World()
        world.services.answer("send", with: .ok())
        _ = world.play("*789#", "1", "500")
        switch drop {
        case .hungUp: world.gateway.hangUp(World.amina, at: world.now)
        case .timedOut: world.wait(milliseconds: 60_001)
        case .replaced: break
        }
        #expect(world.play("*789#", "1", "4821") == [Self.ask, Self.question, "Sent 500."])
        #expect(world.dial().text == Self.home)
    }

    @Test func beginsAnewWhenAsked() {
        let world = World()
        _ = world.play("*789#", "1", "500", "*789#")
        #expect(world.type("2").text == Self.home)
        world.gateway.hangUp(World.amina, at: world.now)
        #expect(world.dial().text == Self.home)
    }

    @Test func offersItAgainAfterTheQuestionItselfWasDropped() {
        let world = World()
        _ = world.play("*789#", "1", "500", "*789#")
        world.gateway.hangUp(World.amina, at: world.now)
        #expect(world.play("*789#", "1") == [Self.ask, Self.question])
    }

    @Test(arguments: [(600_000, ask), (600_001, home)] as [(Int64, String)])
    func forgetsItAfterTheWindow(_ milliseconds: Int64, _ text: String) {
        let world = World()
        _ = world.play("*789#", "1", "500")
        world.gateway.hangUp(World.amina, at: world.now)
        world.wait(milliseconds: milliseconds)
        #expect(world.dial().text == text)
    }

    @Test func goesOnThoughTheWindowEndedWhileItWasAsked() {
        let world = World()
        _ = world.play("*789#", "1", "500")
        world.gateway.hangUp(World.amina, at: world.now)
        world.wait(milliseconds: 599_000)
        world.dial()
        world.wait(milliseconds: 5_000)
        #expect(world.type("1").text == Self.question)
    }

    @Test func doesNotAskAtTheFirstScreenOrTheEnd() {
        let world = World()
        world.services.answer("send", with: .ok())
        #expect(world.play("*789#", "*789#") == [Self.home, Self.home])
        _ = world.play("1", "500", "4821")
        #expect(world.dial().text == Self.home)
        _ = world.play("1", "00")
        #expect(world.dial().text == Self.home)
    }

    @Test func doesNotAskWhereAShortcutHadJustLed() {
        let world = World()
        #expect(world.dial("*789*2*500#").text == Self.question)
        #expect(world.dial().text == Self.home)
    }

    @Test func doesNotAskForADialogueThatCalled() {
        let world = World()
        _ = world.play("*789#", "1", "500", "4821")
        #expect(world.dial().text == Self.home)
    }

    @Test func doesNotAskWhereTheMenuHasNoSuchScreen() {
        let world = World([TestMenu.make(resumes: false)])
        _ = world.play("*789#", "1", "500")
        #expect(world.dial().text == Self.home)
    }

    @Test func keepsNoMoreDialoguesThanItMay() {
        var limits = GatewayLimits()
        limits.keptDialoguesMax = 0
        let world = World(limits: limits)
        _ = world.play("*789#", "1", "500")
        world.wait(milliseconds: 60_001)
        #expect(world.dial().text == Self.home)
    }

    @Test func keepsADialogueOfOneMenuOutOfAnother() {
        let world = World([TestMenu.make(), TestMenu.make(name: "other", code: "790")])
        _ = world.play("*789#", "1", "500")
        #expect(world.dial("*790#").text == Self.home)
        #expect(world.dial("*789#").text == Self.ask)
    }

    @Test func resumesInTheVersionThatTheDialogueBeganWith() {
        let world = World()
        _ = world.play("*789#", "1")
        world.gateway.replaceMenus([TestMenu.make(home: "New")])
        #expect(world.play("*789#", "1") == [Self.ask, "How much?"])
        #expect(world.type("00").text == Self.home)
    }
}
