// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A folder of menus as it was in a revision that git keeps, copied to a folder that goes away with
/// the value.
final class RevisionFolder {
    /// Where the menu or the folder lies now.
    let path: String
    private let folder: String

    /// What is copied: menus, what stands beside them, and the tariff beside or above them.
    private static let endings = [".menu", ".lock", ".po"]
    private static let tariffEnding = ".tariff.yaml"

    /// Copies what `REVISION:PATH` names; the path begins at the top of the repository.
    ///
    /// - Throws: ``ExitStatus/unreadable`` when git does not know the revision or the path.
    init(_ name: String) throws {
        let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let revision = parts.first, let menu = parts.last,
            !revision.isEmpty, !revision.hasPrefix("-")
        else {
            throw CommandFailure(.unreadable, "\(name) cannot be read. Is the name right?")
        }
        let wanted = Self.trimmed(String(menu))
        let listed = try GitCommand.names([
            "ls-tree", "-r", "-z", "--name-only", "--full-tree", "\(revision)",
        ])
        guard let files = listed else {
            throw CommandFailure(
                .unreadable,
                "git does not know the revision \(revision). Is the name right, and is this folder "
                    + "in a git repository?"
            )
        }
        let isFile = files.contains(wanted)
        let home = isFile ? wanted.parentFolder : wanted
        let copied = files.filter { Self.belongs($0, to: home) }
        guard isFile || copied.contains(where: { $0.hasSuffix(".menu") }) else {
            throw CommandFailure(
                .unreadable,
                "There is no menu \(wanted) in the revision \(revision). The path begins at the "
                    + "top of the repository."
            )
        }
        folder =
            NSTemporaryDirectory() + "stardial-diff-\(ProcessInfo.processInfo.processIdentifier)-"
            + String(UInt64.random(in: 0...UInt64.max), radix: 36)
        path = wanted.isEmpty ? folder : "\(folder)/\(wanted)"
        for file in isFile && !copied.contains(wanted) ? copied + [wanted] : copied {
            guard let data = try GitCommand.output(["show", "\(revision):\(file)"]) else {
                continue
            }
            let place = URL(fileURLWithPath: "\(folder)/\(file)")
            try FileManager.default.createDirectory(
                at: place.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try data.write(to: place)
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Whether a file is read with the menus of a folder.
    private static func belongs(_ file: String, to home: String) -> Bool {
        if home.isEmpty || file.hasPrefix(home + "/") {
            return (endings + [tariffEnding]).contains { file.hasSuffix($0) }
        }
        let above = file.parentFolder
        return file.hasSuffix(tariffEnding) && (above.isEmpty || home.hasPrefix(above + "/"))
    }

    private static func trimmed(_ path: String) -> String {
        var path = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
        while path.hasSuffix("/") { path.removeLast() }
        return path == "." ? "" : path
    }
}
