// SPDX-License-Identifier: Apache-2.0
import SourceText

extension MenuParser {
    /// Reads a screen and what stands under it.
    mutating func screen(_ line: MenuLine) -> ScreenSyntax {
        var cursor = cursor(line)
        var screen = ScreenSyntax(keyword: cursor.nextRange)
        cursor.take()
        screen.name = name(of: "the screen", &cursor)
        screen.parameters = parameters(&cursor)
        finish(&cursor)
        block(under: line, .screen) { parser, child in parser.screenLine(child, &screen) }
        if let end = screen.end, !screen.options.isEmpty {
            report(.line(.endWithOptions), at: end)
            screen.end = nil
        }
        return screen
    }

    private mutating func screenLine(_ line: MenuLine, _ screen: inout ScreenSyntax) {
        let above = screen.options.isEmpty ? "`each`" : "options"
        let isLow = screen.each != nil || !screen.options.isEmpty
        switch line.tokens.first?.kind {
        case .bar:
            if isLow { wrongOrder("This text", below: above, line) }
            return bodyText(line, &screen.body)
        case .key: return screen.options.append(option(line, answers: false))
        default: break
        }
        switch keyword(line, in: .screen) {
        case .case:
            if isLow { wrongOrder("This text", below: above, line) }
            screen.body.append(.byWord(caseOf(line)))
        case .each:
            if !screen.options.isEmpty { wrongOrder("This list", below: above, line) }
            let each = each(line)
            if screen.each != nil {
                report(.line(.repeated("`each`")), at: each.keyword)
            } else {
                screen.each = each
            }
        case .wrong: texts(line, of: "`wrong`", into: &screen.wrong)
        case .end:
            var cursor = cursor(line)
            let range = cursor.nextRange
            cursor.take()
            finish(&cursor)
            if screen.end != nil { report(.line(.repeated("`end`")), at: range) }
            screen.end = range
        default: break
        }
    }

    /// Reads an option; `= word` is an answer where answers are asked for.
    mutating func option(_ line: MenuLine, answers: Bool) -> OptionSyntax {
        var cursor = cursor(line)
        let range = cursor.lineRange
        let key = cursor.take().map(cursor.name) ?? NameSyntax(text: "", range: range)
        let labelToken = cursor.take(.label)
        let label = labelToken.map { textLine($0, cursor) }
        var option = OptionSyntax(
            key: key,
            label: label ?? TextLineSyntax(pieces: [], range: key.range.end),
            range: range
        )
        if key.text.count > SyntaxLimits.keyDigitsMax
            || !key.text.unicodeScalars.allSatisfy(\.isMenuDigit)
        {
            report(.text(.badKey(key.text)), at: key.range)
        }
        if label == nil { report(.text(.missingLabel), at: key.range) }
        if let sign = cursor.take("=") {
            option.answer = name(of: "the answer", &cursor)
            if !answers {
                let answer = cursor.range(from: sign)
                fail(.line(.answerOutsideChoice), at: answer, &cursor)
                option.answer = nil
            }
        } else {
            let example = answers ? "1 One month = month" : "1 Send money -> send"
            option.target = arrow(&cursor, like: example)
        }
        if cursor.take("when") != nil { option.condition = condition(&cursor) }
        finish(&cursor)
        return option
    }

    /// Reads `each item in list | text -> target`.
    private mutating func each(_ line: MenuLine) -> EachSyntax {
        var cursor = cursor(line)
        var each = EachSyntax(keyword: cursor.nextRange)
        cursor.take()
        each.item = name(of: "one item of the list", &cursor)
        if !cursor.failed, expect("in", &cursor, like: "each p in history.payments | {p.title}") {
            each.list = path(of: "the list", &cursor)
        }
        if cursor.failed { cursor.skip(to: "->") }
        each.line = textAfterBar(&cursor)
        if each.line == nil, !cursor.failed {
            if cursor.next == nil || cursor.next?.text == "->" {
                fail(.text(.missingText("`each`")), at: each.keyword, &cursor)
            } else {
                finish(&cursor)
            }
        }
        if cursor.next?.text == "->" {
            each.target = arrow(&cursor, like: "-> detail(p)")
        }
        finish(&cursor)
        return each
    }

    /// Reads the text of `wrong`, `below` or `above`, and reports a second one.
    mutating func texts(
        _ line: MenuLine,
        of what: String,
        into lines: inout [TextLineSyntax]
    ) {
        var cursor = cursor(line)
        let range = cursor.nextRange
        cursor.take()
        let read = texts(line, &cursor)
        if !lines.isEmpty {
            report(.line(.repeated(what)), at: range)
        } else if read.isEmpty, !cursor.failed {
            report(.text(.missingText(what)), at: range)
        } else {
            lines = read
        }
    }

    /// Reports text that stands below what is shown under it.
    mutating func wrongOrder(_ what: String, below: String, _ line: MenuLine) {
        report(.line(.wrongOrder(what, below: below)), at: cursor(line).lineRange)
    }
}
