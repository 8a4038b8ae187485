// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText

extension DraftBuilder {
    /// Resolves what stands behind `when`, nil after reporting.
    mutating func resolve(_ condition: ConditionSyntax, in scope: Scope) -> DraftCondition? {
        switch condition {
        case .compare(let left, let sign, let right): compare(left, sign, right, in: scope)
        case .flag(let path): flag(path, in: scope)
        case .isSet(let path):
            resolve(path, in: scope).map { reference in
                DraftCondition(
                    condition: .isSet(reference.reference),
                    asserted: [reference.reference.slot]
                )
            }
        case .not(let inner):
            resolve(inner, in: scope).map {
                DraftCondition(condition: .not($0.condition), uses: $0.uses)
            }
        case .all(let parts): all(parts, in: scope)
        case .any(let parts): any(parts, in: scope)
        }
    }

    private mutating func all(_ parts: [ConditionSyntax], in scope: Scope) -> DraftCondition? {
        var resolved: [DraftCondition] = []
        for part in parts {
            guard let condition = resolve(part, in: scope) else { return nil }
            resolved.append(condition)
        }
        var asserted: Set<SlotIndex> = []
        var uses: [DraftReference] = []
        for part in resolved {
            uses += part.uses.filter { !asserted.contains($0.reference.slot) }
            asserted.formUnion(part.asserted)
        }
        return DraftCondition(
            condition: .all(resolved.map(\.condition)),
            uses: uses,
            asserted: asserted
        )
    }

    private mutating func any(_ parts: [ConditionSyntax], in scope: Scope) -> DraftCondition? {
        var resolved: [DraftCondition] = []
        for part in parts {
            guard let condition = resolve(part, in: scope) else { return nil }
            resolved.append(condition)
        }
        let asserted = resolved.dropFirst().reduce(resolved.first?.asserted ?? []) {
            $0.intersection($1.asserted)
        }
        return DraftCondition(
            condition: .any(resolved.map(\.condition)),
            uses: resolved.flatMap(\.uses),
            asserted: asserted
        )
    }

    private mutating func flag(_ path: PathSyntax, in scope: Scope) -> DraftCondition? {
        guard let reference = resolve(path, in: scope) else { return nil }
        guard reference.type == .flag else {
            findings.report(
                TypeFinding.notAFlag(name: reference.name, type: reference.type.described),
                at: path.range
            )
            return nil
        }
        return DraftCondition(condition: .flag(reference.reference), uses: [reference])
    }

    private mutating func compare(
        _ left: ExpressionSyntax,
        _ sign: NameSyntax,
        _ right: ExpressionSyntax,
        in scope: Scope
    ) -> DraftCondition? {
        guard let comparison = Condition.Comparison(rawValue: sign.text) else { return nil }
        let first = reference(left, in: scope)
        let second = reference(right, in: scope)
        if first.failed || second.failed { return nil }
        guard let type = first.type ?? second.type, type.canCompare(comparison) else {
            let type = (first.type ?? second.type)?.described ?? "two constants"
            findings.report(
                TypeFinding.notComparable(what: type, sign: sign.text),
                at: left.range.union(right.range)
            )
            return nil
        }
        guard let one = side(left, first.found, type, in: scope),
            let other = side(right, second.found, type, in: scope)
        else { return nil }
        return DraftCondition(
            condition: .compare(one.lowered, comparison, other.lowered),
            uses: one.uses + other.uses
        )
    }

    private mutating func reference(_ expression: ExpressionSyntax, in scope: Scope)
        -> (found: DraftReference?, type: ValueType?, failed: Bool)
    {
        switch expression {
        case .path(let path):
            let found = resolve(path, in: scope)
            return (found, found?.type, found == nil)
        case .sum(let terms):
            switch kind(of: terms, in: scope) {
            case nil: return (nil, nil, true)
            case .money: return (nil, .amount, false)
            case .numbers: return (nil, .number(digits: Self.numberDigitsMax), false)
            case .constants: return (nil, nil, false)
            }
        case .string, .number: return (nil, nil, false)
        }
    }

    /// One side of a comparison; two texts or two numbers may differ in length.
    private mutating func side(
        _ expression: ExpressionSyntax,
        _ found: DraftReference?,
        _ type: ValueType,
        in scope: Scope
    ) -> DraftOperand? {
        if let found, type.isOfSameKind(as: found.type) || found.type.isOfSameKind(as: type) {
            return .reference(found)
        }
        if case .number(let digits) = type, found == nil {
            let wide = ValueType.number(digits: max(digits, Self.numberDigitsMax))
            return operand(expression, expecting: wide, for: "the comparison", in: scope)
        }
        return operand(expression, expecting: type, for: "the comparison", in: scope)
    }
}

extension ValueType {
    /// Whether values of the type can be compared so.
    fileprivate func canCompare(_ comparison: Condition.Comparison) -> Bool {
        switch self {
        case .amount, .number, .calendar: true
        case .text, .choice, .msisdn, .flag: comparison == .equal || comparison == .notEqual
        case .secret, .record, .list: false
        }
    }
}

extension ConditionSyntax {
    /// The condition as it is written, with one blank between its parts.
    var written: String {
        switch self {
        case .compare(let left, let sign, let right):
            "\(left.written) \(sign.text) \(right.written)"
        case .flag(let path): ExpressionSyntax.path(path).written
        case .isSet(let path): ExpressionSyntax.path(path).written + " is set"
        case .not(let inner): "not \(inner.grouped)"
        case .all(let parts): parts.map(\.grouped).joined(separator: " and ")
        case .any(let parts): parts.map(\.grouped).joined(separator: " or ")
        }
    }

    private var grouped: String {
        switch self {
        case .all, .any: "(\(written))"
        case .compare, .flag, .isSet, .not: written
        }
    }
}
