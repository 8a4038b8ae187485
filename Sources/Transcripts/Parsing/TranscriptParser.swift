// SPDX-License-Identifier: Apache-2.0
public import SourceText

/// Reads the text of a transcript; what is wrong in it is all found in one pass.
public struct TranscriptParser {
    let file: SourceFile
    var diagnostics: [Diagnostic] = []
    var lines: [TranscriptLine] = []
    var header = TranscriptHeader()
    var settings: Set<String> = []
    var steps: [TranscriptStep] = []
    /// The comments that begin a phase, by line, with the number of steps before them.
    var phaseStarts: [(line: Int, title: String, firstStep: Int)] = []
    /// Names remembered by lines above.
    var captured: Set<String> = []
    /// Whether the step above was reported, so that the lines under it are not.
    var isBehindUnreadStep = false

    /// Reads a file.
    ///
    /// The transcript prints itself again octet for octet. When a diagnostic is an error, the
    /// transcript lacks what was not understood and must not be played.
    public static func parse(_ file: SourceFile) -> (Transcript, [Diagnostic]) {
        var parser = TranscriptParser(file: file)
        parser.read()
        let transcript = Transcript(
            file: file,
            header: parser.header,
            phases: parser.phases,
            lines: parser.lines
        )
        return (transcript, parser.diagnostics.inSourceOrder())
    }

    private init(file: SourceFile) { self.file = file }

    private mutating func read() {
        guard file.utf8Count <= TranscriptLimits.fileOctetsMax else {
            lines = [TranscriptLine(text: file.text, role: .unread)]
            return report(HeaderMistake.tooLarge, file.range(0, 0))
        }
        var isHeader = true
        for number in 1...file.lineCount {
            var cursor = LineCursor(file, line: number)
            let role =
                if number == 1 {
                    readVersion(cursor)
                } else if isHeader {
                    readHeader(&cursor)
                } else {
                    readBody(&cursor)
                }
            if role == .divider { isHeader = false }
            keep(number, role)
        }
        finish(isHeaderOpen: isHeader)
    }

    mutating func report(
        _ kind: any DiagnosticKind,
        _ range: SourceRange,
        notes: [Diagnostic.Note] = []
    ) {
        diagnostics.append(Diagnostic(kind, at: range, notes: notes))
    }

    private mutating func readVersion(_ cursor: LineCursor) -> TranscriptLine.Role {
        if cursor.rest == "ussd/1" { return .version }
        let isOther = cursor.rest.hasPrefix("ussd/")
        report(
            isOther ? HeaderMistake.unknownVersion : HeaderMistake.missingVersion,
            cursor.restRange
        )
        return .unread
    }

    private mutating func finish(isHeaderOpen: Bool) {
        let end = file.range(file.utf8Count, file.utf8Count)
        if isHeaderOpen { return reportMissingDivider(end) }
        let wanted = ["title", "menu", "phone"].filter { !settings.contains($0) }
        for key in wanted {
            report(HeaderMistake.missingSetting(key), file.range(0, file.line(1).utf8.count))
        }
        if steps.isEmpty, !diagnostics.hasErrors { report(StepMistake.noSteps, end) }
    }

    /// Without `---` the steps were read as settings; what that gave is not reported.
    private mutating func reportMissingDivider(_ end: SourceRange) {
        let first = diagnostics.firstIndex { ($0.kind as? HeaderMistake) == .noSetting }
        let place = first.map { diagnostics[$0].range.start } ?? end
        if let first { diagnostics.removeSubrange(first...) }
        report(HeaderMistake.missingDivider, place)
    }

    private mutating func keep(_ number: Int, _ role: TranscriptLine.Role) {
        let range = file.range(file.lineStart(number), file.lineStart(number + 1))
        guard !range.isEmpty else { return }
        lines.append(TranscriptLine(text: String(file.text(in: range)), role: role))
    }

    private var phases: [TranscriptPhase] {
        var starts = phaseStarts
        if let first = steps.first, (starts.first?.firstStep ?? 1) > 0 {
            starts.insert((first.line, "", 0), at: 0)
        }
        return starts.indices.compactMap { index in
            let isLast = index + 1 == starts.count
            let end = isLast ? steps.count : starts[index + 1].firstStep
            let own = Array(steps[starts[index].firstStep..<end])
            guard let last = own.last else { return nil }
            let lastLine = last.expectations.last?.line ?? last.line
            let lines = starts[index].line...max(starts[index].line, lastLine)
            return TranscriptPhase(title: starts[index].title, lines: lines, steps: own)
        }
    }
}
