// SPDX-License-Identifier: Apache-2.0

/// What became of a file of another tool: scenes, and all that did not fit into them.
public struct ImportOutcome: Sendable {
    /// The scenes in the order of the file; empty when it cannot be read.
    public internal(set) var scenes: [ImportedScene] = []
    /// Why nothing was imported; empty when something was.
    public internal(set) var mistakes: [ImportNote] = []
    /// What was left out, assumed or cannot be known, in the order of the lines.
    public internal(set) var notes: [ImportNote] = []

    /// The bounds of what is imported.
    public enum Limits {
        /// Most octets of a file.
        public static let fileOctetsMax = 16_777_216
        /// Most sessions of a file; those beyond are left out and said.
        public static let sessionsMax = 1_000
        /// Most steps of a session; those beyond are left out and said.
        public static let stepsMax = 1_000
    }

    /// The notes without those that say the same of the same line, in the order of the lines.
    mutating func sortNotes() {
        var seen: Set<ImportNote> = []
        notes = notes.filter { seen.insert($0).inserted }.enumerated().sorted {
            ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
        }.map(\.element)
    }
}

/// A scene that was made of a session.
public struct ImportedScene: Hashable, Sendable {
    /// What its file may be called, without `.ussd`; no two scenes of a file have the same.
    public let name: String
    /// The text of the file.
    public let text: String
    /// The line of the other file at which the session begins, counted from 1.
    public let line: Int
    /// How many steps it has.
    public let stepCount: Int
}

/// One fact about a line of a file that was imported; it never quotes what was typed.
public struct ImportNote: Hashable, Sendable {
    /// The line, counted from 1.
    public let line: Int
    /// The column in Unicode scalars, counted from 1; nil for the whole line.
    public let column: Int?
    /// What is so, in one sentence or two.
    public let sentence: String

    init(line: Int, column: Int? = nil, _ sentence: String) {
        self.line = line
        self.column = column
        self.sentence = TerminalText.oneLine(sentence)
    }
}
