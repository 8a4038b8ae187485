// SPDX-License-Identifier: Apache-2.0
import SourceText

extension MenuParser {
    /// Reads `ask name: type …` and what stands under it.
    mutating func ask(_ line: MenuLine) -> AskSyntax {
        var cursor = cursor(line)
        var ask = AskSyntax(keyword: cursor.nextRange, range: cursor.lineRange)
        cursor.take()
        ask.name = name(of: "the answer", &cursor)
        if !cursor.failed, let type = askType(&cursor, &ask) { bounds(type, &cursor, &ask) }
        finish(&cursor)
        let mayAnswer = ask.type == nil || ask.type?.text == AskType.choice.rawValue
        block(under: line, .ask) { parser, child in parser.askLine(child, mayAnswer, &ask) }
        if ask.prompt.isEmpty { report(.text(.missingText("This question")), at: ask.keyword) }
        return ask
    }

    private mutating func askLine(_ line: MenuLine, _ mayAnswer: Bool, _ ask: inout AskSyntax) {
        switch line.tokens.first?.kind {
        case .bar:
            if !ask.options.isEmpty { wrongOrder("This text", below: "options", line) }
            if !(ask.wrong + ask.below + ask.above).isEmpty {
                wrongOrder("This text", below: "`wrong`, `below` or `above`", line)
            }
            return bodyText(line, &ask.prompt)
        case .key: return ask.options.append(option(line, answers: mayAnswer))
        default: break
        }
        switch keyword(line, in: .ask) {
        case .case:
            if !ask.options.isEmpty { wrongOrder("This text", below: "options", line) }
            ask.prompt.append(.byWord(caseOf(line)))
        case .wrong: texts(line, of: "`wrong`", into: &ask.wrong)
        case .below: texts(line, of: "`below`", into: &ask.below)
        case .above: texts(line, of: "`above`", into: &ask.above)
        default: break
        }
    }

    /// Reads `: type`; a word that is nearly a type is reported and taken for it.
    private mutating func askType(
        _ cursor: inout TokenCursor,
        _ ask: inout AskSyntax
    ) -> AskType? {
        guard cursor.take(":") != nil, let word = cursor.take(.word) else {
            let name = ask.name?.text ?? "name"
            fail(.type(.badTypeSyntax("ask \(name): number")), &cursor)
            return nil
        }
        if let type = AskType(rawValue: word.text) {
            ask.type = cursor.name(word)
            return type
        }
        let names = AskType.allCases.map(\.rawValue)
        let meant = DidYouMean.closest(to: word.text, among: names)
        fail(.type(.unknownType(word.text, meant: meant)), at: cursor.range(word), &cursor)
        ask.type = meant.map { NameSyntax(text: $0, range: cursor.range(word)) }
        return meant.flatMap { AskType(rawValue: $0) }
    }

    /// Reads what may or must stand behind a type.
    private mutating func bounds(
        _ type: AskType,
        _ cursor: inout TokenCursor,
        _ ask: inout AskSyntax
    ) {
        let mistake = TypeMistake.badBounds(type: type.rawValue, example: type.example)
        switch type {
        case .msisdn, .choice: return
        case .pattern:
            if cursor.next?.kind == .openString { return fail(.type(mistake), &cursor) }
            guard let string = cursor.take(.string) else { return fail(.type(mistake), &cursor) }
            ask.pattern = NameSyntax(
                text: String(string.text.dropFirst().dropLast()),
                range: file.range(string.lower + 1, string.upper - 1)
            )
            ask.most = cursor.take(.number).map { .number(cursor.name($0)) }
        case .money, .number, .text, .secret:
            guard cursor.next != nil || type == .text else { return }
            guard cursor.next?.kind != .bar else { return }
            let lower = cursor.next
            guard let least = expression(&cursor, or: mistake),
                cursor.take("...") != nil
            else {
                let range = lower.map { cursor.range(from: $0) }
                return fail(.type(mistake), at: isStrange(cursor.next) ? nil : range, &cursor)
            }
            ask.least = least
            ask.most = expression(&cursor, or: mistake)
        }
    }

    /// Whether a token is a mistake by itself, whatever was expected.
    private func isStrange(_ token: MenuToken?) -> Bool {
        token?.kind == .unknown || token?.kind == .openString
    }

    /// Reads a path or a number, or reports the bounds.
    private mutating func expression(
        _ cursor: inout TokenCursor,
        or mistake: TypeMistake
    ) -> ExpressionSyntax? {
        switch cursor.next?.kind {
        case .word, .number: return expression(&cursor)
        default:
            fail(.type(mistake), &cursor)
            return nil
        }
    }
}
