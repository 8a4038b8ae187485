// SPDX-License-Identifier: Apache-2.0
import Foundation
import SourceText

/// Menus that lie in the repository.
enum Menus {
    private static let tests = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
    static let goldens = tests.appending(path: "Formatting/Goldens")
    static let findings = tests.appending(path: "Findings")
    /// The menus that people dial.
    static let dialled = tests.appending(path: "../../Menus").standardizedFileURL
    static let pages = tests.appending(
        path: "../../Sources/MenuLanguage/MenuLanguage.docc"
    ).standardizedFileURL

    /// The paths of the menus below a folder, from that folder, in order.
    static func paths(in folder: URL) -> [String] {
        let below = FileManager.default.enumerator(atPath: folder.path)
        var found: [String] = []
        while let name = below?.nextObject() as? String {
            if name.hasSuffix(".menu") { found.append(name) }
        }
        return found.sorted()
    }

    static func text(_ path: String, in folder: URL) throws -> String {
        try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    }

    /// Every menu of the repository and every sample of the tests, well written or not.
    static func everything() throws -> [String] {
        let files = try [dialled, findings, goldens].flatMap { folder in
            try paths(in: folder).map { try text($0, in: folder) }
        }
        return files + [SyntaxSamples.mavuno, SyntaxSamples.everything, Example.main, Example.send]
    }
}
