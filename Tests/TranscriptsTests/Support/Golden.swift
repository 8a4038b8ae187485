// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// Compares with texts that are kept beside the tests.
enum Golden {
    /// Expects a text to be the one kept under a path; `RECORD=1` writes it and fails still.
    static func expect(_ text: String, _ path: String) throws {
        let url = Fixture.folder.appending(path: path)
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try text.write(to: url, atomically: true, encoding: .utf8)
            Issue.record("\(path) was written; look at it and run again.")
            return
        }
        let kept = try? String(contentsOf: url, encoding: .utf8)
        #expect(kept != nil, "\(path) is missing; RECORD=1 writes it.")
        #expect(text == kept ?? text, "\(path) says otherwise; RECORD=1 writes it.")
    }
}
