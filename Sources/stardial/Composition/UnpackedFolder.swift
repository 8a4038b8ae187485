// SPDX-License-Identifier: Apache-2.0
import Foundation
import SourceText
import Transcripts

/// A folder into which a bundle is unpacked: one that is new or empty.
struct UnpackedFolder {
    var path: String

    /// Unpacks a bundle, all of it or nothing.
    func take(_ bundle: String) throws(CommandFailure) {
        let file = SourceFile(path: bundle, text: try MenuShelf.text(of: bundle))
        let files: [SceneBundle.UnpackedFile]
        do throws(SceneBundle.Failure) {
            files = try SceneBundle.unpacked(file, without: BundleRun.remark)
        } catch {
            throw CommandFailure(.findings, "\(bundle): \(error.description)")
        }
        // In an empty folder no link can lead what is written elsewhere.
        let there = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        let isFile = FileManager.default.fileExists(atPath: path) && !MenuShelf.isFolder(path)
        guard there.isEmpty, !isFile else {
            throw CommandFailure(
                .failed,
                "\(path) is not empty. Nothing was written. Name a new folder with -o."
            )
        }
        for file in files {
            let place = "\(path)/\(file.name)"
            try Self.makeFolder(of: place)
            try RewrittenFiles.write(file.text, to: place)
            Terminal.line("Wrote \(place)")
        }
    }

    /// Makes the folder of a file, and those above it.
    static func makeFolder(of file: String) throws(CommandFailure) {
        let folder = file.parentFolder
        guard !folder.isEmpty else { return }
        do {
            try FileManager.default.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true
            )
        } catch {
            throw CommandFailure(
                .failed,
                "The folder \(folder) cannot be made. May you write there?"
            )
        }
    }
}
