// SPDX-License-Identifier: Apache-2.0
public import SourceText

/// Brings transcripts and parts into the one layout in which they are written.
public enum TranscriptFormatter {
    /// What laying out a file gave.
    public struct Result: Sendable {
        /// The text in its layout; the text as it was when the file has mistakes.
        public let text: String
        /// The mistakes of the file; what it includes is not looked at.
        public let diagnostics: [Diagnostic]
    }

    /// Lays a file out: blanks, empty lines and line ends change, and nothing that is said.
    ///
    /// Expected lines are indented by two blanks, postings stand in columns, an empty line is
    /// never followed by another, and lines end with a line feed. Comments stay where they are,
    /// and attached files as they are, to the octet. Laid out again, nothing changes.
    ///
    /// - Parameter file: the file.
    /// - Returns: its layout, and the mistakes in it.
    public static func format(_ file: SourceFile) -> Result {
        let (transcript, diagnostics) = TranscriptParser.parseAlone(file)
        guard !diagnostics.hasErrors else {
            return Result(text: file.text, diagnostics: diagnostics)
        }
        return Result(text: TranscriptLayout(transcript).text, diagnostics: diagnostics)
    }
}

/// The layout of one transcript without mistakes.
private struct TranscriptLayout {
    private(set) var text = ""
    private let file: SourceFile
    private var above: TranscriptLine.Role?
    private var isEmptyAbove = false

    init(_ transcript: Transcript) {
        file = transcript.file
        let columns = PostingColumns(transcript)
        for (index, line) in transcript.lines.enumerated() {
            switch line.role {
            case .empty: isEmptyAbove = true
            case .attachment, .attached: addVerbatim(line)
            default:
                let number = index + 1
                add(columns.line(number) ?? LineLayout.text(file, number, line.role), line.role)
            }
        }
    }

    private mutating func add(_ line: String, _ role: TranscriptLine.Role) {
        if isEmptyAbove, keepsEmptyLine(before: role) { text += "\n" }
        isEmptyAbove = false
        text += line + "\n"
        above = role
    }

    /// Attached files begin behind their line and are not ours to change.
    private mutating func addVerbatim(_ line: TranscriptLine) {
        if isEmptyAbove, above != .attached, above != .attachment { text += "\n" }
        isEmptyAbove = false
        text += line.text
        above = line.role
    }

    /// An empty line parts nothing behind a first line, around `---`, or inside a step.
    private func keepsEmptyLine(before role: TranscriptLine.Role) -> Bool {
        switch (above, role) {
        case (nil, _), (.version, _), (.divider, _), (_, .divider): false
        case (.step, .expectation), (.expectation, .expectation): false
        default: true
        }
    }
}

/// The postings under a `? ledger last`, in columns.
private struct PostingColumns {
    private var lines: [Int: String] = [:]

    init(_ transcript: Transcript) {
        for step in transcript.phases.flatMap(\.steps) where step.inclusion == nil {
            let rows = step.expectations.compactMap { expectation -> (Int, String, String)? in
                guard case .posting = expectation.kind else { return nil }
                var cursor = LineCursor(transcript.file, line: expectation.line)
                cursor.takeBlanks()
                _ = cursor.takeWord(until: "|")
                _ = cursor.take("|")
                return (expectation.line, cursor.nextWord().text, cursor.nextWord().text)
            }
            let name = rows.map(\.1.count).max() ?? 0
            let amount = rows.map(\.2.count).max() ?? 0
            for row in rows {
                let gap = name - row.1.count + 2 + amount - row.2.count
                lines[row.0] = "  | \(row.1)\(String(repeating: " ", count: gap))\(row.2)"
            }
        }
    }

    func line(_ number: Int) -> String? { lines[number] }
}
