// SPDX-License-Identifier: Apache-2.0
import SourceText

extension MenuParser {
    /// Reads a name, or reports that the name of something is missing.
    mutating func name(of what: String, _ cursor: inout TokenCursor) -> NameSyntax? {
        if let word = cursor.take(.word) { return cursor.name(word) }
        fail(.words(.missingName(what)), &cursor)
        return nil
    }

    /// Reads a word or a symbol, or reports that it is missing.
    mutating func expect(_ text: String, _ cursor: inout TokenCursor, like example: String) -> Bool
    {
        if cursor.take(text) != nil { return true }
        fail(.words(.missingWord(text, example: example)), &cursor)
        return false
    }

    /// Reads `a.b.c`.
    mutating func path(of what: String, _ cursor: inout TokenCursor) -> PathSyntax? {
        guard let first = name(of: what, &cursor) else { return nil }
        var parts = [first]
        while cursor.take(".") != nil {
            guard let part = name(of: "a part of it", &cursor) else { break }
            parts.append(part)
        }
        let range = parts.reduce(first.range) { $0.union($1.range) }
        return PathSyntax(parts: parts, range: range)
    }

    /// Reads values with `+` and `-` between them.
    mutating func expression(_ cursor: inout TokenCursor) -> ExpressionSyntax? {
        guard let first = term(&cursor) else { return nil }
        var terms = [SumTermSyntax(value: first)]
        while let sign = cursor.take("+") ?? cursor.take("-") {
            guard let value = term(&cursor) else { return nil }
            terms.append(SumTermSyntax(sign: cursor.name(sign), value: value))
        }
        return terms.count == 1 ? first : .sum(terms)
    }

    /// Reads a path, a string or a number.
    private mutating func term(_ cursor: inout TokenCursor) -> ExpressionSyntax? {
        guard let next = cursor.next else {
            fail(.words(.expectedValue), &cursor)
            return nil
        }
        switch next.kind {
        case .word: return path(of: "a value", &cursor).map { .path($0) }
        case .number:
            cursor.take()
            return .number(cursor.name(next))
        case .string:
            cursor.take()
            return .string(Self.unquoted(next.text), cursor.range(next))
        default:
            fail(.words(.expectedValue), &cursor)
            return nil
        }
    }

    /// Reads what stands in parentheses, if they follow: values between commas.
    mutating func arguments(_ cursor: inout TokenCursor) -> [ExpressionSyntax] {
        list(&cursor) { parser, cursor in parser.expression(&cursor) }
    }

    /// Reads elements between commas in parentheses, if they follow.
    mutating func list<Element>(
        _ cursor: inout TokenCursor,
        _ element: (inout MenuParser, inout TokenCursor) -> Element?
    ) -> [Element] {
        guard let open = cursor.take("(") else { return [] }
        var elements: [Element] = []
        if cursor.take(")") != nil { return elements }
        repeat {
            guard let element = element(&self, &cursor) else { return elements }
            elements.append(element)
        } while cursor.take(",") != nil
        if cursor.take(")") == nil { failUnclosed(open, &cursor) }
        return elements
    }

    /// Reads `-> target`, or reports that it is missing.
    mutating func arrow(_ cursor: inout TokenCursor, like example: String) -> TargetSyntax? {
        guard cursor.take("->") != nil else {
            fail(.words(.expectedTarget(example: example)), &cursor)
            return nil
        }
        guard let first = cursor.take(.word) else {
            fail(.words(.expectedTarget(example: example)), &cursor)
            return nil
        }
        let arguments = arguments(&cursor)
        return TargetSyntax(
            name: cursor.name(first),
            arguments: arguments,
            language: language(&cursor),
            range: cursor.range(from: first)
        )
    }

    /// Reads `in sw` behind a target, if it follows.
    private mutating func language(_ cursor: inout TokenCursor) -> NameSyntax? {
        guard !cursor.failed, cursor.take("in") != nil else { return nil }
        if cursor.next?.kind == .word { return rawWord(&cursor) }
        fail(.words(.missingName("the language")), &cursor)
        return nil
    }

    /// Reads `(name: type, …)`, if it follows.
    mutating func parameters(_ cursor: inout TokenCursor) -> [ParameterSyntax] {
        list(&cursor) { parser, cursor in
            guard let name = parser.typedName(&cursor, like: "(who: msisdn, note: text 20)") else {
                return nil
            }
            var parameter = ParameterSyntax(name: name.name, type: name.type)
            if cursor.take("list") != nil {
                guard let most = cursor.take(.number) else {
                    parser.fail(.type(.badTypeSyntax("(days: day list 7)")), &cursor)
                    return parameter
                }
                parameter.atMost = cursor.name(most)
            } else {
                parameter.longest = cursor.take(.number).map(cursor.name)
            }
            return parameter
        }
    }

    /// Reads `name: type`.
    mutating func typedName(
        _ cursor: inout TokenCursor,
        like example: String
    ) -> (name: NameSyntax, type: NameSyntax)? {
        guard let name = cursor.take(.word), cursor.take(":") != nil,
            let type = cursor.take(.word)
        else {
            fail(.type(.badTypeSyntax(example)), &cursor)
            return nil
        }
        return (cursor.name(name), cursor.name(type))
    }

    /// Reports a parenthesis that is not closed where it should be.
    mutating func failUnclosed(_ open: MenuToken, _ cursor: inout TokenCursor) {
        switch cursor.next?.kind {
        case .unknown, .openString: fail(.words(.unclosedParenthesis), &cursor)
        default: fail(.words(.unclosedParenthesis), at: cursor.range(open), &cursor)
        }
    }

    /// What stands between quotation marks, with `\"` and `\\` undone.
    private static func unquoted(_ literal: String) -> String {
        var text = String.UnicodeScalarView()
        var escaped = false
        for scalar in literal.unicodeScalars.dropFirst().dropLast() {
            if escaped, scalar != "\"", scalar != "\\" { text.append("\\") }
            if scalar == "\\", !escaped {
                escaped = true
                continue
            }
            text.append(scalar)
            escaped = false
        }
        return String(text)
    }
}
