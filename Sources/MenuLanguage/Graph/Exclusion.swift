// SPDX-License-Identifier: Apache-2.0
import Dialogue

/// Whether two conditions can hold at once, as far as that can be proved from how they are written.
///
/// Proved are opposites (`a` and `not a`), comparisons of the same two values that rule each other
/// out (`x < n` and `x >= n`), comparisons of one value with constants that leave nothing over
/// (`x == 1` and `x > 3`), and whatever contains such a pair on every way to hold.
struct Exclusion {
    /// The parts that conditions are cut into before nothing is claimed of them.
    static let partsMax = 64

    /// Whether nobody can ever see both hold.
    static func excludes(_ left: Condition, _ right: Condition) -> Bool {
        guard let lefts = ways(left, isTrue: true), let rights = ways(right, isTrue: true) else {
            return false
        }
        return lefts.allSatisfy { one in
            rights.allSatisfy { other in isImpossible(one + other) }
        }
    }

    /// A test that cannot be cut further, and whether it holds.
    private enum Atom: Hashable {
        case flag(Reference, Bool)
        case isSet(Reference, Bool)
        case compare(Operand, Operand, Order)
    }

    /// How two values may stand to each other.
    private struct Order: OptionSet, Hashable {
        let rawValue: Int
        static let less = Order(rawValue: 1)
        static let equal = Order(rawValue: 2)
        static let greater = Order(rawValue: 4)
        /// Neither, as where a value is missing.
        static let none = Order(rawValue: 8)
        static let any: Order = [less, equal, greater, none]
    }

    /// Every way for a condition to be true or false, as tests that all must be so; nil for too
    /// many.
    private static func ways(_ condition: Condition, isTrue: Bool) -> [[Atom]]? {
        switch condition {
        case .flag(let reference): return [[.flag(reference, isTrue)]]
        case .isSet(let reference): return [[.isSet(reference, isTrue)]]
        case .compare(let left, let sign, let right):
            let order = isTrue ? Self.order(sign) : Order.any.subtracting(Self.order(sign))
            return [[.compare(left, right, order)]]
        case .not(let inner): return ways(inner, isTrue: !isTrue)
        case .all(let parts): return isTrue ? all(parts, true) : any(parts, false)
        case .any(let parts): return isTrue ? any(parts, true) : all(parts, false)
        }
    }

    private static func any(_ parts: [Condition], _ isTrue: Bool) -> [[Atom]]? {
        var found: [[Atom]] = []
        for part in parts {
            guard let more = ways(part, isTrue: isTrue) else { return nil }
            found += more
        }
        return found.count <= partsMax ? found : nil
    }

    private static func all(_ parts: [Condition], _ isTrue: Bool) -> [[Atom]]? {
        var found: [[Atom]] = [[]]
        for part in parts {
            guard let more = ways(part, isTrue: isTrue),
                found.count * more.count <= partsMax
            else { return nil }
            found = found.flatMap { atoms in more.map { atoms + $0 } }
        }
        return found
    }

    private static func isImpossible(_ atoms: [Atom]) -> Bool {
        atoms.indices.contains { index in
            atoms[..<index].contains { contradict($0, atoms[index]) }
        }
    }

    private static func contradict(_ one: Atom, _ other: Atom) -> Bool {
        switch (one, other) {
        case (.flag(let left, let isTrue), .flag(let right, let isAlsoTrue)),
            (.isSet(let left, let isTrue), .isSet(let right, let isAlsoTrue)):
            return left == right && isTrue != isAlsoTrue
        case (.compare(let left, let right, let order), .compare(let third, let fourth, let more)):
            if left == third, right == fourth { return order.isDisjoint(with: more) }
            if left == fourth, right == third { return order.isDisjoint(with: turned(more)) }
            return leavesNothing(
                aside(left, right, order),
                aside(third, fourth, more)
            )
        default: return false
        }
    }

    /// A value, and how it stands to a constant; nil where there is no constant.
    private typealias Side = (value: Operand, order: Order, constant: Value)

    private static func aside(_ left: Operand, _ right: Operand, _ order: Order) -> Side? {
        if case .constant(let constant) = right { return (left, order, constant) }
        if case .constant(let constant) = left { return (right, turned(order), constant) }
        return nil
    }

    /// Whether no value stands so to both constants.
    private static func leavesNothing(_ one: Side?, _ other: Side?) -> Bool {
        guard var one, var other, one.value == other.value else { return false }
        // What stands in order to one constant has a value, and so does to every other.
        guard !one.order.intersection(other.order).contains(.none) else { return false }
        one.order.remove(.none)
        other.order.remove(.none)
        if one.order == .equal, other.order == .equal { return one.constant != other.constant }
        guard let first = range(one), let second = range(other) else { return false }
        return max(first.lowerBound, second.lowerBound) > min(first.upperBound, second.upperBound)
    }

    /// The whole numbers that stand so to the constant, or a range around them.
    private static func range(_ side: Side) -> ClosedRange<Int128>? {
        guard let number = side.constant.integer else { return nil }
        let constant = Int128(number)
        let far: ClosedRange<Int128> = -(1 << 80)...(1 << 80)
        var lower = far.lowerBound
        var upper = far.upperBound
        if !side.order.contains(.less) {
            lower = side.order.contains(.equal) ? constant : constant + 1
        }
        if !side.order.contains(.greater) {
            upper = side.order.contains(.equal) ? constant : constant - 1
        }
        return lower...max(lower, upper)
    }

    private static func order(_ sign: Condition.Comparison) -> Order {
        switch sign {
        case .equal: .equal
        case .notEqual: [.less, .greater, .none]
        case .less: .less
        case .lessOrEqual: [.less, .equal]
        case .greater: .greater
        case .greaterOrEqual: [.greater, .equal]
        }
    }

    /// The order seen from the other side.
    private static func turned(_ order: Order) -> Order {
        var turned = order.subtracting([.less, .greater])
        if order.contains(.less) { turned.insert(.greater) }
        if order.contains(.greater) { turned.insert(.less) }
        return turned
    }
}
