// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Testing

/// A phone that dials more often than it may.
@Suite struct DialLimitTests {
    private func world(perMinute: Int) -> World {
        var limits = GatewayLimits()
        limits.dials = AttemptLimit(perMinute: perMinute, perDay: 100)
        return World(limits: limits)
    }

    @Test func isToldToWaitAndLetInAgain() {
        let world = world(perMinute: 2)
        #expect(world.dial().text == "Home\n1 Send")
        #expect(world.dial().text == "Home\n1 Send")
        let refused = world.dial()
        #expect(refused.kind == .released(.tooOften))
        #expect(
            refused.text
                == "You dialled too many times. Wait a few minutes, then dial again. "
                + "Nothing was taken."
        )
        #expect(world.gateway.session(of: World.amina) == nil, "as after every dialling")
        #expect(world.gateway.liveSessions == 0)
        world.wait(milliseconds: 60_000)
        #expect(world.dial().text == "Home\n1 Send")
    }

    @Test func isNotToldThatNothingWasTakenWhileAPaymentIsUnderWay() {
        let world = world(perMinute: 1)
        _ = world.play("*789#", "1", "500")
        world.type("4821")
        #expect(world.services.operations == ["send"])
        let refused = world.dial()
        #expect(refused.kind == .released(.tooOften))
        #expect(refused.text?.contains("Do NOT pay again") == true)
    }

    @Test func isLoggedOnceAMinute() {
        let world = world(perMinute: 1)
        for _ in 1...3 {
            for _ in 1...50 { _ = world.dial() }
            world.wait(milliseconds: 60_000)
        }
        #expect(world.log.lines.count { $0.contains("session refused") } == 3)
    }

    @Test func thereIsNoLimitUnlessOneIsSet() {
        let world = World()
        for _ in 1...100 { #expect(world.dial().text == "Home\n1 Send") }
    }
}
