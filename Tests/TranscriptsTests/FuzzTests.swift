// SPDX-License-Identifier: Apache-2.0
import SourceText
import Testing
import Transcripts

/// Whatever is written, reading never traps and prints itself, and playing comes to an end.
struct FuzzTests {
    private static let words = [
        "amina", "baraka", ">", " sms> ", " sms< ", "none", "within", "10s", "@ +1s", "? ", "! ",
        "ledger", "last", "sum == 0", "  | ", "  ~ ", "  ...", "  -- end", "{{", "}}", "ref", ":",
        ".*", "(", "[", "\\Q", "amina.pin", "*100#", "1", "500", "\n", "\n", "\r\n", "\t", " ",
        "#", "---", "phone ", "+254712000003", "=", "\"", "é", "e\u{301}", "\u{FEFF}", "\0", "🙂",
        "session amina open", "balance amina == ", "double turn amina once", "<hangup>", "sw|",
        "9999999999999999999", "-", ",", "slow money.send 5s once", "lose reply amina once",
    ]

    @Test(arguments: 0..<40)
    func mutatedScenesAreReadAndPlayed(_ seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let origin = try Fixture.file("Scenes/\(seed % 2 == 0 ? "give" : "faults").ussd").text
        for _ in 0..<25 {
            var octets = Array(origin.utf8)
            for _ in 0...random.below(4) {
                let place = random.below(octets.count)
                let length = min(random.below(12), octets.count - place)
                let word = Self.words[random.below(Self.words.count)]
                octets.replaceSubrange(place..<(place + length), with: word.utf8)
            }
            let text = String(decoding: octets, as: UTF8.self)
            let file = SourceFile(path: "a.ussd", text: text)
            let outcome = TranscriptRunner(worlds: PocketWorlds(), jobs: 1).run(file)
            let scene = TranscriptParser.parse(file).0
            #expect(Array(scene.description.utf8) == Array(text.utf8))
            #expect(outcome.diagnostics.hasErrors == (outcome.result == nil))
            #expect(TerminalReport().failure(outcome).isEmpty == outcome.passed)
        }
    }

    private struct SplitMix {
        var state: UInt64

        init(seed: UInt64) { state = seed }

        mutating func below(_ bound: Int) -> Int {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
            return Int((mixed ^ mixed >> 31) % UInt64(max(1, bound)))
        }
    }
}
