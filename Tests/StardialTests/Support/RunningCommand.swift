// SPDX-License-Identifier: Apache-2.0
import Foundation
import Synchronization
import Testing

/// A process of its own that a test started, and ends by its number.
final class RunningCommand {
    /// The number of the process.
    let id: pid_t
    private let name: String
    private let files: TemporaryFolder
    private var status: Int32?
    /// Held while a pipe is made and a process started, so that no process inherits the end of
    /// another's pipe and keeps it open.
    private static let starting = Mutex(())

    /// What the process reads.
    enum Input {
        case nothing
        case file(String)
        case pipe(Data)
    }

    /// How a run ended and what it wrote.
    struct Ended {
        /// The exit code, or the negative number of the signal that ended it.
        var status: Int32
        var output: String
        var errors: String
    }

    /// Starts `words[0]`, a path, with the rest as its arguments.
    init(
        _ words: [String],
        input: Input = .nothing,
        in folder: String = BuiltCommand.root,
        environment: [String: String] = BuiltCommand.environment
    ) throws {
        files = try TemporaryFolder()
        name = words.map { ($0 as NSString).lastPathComponent }.joined(separator: " ")
        var source = "/dev/null"
        var ends: [Int32] = [-1, -1]
        if case .file(let path) = input { source = path }
        defer { ends.filter { $0 >= 0 }.forEach { _ = close($0) } }
        let streams = (source, files("output"), files("errors"))
        id = try Self.starting.withLock { _ in
            if case .pipe = input {
                try #require(pipe(&ends) == 0)
                for end in ends { try #require(fcntl(end, F_SETFD, FD_CLOEXEC) == 0) }
            }
            return try Self.spawn(
                ["/usr/bin/env", "-C", folder] + words,
                environment: environment,
                pipe: ends[0],
                streams: streams
            )
        }
        // What a pipe holds by itself (pipe(7): 65,536 octets) needs no thread to write it.
        if case .pipe(let data) = input {
            let written = data.withUnsafeBytes { write(ends[1], $0.baseAddress, $0.count) }
            try #require(written == data.count)
        }
    }

    deinit { end() }

    private static func spawn(
        _ words: [String],
        environment: [String: String],
        pipe: Int32,
        streams: (input: String, output: String, errors: String)
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if pipe >= 0 {
            posix_spawn_file_actions_adddup2(&actions, pipe, 0)
        } else {
            posix_spawn_file_actions_addopen(&actions, 0, streams.input, O_RDONLY, 0)
        }
        let flags = O_WRONLY | O_CREAT | O_APPEND
        posix_spawn_file_actions_addopen(&actions, 1, streams.output, flags, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, streams.errors, flags, 0o600)
        let arguments = words.map { strdup($0) } + [nil]
        let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (arguments + variables).forEach { free($0) } }
        var id: pid_t = 0
        let failure = posix_spawn(&id, words[0], &actions, nil, arguments, variables)
        guard failure == 0 else {
            throw TestFailure("\(words[0]) was not started: \(String(cString: strerror(failure)))")
        }
        return id
    }

    /// What it wrote to standard output up to now.
    var output: String { text("output") }

    /// What it wrote to standard error up to now.
    var errors: String { text("errors") }

    private func text(_ file: String) -> String {
        String(decoding: FileManager.default.contents(atPath: files(file)) ?? Data(), as: UTF8.self)
    }

    /// Sends a signal, unless it has ended.
    func signal(_ number: Int32) {
        if isRunning { _ = kill(id, number) }
    }

    /// Whether it has not ended.
    var isRunning: Bool {
        guard status == nil else { return false }
        var code: Int32 = 0
        guard waitpid(id, &code, WNOHANG) == id else { return true }
        status = code & 0x7F == 0 ? code >> 8 & 0xFF : -(code & 0x7F)
        return false
    }

    /// Ends it at once if it has not ended, and waits for that.
    func end() {
        guard isRunning else { return }
        _ = kill(id, SIGKILL)
        var code: Int32 = 0
        while waitpid(id, &code, 0) < 0, errno == EINTR {}
        status = -SIGKILL
    }

    /// Waits until it has ended by itself.
    func ended() async throws -> Ended {
        try await wait(for: "to end") { !isRunning }
        return Ended(status: status ?? 0, output: output, errors: errors)
    }

    /// Waits until its output has a text.
    func writes(_ text: String) async throws {
        try await wait(for: "to write `\(text)`") {
            if output.contains(text) { return true }
            // It may have written it in the moment before it ended.
            guard isRunning || output.contains(text) else {
                throw TestFailure("\(name) ended without `\(text)`:\n\(output)\n\(errors)")
            }
            return false
        }
    }

    /// Waits until it has written a text to standard error.
    func complains(_ text: String) async throws {
        try await wait(for: "to write `\(text)` as an error") {
            guard isRunning || errors.contains(text) else {
                throw TestFailure("\(name) ended without `\(text)`:\n\(output)\n\(errors)")
            }
            return errors.contains(text)
        }
    }

    private func wait(for what: String, until condition: () throws -> Bool) async throws {
        for _ in 0..<Patience.looks {
            if try condition() { return }
            try await Patience.nap()
        }
        throw TestFailure("Waited too long for \(name) \(what).\n\(output)\n\(errors)")
    }
}

/// How long tests wait for another process: on the busiest machine long enough.
enum Patience {
    /// How often is looked, with a nap between: more than two minutes.
    static let looks = 60_000

    static func nap() async throws { try await Task.sleep(for: .milliseconds(2)) }
}
