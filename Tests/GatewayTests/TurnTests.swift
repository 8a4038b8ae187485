// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Testing

@Suite struct TurnTests {
    @Test func walksFromTheCodeToTheReceipt() {
        let world = World()
        world.services.answer("send", with: .ok())
        #expect(
            world.play("*789#", "1", "500", "4821") == [
                "Home\n1 Send", "How much?", "Send 500 now?\nEnter PIN", "Sent 500.",
            ]
        )
        #expect(world.gateway.liveSessions == 0)
        #expect(world.services.performed.first?.call.arguments.first == .number(500))
    }

    @Test func answersSayWhereTheyBelong() throws {
        let world = World()
        let home = try #require(world.dial().first)
        #expect(home.kind == .continue)
        #expect(home.menu == "mavuno")
        #expect(home.state == "home")
        #expect(home.size.units == 11)
        #expect(home.sizeMax == 182)
        #expect(home.turn == TurnKey(session: home.session, position: home.position))
        world.type("1")
        let secret = try #require(world.type("500").first)
        #expect(secret.asksSecret)
        #expect(secret.session == home.session)
        #expect(secret.position > home.position)
        let summary = try #require(world.gateway.session(of: World.amina))
        #expect(summary.awaitsSecret)
        #expect(summary.screen == secret)
        #expect(summary.state == "send.pin")
    }

    @Test func givesTheSameTurnTheSameAnswerAndDoesItOnce() throws {
        let world = World()
        world.services.answer("send", with: .ok())
        world.dial()
        world.type("1")
        let question = try #require(world.type("500").first)
        let first = world.type("4821", turn: question.turn)
        let again = world.type("4821", turn: question.turn)
        #expect(first.text == "Sent 500.")
        #expect(again.first == first.first)
        #expect(world.services.operations == ["send"])
    }

    @Test func givesTheLastTurnsOfALiveSessionTheirAnswersAgain() throws {
        let world = World()
        let first = try #require(world.dial().first?.turn)
        let question = world.type("1", turn: first)
        let secret = world.type("500", turn: question.first?.turn)
        #expect(world.type("9", turn: question.first?.turn).first == secret.first)
        #expect(world.type("1", turn: first).first == question.first)
        #expect(world.gateway.session(of: World.amina)?.position == secret.first?.position)
    }

    @Test func letsARepeatedTurnWaitForTheFirst() throws {
        let world = World()
        world.dial()
        world.type("1")
        let turn = try #require(world.type("500").first?.turn)
        let first = world.type("4821", turn: turn)
        let second = world.type("4821", turn: turn)
        let third = world.type("9999")
        #expect(first.all.isEmpty && second.all.isEmpty && third.all.isEmpty)
        world.services.release(.ok())
        #expect([first, second, third].map(\.all.count) == [1, 1, 1])
        #expect(Set([first, second, third].map(\.text)) == ["Sent 500."])
        #expect(world.services.operations == ["send"])
    }

    @Test func boundsHowManyWaitForOneTurn() {
        var limits = GatewayLimits()
        limits.repliesWaitingMax = 2
        let world = World(limits: limits)
        _ = world.play("*789#", "1", "500")
        let waiting = (0..<3).map { _ in world.type("4821") }
        #expect(waiting.map(\.all.count) == [0, 0, 1])
        #expect(waiting[2].kind == .released(.tooBusy))
        world.services.release(.ok())
        #expect(waiting.map(\.all.count) == [1, 1, 1])
    }

    @Test func doesNothingForATurnThatIsForgotten() throws {
        let world = World()
        let home = try #require(world.dial().first)
        let position = home.position
        _ = world.play("1", "0", "1", "500")
        let late = world.type("1", turn: TurnKey(session: home.session, position: position))
        #expect(late.kind == .released(.noSession))
        #expect(world.gateway.session(of: World.amina)?.state == "send.pin")
    }

    @Test func refusesATurnOfAnotherSession() throws {
        let world = World()
        let home = try #require(world.dial().first)
        let other = world.type("1", turn: home.turn, from: World.baraka)
        #expect(other.kind == .released(.noSession))
        #expect(world.gateway.session(of: World.amina)?.state == "home")
    }

    @Test func forgetsTheAnswersOfAnOldSession() throws {
        let world = World()
        world.services.answer("send", with: .ok())
        _ = world.play("*789#", "1")
        let turn = try #require(world.type("500").first?.turn)
        world.type("4821", turn: turn)
        world.wait(milliseconds: 180_000)
        #expect(world.type("4821", turn: turn).text == "Sent 500.")
        world.wait(milliseconds: 1)
        #expect(world.type("4821", turn: turn).kind == .released(.noSession))
        #expect(world.gateway.nextDeadline() == nil)
    }

    @Test(arguments: ["", "789", "*", "#", "*#", "**#", "*789", "*#789#", "*38#", "*7890#", "*é#"])
    func answersWhatCannotBeDialled(_ string: String) {
        let world = World()
        let answer = world.dial(string)
        #expect(answer.kind == .released(.noSuchCode))
        #expect(answer.text == "This code does not exist here. Dial *789#.")
        #expect(answer.all.count == 1)
        #expect(world.gateway.liveSessions == 0)
    }

    @Test func prefersTheLongestRouteOfAllMenus() {
        let world = World([
            TestMenu.make(name: "short", home: "Short"),
            TestMenu.make(name: "long", home: "Long", code: "789*5"),
        ])
        #expect(world.dial("*789#").first?.menu == "short")
    }

    @Test func saysThatAnInputWasTooLong() {
        let world = World()
        world.dial()
        let long = String(repeating: "1", count: 161)
        let expected = "That was too long. At most 160 characters.\nHome\n1 Send"
        #expect(world.type(long).text == expected)
        #expect(world.type(long).text == expected)
        #expect(world.type("1").text == "How much?")
    }

    @Test func showsTheScreenAloneWhereTheLineDoesNotFit() {
        let home = String(repeating: "x", count: 150)
        let world = World([TestMenu.make(home: home)])
        world.dial()
        let answer = world.type(String(repeating: "1", count: 2_000))
        #expect(answer.text == home + "\n1 Send")
        #expect(answer.kind == .continue)
    }

    @Test func refusesMoreSessionsThanItMayHold() {
        var limits = GatewayLimits()
        limits.sessionsMax = 1
        let world = World(limits: limits)
        world.dial()
        #expect(world.dial(from: World.baraka).kind == .released(.tooBusy))
        #expect(world.dial().kind == .continue)
        world.gateway.hangUp(World.amina, at: world.now)
        #expect(world.dial(from: World.baraka).kind == .continue)
    }

    @Test func hangsUp() {
        let world = World()
        #expect(!world.gateway.hangUp(World.amina, at: world.now))
        world.dial()
        #expect(world.gateway.hangUp(World.amina, at: world.now))
        #expect(world.releases == [.hungUp])
        #expect(world.type("1").kind == .released(.noSession))
    }

    @Test func keepsTheVersionThatASessionBeganWith() {
        let world = World()
        world.dial()
        world.gateway.replaceMenus([TestMenu.make(home: "New")])
        #expect(world.type("9").text == "That is not on the list.\nHome\n1 Send")
        #expect(world.dial().text == "New\n1 Send")
        world.gateway.replaceMenus([])
        #expect(world.type("1").text == "How much?")
        #expect(world.dial().text == "This code does not exist here.")
    }

    @Test func repeatsARunBitForBit() throws {
        let runs = try (0..<2).map { _ in
            let world = World()
            let home = try #require(world.dial().first)
            return (home.session, world.text("SEND 5"))
        }
        #expect(runs[0].0 == runs[1].0)
        #expect(runs[0].1 == runs[1].1)
        #expect(World(seed: 7).dial().first?.session != runs[0].0)
    }

    @Test func releasesEverythingWhenItCloses() {
        let world = World()
        _ = world.play("*789#", "1", "500")
        let waiting = world.type("4821")
        world.dial(from: World.baraka)
        world.gateway.releaseAll(at: world.now)
        #expect(waiting.kind == .released(.shutdown))
        #expect(
            waiting.text
                == "Still working on your payment. Do NOT pay again. If it is paid, an SMS tells you."
        )
        #expect(world.gateway.liveSessions == 0)
    }
}
