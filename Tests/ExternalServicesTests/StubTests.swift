// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Gateway
import Synchronization
import Testing

@testable import ExternalServices

/// Calls that a file answers.
struct StubTests {
    private static let file = """
        station:
          forecast:
            - when: {place: Nowhere}
              outcome: unknown_place
            - when: {place: Mbita}
              outcome: closed
              payload: until noon
            - when: {place: Slow}
              after: 1.25
              result: Rain
            - when: {place: Slower}
              after: 3.001
              result: Rain
            - when: {place: Lost}
              failure: lost
            - when: {place: Long}
              result: much too long for it
            - when: {place: "7"}
              result: 7
            - result: Sun
          day:
            - result: {sky: rainy, rain: 12, note: 3.50, cost: 12.50, from: +254712000001, dry: no}
          places:
            - result: [{name: Mbita}, {name: 12}]
          report:
            - when: {rain: 12, price: "1500.00", to: "+254712000001", dry: true}
              result: W-1
          post:
            - failure: lost
        """

    private func port(_ yaml: String? = file, _ notes: Notes = Notes()) throws -> StubServicePort {
        let port = StubServicePort(try yaml.map { try StubFile(yaml: $0) }, tell: notes.take)
        port.use([Station.service()])
        return port
    }

    /// Gathers what is told.
    final class Notes: Sendable {
        private let sentences = Mutex<[String]>([])
        var all: [String] { sentences.withLock { $0 } }
        func take(_ sentence: String) { sentences.withLock { $0.append(sentence) } }
    }

    @Test(arguments: [
        ("Kisumu", ServiceResult.ok(.text("Sun"))), ("Nowhere", ServiceResult("unknown_place")),
        ("Mbita", ServiceResult("closed", .text("until noon"))), ("Lost", .unavailable),
        ("Long", .unavailable), ("7", .ok(.text("7"))),
    ])
    func theFirstThatMatchesAnswers(_ place: String, _ result: ServiceResult) throws {
        let outcomes = Outcomes()
        let request = try Station.request("forecast", [.text(place)])
        try port().perform(request, completion: outcomes.take)
        #expect(outcomes.all == [result])
    }

