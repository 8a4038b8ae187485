// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Testing

@testable import ExternalServices

/// What answers are taken, and why others are not.
struct AnswerTests {
    private static func read(_ json: String, _ operation: String) throws(BadAnswer) -> ServiceResult
    {
        let contract = Station.operation(operation)
        return try AnswerReader(contract: Station.contract, operation: contract)
            .result(of: Array(json.utf8))
    }

    private static let day = #"""
        {"outcome":"ok","more":1,"result":{"sky":"rainy","rain":-12,"note":"a b","cost":"-1.5",
        "from":"+254712000001","dry":false,"humidity":80}}
        """#

    @Test(arguments: [
        (#"{"outcome":"ok","result":"Sun"}"#, "forecast", ServiceResult.ok(.text("Sun"))),
        (#"{"outcome":"ok","result":"£ñ€1234"}"#, "forecast", .ok(.text("£ñ€1234"))),
        (#"{"outcome":"unknown_place"}"#, "forecast", ServiceResult("unknown_place")),
        (
            #"{"outcome":"closed","payload":"until noon"}"#, "forecast",
            ServiceResult("closed", .text("until noon"))
        ),
        (#"{"outcome":"unavailable"}"#, "forecast", .unavailable),
        (#"{"outcome":"unsure"}"#, "post", .unsure),
        (#"{"outcome":"ok"}"#, "ping", .ok()),
        (#"{"outcome":"ok","result":[]}"#, "places", .ok(.list([]))),
        (
            #"{"outcome":"ok","result":[{"name":"Mbita"},{"name":"Siaya"}]}"#, "places",
            .ok(.list([.record([.text("Mbita")]), .record([.text("Siaya")])]))
        ),
    ])
    func isTaken(_ json: String, _ operation: String, _ result: ServiceResult) throws {
        #expect(try Self.read(json, operation) == result)
    }

    @Test func aRecordIsReadInTheOrderOfItsFields() throws {
        let amina = try #require(Station.amina)
        let fields: [Value] = [
            .text("rainy"), .number(-12), .text("a b"), .amount(-150), .msisdn(amina), .flag(false),
        ]
        #expect(try Self.read(Self.day, "day") == .ok(.record(fields)))
    }

    @Test func daysAndTimesAreReadAndWrittenAlike() throws {
        let json =
            #"{"outcome":"ok","result":{"on":"2026-11-20","at":"09:00","#
            + #""until":"2026-12-01T18:30"}}"#
        let values: [Value] = try [
            ("2026-11-20", CalendarTime.Form.date), ("09:00", .time), ("2026-12-01T18:30", .moment),
        ].map { .calendar(try #require(CalendarTime(iso: $0.0, $0.1))) }
        #expect(try Self.read(json, "visit") == .ok(.record(values)))
        let written = ValueWriter(contract: Station.contract).json(
            .record(values),
            .record("visit")
        )
        #expect(
            written
                == .object([
                    "on": .text("2026-11-20"), "at": .text("09:00"),
                    "until": .text("2026-12-01T18:30"),
                ])
        )
    }

    @Test(arguments: [
        (
            #"{"outcome":"ok","result":{"on":"20/11"}}"#, "visit",
            "`result.on` is not written as \"2026-11-20\""
        ),
        (
            #"{"outcome":"ok","result":{"on":7}}"#, "visit",
            "`result.on` is a whole number and not a text such as \"2026-11-20\""
        ),
        ("", "forecast", "it is not JSON"),
        ("{", "forecast", "it is not JSON"),
        (#"{"outcome":"ok","result":"Sun"} x"#, "forecast", "it is not JSON"),
        ("[]", "forecast", "it is not an object"),
        ("{}", "forecast", "`outcome` is missing or no text"),
        (#"{"outcome":7}"#, "forecast", "`outcome` is missing or no text"),
        (#"{"outcome":"gone"}"#, "forecast", "its outcome is none of `forecast`"),
        (#"{"outcome":"unsure"}"#, "forecast", "its outcome is none of `forecast`"),
        (#"{"outcome":"ok"}"#, "forecast", "`result` is missing"),
        (#"{"outcome":"ok","result":null}"#, "forecast", "`result` is missing"),
        (#"{"outcome":"ok","result":5}"#, "forecast", "`result` is a whole number and not a text"),
        (
            #"{"outcome":"ok","result":"12345678901"}"#, "forecast",
            "`result` takes 11 septets and may take 10"
        ),
        (
            #"{"outcome":"ok","result":"€€€€€€"}"#, "forecast",
            "`result` takes 12 septets and may take 10"
        ),
        (
            #"{"outcome":"ok","result":"Дождь"}"#, "forecast",
            "`result` has a character that the GSM alphabet lacks"
        ),
        (
            #"{"outcome":"ok","result":"a\nb"}"#, "forecast",
            "`result` has a line end or control character"
        ),
        (#"{"outcome":"closed"}"#, "forecast", "`payload` is missing"),
        (
            #"{"outcome":"ok","result":[{"name":"A"},{"name":"B"},{"name":"C"}]}"#, "places",
            "`result` has more than 2 items"
        ),
        (
            #"{"outcome":"ok","result":[{"name":"A"},{}]}"#, "places",
            "`result[1].name` is missing"
        ),
        (
            #"{"outcome":"ok","result":[7]}"#, "places",
            "`result[0]` is a whole number and not an object"
        ),
    ])
    func isRefused(_ json: String, _ operation: String, _ why: String) {
        #expect(throws: BadAnswer(why)) { try Self.read(json, operation) }
    }

    @Test(arguments: [
        ("\"rainy\"", "\"snowy\"", "`result.sky` is none of its words"),
        ("-12", "1000", "`result.rain` has more than 3 digits"),
        ("-12", "-100", "`result.rain` has more than 3 digits"),
        ("-12", "1.5", "`result.rain` is a fraction and not a whole number"),
        ("-12", "1e400", "it is not JSON"),
        ("-12", "9223372036854775808", "`result.rain` is a fraction and not a whole number"),
        ("-12", "\"12\"", "`result.rain` is a text and not a whole number"),
        (
            "\"-1.5\"", "1.5",
            "`result.cost` is a fraction and not an amount as a text such as \"12.50\""
        ),
        ("\"-1.5\"", "\"1.555\"", "`result.cost` is no amount such as \"12.50\""),
        ("\"-1.5\"", "\"KES 1\"", "`result.cost` is no amount such as \"12.50\""),
        ("\"-1.5\"", "\"--1\"", "`result.cost` is no amount such as \"12.50\""),
        ("\"-1.5\"", "\"\"", "`result.cost` is no amount such as \"12.50\""),
        ("\"-1.5\"", "\"100000000.00\"", "`result.cost` is a greater amount than can be shown"),
        ("\"+254712000001\"", "\"0712\"", "`result.from` is no phone number with its country code"),
        ("false", "\"no\"", "`result.dry` is a text and not true or false"),
    ])
    func aFieldIsRefused(_ good: String, _ bad: String, _ why: String) {
        let json = Self.day.replacing(good, with: bad, maxReplacements: 1)
        #expect(throws: BadAnswer(why)) { try Self.read(json, "day") }
    }

    @Test func deepNestingIsNoCrash() {
        for depth in [100, 511, 600, 10_000] {
            let json =
                "{\"outcome\":\"ok\",\"x\":" + String(repeating: "[", count: depth)
                + String(repeating: "]", count: depth) + "}"
            _ = try? Self.read(json, "ping")
        }
    }

    @Test func anyOctetsAreReadWithoutACrash() {
        var state: UInt64 = 7
        let seeds = [Array(Self.day.utf8), Array(#"{"outcome":"ok","result":"Sun"}"#.utf8)]
        for round in 0..<400 {
            var octets = seeds[round % 2]
            for _ in 0...(round % 5) {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                octets[Int(state >> 33) % octets.count] = UInt8(truncatingIfNeeded: state >> 20)
            }
            let reader = AnswerReader(
                contract: Station.contract,
                operation: Station.operation(round % 2 == 0 ? "day" : "forecast")
            )
            _ = try? reader.result(of: octets)
        }
    }

    @Test func aRequestSaysEverythingOnce() throws {
        let amina = try #require(Station.amina)
        let arguments: [Value] = [
            .text("Kisumu \"1\""), .number(-5), .amount(150_000), .msisdn(amina), .flag(true),
            .record([.text("Mbita")]), .secret(Secret("4821")),
        ]
        let request = try #require(
            WireRequest(
                try Station.request("report", arguments),
                Station.operation("report"),
                of: Station.service(),
                attempt: 2
            )
        )
        let body = String(decoding: request.body, as: UTF8.self)
        #expect(
            body == #"{"arguments":{"day":{"name":"Mbita"},"dry":true,"pin":"4821","#
                + #""place":"Kisumu \"1\"","price":"1500.00","rain":-5,"to":"+254712000001"},"#
                + #""attempt":2,"key":"0000000000001a2b0000000000000001","operation":"report","#
                + #""subscriber":"+254712000001"}"#
        )
        for text in ["\(request)", String(reflecting: request)] {
            #expect(!text.contains("4821") && !text.contains("Kisumu"))
        }
    }

    @Test func otherArgumentsThanThoseOfTheContractAreNotSent() throws {
        for arguments in [[], [Value.number(1)], [.text("a"), .text("b")]] {
            let request = try Station.request("forecast", arguments)
            let operation = Station.operation("forecast")
            #expect(WireRequest(request, operation, of: Station.service(), attempt: 1) == nil)
        }
    }

    @Test(arguments: [
        (TransportOutcome.answered(status: 200, contentType: nil, body: []), false),
        (.answered(status: 200, contentType: "text/html", body: Array("{}".utf8)), false),
        (
            .answered(
                status: 200,
                contentType: "Application/JSON; charset=utf-8",
                body: Array(#"{"outcome":"ok"}"#.utf8)
            ), true
        ),
        (Station.answer(#"{"outcome":"ok"}"#, status: 201), false),
        (Station.answer(#"{"outcome":"ok"}"#, status: 302), false),
        (.tooLong, false),
    ])
    func statusAndContentTypeAreChecked(_ outcome: TransportOutcome, _ isGood: Bool) {
        let reader = AnswerReader(contract: Station.contract, operation: Station.operation("ping"))
        let judged = outcome.judged(by: reader)
        #expect(judged.outcome == (isGood ? .answered(.ok()) : .unreadable))
        #expect((judged.why == nil) == isGood)
    }
}
