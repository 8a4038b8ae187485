// SPDX-License-Identifier: Apache-2.0

import SourceText

extension Stage {
    /// What was found in the lines of one file.
    private struct Marks {
        var missed: Set<Int> = []
        var got: [Int: [String]] = [:]
    }

    /// Writes a phase again with what was got; parts with something wrong in them are written
    /// below the lines that include them.
    func write(_ phase: TranscriptPhase, _ records: [StepRecord]) -> PhaseFailure {
        var marks: [Int?: Marks] = [:]
        var shownParts: Set<Int> = []
        var findings: [PhaseFailure.Finding] = []
        for (step, record) in zip(phase.steps, records) {
            marks[step.inclusion, default: Marks()].missed.formUnion(record.missed)
            for (after, text) in record.got {
                marks[step.inclusion, default: Marks()].got[after, default: []].append(text)
            }
            guard !record.findings.isEmpty else { continue }
            var next = step.inclusion
            while let index = next {
                shownParts.insert(index)
                next = transcript.inclusions[index].parent
            }
            findings += record.findings.map { located($0, step) }
        }
        let lines = lines(phase.lines, of: nil, marks, shownParts)
        return PhaseFailure(lines: WordMarks.marked(lines), findings: findings)
    }

    /// A finding of a part with the line of the transcript that it belongs to, and the chain.
    private func located(
        _ finding: PhaseFailure.Finding,
        _ step: TranscriptStep
    ) -> PhaseFailure.Finding {
        guard step.inclusion != nil else { return finding }
        return PhaseFailure.Finding(
            line: transcript.ownLine(of: step),
            reason: finding.reason,
            kind: finding.kind,
            hints: finding.hints,
            chain: transcript.chain(finding.line, of: step)
        )
    }

    /// The lines of one step with what was got in place of those that are not so.
    func lines(
        _ range: ClosedRange<Int>,
        of step: TranscriptStep,
        _ record: StepRecord
    ) -> [PhaseFailure.Line] {
        var marks = Marks(missed: record.missed)
        for (after, text) in record.got { marks.got[after, default: []].append(text) }
        return WordMarks.marked(lines(range, of: step.inclusion, [step.inclusion: marks], []))
    }

    private func lines(
        _ range: ClosedRange<Int>,
        of inclusion: Int?,
        _ marks: [Int?: Marks],
        _ shownParts: Set<Int>
    ) -> [PhaseFailure.Line] {
        let file = inclusion.map { transcript.inclusions[$0].file } ?? transcript.file
        let own = marks[inclusion] ?? Marks()
        var lines: [PhaseFailure.Line] = []
        for number in range {
            let isMissed = own.missed.contains(number)
            let text = shown(String(file.line(number)))
            lines.append(.init(mark: isMissed ? .expected : .same, text: text))
            lines += own.got[number, default: []].map { .init(mark: .got, text: shown($0)) }
            for index in shownParts.sorted() {
                let part = transcript.inclusions[index]
                guard part.parent == inclusion, part.line == number, let body = part.body
                else { continue }
                lines.append(.init(mark: .same, text: "    # \(shown(part.file.path))"))
                lines += self.lines(body, of: index, marks, shownParts).map {
                    .init(mark: $0.mark, text: $0.text.isEmpty ? "" : "    " + $0.text)
                }
            }
        }
        return lines
    }
}

/// Notes in lines that were got the words in which they differ from those expected above them.
private enum WordMarks {
    static func marked(_ lines: [PhaseFailure.Line]) -> [PhaseFailure.Line] {
        var lines = lines
        var wanted: [Int] = []
        for index in lines.indices {
            switch lines[index].mark {
            case .same: wanted = []
            case .expected:
                if index > 0, lines[index - 1].mark == .got { wanted = [] }
                wanted.append(index)
            case .got:
                let pairs = wanted.compactMap { place in
                    WordDifference(lines[place].text, lines[index].text).map { (place, $0) }
                }
                let most = pairs.map(\.1.common).max()
                guard let (place, difference) = pairs.first(where: { $0.1.common == most })
                else { continue }
                lines[place].changed = difference.expected
                lines[index].changed = difference.got
                wanted.removeAll { $0 <= place }
            }
        }
        return lines
    }
}
