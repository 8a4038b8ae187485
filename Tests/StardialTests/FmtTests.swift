// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@testable import stardial

/// What `stardial fmt` makes of files.
@Suite struct FmtTests {
    private static let loose = "screen a\r\n  | x\r\n  end"
    private static let canonical = "screen a\n    | x\n    end\n"
    private static let mistaken = "screen a\n  1 Foo ->\n"

    @Test func laysFilesOutAndLeavesThoseWithMistakes() throws {
        try Self.inFolder(["a.menu": Self.loose, "b.menu": Self.mistaken, "c.txt": Self.loose]) {
            #expect(Self.status([$0]) == .findings)
            #expect(try Self.texts($0) == [Self.canonical, Self.mistaken, Self.loose])
            #expect(Self.status(["\($0)/a.menu", "\($0)/c.txt"]) == .well)
            #expect(try Self.texts($0) == [Self.canonical, Self.mistaken, Self.canonical])
        }
    }

    @Test func checkAndDiffChangeNothing() throws {
        try Self.inFolder(["a.menu": Self.loose]) {
            #expect(Self.status([$0], checks: true) == .findings)
            #expect(Self.status([$0], shows: true) == .well)
            #expect(Self.status([$0], checks: true, shows: true) == .findings)
            #expect(try Self.texts($0) == [Self.loose])
        }
        try Self.inFolder(["a.menu": Self.canonical]) {
            #expect(Self.status([$0], checks: true) == .well)
        }
    }

    @Test func nothingChangesWhenAFileCannotBeRead() throws {
        try Self.inFolder(["a.menu": Self.loose]) {
            #expect(Self.status([$0, "\($0)/none.menu"]) == .unreadable)
            #expect(try Self.texts($0) == [Self.loose])
        }
        try Self.inFolder([:]) { #expect(Self.status([$0]) == .unreadable) }
    }

    private static func status(
        _ paths: [String],
        checks: Bool = false,
        shows: Bool = false
    ) -> ExitStatus {
        do {
            try MenuFormat(paths: paths, checks: checks, shows: shows).run()
            return .well
        } catch {
            return ExitStatus.of(error) { _ in 70 }
        }
    }

    /// The texts of the files in a folder, in the order of their names.
    private static func texts(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map {
            try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8)
        }
    }

    private static func inFolder(_ files: [String: String], _ body: (String) throws -> Void) throws
    {
        var template = Array("/tmp/stardial-fmt-XXXXXX".utf8CString)
        try #require(mkdtemp(&template) != nil)
        let folder = String(
            decoding: template.dropLast().map(UInt8.init(bitPattern:)),
            as: UTF8.self
        )
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for (name, text) in files {
            try text.write(toFile: "\(folder)/\(name)", atomically: false, encoding: .utf8)
        }
        try body(folder)
    }
}
