// SPDX-License-Identifier: Apache-2.0
import Foundation
import Gateway
import MenuLanguage
import SourceText
import Testing

@testable import Transcripts

struct WriterTests {
    private static let everything = """
        ussd/1
        title: Everything: a colon, too
        menu: pocket
        network: standard
        clock: 2026-11-20T09:00:00.250+03:00
        seed: 18446744073709551615
        lang: en sw
        stubs: pocket.stubs.yaml
        tariff: uganda
        tags: smoke money
        requires: clock ledger
        xfail: the fee: too high
        phone amina: +254712000001 pin=4821 lang=sw balance=2000.00 name="AMINA W" till=4021
        phone baraka: +254712000002 wallet=no
        ---
        amina> *100*{{baraka.local}}#
          | 1 Send: {{ref:[A-Z2-9]{10}}} and {{*}} {{:[0-9]+}}

          |   indented
          |
          sw| Una {{ref}}
          ...
          ~ \\Q{{ref}}\\E: .*
          -- end

        # A phase
        amina> <empty>
        amina> <hangup>
          -- hangup
        amina sms> POCKET SEND 5 {{baraka.e164}}
        amina sms< POCKET within 1500ms
          | Sent
        baraka sms< none within 2m
        @ +181s
        @ +1d
        @ 2027-02-28T23:59:59Z
        ? balance amina == 1,493.00
        ? balance income:fees == -7
        ? ledger last
          | wallet:amina  -507.00
        ? ledger sum == 0
        ? session amina open
        ? session baraka none

        #
        ! double turn amina once
        ! lose reply amina once
        ! slow money.send 20s once
        ! drop sms baraka twice
        ! delay sms baraka 30s 3 times
        ! double sms baraka always
        ! reorder sms baraka 1 in 10
        ! late turn amina 20s once
        ! reorder turn amina once
        ! redial amina once
        ! release amina once
        ! hangup amina once
        ! fail money.send once
        ! fail money.send after once
        ! wrong money.quote once
        ! kill gateway once
        ! kill gateway before commit 2 once
        ! kill gateway after commit 1 twice
        ! kill gateway after sms 3 1 in 10
        ! jump clock 2h once
        ! jump clock -5m once
        -- file shop.menu --
        menu shop
        -- file a/b.po --

        """

    private func parsed(_ file: SourceFile) throws -> Transcript {
        let (transcript, diagnostics) = TranscriptParser.parse(file) { path in
            let part = try? Fixture.file(path)
            return part.map { .success($0.text) } ?? .failure(.notFound)
        }
        try #require(diagnostics.isEmpty, "\(diagnostics.map(\.id)) \(file.text)")
        return transcript
    }

    private func expectSame(_ one: Transcript) throws {
        let text = TranscriptWriter.text(one.header, one.writtenPhases)
        let two = try parsed(SourceFile(path: "written.ussd", text: text))
        let (a, b) = (one.header, two.header)
        #expect(a.title == b.title && a.menu == b.menu && a.network == b.network)
        #expect(a.clock == b.clock && a.seed == b.seed && a.tags == b.tags)
        #expect(a.languages == b.languages && a.stubs == b.stubs)
        #expect(a.attachments.files.map(\.name) == b.attachments.files.map(\.name))
        #expect(a.attachments.files.map(\.text) == b.attachments.files.map(\.text))
        #expect(a.requires == b.requires && a.expectedFailure == b.expectedFailure)
        #expect(a.tariff == b.tariff && a.setup.tariff == b.tariff)
        #expect(a.phones.map(\.language) == b.phones.map(\.language))
        #expect(a.phones.map(\.name) == b.phones.map(\.name))
        #expect(a.phones.map(\.msisdn) == b.phones.map(\.msisdn))
        #expect(a.phones.map(\.pin) == b.phones.map(\.pin))
        #expect(a.phones.map(\.balance) == b.phones.map(\.balance))
        #expect(a.phones.map(\.extras) == b.phones.map(\.extras))
        #expect(one.phases.map(\.title) == two.phases.map(\.title))
        let (steps, others) = (one.phases.flatMap(\.steps), two.phases.flatMap(\.steps))
        #expect(steps.map(\.action) == others.map(\.action))
        for (step, other) in zip(steps, others) {
            #expect(step.expectations.map(\.kind) == other.expectations.map(\.kind))
            #expect(step.expectations.map(\.language) == other.expectations.map(\.language))
        }
        #expect(TranscriptWriter.text(two.header, two.writtenPhases) == text)
    }

    @Test func whatIsWrittenIsReadAsItWas() throws {
        try expectSame(try parsed(SourceFile(path: "a.ussd", text: Self.everything)))
    }

    @Test(arguments: ["Scenes", "../../Transcripts/mavuno", "../../Transcripts/tutorial"])
    func everySceneIsWrittenAndReadAgain(_ folder: String) throws {
        let names = Fixture.names(in: folder, ending: ".ussd")
        #expect(!names.isEmpty)
        for name in names { try expectSame(try parsed(try Fixture.file("\(folder)/\(name)"))) }
    }

    @Test(arguments: [
        "1970-01-01T00:00:00Z", "2024-02-29T23:59:59Z", "2100-03-01T00:00:00Z",
        "2026-11-20T06:00:00.007Z", "1999-12-31T12:34:56Z",
    ])
    func anInstantIsWrittenAsItIsRead(_ text: String) throws {
        #expect(ClockText.text(of: try #require(ClockText.instant(text))) == text)
    }

    @Test(arguments: ["0ms", "1ms", "181s", "2m", "3h", "366d", "90s"])
    func aDurationIsWrittenAsItIsRead(_ text: String) throws {
        #expect(ClockText.text(ofMilliseconds: try #require(ClockText.duration(text))) == text)
    }
}
