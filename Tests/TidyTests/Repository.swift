// SPDX-License-Identifier: Apache-2.0
import Foundation

/// The repository these tests are part of.
enum Repository {
    /// The files under version control, or that look as if they soon were, by path.
    static let files: [TidyFile] = readFiles()

    /// The folder that holds the manifest and the sources, found upwards from this file.
    ///
    /// Links are followed first, so that a build through a link judges the true tree.
    static let root: URL? = {
        var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            let marks = ["Package.swift", "Sources/GSM"].map { folder.appendingPathComponent($0) }
            if marks.allSatisfy({ FileManager.default.fileExists(atPath: $0.path) }) {
                return folder
            }
        }
        return nil
    }()

    private static func readFiles() -> [TidyFile] {
        guard let root, let paths = FileManager.default.enumerator(atPath: root.path) else {
            return []
        }
        var files: [TidyFile] = []
        while let path = paths.nextObject() as? String {
            let name = path.split(separator: "/").last.map(String.init) ?? path
            let isFolder = paths.fileAttributes?[.type] as? FileAttributeType == .typeDirectory
            if isIgnored(name) {
                if isFolder { paths.skipDescendants() }
                continue
            }
            guard !isFolder,
                let data = FileManager.default.contents(
                    atPath: root.appendingPathComponent(path).path
                )
            else { continue }
            files.append(TidyFile(path: path, text: String(decoding: data, as: UTF8.self)))
        }
        return files.sorted { $0.path < $1.path }
    }

    /// What builds and runs leave behind, as in `.gitignore`.
    private static func isIgnored(_ name: String) -> Bool {
        if name.hasPrefix(".build") { return true }
        if [".git", ".swiftpm", "Package.resolved"].contains(name) { return true }
        return [".stardial", ".stardial-wal", ".stardial-shm", ".stardial.lock"]
            .contains { name.hasSuffix($0) }
    }
}
