// SPDX-License-Identifier: Apache-2.0
import Patterns
import SourceText
import Testing

@testable import Transcripts

/// Request logs become transcripts that hold no number and no PIN of a real person.
struct AfricasTalkingImportTests {
    private static let form = """
        2026-11-20 09:00:00 sessionId=A&serviceCode=%2A384%23&phoneNumber=%2B254711222333&text=
        CON Welcome
        1 Send

        2026-11-20 09:00:02 sessionId=B&serviceCode=%2A384%23&phoneNumber=%2B254722333444&text=
        CON Welcome
        1 Send
        2026-11-20 09:00:05 sessionId=A&serviceCode=%2A384%23&phoneNumber=%2B254711222333&text=1
        CON To which number?

        2026-11-20 09:00:20 sessionId=A&serviceCode=%2A384%23&phoneNumber=%2B254711222333\
        &text=1%2A0722333444
        CON To 0722 333 444. Enter PIN

        2026-11-20 09:00:22 sessionId=A&serviceCode=%2A384%23&phoneNumber=%2B254711222333\
        &text=1%2A0722333444%2A7193
        END Ref A1B2C3D4E5, 254711222333
        """

    private func read(
        _ text: String,
        _ change: (inout AfricasTalkingImport.Settings) -> Void = { _ in }
    ) -> ImportOutcome {
        var settings = AfricasTalkingImport.Settings()
        settings.menu = "shop"
        change(&settings)
        let outcome = AfricasTalkingImport.read(SourceFile(path: "a.log", text: text), settings)
        for scene in outcome.scenes {
            let found = TranscriptParser.parse(SourceFile(path: "x.ussd", text: scene.text)).1
            #expect(found.isEmpty, "\(text)\n=> \(scene.text)\(found.map(\.kind.message))")
        }
        return outcome
    }

    private func lines(_ scene: ImportedScene?) throws -> [String] {
        let text = try #require(scene).text
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let start = try #require(lines.firstIndex(of: "---"))
        return lines[(start + 1)...].filter { !$0.hasPrefix("#") && !$0.isEmpty }
    }

