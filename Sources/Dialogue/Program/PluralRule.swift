// SPDX-License-Identifier: Apache-2.0

/// Which form of a word goes with a number, as the `Plural-Forms` of a gettext file says it.
public struct PluralRule: Hashable, Sendable {
    /// How many forms the language has, 1 to 6.
    public let formCount: Int
    /// What gives the position of the form; gettext's C expression over `n`.
    public let expression: Expression

    /// The bounds of a rule; crossing one makes no rule.
    public enum Limits {
        /// Most forms of a language.
        public static let formsMax = 6
        /// Most operators within each other; a parser must stop there too.
        public static let depthMax = 64
        /// Most numbers and operators of one expression.
        public static let termsMax = 1_024
    }

    /// An expression over one number, which is unsigned as in gettext.
    public indirect enum Expression: Hashable, Sendable {
        /// `n`.
        case number
        /// A number that stands in the rule.
        case constant(Int64)
        /// `!`: 1 for zero, else 0.
        case not(Expression)
        /// Two operands and what stands between them.
        case binary(Operator, Expression, Expression)
        /// `first ? then : otherwise`.
        case choose(Expression, then: Expression, otherwise: Expression)
    }

    /// What stands between two operands; comparisons give 1 or 0.
    public enum Operator: String, CaseIterable, Hashable, Sendable {
        /// `+`, which wraps around.
        case add = "+"
        /// `-`, which wraps around.
        case subtract = "-"
        /// `*`, which wraps around.
        case multiply = "*"
        /// `/`; by zero it gives 0.
        case divide = "/"
        /// `%`; by zero it gives 0.
        case remainder = "%"
        /// `==`.
        case equal = "=="
        /// `!=`.
        case notEqual = "!="
        /// `<`.
        case less = "<"
        /// `<=`.
        case lessOrEqual = "<="
        /// `>`.
        case greater = ">"
        /// `>=`.
        case greaterOrEqual = ">="
        /// `&&`.
        case and = "&&"
        /// `||`.
        case or = "||"
    }

    /// Makes a rule; nil when it has no form, more than ``Limits/formsMax``, or an expression
    /// deeper or longer than the limits.
    public init?(formCount: Int, expression: Expression) {
        guard (1...Limits.formsMax).contains(formCount), expression.isWithinLimits else {
            return nil
        }
        self.init(forms: formCount, expression)
    }

    /// The rule of a language that has one form for every number, as Chinese.
    public static let one = PluralRule(forms: 1, .constant(0))

    /// The rule of English: the first form for 1, the second for every other number.
    public static let english = PluralRule(forms: 2, .binary(.notEqual, .number, .constant(1)))

    /// The position of the form that goes with a number, always less than ``formCount``.
    ///
    /// A negative number has the form of its magnitude. Where the expression gives no form, it is
    /// the first one, as in gettext.
    public func form(of number: Int64) -> Int {
        let form = expression.value(of: number.magnitude)
        return form < UInt64(formCount) ? Int(form) : 0
    }

    private init(forms: Int, _ expression: Expression) {
        formCount = forms
        self.expression = expression
    }
}

extension PluralRule.Expression {
    /// Whether it is neither too deep nor too long; looks no further than the limits.
    fileprivate var isWithinLimits: Bool {
        var open: [(expression: Self, depth: Int)] = [(self, 0)]
        var terms = 0
        while let (expression, depth) = open.popLast() {
            terms += 1
            if depth > PluralRule.Limits.depthMax || terms > PluralRule.Limits.termsMax {
                return false
            }
            switch expression {
            case .number, .constant: break
            case .not(let operand): open.append((operand, depth + 1))
            case .binary(_, let left, let right):
                open += [(left, depth + 1), (right, depth + 1)]
            case .choose(let first, let then, let otherwise):
                open += [(first, depth + 1), (then, depth + 1), (otherwise, depth + 1)]
            }
        }
        return true
    }

    /// The value for a number; nothing in it can overflow or divide by zero.
    fileprivate func value(of number: UInt64) -> UInt64 {
        switch self {
        case .number: number
        case .constant(let constant): UInt64(bitPattern: constant)
        case .not(let operand): operand.value(of: number) == 0 ? 1 : 0
        case .binary(let sign, let left, let right):
            sign.value(left.value(of: number), right.value(of: number))
        case .choose(let first, let then, let otherwise):
            first.value(of: number) != 0 ? then.value(of: number) : otherwise.value(of: number)
        }
    }
}

extension PluralRule.Operator {
    fileprivate func value(_ left: UInt64, _ right: UInt64) -> UInt64 {
        switch self {
        case .add: left &+ right
        case .subtract: left &- right
        case .multiply: left &* right
        case .divide: right == 0 ? 0 : left / right
        case .remainder: right == 0 ? 0 : left % right
        case .equal: left == right ? 1 : 0
        case .notEqual: left != right ? 1 : 0
        case .less: left < right ? 1 : 0
        case .lessOrEqual: left <= right ? 1 : 0
        case .greater: left > right ? 1 : 0
        case .greaterOrEqual: left >= right ? 1 : 0
        case .and: left != 0 && right != 0 ? 1 : 0
        case .or: left != 0 || right != 0 ? 1 : 0
        }
    }
}
