// SPDX-License-Identifier: Apache-2.0
import Gateway
import Testing
import Transports

/// Many commands at once, and services that take their time.
struct PipelineTests {
    /// Two phones that are asked for their PIN.
    private func atPIN(_ options: LineOptions = LineOptions()) -> Client {
        let client = Client(options: options)
        for phone in ["amina", "baraka"] { _ = client.send("phone \(phone)\n*789#\n1\n") }
        client.world.services.hold()
        return client
    }

    @Test func repliesLeaveInTheOrderOfTheCommands() {
        let client = atPIN()
        #expect(client.send("say amina 1234\nsay baraka 1234\nping\n") == "")
        client.world.services.releaseLast()
        #expect(client.read() == "")
        client.world.services.release()
        #expect(
            client.read() == """
                221 END amina chars=5/182
                Paid.
                .
                221 END baraka chars=5/182
                Paid.
                .
                250 pong

                """
        )
    }

    @Test func aCommandForAPhoneWaitsForTheOneBefore() {
        let client = atPIN()
        #expect(client.send("@1 say amina 1234\n@2 screen amina\n@3 ping\n") == "")
        #expect(!client.conversation.wantsInput)
        client.world.services.release()
        #expect(
            client.read() == """
                @1 221 END amina chars=5/182
                Paid.
                .
                @2 221 END amina chars=5/182
                Paid.
                .
                @3 250 pong

                """
        )
        #expect(client.conversation.wantsInput)
    }

    @Test func hangingUpDoesNotWaitForTheService() {
        let client = atPIN()
        _ = client.send("say amina 1234\n")
        let replies = client.send("hangup amina\n")
        #expect(replies.hasPrefix("222 amina hung-up; Still working on your payment."))
        #expect(replies.hasSuffix("\n222 amina hung-up; You hung up.\n"))
    }

    @Test func whatTheDeskDoesIsAlone() {
        let client = atPIN()
        client.world.desk.hold()
        #expect(client.send("say amina 1234\nbal amina\nping\n") == "")
        client.world.services.release()
        #expect(client.read() == "221 END amina chars=5/182\nPaid.\n.\n")
        client.world.desk.release()
        #expect(client.read() == "240 amina KES 1,493.00\n250 pong\n")
    }

    @Test func readingStopsAtTheLimitAndNothingIsLost() {
        var options = LineOptions()
        options.limits.commandsWaitingMax = 3
        let client = atPIN(options)
        let pings = (0..<40).map { "@\($0) ping\n" }.joined()
        #expect(client.send("say amina 1234\n" + pings) == "")
        #expect(!client.conversation.wantsInput)
        client.world.services.release()
        let replies = client.read().split(separator: "\n").dropFirst(3)
        #expect(replies.elementsEqual((0..<40).map { "@\($0) 250 pong" }))
        #expect(client.conversation.wantsInput)
    }

    @Test func theEndOfTheInputWaitsForTheReplies() {
        let client = atPIN()
        #expect(client.send("say amina 1234\nscreen amina\n") == "")
        client.conversation.inputEnded()
        #expect(!client.conversation.isFinished)
        client.world.services.release()
        #expect(client.read().hasSuffix("221 END amina chars=5/182\nPaid.\n.\n"))
        #expect(client.conversation.isFinished)
    }

    @Test func aLineWithoutAnEndIsNotDone() {
        let client = Client()
        _ = client.send("phone amina")
        client.conversation.inputEnded()
        #expect(
            client.read()
                == "501 nothing was done; the last line has no end and may be cut off\n"
        )
        #expect(client.world.handsets.all.isEmpty)
        #expect(client.conversation.isFinished)
    }

    @Test func shutdownAnswersWhatIsUnderWay() {
        let client = atPIN()
        _ = client.send("say amina 1234\n")
        client.conversation.shutDown()
        #expect(client.read() == "")
        client.world.services.release()
        let closing = "421 the server is closing; come back in a minute\n"
        #expect(client.read() == "221 END amina chars=5/182\nPaid.\n.\n" + closing)
        #expect(client.conversation.isFinished)
    }

    @Test func shutdownGivesUpAWait() {
        let client = Client()
        _ = client.send("phone amina\nwait sms 60s\n")
        client.conversation.shutDown()
        #expect(
            client.read() == """
                421 nothing came; the server is closing
                421 the server is closing; come back in a minute

                """
        )
        #expect(client.conversation.isFinished)
    }

    @Test func aWatcherThatDoesNotReadIsToldSo() {
        var options = LineOptions()
        options.limits.unreadOctetsMax = 100
        let client = Client(options: options)
        _ = client.send("phone amina\nwatch\n")
        for number in 0..<9 { client.world.deliver("Message \(number)", to: "amina") }
        let told = client.read()
        #expect(told.contains("Message 0\n.\n"))
        #expect(!told.contains("Message 8"))
        #expect(told.contains("281 - watching has ended: you read too slowly;"))
        client.world.deliver("Later", to: "amina")
        #expect(client.read() == "")
    }

    @Test func everyWayToCutAConversationGivesTheSameReplies() {
        let typed = "phone amina\r\n@1 *789#\r\n1\n1234\ncafé\nmode json\nscreen\nquit\n"
        let whole = Client().send(typed)
        let octets = Array(typed.utf8)
        for cut in octets.indices {
            let client = Client()
            client.conversation.receive(octets[..<cut])
            let first = client.read()
            client.conversation.receive(octets[cut...])
            #expect(first + client.read() == whole, "cut at \(cut)")
        }
    }
}
