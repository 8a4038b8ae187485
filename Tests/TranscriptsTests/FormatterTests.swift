// SPDX-License-Identifier: Apache-2.0
import GSM
import SourceText
import Testing

@testable import Transcripts

/// `stardial fmt` for transcripts: blanks change, and nothing that is said.
struct FormatterTests {
    private static let loose = """
        ussd/1

        title:   A  scene
          menu: pocket
        tags:  smoke   money
        phone   amina:+254712000001   pin=4821  name="AMINA  W"till=4021
        phone baraka: +254712000002


        ---

        #Amina looks
        amina>*100#\t
          |You have KES 2,000.00


          |   indented
              ~  .*
        \t--   end
        amina   sms>  POCKET  BAL  NOW
        amina  sms<   POCKET   within  10s
          |
        @+181s
        ?  balance   amina  ==  1,493.00


        ##Money
        ? ledger last
          | wallet:amina  -507.00
           | income:fees 7.00
        !  lose reply   amina once
        +   "parts/a b.ussd"   phone=amina text="a  b"
        amina>

        -- file shop.menu --
        menu  shop\r
           \("")
        """

    private static let laidOut = """
        ussd/1
        title: A  scene
        menu: pocket
        tags: smoke money
        phone amina: +254712000001 pin=4821 name="AMINA  W" till=4021
        phone baraka: +254712000002
        ---
        # Amina looks
        amina> *100#
          | You have KES 2,000.00
          |   indented
          ~  .*
          -- end
        amina sms> POCKET  BAL  NOW
        amina sms< POCKET within 10s
          |
        @ +181s
        ? balance amina == 1,493.00

        ##Money
        ? ledger last
          | wallet:amina  -507.00
          | income:fees      7.00
        ! lose reply amina once
        + "parts/a b.ussd" phone=amina text="a  b"
        amina>

        -- file shop.menu --
        menu  shop\r
           \("")
        """

    @Test func layoutIsTheOneThatWasFoundRight() {
        let file = SourceFile(path: "a.ussd", text: Self.loose)
        let result = TranscriptFormatter.format(file)
        #expect(result.diagnostics.map(\.id) == [])
        #expect(result.text == Self.laidOut)
    }

    @Test func partIsLaidOutWithoutWhatItIsGiven() {
        let text = """
            ussd/1 part
            takes:   who  sum wait
            ---
            who>   {{sum}}
            @   +{{wait}}
            who sms<  POCKET  within {{wait}}
            ? balance  who == {{sum}}
            ? ledger last
              | wallet:who {{sum}}
              | income:fees  7.00
            """
        let result = TranscriptFormatter.format(SourceFile(path: "p.ussd", text: text))
        #expect(result.diagnostics.map(\.id) == [])
        #expect(
            result.text == """
                ussd/1 part
                takes: who sum wait
                ---
                who>   {{sum}}
                @ +{{wait}}
                who sms< POCKET within {{wait}}
                ? balance who == {{sum}}
                ? ledger last
                  | wallet:who   {{sum}}
                  | income:fees     7.00

                """
        )
    }

    @Test func fileWithMistakesIsLeftAsItIs() {
        let file = SourceFile(path: "a.ussd", text: "ussd/1\n---\n  x\n")
        let result = TranscriptFormatter.format(file)
        #expect(result.text == file.text && result.diagnostics.hasErrors)
    }

    private func expectSameMeaning(_ file: SourceFile) {
        let (one, diagnostics) = TranscriptParser.parseAlone(file)
        guard !diagnostics.hasErrors else { return }
        let text = TranscriptFormatter.format(file).text
        let again = SourceFile(path: file.path, text: text)
        let (two, found) = TranscriptParser.parseAlone(again)
        #expect(found.map(\.id) == [], "\(file.text)\n=>\n\(text)")
        #expect(TranscriptFormatter.format(again).text.utf8.elementsEqual(text.utf8))
        #expect(meaning(one) == meaning(two), "\(file.text)\n=>\n\(text)")
        let comments = [one, two].map { scene in
            scene.lines.filter { $0.role == .comment }.map { words($0.text) }
        }
        #expect(comments[0] == comments[1])
    }

    private func words(_ text: String) -> [Substring] {
        text.split { $0 == "#" || $0.isWhitespace }
    }

    /// All that a transcript says, without the lines on which it does.
    private func meaning(_ scene: Transcript) -> [String] {
        let header = scene.header
        let phones = header.phones.map {
            "\($0.name) \($0.msisdn.e164) \($0.pin ?? "") \($0.language ?? "") \($0.balance) "
                + "\($0.extras.sorted { $0.key < $1.key })"
        }
        let settings =
            "\(header.title) \(header.menu) \(header.network ?? "") \(header.clock) "
            + "\(header.seed) \(header.languages) \(header.stubs ?? "") \(header.tags) "
            + "\(header.tariff ?? "") \(header.requires) \(header.expectedFailure ?? "") "
            + "\(header.attachments)"
        let phases = scene.phases.map { phase in
            "\(phase.title): "
                + phase.steps.map { step in
                    "\(step.action) \(step.expectations.map { "\($0.kind) \($0.language ?? "")" })"
                }.joined(separator: "; ")
        }
        return [settings] + phones + phases
    }

    @Test(arguments: [
        "Scenes", "Failures", "../../Transcripts/mavuno", "../../Transcripts/tutorial",
    ])
    func writtenScenesKeepTheirMeaning(_ folder: String) throws {
        let names = Fixture.names(in: folder, ending: ".ussd")
        #expect(!names.isEmpty)
        for name in names { expectSameMeaning(try Fixture.file("\(folder)/\(name)")) }
    }

    private static let pieces = [
        " ", "  ", "\t", "\n", "\n\n", "\r\n", "#", "# x", "##", "|", "  | ", "~", "...", "--",
        "  -- end", "sw|", "{{*}}", "\"", "=", "+ a.ussd b=1\n", "-- file a.menu --\n", "amina>",
        "amina sms> ", "? ledger last\n  | a:b 1\n", "é", "\u{301}", "🙂", "\u{A0}", ":", "> ",
    ]

    @Test(arguments: 0..<40)
    func mutatedScenesKeepTheirMeaning(_ seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let names = ["give", "faults", "languages"]
        let origins = try names.map { try Fixture.file("Scenes/\($0).ussd").text } + [Self.loose]
        for _ in 0..<50 {
            var octets = Array(origins[random.below(origins.count)].utf8)
            for _ in 0...random.below(5) {
                let place = random.below(octets.count)
                let length = min(random.below(4), octets.count - place)
                let piece = Self.pieces[random.below(Self.pieces.count)]
                octets.replaceSubrange(place..<(place + length), with: piece.utf8)
            }
            let text = String(decoding: octets, as: UTF8.self)
            expectSameMeaning(SourceFile(path: "a.ussd", text: text))
        }
    }
}
