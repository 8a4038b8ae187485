// SPDX-License-Identifier: Apache-2.0
/// What accepting came to; nothing of it is written to disk yet.
public struct Acceptance: Sendable {
    /// A file that would be written anew.
    public struct File: Sendable {
        /// The path.
        public let path: String
        /// The text as it was read.
        public let before: String
        /// The text with what came in place of what was expected.
        public let after: String
        /// How many steps were changed or added.
        public let changes: Int
        /// The changes as a unified diff of few lines; PINs are masked in it.
        public let diff: String
    }

    /// The files with changes: scenes in the order given, then parts by path.
    public internal(set) var files: [File] = []
    /// How the scenes play with all changes made.
    public internal(set) var summary: RunSummary
    /// What was left though it is not so, in sentences.
    public internal(set) var left: [String] = []
}
