// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway
import Testing
import Transports

/// Lines that make no sense, and what they get.
struct MalformedTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let octets: [UInt8]
        let code: Int
        var testDescription: String { "\(octets.prefix(40)) \(code)" }
    }

    static let texts: [Int: [String]] = [
        500: ["sing", "{}", "héllo", "help nothing"],
        501: [
            "say\0", "ping\rping", "ping now", "phone 1", "phone a b", "phone a =1",
            "phone a x=1 x=2", "phone a +254712000009 +254712000009", "sms", "sms a MAVUNO",
            "inbox amina 0", "inbox amina -1", "inbox amina 99999999999999999999",
            "wait amina sms -1s", "wait amina ussd 1s", "wait amina sms 99999999999999999999s",
            "record", "record it", "record stop now", "record secret",
            "mode xml", "load", "raw a b c", "@", "@é ping", "hangup a b",
            "play", "redial", "redial amina", "turn amina", "turn amina 1 2", "turn",
            "turn amina 0019a8f2c4e3b7d1-0000002a.-1 1", "session a b", "mode text turn",
            "reset now", "reset seed=1", "reset menu=a menu=b", "reset =a",
            "@" + String(repeating: "p", count: 33) + " ping",
            String(repeating: "p", count: 2_000),
        ],
        502: ["auth me"],
    ]

    static let rows: [Row] =
        texts.flatMap { code, lines in
            lines.map { Row(octets: Array($0.utf8) + [10], code: code) }
        } + [Row(octets: [0x70, 0xFF, 10], code: 504), Row(octets: [0xC0, 0x80, 10], code: 504)]

    @Test(arguments: rows)
    func oneReplySaysWhatIsWrong(row: Row) {
        let client = Client()
        client.conversation.receive(row.octets)
        let reply = client.read()
        #expect(reply.hasPrefix("\(row.code) "), "\(reply)")
        #expect(reply.split(separator: "\n").count == 1)
        #expect(client.send("ping\n") == "250 pong\n")
    }

    @Test func nothingThatWasTypedComesBack() {
        let client = Client()
        _ = client.send("phone amina pin=4821\n")
        let lines = ["4821 secret\n", "say amina 4821\n", "play 4821\n", "4821\0\n", "p4821\n"]
        for line in lines { #expect(!client.send(line).contains("4821")) }
    }

    @Test func settingsAndNumbersDoNotPrint() {
        let request = PhoneRequest(
            name: "amina",
            msisdn: MSISDN(digits: 254_712_000_001),
            settings: ["pin": "4821"]
        )
        let mirrored = Mirror(reflecting: request).children.map { "\($0.value)" }
        for printed in ["\(request)", String(reflecting: request)] + mirrored {
            #expect(printed == "amina +2547****001 pin")
        }
    }

    @Test func aWebPageIsTurnedAway() {
        let client = Client()
        let answer = client.send("POST / HTTP/1.1\r\nHost: x\r\n\r\nphone amina\n")
        #expect(answer.hasPrefix("HTTP/1.1 400 Bad Request\r\n"))
        let parts = answer.split(separator: "\r\n\r\n", maxSplits: 1)
        #expect(parts.first?.contains("Content-Length: \(parts.last?.utf8.count ?? 0)\r\n") == true)
        #expect(client.world.handsets.all.isEmpty)
        #expect(client.conversation.isFinished)
    }

    @Test func aStatusLineStaysOneLine() {
        let client = Client()
        let reply = client.send("mode json\nload a\tb\u{1}\"\\\n").split(separator: "\n")
        #expect(reply.count == 2)
        #expect(reply.last?.contains(#"a\u0009b\u0001\"\\:3:5: error"#) == true)
    }
}
