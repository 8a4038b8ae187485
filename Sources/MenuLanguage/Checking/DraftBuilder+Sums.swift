// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText

extension DraftBuilder {
    /// What a sum adds up.
    enum SumKind: Hashable {
        case money, numbers
        /// Constants only, which are money where money is expected.
        case constants
    }

    /// What a sum adds up, nil after reporting values that cannot be added.
    mutating func kind(of terms: [SumTermSyntax], in scope: Scope) -> SumKind? {
        var first: DraftReference?
        var isWhole = true
        for term in terms {
            switch term.value {
            case .path(let path):
                guard let reference = resolve(path, in: scope) else {
                    isWhole = false
                    continue
                }
                guard reference.type.isSummable else {
                    reportTerm("`\(reference.name)` is \(reference.type.described)", path.range)
                    isWhole = false
                    continue
                }
                if let first, !reference.type.isSummable(with: first.type) {
                    findings.report(
                        SumFinding.mixed(
                            reference.name,
                            type: reference.type.described,
                            first: first.name,
                            firstType: first.type.described
                        ),
                        at: path.range
                    )
                    isWhole = false
                }
                first = first ?? reference
            case .string(let text, let range):
                reportTerm("`\"\(text)\"` is a text", range)
                isWhole = false
            case .number, .sum: break
            }
        }
        if !isWhole { return nil }
        return first.map { $0.type == .amount ? .money : .numbers } ?? .constants
    }

    private mutating func reportTerm(_ what: String, _ range: SourceRange) {
        findings.report(SumFinding.term(what), at: range)
    }

    /// Resolves a sum that must be of a type; constants alone become one constant.
    ///
    /// - Returns: nil after reporting, or when no type is expected.
    mutating func sum(
        _ terms: [SumTermSyntax],
        expecting type: ValueType?,
        for parameter: String,
        in scope: Scope
    ) -> DraftOperand? {
        guard let kind = kind(of: terms, in: scope), let type else { return nil }
        let expression = ExpressionSyntax.sum(terms)
        let isMoney = kind == .money || (kind == .constants && type == .amount)
        guard type.isSummable(with: isMoney ? .amount : .number(digits: 1)) else {
            let given =
                switch kind {
                case .money: "money"
                case .numbers: "a number"
                case .constants: expression.described
                }
            findings.report(
                TypeFinding.argumentType(
                    parameter: parameter,
                    expected: type.described,
                    given: given
                ),
                at: expression.range
            )
            return nil
        }
        return sum(terms, isMoney: isMoney, takes: takes(type), in: scope)
    }

    private mutating func sum(
        _ terms: [SumTermSyntax],
        isMoney: Bool,
        takes: ClosedRange<Int64>,
        in scope: Scope
    ) -> DraftOperand? {
        let range = ExpressionSyntax.sum(terms).range
        var references: [(DraftReference, Bool)] = []
        var constant: Int128 = 0
        let wide: ValueType = isMoney ? .amount : .number(digits: Self.numberDigitsMax)
        for term in terms {
            if case .path(let path) = term.value {
                guard let reference = resolve(path, in: scope) else { return nil }
                references.append((reference, term.isTaken))
            } else if let value = self.constant(term.value, wide)?.integer {
                constant += term.isTaken ? -Int128(value) : Int128(value)
            } else {
                let what = isMoney ? "an amount of money" : "a whole number"
                reportTerm("`\(term.value.written)` is not \(what)", term.value.range)
                return nil
            }
        }
        guard terms.count <= Sum.termsMax else {
            findings.report(SumFinding.tooManyTerms(count: terms.count), at: range)
            return nil
        }
        guard let folded = Int64(exactly: constant),
            !references.isEmpty || takes.contains(folded)
        else {
            findings.report(SumFinding.tooLarge(written: terms.written), at: range)
            return nil
        }
        if references.isEmpty { return .constant(isMoney ? .amount(folded) : .number(folded)) }
        return .sum(
            DraftSum(
                terms: references.map { (reference: $0.0, isTaken: $0.1) },
                constant: folded,
                isMoney: isMoney,
                takes: takes,
                written: terms.written
            )
        )
    }

    /// The results that a value of a type can hold, so that none is longer than its type says.
    ///
    /// A negative amount has a sign; one digit less leaves room for it.
    private func takes(_ type: ValueType) -> ClosedRange<Int64> {
        switch type {
        case .amount:
            let greatest = max(draft.settings.amountFormat.greatest, 0)
            return -(greatest / 10)...greatest
        case .number(let digits) where digits < Self.numberDigitsMax - 1:
            let greatest = (0..<max(digits, 0)).reduce(Int64(1)) { ten, _ in ten * 10 } - 1
            return -(greatest / 10)...greatest
        default: return .min ... .max
        }
    }
}

extension ValueType {
    /// Whether values of the type can be added up.
    fileprivate var isSummable: Bool {
        switch self {
        case .amount, .number: true
        default: false
        }
    }

    /// Whether values of two types can be added to each other.
    fileprivate func isSummable(with other: ValueType) -> Bool {
        switch (self, other) {
        case (.amount, .amount), (.number, .number): true
        default: false
        }
    }
}

extension [SumTermSyntax] {
    /// The sum with one blank on both sides of each sign.
    var written: String {
        map { term in
            (term.sign.map { " \($0.text) " } ?? "") + term.value.written
        }.joined()
    }

    /// What whole numbers come to; nil when there is something else among them, or too much.
    var integer: Int64? {
        var total: Int128 = 0
        for term in self {
            guard case .number(let digits) = term.value, let number = Int64(digits.text) else {
                return nil
            }
            total += term.isTaken ? -Int128(number) : Int128(number)
        }
        return Int64(exactly: total)
    }
}
