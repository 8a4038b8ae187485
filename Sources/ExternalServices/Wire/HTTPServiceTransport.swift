// SPDX-License-Identifier: Apache-2.0
import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import Synchronization

/// Posts calls over HTTP/1.1, with TLS wherever an address says `https`.
///
/// Certificates are checked against the system's authorities. Redirects are not followed, no proxy
/// is taken from the environment, and answers are neither unpacked nor read beyond their bound.
public final class HTTPServiceTransport: ServiceTransport {
    private let client: HTTPClient
    private let group: any EventLoopGroup

    /// Makes a transport that shares the event loops of the process.
    public init() {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        configuration.proxy = nil
        configuration.decompression = .disabled
        configuration.httpVersion = .http1Only
        configuration.connectionPool.retryConnectionEstablishment = false
        // Servers close idle connections after 5 seconds and more; a request that meets such an end
        // would be in doubt.
        configuration.connectionPool.idleTimeout = .seconds(4)
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit =
            CallLimits().callsAtOnceMax
        group = HTTPClient.defaultEventLoopGroup
        client = HTTPClient(eventLoopGroup: group, configuration: configuration)
    }

    deinit {
        // The client must be told, and holds itself until it has closed its connections.
        client.shutdown { _ in }
    }

    /// Posts a request.
    public func send(
        _ request: WireRequest,
        milliseconds: Int64,
        completion: @escaping @Sendable (TransportOutcome) -> Void
    ) {
        let post: HTTPClient.Request
        do {
            post = try HTTPClient.Request(
                url: request.address,
                method: .POST,
                headers: [
                    "Content-Type": "application/json",
                    "Accept": "application/json",
                    "Idempotency-Key": request.key,
                    "User-Agent": "stardial",
                ],
                body: .bytes(request.body)
            )
        } catch {
            return completion(.notSent("the address cannot be used"))
        }
        let collector = AnswerCollector()
        client.execute(
            request: post,
            delegate: collector,
            deadline: .now() + .milliseconds(milliseconds)
        ).futureResult.whenComplete { result in
            switch result {
            case .success(let outcome): completion(outcome)
            case .failure(let error): completion(collector.outcome(of: error))
            }
        }
    }

    /// Does something so much later, on an event loop.
    public func after(milliseconds: Int64, _ work: @escaping @Sendable () -> Void) {
        group.any().scheduleTask(in: .milliseconds(milliseconds)) { work() }
    }
}

/// Gathers one answer up to its bound, and knows whether the request went out.
private final class AnswerCollector: HTTPClientResponseDelegate {
    typealias Response = TransportOutcome

    private struct State {
        var wasSent = false
        var isTooLong = false
        var status = 0
        var contentType: String?
        var body: [UInt8] = []
    }

    private struct TooLong: Error {}

    private let state = Mutex(State())

    func didSendRequestHead(task: HTTPClient.Task<Response>, _ head: HTTPRequestHead) {
        state.withLock { $0.wasSent = true }
    }

    func didReceiveHead(
        task: HTTPClient.Task<Response>,
        _ head: HTTPResponseHead
    ) -> EventLoopFuture<Void> {
        let length = head.headers.first(name: "Content-Length").flatMap { Int($0) } ?? 0
        state.withLock { state in
            state.status = Int(head.status.code)
            state.contentType = head.headers.first(name: "Content-Type")
            state.isTooLong = length > CallLimits.answerOctetsMax
        }
        return goesOn(task)
    }

    func didReceiveBodyPart(
        task: HTTPClient.Task<Response>,
        _ buffer: ByteBuffer
    ) -> EventLoopFuture<Void> {
        state.withLock { state in
            if state.body.count + buffer.readableBytes > CallLimits.answerOctetsMax {
                state.isTooLong = true
            } else {
                state.body += buffer.readableBytesView
            }
        }
        return goesOn(task)
    }

    func didFinishRequest(task: HTTPClient.Task<Response>) throws -> Response {
        state.withLock { state in
            .answered(status: state.status, contentType: state.contentType, body: state.body)
        }
    }

    /// What an error means for the request.
    func outcome(of error: any Error) -> TransportOutcome {
        let (wasSent, isTooLong) = state.withLock { ($0.wasSent, $0.isTooLong) }
        if isTooLong { return .tooLong }
        if let error = error as? HTTPClientError, error == .deadlineExceeded {
            return .outOfTime(sent: wasSent)
        }
        let isOutOfTime = [HTTPClientError.connectTimeout, .getConnectionFromPoolTimeout]
            .contains { $0 == error as? HTTPClientError }
        if isOutOfTime { return .outOfTime(sent: false) }
        let why = Self.reason(error)
        return wasSent ? .lost(why) : .notSent(why)
    }

    /// What went wrong on the way, in words that come from this side.
    private static func reason(_ error: any Error) -> String {
        switch error {
        case let error as IOError: String(cString: strerror(error.errnoCode))
        case let error as HTTPClientError: error.shortDescription
        default: String(describing: type(of: error))
        }
    }

    private func goesOn(_ task: HTTPClient.Task<Response>) -> EventLoopFuture<Void> {
        state.withLock(\.isTooLong)
            ? task.eventLoop.makeFailedFuture(TooLong()) : task.eventLoop.makeSucceededVoidFuture()
    }
}