    @Test func interleavedSessionsAreToldApart() throws {
        let outcome = read(Self.form)
        #expect(outcome.scenes.map(\.name) == ["session-1", "session-2"])
        #expect(outcome.scenes.map(\.line) == [1, 5])
        #expect(
            try lines(outcome.scenes.first) == [
                "caller> *384#", "  | Welcome", "  | 1 Send", "@ +5s",
                "caller> 1", "  | To which number?", "@ +15s",
                "caller> {{stranger1.local}}", "  | To {{stranger1.national}}. Enter PIN",
                "caller> {{caller.pin}}", "  | Ref {{ref:[0-9A-Z]{10}}}, 254712000001", "  -- end",
            ]
        )
        #expect(try lines(outcome.scenes.last) == ["caller> *384#", "  | Welcome", "  | 1 Send"])
        #expect(outcome.notes.map(\.line) == [5])
    }

    @Test func noNumberAndNoPINIsInTheFiles() {
        for isTogether in [false, true] {
            let outcome = read(Self.form) { $0.isTogether = isTogether }
            let text = outcome.scenes.map(\.text).joined()
            for secret in ["7193", "711222333", "722333444", "722 333 444", "711 222 333"] {
                #expect(!text.contains(secret))
            }
            #expect(!outcome.notes.contains { $0.sentence.contains("7193") })
        }
    }

    @Test func numbersStayOnlyWhenThatIsAsked() throws {
        let text = try #require(read(Self.form) { $0.keepsNumbers = true }.scenes.first).text
        #expect(text.contains("phone caller: +254711222333"))
        #expect(text.contains("phone stranger1: +254722333444"))
        #expect(!text.contains("7193"))
    }

    @Test func aPatternSaysWhatIsASecret() throws {
        let pattern = try Pattern("which number", options: .caseless)
        let outcome = read(Self.form) { $0.secretScreens = [pattern] }
        let text = try #require(outcome.scenes.first).text
        // The PIN's screen is not named now; the number's is, and so its answer is made up.
        #expect(text.contains("caller> 7193\n"))
        #expect(!text.contains("{{stranger1.local}}"))
    }

    @Test func togetherTheClockSteps() throws {
        let outcome = read(Self.form) { $0.isTogether = true }
        #expect(outcome.scenes.map(\.name) == ["sessions"])
        let lines = try lines(outcome.scenes.first)
        #expect(lines.filter { $0.contains("> *384#") } == ["caller> *384#", "caller2> *384#"])
        #expect(lines.contains("caller> {{caller2.local}}"))
        #expect(lines.contains("  | To {{caller2.national}}. Enter PIN"))
        #expect(lines.contains("@ +15s"))
    }

    /// One session of JSON lines: its hops as `text` and reply, and the end of its notification.
    private func json(_ hops: [(String, String?)], end: String = "") -> String {
        let head = "\"sessionId\":\"A\",\"serviceCode\":\"*384#\",\"phoneNumber\":254711222333"
        return hops.enumerated().map { index, hop in
            let reply = hop.1.map { ",\"response\":\"\($0)\"" } ?? ""
            let time = "\"time\":\(1_795_154_400 + index)"
            return "{\(time),\(head),\"text\":\"\(hop.0)\"\(reply)}\n"
        }.joined() + (end.isEmpty ? "" : "{\(head),\(end)}\n")
    }

    @Test func repliesSayHowASessionGoesOn() throws {
        let outcome = read(json([("", "CON A\\n\\n{{b}}\\n"), ("1", nil), ("1*2", " CON x")]))
        #expect(
            try lines(outcome.scenes.first) == [
                "caller> *384#", "  | A", "  |", "  | {{:\\x7B}}{{:\\x7B}}b}}", "caller> 1",
                "caller> 2", "  |  CON x", "  -- abort",
            ]
        )
        #expect(outcome.notes.map(\.line) == [2, 3])
    }

    @Test(arguments: [
        (
            "\"status\":\"Incomplete\",\"durationInMillis\":91000",
            ["@ +91s", "? session caller none"]
        ),
        (
            "\"status\":\"Incomplete\",\"durationInMillis\":9000",
            ["@ +9s", "caller> <hangup>", "  -- hangup"]
        ),
        ("\"status\":\"Incomplete\"", ["caller> <hangup>", "  -- hangup"]),
        ("\"status\":\"Success\"", []), ("\"status\":\"Failed\",\"errorMessage\":\"x\"", []),
    ])
    func theNotificationSaysHowItEnded(_ end: String, _ wanted: [String]) throws {
        let outcome = read(json([("", "CON A")], end: end))
        #expect(try lines(outcome.scenes.first) == ["caller> *384#", "  | A"] + wanted)
        let isPlain = end.contains("9000") && !end.contains("91000")
        #expect(outcome.notes.isEmpty == isPlain, "\(outcome.notes)")
    }

    @Test func aPINThatMayStandInAnUnclearInputIsHidden() throws {
        for log in [
            json([("1*500*7193", "END x")]), json([("", "CON A"), ("1*500*7193", "END x")]),
            json(
                [("", "CON A"), ("1*7193", "END x")],
                end: "\"status\":\"Success\",\"hopsCount\":3"
            ),
        ] {
            let outcome = read(log)
            #expect(outcome.scenes.count == 1)
            #expect(!outcome.scenes.map(\.text).joined().contains("7193"))
            #expect(outcome.notes.contains { $0.sentence.contains("may hold a PIN") })
        }
    }

    @Test(arguments: ["", "hello\n", "{\"sessionId\":1}\n", "{}\n", "sessionId=&text=1\n"])
    func whatIsNoLogIsSaid(_ text: String) {
        let outcome = read(text)
        #expect(outcome.scenes.isEmpty)
        #expect(outcome.mistakes.map(\.line) == [1])
    }

    private static let words = [
        "\n", " ", "&", "=", "%2A", "%", "+", "*", "text=", "sessionId=", "CON ", "END ", "{", "}",
        "\"", ":", "status=Incomplete", "hopsCount=9999999999999999999", "durationInMillis=-1",
        "durationInMillis=9223372036854775807", "{{", "<hangup>", "é", "\u{0}", "\u{2028}", "\r",
        "7193", "+254712345678", "0712345678", "9999999999999", "2026-11-20T09:00:00Z ", "🙂",
    ]

    @Test(arguments: 0..<20)
    func anyLogIsReadOrRefused(_ seed: UInt64) {
        var random = SplitMix(seed: seed)
        let end = "\"status\":\"Incomplete\",\"hopsCount\":3,\"durationInMillis\":5000"
        let more = json([("", "CON A"), ("1", "CON PIN"), ("1*7193", "END B")], end: end)
        let origin = seed % 2 == 0 ? Self.form : more
        for _ in 0..<25 {
            var octets = Array(origin.utf8)
            for _ in 0...random.below(5) {
                let place = random.below(octets.count)
                let length = min(random.below(9), octets.count - place)
                let word = Self.words[random.below(Self.words.count)]
                octets.replaceSubrange(place..<(place + length), with: word.utf8)
            }
            let outcome = read(String(decoding: octets, as: UTF8.self)) {
                $0.isTogether = seed % 3 == 0
            }
            #expect(outcome.scenes.isEmpty != outcome.mistakes.isEmpty || !outcome.notes.isEmpty)
        }
    }
}
