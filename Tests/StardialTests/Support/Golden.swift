// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// Texts as they were read and found right, one a file beside the tests.
enum Golden {
    private static let folder = BuiltCommand.root + "/Tests/StardialTests/Goldens"

    /// Compares a text with the file of a name; with `RECORD=1` writes the file and fails.
    static func expect(
        _ text: String, is name: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let path = "\(folder)/\(name).txt"
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try text.write(toFile: path, atomically: true, encoding: .utf8)
            Issue.record("\(name).txt was written. Read it.", sourceLocation: sourceLocation)
            return
        }
        let golden = try? String(contentsOfFile: path, encoding: .utf8)
        #expect(
            text == golden, "RECORD=1 writes \(name).txt when this is right:\n\(text)",
            sourceLocation: sourceLocation)
    }
}
