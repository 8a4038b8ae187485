// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// A `stardial up` on a free port.
final class RunningGateway {
    let command: RunningCommand
    /// The port of the line protocol that it printed.
    let port: Int
    /// What it printed when it was up.
    let welcome: String

    /// Starts it and waits until it is up.
    ///
    /// - Parameters:
    ///   - ledger: what `--ledger` says.
    ///   - menus: the menu file or folder.
    ///   - more: further arguments.
    ///   - blocksMax: the most blocks of 512 octets that a file may have, or nil.
    init(
        ledger: String, menus: String = "Menus/mavuno", more: [String] = [],
        blocksMax: Int? = nil
    ) async throws {
        command = try Self.start(ledger: ledger, menus: menus, more: more, blocksMax: blocksMax)
        try await command.writes("Ctrl-C ends it.")
        welcome = command.output
        let line = try #require(welcome.split(separator: "\n").first { $0.hasPrefix("  Line ") })
        port = try #require(line.split(separator: ":").last.flatMap { Int($0) })
    }

    /// Starts one that may not come up.
    static func start(
        ledger: String, menus: String = "Menus/mavuno", more: [String] = [],
        blocksMax: Int? = nil
    ) throws -> RunningCommand {
        let words =
            [
                try BuiltCommand.executable(), "up", menus, "--ledger", ledger,
                "--line-port", "0", "--pin-rounds", "16",
            ] + more
        guard let blocksMax else { return try RunningCommand(words) }
        // Without the signal ignored, crossing the limit would end the process (setrlimit(2)).
        let script = "trap '' XFSZ; ulimit -f \(blocksMax); exec \"$@\""
        return try RunningCommand(["/bin/sh", "-c", script, "sh"] + words)
    }

    func client() async throws -> LineClient {
        let client = try LineClient(port: port)
        let greeting = try await client.reply()
        #expect(greeting.code == 200)
        return client
    }

    /// Ends it as an operator does.
    func stop() async throws {
        command.signal(SIGTERM)
        let ended = try await command.ended()
        #expect(ended.status == 0, "\(ended.output)\(ended.errors)")
        #expect(ended.output.hasSuffix("stardial is down.\n"))
    }
}
