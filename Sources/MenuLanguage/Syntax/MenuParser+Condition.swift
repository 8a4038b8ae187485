// SPDX-License-Identifier: Apache-2.0
import SourceText

extension MenuParser {
    /// The signs between two values.
    private static let comparisons: Set<String> = ["==", "!=", "<", "<=", ">", ">="]

    /// Reads what stands behind `when`; `and` binds tighter than `or`.
    mutating func condition(_ cursor: inout TokenCursor) -> ConditionSyntax? {
        alternatives(&cursor, level: 0)
    }

    private mutating func alternatives(
        _ cursor: inout TokenCursor,
        level: Int
    ) -> ConditionSyntax? {
        guard let first = conjunction(&cursor, level: level) else { return nil }
        var parts = [first]
        while cursor.take("or") != nil {
            guard let part = conjunction(&cursor, level: level) else { return nil }
            parts.append(part)
        }
        return parts.count == 1 ? first : .any(parts)
    }

    private mutating func conjunction(
        _ cursor: inout TokenCursor,
        level: Int
    ) -> ConditionSyntax? {
        guard let first = unary(&cursor, level: level) else { return nil }
        var parts = [first]
        while cursor.take("and") != nil {
            guard let part = unary(&cursor, level: level) else { return nil }
            parts.append(part)
        }
        return parts.count == 1 ? first : .all(parts)
    }

    private mutating func unary(_ cursor: inout TokenCursor, level: Int) -> ConditionSyntax? {
        guard level < SyntaxLimits.conditionLevelsMax else {
            fail(
                .words(.nestedTooDeep(levelsMax: SyntaxLimits.conditionLevelsMax)),
                at: cursor.nextRange,
                &cursor
            )
            return nil
        }
        if cursor.take("not") != nil {
            return unary(&cursor, level: level + 1).map { .not($0) }
        }
        if let open = cursor.take("(") {
            guard let inner = alternatives(&cursor, level: level + 1) else { return nil }
            guard cursor.take(")") != nil else {
                failUnclosed(open, &cursor)
                return nil
            }
            return inner
        }
        return comparison(&cursor)
    }

    /// Reads `path`, `path is set`, or two values and a sign between them.
    private mutating func comparison(_ cursor: inout TokenCursor) -> ConditionSyntax? {
        guard let left = expression(&cursor) else { return nil }
        if let next = cursor.next, next.kind == .symbol {
            if Self.comparisons.contains(next.text) {
                cursor.take()
                let sign = cursor.name(next)
                return expression(&cursor).map { .compare(left, sign, $0) }
            }
            if next.text == "=" {
                let mistake = LayoutMistake.unexpectedCharacter("=", meant: "==")
                fail(.layout(mistake), &cursor)
                return nil
            }
        }
        guard case .path(let path) = left else {
            fail(.words(.expectedComparison), &cursor)
            return nil
        }
        guard cursor.take("is") != nil else { return .flag(path) }
        guard expect("set", &cursor, like: "when recipient is set") else { return nil }
        return .isSet(path)
    }
}
