// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Reading, writing and waiting on file descriptors of any kind.
enum Descriptors {
    /// Reads once.
    ///
    /// - Returns: how many octets came, 0 at the end, nil when there are none yet.
    static func readOnce(
        _ input: Int32,
        into buffer: inout [UInt8]
    ) throws(LineStdio.Failure) -> Int? {
        while true {
            let count = read(input, &buffer, buffer.count)
            if count >= 0 { return count }
            switch errno {
            case EINTR: continue
            case EAGAIN: return nil
            default: throw LineStdio.Failure(operation: "read", errno: errno)
            }
        }
    }

    /// Writes everything, however long the reader takes.
    static func writeAll(_ octets: [UInt8], to output: Int32) throws(LineStdio.Failure) {
        var written = 0
        while written < octets.count {
            let count = octets.withUnsafeBytes { octets in
                write(output, octets.baseAddress?.advanced(by: written), octets.count - written)
            }
            if count >= 0 {
                written += count
                continue
            }
            switch errno {
            case EINTR: continue
            case EAGAIN: _ = try ready([output], for: Int16(POLLOUT))
            default: throw LineStdio.Failure(operation: "write", errno: errno)
            }
        }
    }

    /// Waits until at least one of some descriptors can be read.
    ///
    /// - Returns: for each whether it can, which includes its end and its failure.
    static func waitToRead(_ inputs: [Int32]) throws(LineStdio.Failure) -> [Bool] {
        try ready(inputs, for: Int16(POLLIN))
    }

    private static func ready(
        _ descriptors: [Int32],
        for events: Int16
    ) throws(LineStdio.Failure) -> [Bool] {
        var watched = descriptors.map { pollfd(fd: $0, events: events, revents: 0) }
        while poll(&watched, nfds_t(watched.count), -1) < 0 {
            guard errno == EINTR else { throw LineStdio.Failure(operation: "poll", errno: errno) }
        }
        return watched.map { $0.revents != 0 }
    }
}

/// Wakes a thread that waits on descriptors; any thread may ring it.
final class Bell: Sendable {
    /// What the thread waits on.
    let descriptor: Int32
    private let writeEnd: Int32

    init() throws(LineStdio.Failure) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else {
            throw LineStdio.Failure(operation: "pipe", errno: errno)
        }
        descriptor = ends[0]
        writeEnd = ends[1]
    }

    deinit {
        _ = close(descriptor)
        _ = close(writeEnd)
    }

    /// Wakes the thread; if it cannot it is awake.
    func ring() {
        var octet: UInt8 = 1
        _ = write(writeEnd, &octet, 1)
    }

    /// Takes note of one ring.
    func answer() {
        var octet: UInt8 = 0
        _ = read(descriptor, &octet, 1)
    }
}
