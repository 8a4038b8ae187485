// SPDX-License-Identifier: Apache-2.0
import Foundation

/// The program git, as far as a folder of menus is looked at.
enum GitCommand {
    /// What git writes; nil when it fails.
    ///
    /// - Throws: ``ExitStatus/failed`` when there is no git.
    static func output(_ arguments: [String]) throws -> Data? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        let tools = folders.map { "\($0)/git" }
        guard let tool = tools.first(where: FileManager.default.isExecutableFile) else {
            throw CommandFailure(
                .failed,
                "The program git was not found, so a revision cannot be read. Install git, or name "
                    + "two files or folders."
            )
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: tool)
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? data : nil
    }

    /// The names that git writes with a zero behind each; nil when it fails.
    static func names(_ arguments: [String]) throws -> [String]? {
        try output(arguments)?.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    }
}
