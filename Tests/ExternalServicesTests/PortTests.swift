// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Gateway
import Synchronization
import Testing

@testable import ExternalServices

/// The port over a transport whose answers and time are told.
struct PortTests {
    private let transport = ScriptedTransport()
    private let outcomes = Outcomes()

    @Test func oneKeyIsAskedOnce() throws {
        let port = transport.port()
        for _ in 0..<3 { port.perform(try Station.post(), completion: outcomes.take) }
        #expect(transport.requests == 1)
        transport.answer(Station.answer(#"{"outcome":"ok"}"#))
        #expect(outcomes.all == [.ok(), .ok(), .ok()])
        port.perform(try Station.post(), completion: outcomes.take)
        #expect(transport.requests == 1)
        #expect(outcomes.all.count == 4)
        port.perform(try Station.post(key: 2), completion: outcomes.take)
        #expect(transport.requests == 2)
    }

    @Test func repeatsHaveOneKeyAndCountUp() throws {
        let port = transport.port(Station.service(retries: 2))
        port.perform(try Station.post(), completion: outcomes.take)
        transport.answer(.lost("closed"))
        transport.elapse()
        transport.answer(.notSent("refused"))
        transport.elapse()
        transport.answer(Station.answer(#"{"outcome":"ok"}"#))
        #expect(outcomes.all == [.ok()])
        let (requests, waits) = transport.state.withLock { ($0.requests, $0.waits) }
        #expect(Set(requests.map(\.key)).count == 1)
        for (index, request) in requests.enumerated() {
            let body = String(decoding: request.body, as: UTF8.self)
            #expect(body.contains("\"attempt\":\(index + 1)"))
        }
        #expect(waits == [3_000, 2_900, 2_700])
    }

    @Test func aServiceThatFailsIsLeftAloneForAWhile() throws {
        let log = LogLines()
        let port = transport.port(log: log)
        for key in 1...5 as ClosedRange<UInt64> {
            port.perform(try Station.forecast(key: key), completion: outcomes.take)
            transport.answer(.notSent("refused"))
        }
        port.perform(try Station.forecast(key: 6), completion: outcomes.take)
        #expect(transport.requests == 5)
        #expect(outcomes.all == Array(repeating: .unavailable, count: 6))
        #expect(log.text.contains("left alone"))
        transport.move(to: 10_000)
        port.perform(try Station.forecast(key: 7), completion: outcomes.take)
        port.perform(try Station.forecast(key: 8), completion: outcomes.take)
        #expect(transport.requests == 6)
        transport.answer(Station.answer(#"{"outcome":"ok","result":"Sun"}"#))
        port.perform(try Station.forecast(key: 9), completion: outcomes.take)
        #expect(transport.requests == 7)
        transport.answer(Station.answer(#"{"outcome":"unknown_place"}"#))
        #expect(outcomes.all.suffix(2) == [.ok(.text("Sun")), ServiceResult("unknown_place")])
    }

    @Test func notTooManyCallsAreUnderWay() throws {
        var limits = CallLimits()
        limits.callsAtOnceMax = 2
        let port = transport.port(Station.service(), limits)
        for key in 1...3 as ClosedRange<UInt64> {
            port.perform(try Station.forecast(key: key), completion: outcomes.take)
        }
        #expect(transport.requests == 2)
        #expect(outcomes.all == [.unavailable])
        transport.answer(Station.answer(#"{"outcome":"ok","result":"Sun"}"#))
        port.perform(try Station.forecast(key: 4), completion: outcomes.take)
        #expect(transport.requests == 3)
    }

    @Test func whatIsNotKnownIsUnavailable() throws {
        let port = transport.port()
        port.perform(try Station.request("nothing", key: 1), completion: outcomes.take)
        port.perform(try Station.request("forecast", key: 2), completion: outcomes.take)
        #expect(outcomes.all == [.unavailable, .unavailable])
        #expect(transport.requests == 0)
        port.use([])
        port.perform(try Station.forecast(key: 3), completion: outcomes.take)
        #expect(transport.requests == 1)
    }

    @Test func oldDeclarationsAreForgottenBeyondABound() throws {
        var limits = CallLimits()
        limits.servicesMax = 1
        let port = transport.port(Station.service(), limits)
        let other = ExternalService(
            name: "station@2",
            contract: Station.contract,
            address: "http://127.0.0.1:2/",
            callSeconds: 3,
            retriesMax: 0
        )
        port.use([other])
        port.perform(try Station.forecast(), completion: outcomes.take)
        #expect(outcomes.all == [.unavailable])
    }

    @Test func theLogHasNeitherArgumentsNorAnswersNorNumbers() throws {
        let log = LogLines()
        let port = transport.port(log: log)
        port.perform(try Station.post(), completion: outcomes.take)
        transport.answer(Station.answer(#"{"outcome":"Zanzibar"}"#))
        port.perform(try Station.forecast(key: 2), completion: outcomes.take)
        transport.answer(Station.answer("Zanzibar", status: 500))
        #expect(outcomes.all == [.unsure, .unavailable])
        #expect(log.text.contains("its outcome is none of `post`"))
        #expect(log.text.contains("status 500"))
        #expect(log.text.contains("+2547****001"))
        for secret in ["4821", "Zanzibar", "Kisumu", "254712000001"] {
            #expect(!log.text.contains(secret))
        }
    }
}
