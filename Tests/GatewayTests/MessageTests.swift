// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Synchronization
import Testing

@Suite struct MessageTests {
    /// The code in `… YES 4821 and your PIN …`.
    private func code(in text: String?) throws -> String {
        let words = try #require(text).split(separator: " ")
        let index = try #require(words.firstIndex { $0.hasSuffix("YES") })
        return String(words[index + 1])
    }

    @Test func answersACommandByOneMessage() {
        let world = World()
        #expect(world.text("bal") == ["You have KES 1.00"])
        #expect(world.gateway.liveSessions == 0)
        guard case .message(let message)? = world.events.last else {
            Issue.record("no message")
            return
        }
        #expect(message.from == "MAVUNO")
        #expect(message.receiver == World.amina)
    }

    @Test func aTextIsCountedAsTheNetworkOfEveryMenuCarriesIt() {
        let text = String(repeating: "á", count: 80)
        let shifts = TestMenu.make(profile: .strict3GPP)
        for (menus, count) in [([], 2), ([shifts], 1), ([shifts, TestMenu.make()], 2)] {
            let gateway = World(menus).gateway
            #expect(gateway.partCount(of: text) == count)
            #expect(gateway.partCount(of: "a") == 1)
        }
    }

    @Test func paysWithCodeAndPIN() throws {
        let world = World()
        world.services.answer("send", with: .ok())
        let question = world.text("SEND 500")
        let code = try code(in: question.first)
        #expect(
            question == [
                "Send 500 now?\nEnter PIN\nReply YES \(code) and your PIN, or NO \(code)."
            ]
        )
        #expect(ConcatenatedShortMessage.partCount(of: question[0]) == 1)
        #expect(world.text("yes \(code) 4821") == ["Sent 500."])
        #expect(world.services.told == world.services.performed.map(\.key))
        #expect(
            world.text("yes \(code) 4821") == [
                "That code is not open any more. Nothing was done with this message."
            ]
        )
        #expect(world.services.operations == ["send"])
    }

    @Test func dialThatWaitsForAPaymentAsksForNewsWhenItsMessageIsSent() throws {
        let world = World([TestMenu.make(asksNews: true)])
        world.services.answer("news", with: ServiceResult("none"))
        let code = try code(in: world.text("SEND 500").first)
        #expect(world.text("yes \(code) 4821") == [])
        let dialled = world.dial()
        let before = Mutex<[String]>([])
        world.gateway.setObserver { event in
            guard case .message = event else { return }
            before.withLock { $0 = world.services.operations }
        }
        world.services.release(.ok())
        #expect(before.withLock { $0 } == ["send"])
        #expect(world.services.operations == ["send", "news"])
        #expect(world.services.told.count == 1 && dialled.text == "Home\n1 Send")
    }

    @Test func asksAgainWithANewCodeAfterAWrongPIN() throws {
        let world = World()
        world.services.answer("send", with: ServiceResult("wrong_pin"), .ok())
        let first = try code(in: world.text("SEND 500").first)
        let again = world.text("YES \(first) 1111")
        let second = try code(in: again.first)
        #expect(first != second)
        #expect(again.first?.hasPrefix("Wrong PIN.\nSend 500 now?") == true)
        #expect(world.text("YES \(second) 4821") == ["Sent 500."])
    }

    @Test func stopsWhenDeclined() throws {
        let world = World()
        let code = try code(in: world.text("SEND 500").first)
        #expect(world.text(" No  \(code) ") == ["Nothing was taken."])
        #expect(world.gateway.liveSessions == 0)
        #expect(world.services.operations.isEmpty)
    }

    @Test func keepsWaitingAfterAWrongCode() throws {
        let world = World()
        world.services.answer("send", with: .ok())
        let code = try code(in: world.text("SEND 500").first)
        let wrong = code == "1234" ? "4321" : "1234"
        let ask = "Reply YES \(code) and your PIN, or NO \(code)."
        #expect(
            world.text("YES \(wrong) 4821") == ["That code is wrong. Nothing was done. \(ask)"]
        )
        #expect(
            world.text("NO \(wrong)") == ["That code is wrong. Nothing was done. \(ask)"]
        )
        #expect(world.text("YES \(code)") == ["Your PIN was missing. Nothing was done. \(ask)"])
        #expect(world.text("4821") == ["Nothing was done. \(ask)"])
        #expect(world.services.operations.isEmpty)
        #expect(world.text("YES \(code) 4821") == ["Sent 500."])
    }

    @Test func takesOtherMessagesAsAnswers() throws {
        let world = World()
        #expect(world.text("PAY") == ["How much?"])
        #expect(world.text("5000") == ["Too much.\nHow much?"])
        #expect(world.text("500").first?.hasPrefix("Send 500 now?") == true)
    }

    @Test func beginsAnewWithAnotherCommand() throws {
        let world = World(seed: 3)
        world.text("PAY")
        #expect(world.text("SEND 7").first?.hasPrefix("Send 7 now?") == true)
        let old = try code(in: world.messages.last)
        #expect(world.text("SEND 8").first?.hasPrefix("Send 8 now?") == true)
        let new = try code(in: world.messages.last)
        #expect(old != new)
        #expect(world.text("YES \(old) 4821").first?.hasPrefix("That code is wrong.") == true)
        #expect(world.gateway.liveSessions == 1)
    }

    @Test func helpsWhereNothingIsUnderstood() {
        let help =
            "This message was not understood. Nothing was done."
            + " Send SEND, PAY, BAL or LOOK, or dial *789#."
        let world = World()
        #expect(world.text("hello") == [help])
        #expect(world.text("") == [help])
        let long = String(repeating: "BAL ", count: 500)
        #expect(world.text(long) == ["This message is too long. Nothing was done."])
    }

    @Test func givesTheRouteForEverythingOnlyWhatNobodyWaitsFor() throws {
        let world = World([TestMenu.make(takesAnything: true)])
        #expect(world.text("hello") == ["Send BAL or SEND."])
        #expect(world.text("PAY") == ["How much?"])
        #expect(world.text("500").first?.hasPrefix("Send 500 now?") == true)
        #expect(world.text("hello").first?.hasPrefix("Nothing was done. Reply YES") == true)
    }

    @Test(arguments: [(600_000, 1), (600_001, 0)] as [(Int64, Int)])
    func waitsTenMinutesForAnAnswer(_ milliseconds: Int64, _ live: Int) {
        let world = World()
        world.text("SEND 500")
        world.wait(milliseconds: milliseconds)
        #expect(world.gateway.liveSessions == live)
        #expect(world.messages.count == 1)
    }

    @Test func saysThatItStillWorks() throws {
        let world = World()
        let code = try code(in: world.text("SEND 500").first)
        #expect(world.text("YES \(code) 4821") == [])
        #expect(
            world.text("YES \(code) 4821") == [
                "Still working on your last message. Wait for the answer."
            ]
        )
        world.services.release(.ok())
        #expect(world.messages.last == "Sent 500.")
        #expect(world.services.operations == ["send"])
    }

    @Test func stateOfOneDoorLeavesTheOtherAlone() {
        let world = World()
        world.dial()
        world.text("PAY")
        #expect(world.gateway.liveSessions == 2)
        #expect(world.type("1").text == "How much?")
        #expect(world.text("12").first?.hasPrefix("Send 12 now?") == true)
        #expect(world.type("34").text == "Send 34 now?\nEnter PIN")
    }

    @Test func dropsAMessageFromNoPhone() {
        let world = World()
        let message = ShortMessage(from: "BANK", to: "789", text: "BAL", at: world.now)
        world.gateway.receive(message, at: world.now)
        #expect(world.messages.isEmpty)
    }

    @Test func failsInPlainWords() {
        let world = World()
        world.services.answer("look", with: .ok())
        #expect(
            world.text("LOOK") == [
                "This service has failed. We were told. Nothing was taken."
                    + " Dial *789# to start again."
            ]
        )
    }
}
