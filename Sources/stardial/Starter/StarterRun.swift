// SPDX-License-Identifier: Apache-2.0
import Foundation

/// What `stardial init` does: all of its files or none.
struct StarterRun {
    var folder: String

    func run() throws(CommandFailure) {
        let there = StarterFile.all.map { path(of: $0) }
            .filter { FileManager.default.fileExists(atPath: $0) }
        guard there.isEmpty else {
            throw CommandFailure(
                .failed,
                "There is \(there.joined(separator: ", ")) already. Nothing was written. "
                    + "Name an empty folder: stardial init NAME"
            )
        }
        for file in StarterFile.all {
            try makeFolder(of: path(of: file))
            try RewrittenFiles.write(file.text, to: path(of: file))
            Terminal.line("Wrote \(path(of: file))")
        }
        Terminal.line(
            """

            Next:
              \(entrance)stardial phone --menus Menus/market '*384#'
              stardial check Menus/market
              stardial test
            `sh ci.sh` is for your CI; it runs the last two and more.
            """
        )
    }

    /// The line that goes to the folder, as one word of a shell; empty where it is this one.
    private var entrance: String {
        if folder == "." { return "" }
        let isPlain = folder.allSatisfy { $0.isLetter || $0.isNumber || "_-./".contains($0) }
        let word = isPlain ? folder : "'" + folder.replacing("'", with: "'\\''") + "'"
        return "cd \(word)\n  "
    }

    private func path(of file: StarterFile) -> String {
        folder == "." ? file.path : "\(folder)/\(file.path)"
    }

    private func makeFolder(of path: String) throws(CommandFailure) {
        let parent = URL(fileURLWithPath: path).deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(
                at: parent,
                withIntermediateDirectories: true
            )
        } catch {
            throw CommandFailure(
                .failed,
                "The folder \(parent.relativePath) cannot be made. May you write there?"
            )
        }
    }
}
