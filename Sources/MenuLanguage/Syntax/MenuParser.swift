// SPDX-License-Identifier: Apache-2.0
import SourceText

/// Reads a `.menu` file: recursive descent over lines, by their indentation.
///
/// Any text can be read. A mistake costs the line that it is in, or what stands below it when it
/// cannot be told what that belongs to; the next line of lesser or equal indentation is read again.
struct MenuParser {
    let file: SourceFile
    var syntax = MenuFileSyntax()
    var diagnostics: [Diagnostic] = []
    /// How many definitions stand within each other here; more than one is a mistake.
    var definitionLevel = 0
    /// The lines that say something.
    private let lines: [MenuLine]
    private var position = 0
    /// The line whose first word was guessed, by its offset; what else is wrong with it follows.
    private var guessed: Int?
    /// Whether a line is indented with tabs, so that nobody knows how far.
    private let hasTabs: Bool

    /// What a file says, and all that is wrong with how it is written, in source order.
    static func parse(_ file: SourceFile) -> (syntax: MenuFileSyntax, diagnostics: [Diagnostic]) {
        guard file.utf8Count <= SyntaxLimits.fileOctetsMax else {
            let kind = LayoutMistake.fileTooLong(octetsMax: SyntaxLimits.fileOctetsMax)
            return (
                MenuFileSyntax(), [Diagnostic(SyntaxDiagnostic.layout(kind), at: file.range(0, 0))]
            )
        }
        var parser = MenuParser(file, MenuTokens(file))
        parser.block(under: nil, .file) { parser, line in parser.definition(line) }
        return (parser.syntax, parser.diagnostics.inSourceOrder())
    }

    private init(_ file: SourceFile, _ tokens: MenuTokens) {
        self.file = file
        lines = tokens.lines.filter { !$0.tokens.isEmpty }
        hasTabs = lines.contains { $0.indentation.utf8.contains(UInt8(ascii: "\t")) }
        checkLayout(tokens)
    }

    /// Reads the lines under a line, or all of the file, and sees to it that each is indented as
    /// its neighbours are.
    mutating func block(
        under parent: MenuLine?,
        _ place: MenuPlace,
        _ parse: (inout MenuParser, MenuLine) -> Void
    ) {
        let outer = parent?.columns ?? -1
        var level = parent == nil ? 0 : nil as Int?
        while let line = nextLine, line.columns > outer {
            position += 1
            if let level, line.columns != level, !hasTabs {
                report(.layout(.unevenIndentation), at: cursor(line).lineRange)
            }
            level = line.columns
            parse(&self, line)
            skipBlock(under: line)
        }
    }

    /// The line that follows, nil at the end of the file.
    var nextLine: MenuLine? { lines.indices.contains(position) ? lines[position] : nil }

    /// Goes on by one line if it is deeper than another and begins with `|`.
    mutating func takeTextLine(under parent: MenuLine) -> MenuLine? {
        guard let nextLine, nextLine.columns > parent.columns,
            nextLine.tokens.first?.kind == .bar
        else { return nil }
        position += 1
        return nextLine
    }

    /// Passes over the lines under a line, whatever they say.
    mutating func passOver(under parent: MenuLine) {
        while let line = nextLine, line.columns > parent.columns { position += 1 }
    }

    /// Passes over lines that nobody asked for, and reports the first.
    private mutating func skipBlock(under parent: MenuLine) {
        guard let line = nextLine, line.columns > parent.columns else { return }
        if !hasTabs { misplaced(line, in: .nothing) }
        passOver(under: parent)
    }

    /// A cursor before the first token of a line.
    func cursor(_ line: MenuLine) -> TokenCursor { TokenCursor(line, path: file.path) }

    /// Reports that a line begins with a wrong word, and what was probably meant.
    mutating func reportFirstWord(_ kind: SyntaxDiagnostic, _ line: MenuLine, meant: String?) {
        let cursor = cursor(line)
        if meant != nil { guessed = cursor.lower }
        report(
            kind,
            at: cursor.nextRange,
            fix: meant.map { Diagnostic.FixIt(range: cursor.nextRange, replacement: $0) }
        )
    }

    /// Reports a mistake.
    mutating func report(
        _ kind: SyntaxDiagnostic,
        at range: SourceRange,
        notes: [Diagnostic.Note] = [],
        fix: Diagnostic.FixIt? = nil
    ) {
        diagnostics.append(Diagnostic(kind, at: range, notes: notes, fix: fix))
    }

    /// Reports a mistake at a range or at the next token, unless the line has one already.
    ///
    /// A character that means nothing is what is wrong, whatever was expected in its place.
    mutating func fail(
        _ kind: SyntaxDiagnostic,
        at range: SourceRange? = nil,
        _ cursor: inout TokenCursor
    ) {
        defer { cursor.failed = true }
        guard !cursor.failed, cursor.lower != guessed else { return }
        guard range == nil, let next = cursor.next else {
            return report(kind, at: range ?? cursor.nextRange)
        }
        switch next.kind {
        case .unknown:
            // A control character has been reported with the layout of the file.
            guard controlName(next.text) == nil else { return }
            let meant = Self.plain[next.text]
            let fix = meant.map {
                Diagnostic.FixIt(range: cursor.nextRange, replacement: $0)
            }
            let mistake = LayoutMistake.unexpectedCharacter(next.text, meant: meant)
            report(.layout(mistake), at: cursor.nextRange, fix: fix)
        case .symbol where next.text == "+" || next.text == "-":
            let mistake = LayoutMistake.unexpectedCharacter(next.text, meant: nil)
            report(.layout(mistake), at: cursor.nextRange)
        case .openString: report(.words(.unclosedString), at: cursor.nextRange)
        default: report(kind, at: cursor.nextRange)
        }
    }

    /// Reports whatever is left of a line.
    mutating func finish(_ cursor: inout TokenCursor) {
        guard let next = cursor.next else { return }
        if next.kind == .bar {
            fail(.line(.textOutside(nil)), &cursor)
        } else {
            fail(.words(.unexpected(next.text)), &cursor)
        }
    }

    /// What word processors write in place of the signs of the language.
    private static let plain = [
        "→": "->", "⇒": "->", "…": "...", "“": "\"", "”": "\"", "„": "\"", "≤": "<=", "≥": ">=",
        "≠": "!=", "\u{A0}": " ", "，": ",", "：": ":", "（": "(", "）": ")", "｜": "|",
        "−": "-", "–": "-", "＋": "+",
    ]
}
