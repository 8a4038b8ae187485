// SPDX-License-Identifier: Apache-2.0
import Foundation

/// The programs of GNU gettext, against which files are checked where they are installed.
struct GettextTool {
    /// What is said where a test is passed over.
    static let missing = "GNU gettext is not installed"

    /// Whether `msgfmt` and its like are there.
    static let isInstalled = path(of: "msgfmt") != nil

    /// What a program wrote, and how it ended.
    struct Ended {
        let status: Int32
        let output: String
    }

    /// Runs a program on a text that it finds in the file `in.po` of a folder made for it.
    static func run(_ name: String, _ arguments: [String], on text: String) throws -> Ended {
        var template = Array((NSTemporaryDirectory() + "stardial-gettext-XXXXXX").utf8CString)
        guard let made = mkdtemp(&template) else { return Ended(status: -1, output: "no folder") }
        let folder = URL(filePath: String(cString: made))
        defer { try? FileManager.default.removeItem(at: folder) }
        try text.write(to: folder.appending(path: "in.po"), atomically: true, encoding: .utf8)
        let process = Process()
        process.executableURL = path(of: name).map { URL(filePath: $0) }
        process.arguments = arguments + ["in.po"]
        process.currentDirectoryURL = folder
        process.environment = ["LC_ALL": "C.UTF-8"]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let written = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Ended(
            status: process.terminationStatus,
            output: String(decoding: written, as: UTF8.self)
        )
    }

    private static func path(of name: String) -> String? {
        ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"].map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}
