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
        "9999999999999999999", "-", "+ a.ussd x=1", "-- file a --", ",", "slow money.send 5s once",
        "lose reply amina once",
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
}
