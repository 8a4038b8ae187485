// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Synchronization
import Testing

@Suite struct CallTests {
    private static let working =
        "Still working on your payment. Do NOT pay again. If it is paid, an SMS tells you."

    @Test func tellsTheServiceThatTheReceiptWasShown() throws {
        let world = World()
        _ = world.play("*789#", "1", "500")
        let paid = world.type("4821")
        #expect(world.services.told.isEmpty)
        world.services.release(.ok())
        #expect(paid.text == "Sent 500.")
        #expect(world.services.told == [try #require(world.services.performed.first?.key)])
    }

    /// A process that dies between the two leaves it to be told once more, never to nobody; a dial
    /// between the two finds that it is being told.
    @Test func tellsTheServiceAroundTheAnswerThatIsHandedOver() throws {
        let world = World()
        _ = world.play("*789#", "1", "500")
        let seen = Mutex<[[ServiceKey]]>([])
        world.gateway.setObserver { event in
            if case .screen = event { seen.withLock { $0.append(world.services.telling) } }
        }
        world.gateway.answer("4821", from: World.amina, turn: nil, at: world.now) { _ in
            seen.withLock { $0 += [world.services.telling, world.services.told] }
        }
        world.services.release(.ok())
        let key = try #require(world.services.performed.first?.key)
        #expect(seen.withLock { $0 } == [[key], [key], []])
        #expect(world.services.told == [key] && world.services.telling.isEmpty)
    }

    @Test func doesNotTellWhatWasNotDone() {
        let world = World()
        world.services.answer("send", with: ServiceResult("refused"))
        _ = world.play("*789#", "1", "500", "4821")
        #expect(world.services.told.isEmpty)
    }

