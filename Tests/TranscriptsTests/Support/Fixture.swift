// SPDX-License-Identifier: Apache-2.0
import Foundation
import SourceText

/// Files beside the tests.
enum Fixture {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()

    /// A file under the path that it has below the folder of these tests.
    static func file(_ path: String) throws -> SourceFile {
        let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
        return SourceFile(path: path, text: text)
    }

    /// The names in a folder with an ending, sorted.
    static func names(in path: String, ending: String) -> [String] {
        let all = try? FileManager.default.contentsOfDirectory(
            atPath: folder.appending(path: path).path
        )
        return (all ?? []).filter { $0.hasSuffix(ending) }.sorted()
    }
}
