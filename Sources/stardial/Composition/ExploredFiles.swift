// SPDX-License-Identifier: Apache-2.0
import Foundation
import MenuLanguage
import Transcripts

/// Writes explored scenes into a folder, a file each, and never over one that is there.
struct ExploredFiles {
    let folder: String
    let writer: SceneWriter
    let universe: Coverage

    /// What was written and what was not.
    struct Written {
        /// The paths, in the order they were written.
        var paths: [String] = []
        /// Why a scene was not written, in sentences.
        var failures: [String] = []
    }

    /// Writes scenes; the folder is made when it is not there.
    func write(_ scenes: [ExploredScene]) throws -> Written {
        var written = Written()
        do {
            try FileManager.default.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true
            )
        } catch {
            throw CommandFailure(.failed, "\(folder) cannot be made. May you write there?")
        }
        for scene in scenes {
            guard let (item, _) = universe.subject(of: scene.news) else { continue }
            do throws(SceneWriter.Failure) {
                let text = try writer.text(of: scene, of: universe)
                let path = freePath(item.slug)
                guard FileManager.default.createFile(atPath: path, contents: Data(text.utf8))
                else { throw SceneWriter.Failure(message: "\(path) cannot be written.") }
                written.paths.append(path)
            } catch {
                let title = writer.title(of: scene.news, scene, universe)
                written.failures.append("\(title): \(error.message)")
            }
        }
        return written
    }

    /// A path that no file has.
    private func freePath(_ slug: String) -> String {
        var path = "\(folder)/\(slug).ussd"
        var number = 2
        while FileManager.default.fileExists(atPath: path) {
            path = "\(folder)/\(slug)-\(number).ussd"
            number += 1
        }
        return path
    }
}
