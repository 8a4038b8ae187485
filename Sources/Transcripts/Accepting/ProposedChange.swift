// SPDX-License-Identifier: Apache-2.0
import SourceText

/// What accepting would change at one step; every text in it has PINs masked.
public struct ProposedChange: Sendable {
    /// The path of the file.
    public let path: String
    /// The line of the step, counted from 1.
    public let line: Int
    /// The lines of the step: those that go are `expected`, those that come are `got`.
    public let lines: [PhaseFailure.Line]
    /// What is not as written, in sentences.
    public let reasons: [String]

    let edits: LineEdits
    /// Whether steps below are played otherwise after it: lines that go remember something, or a
    /// message is read that others took.
    var isNeededBelow = false

    init(
        _ file: SourceFile,
        _ range: ClosedRange<Int>,
        _ edits: LineEdits,
        _ reasons: [String],
        _ mask: Mask
    ) {
        path = file.path
        line = range.lowerBound
        self.edits = edits
        self.reasons = reasons
        var lines: [PhaseFailure.Line] = []
        func add(_ mark: PhaseFailure.Mark, _ text: String) {
            lines.append(.init(mark: mark, text: TerminalText.oneLine(mask(text))))
        }
        for number in range {
            let text = String(file.line(number))
            if let new = edits.replaced[number] {
                if new != [text] { add(.expected, text) }
                for line in new { add(new == [text] ? .same : .got, line) }
            } else {
                add(.same, text)
            }
            for line in edits.added[number] ?? [] { add(.got, line) }
        }
        self.lines = lines
    }

    /// Whether it is the same change of the same lines, wherever they stand in the file.
    func isSame(as other: ProposedChange) -> Bool { path == other.path && lines == other.lines }
}

/// What a person says of a proposed change.
public enum ProposalAnswer: Hashable, Sendable {
    /// It is taken.
    case accept
    /// It is left.
    case leave
    /// It is taken, and all others of the same file.
    case acceptFile
    /// It is taken, and all others.
    case acceptAll
    /// It is left, and all others.
    case quit
}
