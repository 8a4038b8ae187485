// SPDX-License-Identifier: Apache-2.0
import Dialogue

/// Counts the rows of options that conditions allow at a place.
enum OptionRows {
    /// Most combinations of values that are looked at; beyond, every condition counts by itself.
    static let combinationsMax = 4_096

    /// How many different rows of visible options there are, 1 without conditions.
    static func count(_ choices: [Choice]) -> Int {
        let conditions = choices.compactMap(\.condition)
        var domains: [Atom: [Int64]] = [:]
        for condition in conditions { collect(condition, &domains) }
        let atoms = domains.keys.sorted { "\($0)" < "\($1)" }
        let size = atoms.reduce(1) { size, atom in
            min(size * (domains[atom]?.count ?? 1), combinationsMax + 1)
        }
        guard size <= combinationsMax else { return 1 << min(Set(conditions).count, 30) }
        var rows: Set<[Bool]> = []
        for number in 0..<size {
            var rest = number
            var values: [Atom: Int64] = [:]
            for atom in atoms {
                let domain = domains[atom] ?? [0]
                values[atom] = domain[rest % domain.count]
                rest /= domain.count
            }
            rows.insert(conditions.map { holds($0, values) })
        }
        return max(1, rows.count)
    }

    /// What a condition asks about: a value, or a comparison that is not with a number.
    private enum Atom: Hashable {
        case number(Reference)
        case other(Condition)
    }

    private static func collect(_ condition: Condition, _ domains: inout [Atom: [Int64]]) {
        switch condition {
        case .not(let inner): collect(inner, &domains)
        case .all(let parts), .any(let parts): for part in parts { collect(part, &domains) }
        case .flag, .isSet, .compare:
            guard let (reference, bound) = numbers(condition) else {
                domains[.other(condition)] = [0, 1]
                return
            }
            let near = [bound &- 1, bound, bound &+ 1]
            domains[.number(reference)] = Set((domains[.number(reference)] ?? []) + near).sorted()
        }
    }

    private static func holds(_ condition: Condition, _ values: [Atom: Int64]) -> Bool {
        switch condition {
        case .not(let inner): return !holds(inner, values)
        case .all(let parts): return parts.allSatisfy { holds($0, values) }
        case .any(let parts): return parts.contains { holds($0, values) }
        case .flag, .isSet, .compare:
            guard let (reference, bound) = numbers(condition),
                case .compare(_, let sign, _) = condition
            else { return values[.other(condition)] == 1 }
            let value = values[.number(reference)] ?? 0
            return switch sign {
            case .equal: value == bound
            case .notEqual: value != bound
            case .less: value < bound
            case .lessOrEqual: value <= bound
            case .greater: value > bound
            case .greaterOrEqual: value >= bound
            }
        }
    }

    /// A comparison of a value with a number that the author wrote.
    private static func numbers(_ condition: Condition) -> (Reference, Int64)? {
        guard case .compare(.reference(let reference), _, .constant(let constant)) = condition
        else { return nil }
        switch constant {
        case .number(let number), .amount(let number): return (reference, number)
        default: return nil
        }
    }
}
