// SPDX-License-Identifier: Apache-2.0
import Dialogue

/// Reads the expression of a plural rule, with the precedence of C.
struct PluralParser {
    private let octets: [UInt8]
    private var position = 0
    private var levels = 0

    /// Begins to read a rule.
    init(_ rule: String) {
        octets = rule.utf8.filter { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    }

    /// The whole rule; nil when it cannot be read to its end.
    mutating func parse() -> PluralRule.Expression? {
        guard let expression = choice(), position == octets.count else { return nil }
        return expression
    }

    /// The operators from the loosest to the tightest; of those that begin alike the longer first.
    private static let operators: [[PluralRule.Operator]] = [
        [.or], [.and], [.equal, .notEqual], [.lessOrEqual, .greaterOrEqual, .less, .greater],
        [.add, .subtract], [.multiply, .divide, .remainder],
    ]

    /// `a ? b : c`, which is read from the right.
    private mutating func choice() -> PluralRule.Expression? {
        guard levels < POLimits.ruleLevelsMax else { return nil }
        levels += 1
        defer { levels -= 1 }
        guard let first = binary(0) else { return nil }
        guard takes("?") else { return first }
        guard let then = choice(), takes(":"), let otherwise = choice() else { return nil }
        return .choose(first, then: then, otherwise: otherwise)
    }

    /// Operands of one precedence, which are read from the left.
    private mutating func binary(_ precedence: Int) -> PluralRule.Expression? {
        guard precedence < Self.operators.count else { return operand() }
        guard var left = binary(precedence + 1) else { return nil }
        while let sign = Self.operators[precedence].first(where: { takes($0.rawValue) }) {
            guard let right = binary(precedence + 1) else { return nil }
            left = .binary(sign, left, right)
        }
        return left
    }

    private mutating func operand() -> PluralRule.Expression? {
        var negations = 0
        while position + 1 < octets.count, octets[position + 1] != UInt8(ascii: "="), takes("!") {
            negations += 1
            guard negations <= POLimits.ruleLevelsMax else { return nil }
        }
        guard var inner = primary() else { return nil }
        for _ in 0..<negations { inner = .not(inner) }
        return inner
    }

    private mutating func primary() -> PluralRule.Expression? {
        if takes("n") { return .number }
        if takes("(") {
            guard let inner = choice(), takes(")") else { return nil }
            return inner
        }
        let digits = octets[position...].prefix { (0x30...0x39).contains($0) }
        position += digits.count
        return Int64(String(decoding: digits, as: UTF8.self)).map { .constant($0) }
    }

    private mutating func takes(_ sign: String) -> Bool {
        guard octets[position...].starts(with: sign.utf8) else { return false }
        position += sign.utf8.count
        return true
    }
}
