// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Testing

@Suite struct SecrecyTests {
    @Test func logsNeitherNumbersNorSecrets() throws {
        let world = World([TestMenu.make(asksNews: true)])
        world.services.answer("news", with: ServiceResult("none"))
        world.services.answer("send", with: ServiceResult("wrong_pin"), .ok(), ServiceResult("x"))
        _ = world.play("*789#", "1", "500", "98765", "98765", "*789*98765#", "*38*98765#")
        _ = world.play("*789#", "1", "500", "98765", "98765")
        let pay = try #require(world.text("SEND 500").first)
        let code = try #require(pay.split(separator: " ").last?.dropLast())
        world.text("YES \(code) 98765")
        world.text("YES 1111 98765")
        world.text("my pin is 98765")
        world.services.answer("look", with: .ok())
        world.dial("*789*9#")
        world.wait(milliseconds: 1_000_000)
        world.gateway.receive(
            ShortMessage(from: "0712000001", to: "789", text: "98765", at: world.now),
            at: world.now
        )
        let log = world.log.lines.joined(separator: "\n")
        #expect(log.contains("+2547****001"))
        #expect(world.log.lines.count > 10)
        for secret in ["98765", "712000001", "0712000001", "\(code)"] {
            #expect(!log.contains(secret), "\(secret) is in the log")
        }
    }

    @Test(arguments: [
        ("+254712000001", "MAVUNO", "+2547****001 to MAVUNO, 5 octets"),
        ("MAVUNO", "254712000001", "MAVUNO to +2547****001, 5 octets"),
        ("789", "0712000001", "789 to ****, 5 octets"),
    ])
    func printsMessagesMasked(_ from: String, _ to: String, _ text: String) {
        let message = ShortMessage(
            from: from,
            to: to,
            text: "98765",
            at: Instant(milliseconds: 0)
        )
        #expect("\(message)" == text)
        #expect(String(reflecting: message) == text)
        var dumped = ""
        dump(message, to: &dumped)
        #expect(!dumped.contains("98765") && !dumped.contains("712000001"))
    }

    @Test func neitherAnswersNorEventsHoldAPIN() {
        let world = World()
        world.services.answer("send", with: ServiceResult("wrong_pin"))
        _ = world.play("*789#", "1", "500", "98765", "9876543210")
        world.text("SEND 5")
        world.text("98765")
        #expect(world.events.count > 5)
        for event in world.events {
            var dumped = ""
            dump(event, to: &dumped)
            #expect(!dumped.contains("98765"))
        }
    }
}
