// SPDX-License-Identifier: Apache-2.0
import Foundation
import Synchronization
import Transcripts

/// The line protocol over file descriptors of this process, with a deadline for every wait.
final class DescriptorWire: LineWire {
    private let input: Int32
    private let output: Int32
    private let deadline = Mutex(ContinuousClock.now)
    private let isClosed = Mutex(false)
    private let end: @Sendable () -> Void

    /// - Parameters:
    ///   - input: what is read.
    ///   - output: what is written; the same for a socket.
    ///   - end: called once, when both are closed.
    init(input: Int32, output: Int32, end: @escaping @Sendable () -> Void = {}) {
        self.input = input
        self.output = output
        self.end = end
        for descriptor in [input, output] {
            _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        }
        // Writing to one that has gone is an error here, and not the end of this process.
        Foundation.signal(SIGPIPE, SIG_IGN)
    }

    deinit { close() }

    /// How long sending may take, in milliseconds.
    private static let sendingMilliseconds: Int64 = 20_000

    func setPatience(milliseconds: Int64) {
        deadline.withLock { $0 = .now + .milliseconds(milliseconds) }
    }

    func pause(milliseconds: Int64) {
        Thread.sleep(forTimeInterval: Double(max(0, milliseconds)) / 1_000)
    }

    func send(_ octets: [UInt8]) throws(WireFailure) {
        setPatience(milliseconds: Self.sendingMilliseconds)
        var sent = 0
        while sent < octets.count {
            let count = octets[sent...].withUnsafeBytes {
                Foundation.write(output, $0.baseAddress, $0.count)
            }
            if count > 0 {
                sent += count
            } else if count < 0, errno == EAGAIN {
                try wait(output, for: Int16(POLLOUT))
            } else if count == 0 || errno != EINTR {
                throw .closed
            }
        }
    }

    func receive() throws(WireFailure) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = Foundation.read(input, &buffer, buffer.count)
            if count > 0 { return Array(buffer[..<count]) }
            if count < 0, errno == EAGAIN {
                try wait(input, for: Int16(POLLIN))
            } else if count == 0 || errno != EINTR {
                throw .closed
            }
        }
    }

    func close() {
        guard
            isClosed.withLock({ isClosed in
                defer { isClosed = true }
                return !isClosed
            })
        else { return }
        _ = Foundation.close(output)
        if input != output { _ = Foundation.close(input) }
        end()
    }

    private func wait(_ descriptor: Int32, for events: Int16) throws(WireFailure) {
        while true {
            let left = deadline.withLock { ContinuousClock.now.duration(to: $0) }
            guard left > .zero else { throw .timedOut }
            let milliseconds = min(left / .milliseconds(1), 60_000).rounded(.up)
            var watched = pollfd(fd: descriptor, events: events, revents: 0)
            let count = poll(&watched, 1, Int32(milliseconds))
            if count > 0 { return }
            if count < 0, errno != EINTR {
                throw .failed(String(cString: strerror(errno)))
            }
        }
    }
}