    @Test func valuesAreReadAsTheContractSays() throws {
        let outcomes = Outcomes()
        let amina = try #require(Station.amina)
        let port = try port()
        port.perform(try Station.request("day", key: 1), completion: outcomes.take)
        port.perform(try Station.request("places", key: 2), completion: outcomes.take)
        let report: [Value] = [
            .text("Kisumu"), .number(12), .amount(150_000), .msisdn(amina), .flag(true),
            .record([.text("Mbita")]), .secret(Secret("4821")),
        ]
        port.perform(try Station.request("report", report, key: 3), completion: outcomes.take)
        port.perform(try Station.post(key: 4), completion: outcomes.take)
        let day: [Value] = [
            .text("rainy"), .number(12), .text("3.50"), .amount(1_250), .msisdn(amina),
            .flag(false),
        ]
        #expect(
            outcomes.all == [
                .ok(.record(day)),
                .ok(.list([.record([.text("Mbita")]), .record([.text("12")])])),
                .ok(.text("W-1")), .unsure,
            ]
        )
    }

    @Test func answersThatTakeTimeComeWhenItIsTime() throws {
        let outcomes = Outcomes()
        let port = try port()
        let slow = try Station.request("forecast", [.text("Slow")], key: 1, at: 1_000)
        let slower = try Station.request("forecast", [.text("Slower")], key: 2, at: 1_000)
        port.perform(slower, completion: outcomes.take)
        port.perform(slow, completion: outcomes.take)
        port.perform(slow, completion: outcomes.take)
        #expect(port.nextDue == Instant(milliseconds: 2_250))
        port.release(until: Instant(milliseconds: 2_249))
        #expect(outcomes.all.isEmpty)
        port.release(until: Instant(milliseconds: 2_250))
        #expect(outcomes.all == [.ok(.text("Rain")), .ok(.text("Rain"))])
        #expect(port.nextDue == Instant(milliseconds: 4_000))
        port.release(until: Instant(milliseconds: 4_000))
        #expect(outcomes.all.last == .unavailable)
        #expect(port.nextDue == nil)
    }

    @Test func whatNoStubAnswersIsToldOnce() throws {
        let notes = Notes()
        let outcomes = Outcomes()
        let none = try port(nil, notes)
        let few = try port("station: {forecast: [{when: {place: A}, result: B}]}", notes)
        for key in 1...2 as ClosedRange<UInt64> {
            none.perform(try Station.forecast(key: key), completion: outcomes.take)
            few.perform(try Station.forecast(key: key), completion: outcomes.take)
        }
        #expect(outcomes.all == Array(repeating: .unavailable, count: 4))
        #expect(notes.all.count == 2)
        #expect(notes.all.first?.contains("no file of stubs") == true)
        let broken = try port("station: {forecast: [{outcome: gone}]}", notes)
        broken.perform(try Station.forecast(), completion: outcomes.take)
        #expect(notes.all.last?.contains("its outcome is none of `forecast`") == true)
    }

    @Test func whatIsToldHoldsNoArgumentAndNoSecret() throws {
        let notes = Notes()
        let outcomes = Outcomes()
        let amina = try #require(Station.amina)
        let arguments: [Value] = [
            .text("Kisumu"), .number(712), .amount(150_007), .msisdn(amina), .flag(true),
            .record([.text("Siaya")]), .secret(Secret("4821")),
        ]
        let files = [
            nil, "station: {report: [{when: {place: Nowhere}, result: W-1}]}",
            "station: {report: [{outcome: gone}]}",
            "station: {report: [{result: 9936 much too long}]}",
            "station: {report: [{result: [9936]}]}", "station: {report: [{outcome: wrong9936}]}",
        ]
        for (key, yaml) in files.enumerated() {
            let request = try Station.request("report", arguments, key: UInt64(key + 1))
            try port(yaml, notes).perform(request, completion: outcomes.take)
        }
        #expect(outcomes.all.count == files.count)
        #expect(notes.all.count == files.count)
        for sentence in notes.all {
            #expect(sentence.contains("station.report"))
            for word in ["Kisumu", "712", "1500", "254", "Siaya", "4821", "Nowhere", "9936"] {
                #expect(!sentence.contains(word), "\(word) in \(sentence)")
            }
        }
    }

    @Test(arguments: [
        ("- a", 1, "Services, such as `weather:` is expected here."),
        ("a:\n  b: c", 2, "A list of answers, each behind `-`, is expected here."),
        ("a:\n  b:\n    - result: 1\n      reslt: 2", 4, "`reslt` is not known."),
        ("a:\n  b:\n    - failure: gone", 3, "One of unreachable, lost, unreadable"),
        ("a:\n  b:\n    - after: soon", 3, "Seconds from 0 to 86400"),
        ("a:\n  b:\n    - after: 1.2345", 3, "Seconds from 0"),
        ("a:\n  b:\n    - after: -1", 3, "Seconds from 0"),
        ("a:\n  b:\n    - after: 99999999999999999999", 3, "Seconds from 0"),
        ("a:\n  b:\n    - when: {x: [1]}", 3, "A word or number is expected here."),
        ("a: {b: []}\na: {b: []}", 1, ""),
        ("a: &x {b: []}\nc: *x", 1, "`&name` and `*name` are not taken."),
        ("a: {b: [", 1, "This is no YAML"),
    ])
    func mistakesHaveTheirLine(_ yaml: String, _ line: Int, _ message: String) {
        do throws(StubError) {
            _ = try StubFile(yaml: yaml)
            Issue.record("It was taken: \(yaml)")
        } catch {
            #expect(error.line == line)
            #expect(error.message.hasPrefix(message), "\(error)")
        }
    }

    @Test func anEmptyFileHasNoStubs() throws {
        #expect(try StubFile(yaml: "# nothing\n").stubs.isEmpty)
        #expect(try StubFile(yaml: "a: {b: [result: fish & chips * 2]}").stubs.count == 1)
    }
}
