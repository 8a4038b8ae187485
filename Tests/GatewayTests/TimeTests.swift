// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Testing

@Suite struct TimeTests {
    private static let home = "Home\n1 Send"

    @Test(arguments: NetworkProfile.all)
    func endsAnIdleSessionOneMillisecondAfterItsTime(_ profile: NetworkProfile) {
        let world = World([TestMenu.make(profile: profile)])
        world.dial()
        let time = Int64(min(profile.idleSeconds, profile.sessionSeconds)) * 1_000
        #expect(world.gateway.nextDeadline() == world.now.adding(milliseconds: time + 1))
        world.wait(milliseconds: time)
        #expect(world.gateway.liveSessions == 1)
        world.wait(milliseconds: 1)
        #expect(world.gateway.liveSessions == 0)
        #expect(world.releases == [.idleTimeout])
    }

    @Test func endsALongSessionOneMillisecondAfterItsTime() {
        let world = World()
        world.dial()
        for _ in 0..<4 {
            world.wait(milliseconds: 40_000)
            #expect(world.type("9").kind == .continue)
        }
        world.wait(milliseconds: 20_000)
        #expect(world.gateway.liveSessions == 1)
        world.wait(milliseconds: 1)
        #expect(world.releases == [.sessionTimeout])
    }

    @Test(
        arguments: [(60_000, .continue), (60_001, .released(.idleTimeout))]
            as [(Int64, Answer.Kind)]
    )
    func judgesALateAnswerByItsInstantAlone(_ milliseconds: Int64, _ kind: Answer.Kind) throws {
        let world = World()
        let home = try #require(world.dial().first)
        let answer = Replies()
        world.gateway.answer(
            "1",
            from: World.amina,
            turn: home.turn,
            at: world.now.adding(milliseconds: milliseconds)
        ) { answer.take($0) }
        #expect(answer.kind == kind)
    }

    @Test func saysWhatWasNotTakenAndWhatToDial() {
        let world = World()
        world.dial()
        world.wait(milliseconds: 60_001)
        #expect(lastScreen(world) == "Time is over. Nothing was taken. Dial *789# to start again.")
        _ = world.play("*789#", "1", "500")
        world.wait(milliseconds: 60_001)
        #expect(
            lastScreen(world) == "Time is over. Nothing was taken. Dial *789# to go on from here."
        )
    }

    @Test func neverSaysThatNothingWasTakenDuringAPayment() {
        let profile = NetworkProfile(
            name: "brief",
            menuSeptetsMax: 182,
            menuUCS2UnitsMax: 80,
            inputCharactersMax: 160,
            idleSeconds: 60,
            sessionSeconds: 20,
            applicationSeconds: 600
        )
        let world = World([TestMenu.make(profile: profile)])
        _ = world.play("*789#", "1", "500")
        let paying = world.type("4821")
        world.wait(milliseconds: 20_001)
        #expect(paying.kind == .released(.sessionTimeout))
        #expect(paying.text?.contains("Nothing was taken") == false)
        #expect(paying.text?.hasPrefix("Still working on your payment.") == true)
    }

    @Test func doesWhatIsDueInTheOrderOfTime() {
        let world = World()
        let phones = (1...200).compactMap { MSISDN(digits: 254_712_000_000 + $0) }
        for phone in phones.reversed() {
            world.wait(milliseconds: 7)
            world.dial(from: phone)
        }
        world.wait(milliseconds: 3_600_000)
        let order = world.events.compactMap { event -> MSISDN? in
            if case .released(let phone, .idleTimeout) = event { phone } else { nil }
        }
        #expect(order == phones.reversed())
        #expect(world.gateway.nextDeadline() == nil)
    }

    @Test func doesAllThatFollowsFromWhatIsDue() {
        let world = World()
        world.services.answer("send", with: ServiceResult("wrong_pin"))
        _ = world.play("*789#", "1", "500", "1111")
        world.wait(milliseconds: 86_400_000)
        #expect(world.gateway.liveSessions == 0)
        #expect(world.gateway.nextDeadline() == nil)
        #expect(world.dial().text == Self.home)
    }

    @Test func takesTheIdleTimeFromTheLastScreen() {
        let world = World()
        world.dial()
        world.wait(milliseconds: 50_000)
        world.type("1")
        world.wait(milliseconds: 60_000)
        #expect(world.gateway.liveSessions == 1)
        #expect(world.gateway.nextDeadline() == world.now.adding(milliseconds: 1))
    }

    @Test func endsATurnThatIsOutOfTimeTwice() {
        let profile = NetworkProfile(
            name: "slow",
            menuSeptetsMax: 182,
            menuUCS2UnitsMax: 80,
            inputCharactersMax: 160,
            idleSeconds: 60,
            sessionSeconds: 180,
            applicationSeconds: 5
        )
        let world = World([TestMenu.make(profile: profile, asksNews: true)])
        let looking = world.dial("*789*9#")
        world.wait(milliseconds: 5_001)
        #expect(looking.all.isEmpty)
        world.wait(milliseconds: 5_001)
        #expect(looking.kind == .released(.applicationTimeout))
        #expect(world.releases == [.applicationTimeout])
    }

    @Test func survivesEveryInstant() {
        let world = World()
        for milliseconds in [Int64.min, -1, 0, 1, Int64.max - 1, Int64.max] {
            let at = Instant(milliseconds: milliseconds)
            let answer = Replies()
            world.gateway.dial("*789#", from: World.amina, at: at) { answer.take($0) }
            #expect(answer.all.count == 1)
            world.gateway.advance(to: at)
        }
    }

    private func lastScreen(_ world: World) -> String? {
        world.events.reversed().lazy.compactMap { event -> String? in
            if case .screen(_, let answer) = event { answer.text } else { nil }
        }.first
    }
}
