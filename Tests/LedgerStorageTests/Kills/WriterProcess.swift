// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// A process of its own that writes a ledger, and is killed by its number.
final class WriterProcess {
    private var id: pid_t = 0
    private let witness: Int32
    private var heard = Data()

    /// Starts this test bundle once more, to run ``KilledWriters`` alone.
    init(ledger path: String) throws {
        let runner = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let bundle = try #require(
            (CommandLine.arguments + [runner]).first { $0.hasSuffix(".xctest") }
        )
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        for end in ends { try #require(fcntl(end, F_SETFD, FD_CLOEXEC) == 0) }
        defer { _ = close(ends[1]) }
        witness = ends[0]
        try #require(fcntl(witness, F_SETFL, O_NONBLOCK) == 0)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for stream in 0...2 as ClosedRange<Int32> {
            posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR, 0)
        }
        posix_spawn_file_actions_adddup2(&actions, ends[1], KilledWriters.witness)
        let words = [bundle, "--testing-library", "swift-testing", "--filter", "KilledWriters"]
        let variables = [
            KilledWriters.variable: path, "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no",
            "LD_LIBRARY_PATH": ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] ?? "",
        ]
        let arguments = words.map { strdup($0) } + [nil]
        let environment = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (arguments + environment).forEach { free($0) } }
        try #require(posix_spawn(&id, bundle, &actions, nil, arguments, environment) == 0)
    }

    deinit {
        if id > 0 { kill() }
        _ = close(witness)
    }

    /// The keys acknowledged so far: client and command, one after the other.
    func acknowledged() -> [UInt64] {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = read(witness, &buffer, buffer.count), count > 0 {
            heard.append(contentsOf: buffer.prefix(count))
        }
        return KilledWriters.numbers(in: heard)
    }

    /// Whether it ended by itself, which it never should.
    var hasEnded: Bool {
        var code: Int32 = 0
        guard id > 0, waitpid(id, &code, WNOHANG) == id else { return id <= 0 }
        id = 0
        return true
    }

    /// Kills it in the middle of whatever it does.
    func kill() {
        guard id > 0 else { return }
        _ = Foundation.kill(id, SIGKILL)
        var code: Int32 = 0
        while waitpid(id, &code, 0) < 0, errno == EINTR {}
        id = 0
    }
}
