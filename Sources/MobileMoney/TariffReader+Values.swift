// SPDX-License-Identifier: Apache-2.0
import Ledger
import SourceText
import Yams

/// Values by their keys; what cannot be read is reported and nil.
extension TariffReader {
    /// The keys of a node, or nil when it has none; unknown ones are reported.
    mutating func block(
        _ node: Node,
        _ name: String,
        at place: SourceRange?,
        known: [String]
    ) -> Block? {
        let range = places.range(of: node)
        guard let mapping = node.mapping else {
            report(
                .shape(name, expected: "`key: value` of \(known.joined(separator: ", "))"),
                range
            )
            return nil
        }
        var block = Block(name: name, place: place ?? range)
        for (key, value) in mapping {
            let name = key.scalar?.string ?? "?"
            let place = places.range(of: key)
            guard known.contains(name) else {
                let free = known.filter { mapping[Node($0)] == nil }
                let meant = DidYouMean.closest(to: name, among: free)
                report(.unknownKey(name, known: known, meant: meant), place, label: "not known")
                continue
            }
            block.values[name] = (place, value)
        }
        return block
    }

    /// The block behind a key; what is missing is reported unless it may be.
    mutating func block(
        _ key: String,
        in owner: Block,
        known: [String],
        required: Bool = true
    ) -> Block? {
        guard let (place, node) = value(key, in: owner, required: required) else { return nil }
        return block(node, "`\(key)`", at: place, known: known)
    }

    /// The items behind a key.
    mutating func list(
        _ key: String,
        in owner: Block,
        most: Int,
        required: Bool = true
    ) -> [Node]? {
        guard let (_, node) = value(key, in: owner, required: required) else { return nil }
        guard let items = node.sequence, (1...most).contains(items.count) else {
            report(
                .shape(key, expected: "a list of 1 to \(most) items"),
                places.range(of: node)
            )
            return nil
        }
        return Array(items)
    }

    mutating func text(
        _ key: String,
        in owner: Block,
        required: Bool = true
    ) -> (text: String, place: SourceRange)? {
        guard let (_, node) = value(key, in: owner, required: required) else { return nil }
        let place = places.range(of: node)
        guard let scalar = node.scalar, !scalar.string.isEmpty else {
            report(.shape(key, expected: "one value"), place)
            return nil
        }
        return (scalar.string, place)
    }

    /// Minor units of an amount, which is not above ``greatest``.
    mutating func amount(_ key: String, in owner: Block, required: Bool = true) -> Int64? {
        guard let (typed, place) = text(key, in: owner, required: required) else { return nil }
        return amount(typed, key, place)
    }

    mutating func amount(_ typed: String, _ key: String, _ place: SourceRange) -> Int64? {
        guard let amount = Amount(parsing: typed, currency: currency) else {
            report(
                .amount(
                    key,
                    typed: typed,
                    currency: currency.code,
                    decimals: currency.minorDigits
                ),
                place
            )
            return nil
        }
        guard amount.minorUnits <= greatest else {
            report(.greatest(typed, key: key, greatest: shown(greatest)), place)
            return nil
        }
        return amount.minorUnits
    }

    mutating func percentage(_ key: String, in owner: Block, required: Bool = true) -> Percentage? {
        guard let (typed, place) = text(key, in: owner, required: required) else { return nil }
        return percentage(typed, key, place)
    }

    mutating func percentage(_ typed: String, _ key: String, _ place: SourceRange) -> Percentage? {
        do throws(Percentage.Flaw) {
            return try Percentage(parsing: typed)
        } catch {
            switch error {
            case .tooMuch: report(.percentTooMuch(typed), place)
            case .shape, .decimals: report(.percentage(key, typed: typed), place)
            }
            return nil
        }
    }

    mutating func number(
        _ key: String,
        in owner: Block,
        within bounds: ClosedRange<Int>,
        required: Bool = true
    ) -> Int? {
        guard let (typed, place) = text(key, in: owner, required: required) else { return nil }
        return whole(typed, key, bounds, place)
    }

    mutating func whole(
        _ typed: String,
        _ key: String,
        _ bounds: ClosedRange<Int>,
        _ place: SourceRange
    ) -> Int? {
        guard let value = Int(typed), bounds.contains(value) else {
            report(.number(key, typed: typed, bounds: bounds), place)
            return nil
        }
        return value
    }

    /// One of the words of an enum; nil also when it is not there, for it never must be.
    mutating func word<Word: RawRepresentable<String> & CaseIterable>(
        _ key: String,
        in owner: Block,
        _ type: Word.Type
    ) -> Word? {
        guard let (typed, place) = text(key, in: owner, required: false) else { return nil }
        if let word = Word(rawValue: typed) { return word }
        let known = Word.allCases.map(\.rawValue)
        let meant = DidYouMean.closest(to: typed, among: known)
        report(.word(key, typed: typed, known: known, meant: meant), place)
        return nil
    }

    mutating func flag(_ key: String, in owner: Block) -> Bool {
        word(key, in: owner, Flag.self) == .yes
    }

    /// An amount as a tariff writes it.
    func shown(_ minorUnits: Int64) -> String {
        Amount(minorUnits: minorUnits, currency: currency).formatted(grouping: "", decimals: 0)
    }

    private enum Flag: String, CaseIterable {
        case yes = "true"
        case no = "false"
    }

    private mutating func value(
        _ key: String,
        in owner: Block,
        required: Bool
    ) -> (place: SourceRange, node: Node)? {
        if let value = owner.values[key] { return (value.key, value.node) }
        if required { report(.missingKey(key, of: owner.name), owner.place) }
        return nil
    }
}
