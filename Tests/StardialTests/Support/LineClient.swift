// SPDX-License-Identifier: Apache-2.0
import Foundation

/// One connection to the line port, which never blocks.
final class LineClient {
    private let descriptor: Int32
    private var replies = LineReplies()
    /// Everything that came.
    private(set) var received: [UInt8] = []
    /// Whether the other side has ended the connection.
    private(set) var isClosed = false

    init(port: Int) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | O_CLOEXEC, 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port).bigEndian)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else {
            let why = String(cString: strerror(errno))
            _ = Foundation.close(descriptor)
            throw TestFailure("Port \(port) was not reached: \(why)")
        }
    }

    deinit { _ = Foundation.close(descriptor) }

    /// Sends octets; to a connection that is closed they go nowhere.
    func send(_ octets: [UInt8]) {
        var rest = octets[...]
        while !rest.isEmpty {
            let flags = Int32(MSG_NOSIGNAL)
            let count = rest.withUnsafeBytes {
                Foundation.send(descriptor, $0.baseAddress, $0.count, flags)
            }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    /// Sends a line.
    func send(_ line: String) { send(Array((line + "\n").utf8)) }

    /// Takes what has come by now.
    ///
    /// - Returns: whether there was anything.
    @discardableResult
    func pump() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 16_384)
        let count = recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
        if count > 0 {
            received.append(contentsOf: buffer[..<count])
            replies.append(buffer[..<count])
            return true
        }
        if count == 0 || (errno != EAGAIN && errno != EINTR) { isClosed = true }
        return false
    }

    /// The next whole reply that has come, or nil.
    func next() -> LineReplies.Reply? { replies.next() }

    /// Waits for the next reply.
    func reply() async throws -> LineReplies.Reply {
        var answer = replies.next()
        try await wait(for: "a reply") {
            if answer == nil, pump() { answer = replies.next() }
            if answer == nil, isClosed { throw TestFailure("The connection was closed.") }
            return answer != nil
        }
        return answer ?? LineReplies.Reply(code: 0, words: "")
    }

    /// Sends a line and waits for its reply.
    func ask(_ line: String) async throws -> LineReplies.Reply {
        send(line)
        return try await reply()
    }

    /// Waits until the other side closes.
    func closes() async throws {
        try await wait(for: "the end of the connection") {
            while pump() {}
            return isClosed
        }
    }

    private func wait(for what: String, until condition: () throws -> Bool) async throws {
        let deadline = ContinuousClock.now + RunningCommand.patience
        while try !condition() {
            guard ContinuousClock.now < deadline else {
                throw TestFailure(
                    "Waited for \(what): " + String(decoding: received.suffix(400), as: UTF8.self))
            }
            try await Task.sleep(for: .milliseconds(1))
        }
    }
}
