// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Gateway
import Testing

@testable import ExternalServices

/// The port over real connections on this machine.
struct LoopbackTests {
    private static let ok = #"{"outcome":"ok","result":"Sun"}"#

    /// What a call of a service comes to that answers so.
    private func call(
        _ answers: [LoopbackServer.Answer],
        _ request: ServiceRequest,
        retries: Int = 0
    ) async throws -> (result: ServiceResult, requests: [String]) {
        let server = try await LoopbackServer(answers)
        let port = ExternalServicePort(
            transport: HTTPServiceTransport(),
            now: { Instant(milliseconds: 0) },
            logger: LogLines().logger
        )
        port.use([Station.service(at: server.address, seconds: 60, retries: retries)])
        let result = await withCheckedContinuation { done in
            port.perform(request) { done.resume(returning: $0) }
        }
        try await server.close()
        return (result, server.received)
    }

    @Test func aCallIsOnePost() async throws {
        let (result, requests) = try await call([.json(Self.ok)], try Station.forecast())
        #expect(result == .ok(.text("Sun")))
        let request = try #require(requests.first)
        #expect(requests.count == 1)
        #expect(request.hasPrefix("POST /ussd HTTP/1.1\r\n"))
        let lower = request.lowercased()
        #expect(lower.contains("\r\nidempotency-key: 0000000000001a2b0000000000000001\r\n"))
        #expect(lower.contains("\r\ncontent-type: application/json\r\n"))
        #expect(request.contains(#""arguments":{"place":"Kisumu"}"#))
    }

    @Test func anAnswerInPiecesIsWhole() async throws {
        let chunks =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n1e\r\n"
            + Self.ok.dropFirst() + "\r\n0\r\n\r\n"
        let (result, _) = try await call([.octets(chunks, closes: true)], try Station.forecast())
        #expect(result == .ok(.text("Sun")))
    }

    /// An answer that does not do, and how often a call with one retry asks.
    @Test(arguments: [
        (LoopbackServer.Answer.json("{"), 1), (.json(#"{"outcome":"gone"}"#), 1),
        (.json(#"{"outcome":"ok","result":"much too long for it"}"#), 1),
        (.json("no", status: "404 Not Found"), 1),
        (.json(ok, status: "302 Found", more: "Location: /other\r\n"), 1),
        (.json(ok, status: "500 Internal Server Error"), 2),
        (.json(ok, status: "503 Service Unavailable"), 2),
        (.json("\"" + String(repeating: "x", count: 70_000) + "\""), 1),
        (
            .octets(
                "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}",
                closes: true
            ), 1
        ),
        (
            .octets(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{",
                closes: true
            ), 2
        ),
        (.octets("HELLO\r\n\r\n", closes: true), 2), (.close, 2),
    ])
    func whatIsNoAnswerIsUnavailable(_ answer: LoopbackServer.Answer, _ times: Int) async throws {
        let (result, requests) = try await call([answer], try Station.forecast(), retries: 1)
        #expect(result == .unavailable)
        #expect(requests.count == times)
    }

    @Test func aPostingIsInDoubtOnceItWasSent() async throws {
        let (result, requests) = try await call([.close], try Station.post())
        #expect(result == .unsure)
        #expect(requests.count == 1)
    }

    @Test func aPostingThatBrokeIsNotRepeated() async throws {
        let broken = LoopbackServer.Answer.json("{}", status: "500 Internal Server Error")
        let (result, requests) = try await call([broken], try Station.post(), retries: 3)
        #expect(result == .unsure)
        #expect(requests.count == 1)
    }

    @Test func aPostingWhoseAnswerWasLostIsAskedForWithItsKey() async throws {
        let answers = [LoopbackServer.Answer.close, .json(#"{"outcome":"ok"}"#)]
        let (result, requests) = try await call(answers, try Station.post(), retries: 1)
        #expect(result == .ok())
        #expect(requests.count == 2)
        let keys = requests.map { $0.lowercased().firstMatch(of: /idempotency-key: (\w+)/)?.1 }
        #expect(keys[0] != nil && keys[0] == keys[1])
    }

    @Test func whatNobodyListensToWasNotSent() async throws {
        for address in ["http://127.0.0.1:1/", "not an address", "ftp://127.0.0.1/"] {
            #expect(try await outcome(at: address, milliseconds: 60_000).isNotSent)
        }
    }

    @Test func withoutACertificateNothingIsSent() async throws {
        let server = try await LoopbackServer([.json(Self.ok)])
        let address = server.address.replacing("http:", with: "https:")
        #expect(try await outcome(at: address, milliseconds: 200) == .outOfTime(sent: false))
        #expect(server.received.isEmpty)
        try await server.close()
    }

    @Test func silenceRunsOutOfTime() async throws {
        let server = try await LoopbackServer([.silence])
        let outcome = try await outcome(at: server.address, milliseconds: 3_000)
        #expect(outcome == .outOfTime(sent: true))
        try await server.close()
    }

    @Test func anEndlessAnswerIsCutOff() async throws {
        let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n"
        let endless = head + String(repeating: "x", count: 200_000)
        let server = try await LoopbackServer([.octets(endless, closes: false)])
        #expect(try await outcome(at: server.address, milliseconds: 5_000) == .tooLong)
        try await server.close()
    }

    private func outcome(at address: String, milliseconds: Int64) async throws -> TransportOutcome {
        let transport = HTTPServiceTransport()
        let request = try #require(
            WireRequest(
                try Station.forecast(),
                Station.operation("forecast"),
                of: Station.service(at: address),
                attempt: 1
            )
        )
        return await withCheckedContinuation { done in
            transport.send(request, milliseconds: milliseconds) { done.resume(returning: $0) }
        }
    }
}

extension TransportOutcome {
    fileprivate var isNotSent: Bool { if case .notSent = self { true } else { false } }
}
