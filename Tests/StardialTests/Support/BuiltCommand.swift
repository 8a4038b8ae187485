// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// The built `stardial`, run as a user runs it.
enum BuiltCommand {
    /// The root of the checkout, from which examples name their files.
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    /// What a command finds around it: no colour, and nothing of whoever runs the tests.
    static let environment = [
        "NO_COLOR": "1", "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no",
    ]

    /// The executable beside the test bundle, which was built with it.
    static func executable() throws -> String {
        let runner = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let arguments = CommandLine.arguments + [runner]
        let bundle = try #require(arguments.first { $0.hasSuffix(".xctest") })
        let folder = URL(fileURLWithPath: bundle).deletingLastPathComponent().path
        let path = folder + "/stardial"
        try #require(
            FileManager.default.isExecutableFile(atPath: path),
            "\(path) is not there. Build it with: swift build --build-tests"
        )
        return path
    }

    /// Runs to the end.
    static func run(
        _ arguments: [String],
        input: RunningCommand.Input = .nothing,
        in folder: String = root
    ) async throws -> RunningCommand.Ended {
        let command = try RunningCommand(
            [try executable()] + arguments,
            input: input,
            in: folder
        )
        defer { command.end() }
        return try await command.ended()
    }
}

/// Why a test could not go on, in a sentence.
struct TestFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