    @Test func takesManyOutcomesAtOnceWithoutRecursion() {
        var limits = GatewayLimits()
        limits.callsPerTurnMax = 1_000
        let world = World(limits: limits)
        world.services.answer("look", with: .ok())
        let answer = world.dial("*789*9#")
        #expect(answer.kind == .released(.fault))
        #expect(
            answer.text
                == "This service has failed. We were told. Nothing was taken."
                + " Dial *789# to start again."
        )
        #expect(world.services.operations.count == 64)
    }

    @Test func boundsTheCallsOfATurn() {
        let world = World()
        world.services.answer("look", with: .ok())
        #expect(world.dial("*789*9#").kind == .released(.fault))
        #expect(world.services.operations.count == GatewayLimits().callsPerTurnMax)
        #expect(world.log.lines.contains { $0.contains("look.call-1") && $0.hasPrefix("error") })
    }

    @Test func asksForThePINAgain() {
        let world = World()
        world.services.answer("send", with: ServiceResult("wrong_pin"), .ok())
        let texts = world.play("*789#", "1", "500", "1111", "4821")
        #expect(texts[3] == "Wrong PIN.\nSend 500 now?\nEnter PIN")
        #expect(texts[4] == "Sent 500.")
        #expect(Set(world.services.performed.map(\.key)).count == 2)
        #expect(world.services.performed[0].key.low < world.services.performed[1].key.low)
    }

    @Test func givesEachCallAKeyOfItsSessionAndPosition() throws {
        let world = World()
        world.services.answer("send", with: .ok())
        let session = try #require(world.dial().first?.session)
        _ = world.play("1", "500", "4821")
        let key = try #require(world.services.performed.first?.key)
        #expect(key.high == session.high)
        #expect(key.high >> 20 == 1_800_000_000_000)
        #expect(key.low >> 32 == UInt64(session.number))
    }

    @Test func dropsTheOutcomeOfASessionThatWasReplaced() {
        let world = World([TestMenu.make(asksNews: true, resumes: false)])
        world.services.answer("news", with: ServiceResult("none"))
        _ = world.play("*789#", "1", "500")
        let paying = world.type("4821")
        let next = world.dial()
        #expect(paying.kind == .released(.replaced))
        #expect(paying.text == Self.working)
        #expect(next.all.isEmpty)
        #expect(world.services.operations == ["news", "send"])
        world.services.answer("news", with: .ok())
        world.services.release(.ok())
        #expect(next.text == "News\n1 Go on")
        #expect(world.services.operations == ["news", "send", "news"])
        #expect(world.services.told.isEmpty)
        #expect(paying.all.count == 1)
    }

    @Test func saysUnsureWhenAPaymentTakesTooLong() {
        let world = World()
        _ = world.play("*789#", "1", "500")
        let paying = world.type("4821")
        world.wait(milliseconds: 10_000)
        #expect(paying.all.isEmpty)
        world.wait(milliseconds: 1)
        #expect(paying.text == "Not sure yet.")
        world.services.release(.ok())
        #expect(paying.all.count == 1)
        #expect(world.services.told.isEmpty)
        #expect(world.log.lines.contains { $0.contains("came late") })
    }

    @Test func saysUnavailableWhenALookTakesTooLong() {
        let world = World()
        let looking = world.dial("*789*9#")
        world.wait(milliseconds: 10_001)
        #expect(looking.text == "Busy. Nothing was taken.")
    }

    @Test func withdrawsACallThatNoServiceHasSeen() {
        let world = World([TestMenu.make(asksNews: true, resumes: false)])
        world.services.answer("news", with: ServiceResult("none"))
        _ = world.play("*789#", "1", "500", "4821")
        let second = world.dial()
        world.gateway.hangUp(World.amina, at: world.now)
        #expect(second.kind == .released(.hungUp))
        world.services.release(.ok())
        #expect(world.services.operations == ["news", "send"])
        #expect(world.dial().text == "Home\n1 Send")
    }

    @Test func goesOnWithoutNewsWhenThePaymentNeverEnds() {
        let world = World([TestMenu.make(asksNews: true, resumes: false)])
        world.services.answer("news", with: ServiceResult("none"))
        _ = world.play("*789#", "1", "500", "4821")
        let next = world.dial()
        world.wait(milliseconds: 10_001)
        #expect(next.text == "Home\n1 Send")
        #expect(world.services.operations == ["news", "send"])
    }

    @Test func takesAnOutcomeThatIsReportedTwiceOnce() {
        let world = World()
        _ = world.play("*789#", "1", "500")
        let paying = world.type("4821")
        world.services.release(.ok(), times: 3)
        #expect(paying.all.count == 1)
        #expect(!world.log.lines.contains { $0.contains("came late") })
    }

    @Test func tellsOnceThoughTheSessionGoesOn() {
        let world = World([TestMenu.make(afterSending: 0)])
        world.services.answer("send", with: .ok())
        #expect(world.play("*789#", "1", "500", "4821").last == "Home\n1 Send")
        _ = world.play("9", "1", "0")
        #expect(world.services.told.count == 1)
        world.wait(milliseconds: 60_001)
        let texts = world.events.map { event in
            if case .screen(_, let answer) = event { answer.text } else { "" }
        }
        #expect(texts.contains { $0.hasPrefix("Time is over.") })
        #expect(!texts.contains { $0.contains("Nothing was taken") })
    }

    @Test func dropsALateOutcomeThoughItsSessionLives() {
        let world = World([TestMenu.make(asksNews: true)])
        world.dial()
        world.wait(milliseconds: 10_001)
        #expect(world.type("1").text == "How much?")
        #expect(world.type("500").text == "Send 500 now?\nEnter PIN")
        let paying = world.type("4821")
        world.services.release(.ok())
        #expect(paying.all.isEmpty)
        #expect(world.services.operations == ["news", "send"])
        world.services.release(.ok())
        #expect(paying.text == "Sent 500.")
    }

    @Test func saysUnavailableWhenAPaymentNeverBegan() throws {
        let world = World()
        world.text("SEND 500")
        let code = try #require(world.messages.last?.split(separator: " ").last?.dropLast())
        world.dial("*789*9#")
        world.wait(milliseconds: 5_000)
        #expect(world.text("YES \(code) 4821").isEmpty)
        world.wait(milliseconds: 10_001)
        #expect(world.messages.last == "Busy. Nothing was taken.")
        world.services.release(.ok())
        #expect(world.services.operations == ["look"])
    }

    @Test func endsASessionWhoseServiceBreaksItsContract() {
        let world = World()
        world.services.answer("send", with: ServiceResult("no_such_outcome"))
        _ = world.play("*789#", "1", "500")
        let answer = world.type("4821")
        #expect(answer.kind == .released(.fault))
        #expect(world.gateway.liveSessions == 0)
        #expect(world.log.lines.contains { $0.contains("send.call-1") })
    }
}
