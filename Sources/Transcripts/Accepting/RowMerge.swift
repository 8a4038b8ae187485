// SPDX-License-Identifier: Apache-2.0
import SourceText

/// Brings what the runs of a scene want under one step together, language by language.
struct RowMerge {
    /// What one run wants.
    struct Run {
        /// The language; nil where the header names none.
        let language: String?
        let rows: [WantedRows.Row]
    }

    private(set) var edits = LineEdits()
    private let file: SourceFile
    private let texts: [Expectation]
    private let runs: [Run]
    private let indent: String

    /// - Parameters:
    ///   - step: the step.
    ///   - file: the file it stands in.
    ///   - runs: what each run wants, in the order of the header.
    init(_ step: TranscriptStep, in file: SourceFile, _ runs: [Run]) {
        self.file = file
        self.runs = runs
        texts = step.expectations.filter { if case .ending = $0.kind { false } else { true } }
        indent = Self.indent(of: step, in: file)
        let anchors = texts.filter { expectation in
            expectation.language == nil
                && runs.allSatisfy { run in
                    run.rows.contains {
                        if case .kept(expectation.line, _) = $0 { true } else { false }
                    }
                }
        }.map(\.line)
        var above = step.line
        for anchor in anchors + [Int.max] {
            merge(above, anchor)
            above = anchor
        }
    }

    /// The blanks before the lines under a step.
    static func indent(of step: TranscriptStep, in file: SourceFile) -> String {
        guard let first = step.expectations.first else { return "  " }
        return String(file.line(first.line).prefix { $0 == " " || $0 == "\t" })
    }

    /// The text behind the bar of a line; nil for a pattern or `...`.
    static func source(_ line: Int, in file: SourceFile) -> String? {
        var cursor = LineCursor(file, line: line)
        cursor.takeBlanks()
        _ = cursor.takeWord(until: "|~")
        guard cursor.take("|") else { return nil }
        _ = cursor.take(" ")
        return cursor.rest
    }

    /// A line with its bar.
    static func line(_ text: String, _ language: String? = nil, indent: String) -> String {
        "\(indent)\(language ?? "")|\(text.isEmpty ? "" : " ")\(text)"
    }

    /// Lines that runs agree on as lines of all; others as lines of each language.
    static func merged(_ all: [(language: String?, lines: [String])], indent: String) -> [String] {
        guard let first = all.first else { return [] }
        let isEven = all.allSatisfy { $0.lines.count == first.lines.count }
        guard isEven else {
            return all.flatMap { run in
                run.lines.map { line($0, run.language, indent: indent) }
            }
        }
        return first.lines.indices.flatMap { index -> [String] in
            let texts = Set(all.map { $0.lines[index] })
            if texts.count == 1 { return [line(first.lines[index], indent: indent)] }
            return all.map { line($0.lines[index], $0.language, indent: indent) }
        }
    }

    /// Merges what stands between two lines that all runs keep.
    private mutating func merge(_ above: Int, _ below: Int) {
        let own = texts.filter { $0.line > above && $0.line < below }
        let blocks = runs.map { (language: $0.language, rows: block($0.rows, above, below)) }
        let isKept = blocks.allSatisfy { block in
            let lines = own.filter { $0.language == nil || $0.language == block.language }
            return block.rows.count == lines.count
                && zip(block.rows, lines).allSatisfy {
                    if case .kept($1.line, _) = $0 { true } else { false }
                }
        }
        if isKept { return }
        if !own.isEmpty, own.allSatisfy({ $0.language != nil }) {
            for block in blocks {
                let lines = own.filter { $0.language == block.language }.map(\.line)
                replace(lines, by: block.rows, block.language, behind: above)
            }
            return
        }
        let texts = blocks.map { (language: $0.language, lines: $0.rows.map(text)) }
        let isAgreed = texts.allSatisfy { $0.lines == texts[0].lines }
        if isAgreed, Set(blocks.map { $0.rows.map(\.line) }).count == 1 {
            return replace(own.map(\.line), by: blocks[0].rows, nil, behind: above)
        }
        let lines = Self.merged(texts, indent: indent)
        for expectation in own { edits.replaced[expectation.line] = [] }
        if let first = own.first?.line {
            edits.replaced[first] = lines
        } else {
            edits.added[above, default: []] += lines
        }
    }

    /// The rows of a run between two lines that it keeps.
    private func block(
        _ rows: [WantedRows.Row],
        _ above: Int,
        _ below: Int
    ) -> [WantedRows.Row] {
        let start = rows.firstIndex {
            if case .kept(above, _) = $0 { true } else { false }
        }
        let end = rows.firstIndex {
            if case .kept(below, _) = $0 { true } else { false }
        }
        return Array(rows[(start.map { $0 + 1 } ?? 0)..<(end ?? rows.count)])
    }

    /// Puts rows in the place of lines; what is kept is not touched.
    private mutating func replace(
        _ lines: [Int],
        by rows: [WantedRows.Row],
        _ language: String?,
        behind above: Int
    ) {
        var place = above
        let stay = Set(rows.compactMap(\.line))
        for line in lines where !stay.contains(line) { edits.replaced[line] = [] }
        for row in rows {
            switch row {
            case .kept(let line, _): place = line
            case .written(let text, let line):
                let written = Self.line(text, language, indent: indent)
                if let line {
                    edits.replaced[line, default: []].append(written)
                    place = line
                } else {
                    edits.added[place, default: []].append(written)
                }
            }
        }
    }

    /// What stands behind the bar of a row in lines of one language.
    private func text(_ row: WantedRows.Row) -> String {
        switch row {
        case .written(let text, _): text
        case .kept(let line, let actual):
            Self.source(line, in: file) ?? actual?.replacing("{{", with: "{{:\\{\\{}}") ?? ""
        }
    }
}
