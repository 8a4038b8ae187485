// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Testing

@Suite("A plural rule")
struct PluralRuleTests {
    typealias Expression = PluralRule.Expression

    /// Russian: `n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2`.
    static var russian: PluralRule? {
        let ones = binary(.remainder, .number, .constant(10))
        let tens = binary(.remainder, .number, .constant(100))
        let isOne = binary(
            .and,
            binary(.equal, ones, .constant(1)),
            binary(.notEqual, tens, .constant(11))
        )
        let isFew = binary(
            .and,
            binary(
                .and,
                binary(.greaterOrEqual, ones, .constant(2)),
                binary(.lessOrEqual, ones, .constant(4))
            ),
            binary(
                .or,
                binary(.less, tens, .constant(12)),
                binary(.greater, tens, .constant(14))
            )
        )
        return PluralRule(
            formCount: 3,
            expression: .choose(
                isOne,
                then: .constant(0),
                otherwise: .choose(isFew, then: .constant(1), otherwise: .constant(2))
            )
        )
    }

    static func binary(
        _ sign: PluralRule.Operator,
        _ left: Expression,
        _ right: Expression
    ) -> Expression {
        .binary(sign, left, right)
    }

    @Test(
        "gives the form of a number",
        arguments: [
            (0, 2), (1, 0), (2, 1), (4, 1), (5, 2), (11, 2), (12, 2), (14, 2), (21, 0), (22, 1),
            (111, 2), (121, 0), (-1, 0), (-3, 1), (.max, 2), (.min, 2),
        ] as [(Int64, Int)]
    )
    func forms(number: Int64, form: Int) throws {
        #expect(try #require(Self.russian).form(of: number) == form)
        #expect(PluralRule.english.form(of: number) == (number.magnitude == 1 ? 0 : 1))
        #expect(PluralRule.one.form(of: number) == 0)
    }

    @Test(
        "computes like C on unsigned numbers, and what C leaves open is 0",
        arguments: [
            (.add, 3, 4, 7), (.subtract, 4, 3, 1), (.subtract, 3, 4, 0), (.multiply, 2, 3, 6),
            (.multiply, .max, .max, 1), (.divide, 9, 2, 4), (.divide, 9, 0, 0),
            (.divide, .min, -1, 0), (.remainder, 9, 5, 4), (.remainder, 9, 0, 0),
            (.equal, 1, 1, 1), (.notEqual, 1, 1, 0), (.less, 1, 2, 1), (.lessOrEqual, 2, 2, 1),
            (.greater, 1, 2, 0), (.greaterOrEqual, 2, 2, 1), (.and, 1, 0, 0), (.and, 2, 3, 1),
            (.or, 0, 0, 0), (.or, 0, 5, 1),
        ] as [(PluralRule.Operator, Int64, Int64, Int)]
    )
    func operators(sign: PluralRule.Operator, left: Int64, right: Int64, value: Int) throws {
        // More than the six forms: what is not 0 to 5 is the first form, 0.
        let rule = try #require(
            PluralRule(
                formCount: 6,
                expression: .binary(
                    .add,
                    .binary(
                        .remainder,
                        Self.binary(sign, .constant(left), .constant(right)),
                        .constant(8)
                    ),
                    .constant(0)
                )
            )
        )
        let expected = value == 0 && sign == .subtract ? 0 : value
        #expect(rule.form(of: 0) == (expected < 6 ? expected : 0))
    }

    @Test("`!` gives 1 for 0, else 0")
    func not() throws {
        let rule = try #require(PluralRule(formCount: 2, expression: .not(.number)))
        #expect([0, 1, 2].map(rule.form) == [1, 0, 0])
    }

    @Test("is none without forms, with more than six, too deep or too long")
    func limits() {
        #expect(PluralRule(formCount: 0, expression: .number) == nil)
        #expect(PluralRule(formCount: 7, expression: .number) == nil)
        #expect(PluralRule(formCount: 6, expression: .number) != nil)
        var deep = Expression.number
        for _ in 0..<PluralRule.Limits.depthMax { deep = .not(deep) }
        #expect(PluralRule(formCount: 2, expression: deep) != nil)
        #expect(PluralRule(formCount: 2, expression: .not(deep)) == nil)
        var wide = Expression.number
        for _ in 0..<9 { wide = .binary(.add, wide, wide) }
        #expect(PluralRule(formCount: 2, expression: wide) != nil)
        #expect(PluralRule(formCount: 2, expression: .binary(.add, wide, wide)) == nil)
    }

    @Test("a form that the rule does not have is the first", arguments: [2, 3, .max] as [Int64])
    func beyond(number: Int64) throws {
        let rule = try #require(PluralRule(formCount: 2, expression: .number))
        #expect(rule.form(of: number) == 0)
        #expect(rule.form(of: 1) == 1)
    }
}
