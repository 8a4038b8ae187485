// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Files that a command brings into another form, or would.
struct RewrittenFiles {
    /// How many are not in that form yet.
    var changed = 0
    /// How many have mistakes.
    var mistaken: Int

    /// Ends with ``ExitStatus/findings`` when a file has mistakes, or `demand` says what to do with
    /// those that would change.
    func conclude(_ demand: String?) throws(CommandFailure) {
        var sentences: [String] = []
        if mistaken > 0 {
            sentences.append(
                mistaken == 1
                    ? "1 file has mistakes and was left as it is."
                    : "\(mistaken) files have mistakes and were left as they are."
            )
        }
        if changed > 0, let demand { sentences.append(demand) }
        guard sentences.isEmpty else {
            throw CommandFailure(.findings, sentences.joined(separator: " "))
        }
    }

    /// Writes a file whole or not at all; where the path is a link, the file that it leads to.
    static func write(_ text: String, to path: String) throws(CommandFailure) {
        let file = URL(fileURLWithPath: path).resolvingSymlinksInPath()
        do {
            try Data(text.utf8).write(to: file, options: .atomic)
        } catch {
            throw CommandFailure(
                .failed,
                "\(path) cannot be written. It was left as it is. May you write there?"
            )
        }
    }
}
