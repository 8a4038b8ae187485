// SPDX-License-Identifier: Apache-2.0
import Foundation
import Synchronization
import Transcripts

extension PeerAddress {
    /// Whether each connection is a process of its own.
    var isCommand: Bool { if case .command = self { true } else { false } }

    /// Starts the command, or connects to the port.
    func connect() throws(WireFailure) -> any LineWire {
        switch self {
        case .command(let command): try Self.start(command)
        case .port(let host, let port): try Self.connect(host, port)
        }
    }

    private static func connect(_ host: String, _ port: Int) throws(WireFailure) -> any LineWire {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        let failure = getaddrinfo(host, String(port), &hints, &found)
        guard failure == 0 else { throw .failed(String(cString: gai_strerror(failure))) }
        defer { freeaddrinfo(found) }
        var why = "\(host):\(port) has no address"
        var next = found
        while let address = next?.pointee {
            let descriptor = socket(
                address.ai_family,
                Int32(SOCK_STREAM.rawValue) | O_CLOEXEC | O_NONBLOCK,
                0
            )
            if descriptor >= 0 {
                guard let failure = finish(descriptor, address) else {
                    return DescriptorWire(input: descriptor, output: descriptor)
                }
                why = "\(host):\(port): \(failure)"
                _ = Foundation.close(descriptor)
            }
            next = address.ai_next
        }
        throw .failed(why)
    }

    /// Connects within some seconds; says why not, or nil.
    private static func finish(_ descriptor: Int32, _ address: addrinfo) -> String? {
        if Foundation.connect(descriptor, address.ai_addr, address.ai_addrlen) == 0 { return nil }
        guard errno == EINPROGRESS else { return String(cString: strerror(errno)) }
        var watched = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        guard poll(&watched, 1, connectMilliseconds) > 0 else { return "it did not answer" }
        var failure: Int32 = 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &failure, &size)
        var isOn: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &isOn, size)
        return failure == 0 ? nil : String(cString: strerror(failure))
    }

    private static let connectMilliseconds: Int32 = 5_000

    /// Starts a command of the shell, which reads and writes pipes; its errors go where ours go.
    private static func start(_ command: String) throws(WireFailure) -> any LineWire {
        // One at a time: a process must not inherit the pipes of another that is being started.
        try starting.withLock { _ throws(WireFailure) in try startAlone(command) }
    }

    private static let starting = Mutex(())

    private static func startAlone(_ command: String) throws(WireFailure) -> any LineWire {
        var asks: [Int32] = [-1, -1]
        var answers: [Int32] = [-1, -1]
        guard pipe(&asks) == 0, pipe(&answers) == 0 else {
            throw .failed(String(cString: strerror(errno)))
        }
        for end in asks + answers { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, asks[0], 0)
        posix_spawn_file_actions_adddup2(&actions, answers[1], 1)
        // A group of its own, so that what the shell started ends with it.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        posix_spawnattr_setpgroup(&attributes, 0)
        let words: [UnsafeMutablePointer<CChar>?] =
            [strdup("/bin/sh"), strdup("-c"), strdup(command), nil]
        defer { words.forEach { free($0) } }
        var id: pid_t = 0
        let failure = posix_spawn(&id, "/bin/sh", &actions, &attributes, words, environ)
        _ = Foundation.close(asks[0])
        _ = Foundation.close(answers[1])
        guard failure == 0 else {
            _ = Foundation.close(asks[1])
            _ = Foundation.close(answers[0])
            throw .failed(String(cString: strerror(failure)))
        }
        let process = id
        return DescriptorWire(input: answers[0], output: asks[1]) { end(process) }
    }

    /// Lets a process that has no input any more end, and ends it when it does not.
    private static func end(_ process: pid_t) {
        var status: Int32 = 0
        for _ in 0..<endLooksMax {
            if waitpid(process, &status, WNOHANG) != 0 { return }
            usleep(10_000)
        }
        _ = kill(-process, SIGKILL)
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }

    /// How often is looked, every 10 ms, whether a command has ended by itself.
    private static let endLooksMax = 200
}
