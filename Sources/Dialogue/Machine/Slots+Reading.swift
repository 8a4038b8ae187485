// SPDX-License-Identifier: Apache-2.0

extension Slots {
    /// The value at the end of a reference; absent where a record is shorter than its contract.
    func value(at reference: Reference) -> Value {
        var value = self[reference.slot]
        for field in reference.path {
            guard case .record(let fields) = value, fields.indices.contains(field) else {
                return .absent
            }
            value = fields[field]
        }
        return value
    }

    /// The value of a field of the record in a slot; absent where there is none.
    func value(of slot: SlotIndex, field: Int) -> Value {
        for index in entries.indices where entries[index].slot == slot {
            guard case .record(let fields) = entries[index].value, fields.indices.contains(field)
            else { return .absent }
            return fields[field]
        }
        return .absent
    }

    /// The value of an operand.
    func value(of operand: Operand) -> Value {
        switch operand {
        case .reference(let reference): value(at: reference)
        case .constant(let value): value
        case .sum(let sum): sum.value(total(of: sum))
        }
    }

    /// What a sum comes to; nil when one of its values is not an amount or a number, as it must be.
    func total(of sum: Sum) -> Int128? {
        var total = Int128(sum.constant)
        for term in sum.terms {
            switch (value(at: term.reference), sum.isMoney) {
            case (.amount(let number), true), (.number(let number), false):
                total += term.isTaken ? -Int128(number) : Int128(number)
            default: return nil
            }
        }
        return total
    }

    /// The integer of an operand, exactly; nil when it has none.
    func integer(of operand: Operand) -> Int128? {
        if case .sum(let sum) = operand { return total(of: sum) }
        switch value(of: operand) {
        case .number(let number), .amount(let number): return Int128(number)
        default: return nil
        }
    }

    /// Whether a condition holds; none always does.
    func holds(_ condition: Condition?) -> Bool {
        guard let condition else { return true }
        switch condition {
        case .compare(let left, let comparison, let right):
            if left.isSum || right.isSum {
                guard let left = integer(of: left), let right = integer(of: right) else {
                    return false
                }
                return comparison.holds(left, right)
            }
            return comparison.holds(value(of: left), value(of: right))
        case .flag(let reference):
            return value(at: reference) == .flag(true)
        case .isSet(let reference):
            return value(at: reference) != .absent
        case .not(let inner):
            return !holds(inner)
        case .all(let conditions):
            return conditions.allSatisfy(holds)
        case .any(let conditions):
            return conditions.contains(where: holds)
        }
    }
}

extension Condition.Comparison {
    /// Whether two values stand so; values that have no order stand in none.
    fileprivate func holds(_ left: Value, _ right: Value) -> Bool {
        switch self {
        case .equal: left == right
        case .notEqual: left != right
        case .less: Self.isLess(left, right)
        case .lessOrEqual: left == right || Self.isLess(left, right)
        case .greater: Self.isLess(right, left)
        case .greaterOrEqual: left == right || Self.isLess(right, left)
        }
    }

    /// Whether two integers stand so.
    fileprivate func holds(_ left: Int128, _ right: Int128) -> Bool {
        switch self {
        case .equal: left == right
        case .notEqual: left != right
        case .less: left < right
        case .lessOrEqual: left <= right
        case .greater: left > right
        case .greaterOrEqual: left >= right
        }
    }

    private static func isLess(_ left: Value, _ right: Value) -> Bool {
        switch (left, right) {
        case (.number(let left), .number(let right)), (.amount(let left), .amount(let right)):
            left < right
        case (.text(let left), .text(let right)): left < right
        case (.calendar(let left), .calendar(let right)): left < right
        default: false
        }
    }
}

extension Operand {
    /// Whether it is added up, so that it is compared exactly.
    fileprivate var isSum: Bool {
        if case .sum = self { true } else { false }
    }
}
