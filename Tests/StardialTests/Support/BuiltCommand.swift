// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// The built `stardial`, run as a user runs it.
enum BuiltCommand {
    /// How a run ended and what it wrote.
    struct Ended {
        var status: Int32
        var output: String
        var errors: String
    }

    /// The root of the checkout, from which examples name their files.
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The executable beside the test bundle.
    static func executable() throws -> URL {
        let bundle = try #require(
            URL(string: "file://" + FileManager.default.destinationOfSymbolicLink(
                atPath: "/proc/self/exe")))
        var folder = bundle.deletingLastPathComponent()
        while folder.path.count > 1 {
            let candidate = folder.appendingPathComponent("stardial")
            var isFolder: ObjCBool = false
            if FileManager.default.fileExists(atPath: candidate.path, isDirectory: &isFolder),
                !isFolder.boolValue
            {
                return candidate
            }
            folder.deleteLastPathComponent()
        }
        throw CocoaError(.fileNoSuchFile)
    }

    /// Runs to the end, with everything it reads given beforehand.
    static func run(_ arguments: [String], input: Data = Data()) throws -> Ended {
        let process = try prepared(arguments)
        let output = try TemporaryFile()
        let errors = try TemporaryFile()
        let source = Pipe()
        process.standardInput = source
        process.standardOutput = try output.writingHandle()
        process.standardError = try errors.writingHandle()
        try process.run()
        try? source.fileHandleForWriting.write(contentsOf: input)
        try? source.fileHandleForWriting.close()
        process.waitUntilExit()
        return Ended(
            status: process.terminationStatus,
            output: try output.text(), errors: try errors.text())
    }

    /// A process in the checkout's root without colour and without an environment of its own.
    static func prepared(_ arguments: [String]) throws -> Process {
        let process = Process()
        process.executableURL = try executable()
        process.arguments = arguments
        process.currentDirectoryURL = root
        process.environment = ["NO_COLOR": "1", "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no"]
        return process
    }
}

/// A file that goes away with the value.
final class TemporaryFile: Sendable {
    let path: String

    init(named name: String = "file") throws {
        path = try TemporaryFolder.make() + "/" + name
        FileManager.default.createFile(atPath: path, contents: nil)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent)
    }

    func writingHandle() throws -> FileHandle {
        try #require(FileHandle(forWritingAtPath: path))
    }

    func text() throws -> String {
        try String(contentsOfFile: path, encoding: .utf8)
    }
}

/// Folders for tests, each with a name that no other has.
enum TemporaryFolder {
    static func make() throws -> String {
        var template = Array((NSTemporaryDirectory() + "stardial-XXXXXX").utf8CString)
        let made = template.withUnsafeMutableBufferPointer { mkdtemp($0.baseAddress) }
        return String(cString: try #require(made))
    }
}
