// SPDX-License-Identifier: Apache-2.0

/// A recording as the text of a transcript, and whether it plays again.
public struct RecordedScene: Sendable {
    /// The text of the file; a scene that does not play says so in a comment at its top.
    public let text: String
    /// Whether it was played and all went as it was recorded.
    public let proof: Proof
    /// What could not be written or was left out, in sentences.
    public let problems: [String]
    /// How many steps it has.
    public let stepCount: Int
    /// How many phones it has.
    public let phoneCount: Int

    /// What is known of how a recorded scene plays.
    public enum Proof: Hashable, Sendable {
        /// It was played and passed.
        case passed
        /// It was not played, as there is no world for it here.
        case notPlayed
        /// It was played and something was otherwise, as the sentence says.
        case differs(String)
    }

    /// The text of a scene with the path of its stubs as seen from another folder.
    ///
    /// - Parameters:
    ///   - text: the file, its stubs as seen from where the program runs.
    ///   - folder: where the file will lie; empty for where the program runs.
    /// - Returns: the text for a file there.
    public static func moved(_ text: String, to folder: String) -> String {
        var isHeader = true
        let key = "stubs: "
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            if line == "---" { isHeader = false }
            guard isHeader, line.hasPrefix(key) else { return String(line) }
            return key + RelativePath.path(String(line.dropFirst(key.count)), from: folder)
        }.joined(separator: "\n")
    }

    /// Whether it can be kept as a test without another look.
    public var isSound: Bool { proof == .passed && problems.isEmpty }
}
