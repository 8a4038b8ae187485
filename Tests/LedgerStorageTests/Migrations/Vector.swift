// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// A text kept in `Vectors`: what once shipped, and is never written again.
struct Vector {
    let name: String

    private static var folder: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Vectors")
    }

    /// The kept text; `RECORD=1` keeps `text` where there is none yet, and fails all the same.
    func kept(orRecording text: () throws -> String) throws -> String? {
        let file = Self.folder.appending(path: name)
        if FileManager.default.fileExists(atPath: file.path) {
            return try String(contentsOf: file, encoding: .utf8)
        }
        guard ProcessInfo.processInfo.environment["RECORD"] == "1" else {
            Issue.record("Vectors/\(name) is missing. Record it once with RECORD=1.")
            return nil
        }
        try Data(try text().utf8).write(to: file)
        Issue.record("Vectors/\(name) was recorded. Look at it, and keep it as it is.")
        return nil
    }

    /// The names of all kept texts.
    static func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }
}
