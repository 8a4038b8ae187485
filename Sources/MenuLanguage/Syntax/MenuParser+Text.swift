// SPDX-License-Identifier: Apache-2.0
import SourceText

extension MenuParser {
    /// Reads a bar and the text behind it, if they follow.
    mutating func textAfterBar(_ cursor: inout TokenCursor) -> TextLineSyntax? {
        guard cursor.take(.bar) != nil, let token = cursor.take(.text) else { return nil }
        if cursor.next == nil { checkTrailingBlanks(token, cursor) }
        return textLine(token, cursor)
    }

    /// Reads the text at the end of a line, and the lines under it that begin with `|`.
    mutating func texts(_ line: MenuLine, _ cursor: inout TokenCursor) -> [TextLineSyntax] {
        var lines: [TextLineSyntax] = []
        if let first = textAfterBar(&cursor) { lines.append(first) }
        finish(&cursor)
        while let next = takeTextLine(under: line) {
            var nextCursor = self.cursor(next)
            if let text = textAfterBar(&nextCursor) { lines.append(text) }
        }
        return lines
    }

    /// Adds a line of text or a `case` to a body.
    mutating func bodyText(_ line: MenuLine, _ body: inout [BodyPartSyntax]) {
        var cursor = cursor(line)
        guard let text = textAfterBar(&cursor) else { return }
        // Taken out and put back, so that a long body is not copied for each of its lines.
        guard case .lines(var lines)? = body.last else { return body.append(.lines([text])) }
        body.removeLast()
        lines.append(text)
        body.append(.lines(lines))
    }

    /// Reads `case path` and its arms.
    mutating func caseOf(_ line: MenuLine) -> CaseSyntax {
        var cursor = cursor(line)
        let keyword = cursor.nextRange
        cursor.take()
        let subject = path(of: "the value", &cursor)
        finish(&cursor)
        var arms: [CaseArmSyntax] = []
        block(under: line, .case) { parser, child in
            if child.tokens.first?.kind == .bar, !arms.isEmpty {
                var cursor = parser.cursor(child)
                arms[arms.count - 1].lines += parser.texts(child, &cursor)
            } else if let arm = parser.caseArm(child) {
                arms.append(arm)
            }
        }
        return CaseSyntax(keyword: keyword, subject: subject, arms: arms)
    }

    /// Cuts a text at its holes.
    mutating func textLine(_ token: MenuToken, _ cursor: TokenCursor) -> TextLineSyntax {
        var reader = HoleReader(token, path: file.path)
        let pieces = reader.pieces()
        for mistake in reader.mistakes { report(.text(mistake.kind), at: mistake.range) }
        return TextLineSyntax(pieces: pieces, range: cursor.range(token))
    }

    private mutating func caseArm(_ line: MenuLine) -> CaseArmSyntax? {
        var cursor = cursor(line)
        guard let word = cursor.take(.word) else {
            reject(line, in: .case)
            return nil
        }
        let lines = texts(line, &cursor)
        if lines.isEmpty, !cursor.failed {
            fail(.text(.missingText("`\(word.text)`")), at: cursor.range(word), &cursor)
        }
        return CaseArmSyntax(word: cursor.name(word), lines: lines)
    }

    private mutating func checkTrailingBlanks(_ token: MenuToken, _ cursor: TokenCursor) {
        let blanks = token.text.unicodeScalars.reversed().prefix { $0.isMenuBlank }.count
        guard blanks > 0 else { return }
        let range = file.range(token.upper - blanks, token.upper)
        report(
            .text(.trailingBlanks),
            at: range,
            fix: Diagnostic.FixIt(range: range, replacement: "")
        )
    }
}
