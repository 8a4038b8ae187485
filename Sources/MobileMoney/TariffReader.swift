// SPDX-License-Identifier: Apache-2.0
import GSM
import Ledger
import Yams

/// Walks the YAML of a tariff and says where something is wrong.
struct TariffReader {
    let root: Node
    var currency: Currency = .none

    private static let keys = [
        "country", "currency", "utc_offset", "sms_sender", "greatest", "quote_seconds", "levels",
        "send", "withdraw", "deposit", "pin",
        "rates",
        "schedule",
    ]

    init(yaml: String) throws(TariffError) {
        guard yaml.utf8.count <= Tariff.Limits.textBytesMax else {
            throw TariffError(.notYAML("it is too long"), line: 1)
        }
        root = try Self.compose(yaml)
        guard root.mapping != nil else {
            throw TariffError(.wrongShape("tariff", expected: "a list of `key: value`"), line: 1)
        }
        try checkKeys(of: root, known: Self.keys)
    }

    func country() throws(TariffError) -> Country {
        let (code, line) = try text("country", in: root)
        guard let country = Country(rawValue: code) else {
            throw TariffError(.unknownCountry(code), line: line)
        }
        return country
    }

    func readCurrency() throws(TariffError) -> Currency {
        let (code, line) = try text("currency", in: root)
        guard let currency = Currency(code) else {
            throw TariffError(.unknownCurrency(code), line: line)
        }
        return currency
    }

    /// Minutes from `+03:00`.
    func utcOffset() throws(TariffError) -> Int {
        let (typed, line) = try text("utc_offset", in: root)
        let parts = typed.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
        guard let sign = typed.first, sign == "+" || sign == "-", parts.count == 2,
            parts.allSatisfy({ $0.utf8.count == 2 }),
            let hours = Int(parts[0]), (0...14).contains(hours),
            let minutes = Int(parts[1]), (0...59).contains(minutes)
        else {
            throw TariffError(.wrongShape("utc_offset", expected: "like \"+03:00\""), line: line)
        }
        return (hours * 60 + minutes) * (sign == "-" ? -1 : 1)
    }

    func sender() throws(TariffError) -> String {
        let (name, line) = try text("sms_sender", in: root)
        let isPlain = name.unicodeScalars.allSatisfy {
            $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0))
        }
        guard isPlain, (1...Tariff.Limits.senderCharactersMax).contains(name.utf8.count) else {
            throw TariffError(.badSender(name), line: line)
        }
        return name
    }

    func seconds(_ key: String) throws(TariffError) -> Int {
        try number(key, in: root, within: 1...Tariff.Limits.secondsMax)
    }

    func levels(greatest: Int64) throws(TariffError) -> [IdentityLevel] {
        let nodes = try sequence("levels", in: root, most: Tariff.Limits.levelsMax)
        var levels: [IdentityLevel] = []
        for node in nodes {
            try checkKeys(
                of: node,
                known: ["level", "day", "month", "balance", "day_count", "month_count"]
            )
            let found = try number("level", in: node, within: 0...9)
            guard found == levels.count else {
                throw TariffError(
                    .levelOutOfOrder(found: found, expected: levels.count),
                    line: line(of: node)
                )
            }
            let level = IdentityLevel(
                number: found,
                day: try amount("day", in: node),
                month: try amount("month", in: node),
                balance: try amount("balance", in: node),
                dayCount: try optionalCount("day_count", in: node),
                monthCount: try optionalCount("month_count", in: node)
            )
            guard level.day <= level.month, level.month <= greatest, level.balance <= greatest
            else {
                throw TariffError(
                    .limitsCross(
                        "Level \(found) goes wrong: write day ≤ month ≤ greatest and "
                            + "balance ≤ greatest."
                    ),
                    line: line(of: node)
                )
            }
            levels.append(level)
        }
        return levels
    }

    func pinRules() throws(TariffError) -> PINRules {
        let node = try child("pin", in: root)
        try checkKeys(of: node, known: ["least_digits", "most_digits", "tries", "lock_seconds"])
        let least = try number("least_digits", in: node, within: 4...12)
        let most = try number("most_digits", in: node, within: least...12)
        let tries = try number("tries", in: node, within: 1...9)
        var locks: [Int] = []
        for lock in try sequence("lock_seconds", in: node, most: 8) {
            let typed = lock.scalar?.string ?? ""
            locks.append(
                try whole(
                    typed,
                    key: "lock_seconds",
                    within: 1...Tariff.Limits.secondsMax,
                    line: line(of: lock)
                )
            )
        }
        return PINRules(digits: least...most, tries: tries, lockSeconds: locks)
    }
}

/// Values by their keys.
extension TariffReader {
    func amount(_ key: String, in node: Node) throws(TariffError) -> Int64 {
        let (typed, line) = try text(key, in: node)
        guard let amount = Amount(parsing: typed, currency: currency) else {
            throw TariffError(.notAnAmount(key: key, typed: typed), line: line)
        }
        return amount.minorUnits
    }

    func number(
        _ key: String,
        in node: Node,
        within bounds: ClosedRange<Int>
    ) throws(TariffError) -> Int {
        let (typed, line) = try text(key, in: node)
        return try whole(typed, key: key, within: bounds, line: line)
    }

    func child(_ key: String, in node: Node) throws(TariffError) -> Node {
        guard let child = node.mapping?[Node(key)] else {
            throw TariffError(.missing(key), line: line(of: node))
        }
        return child
    }

    func sequence(
        _ key: String,
        in node: Node,
        most: Int
    ) throws(TariffError) -> [Node] {
        let child = try child(key, in: node)
        guard let items = child.sequence, (1...most).contains(items.count) else {
            throw TariffError(
                .wrongShape(key, expected: "a list of 1 to \(most) items"),
                line: line(of: child)
            )
        }
        return Array(items)
    }

    func checkKeys(of node: Node, known: [String]) throws(TariffError) {
        guard let mapping = node.mapping else {
            throw TariffError(
                .wrongShape("this", expected: "`key: value` of \(known.joined(separator: ", "))"),
                line: line(of: node)
            )
        }
        for (key, _) in mapping {
            let name = key.scalar?.string ?? "?"
            if !known.contains(name) {
                throw TariffError(.unknownKey(name, known: known), line: line(of: key))
            }
        }
    }

    func line(of node: Node) -> Int { node.mark?.line ?? 1 }

    private func optionalCount(_ key: String, in node: Node) throws(TariffError) -> Int? {
        guard node.mapping?[Node(key)] != nil else { return nil }
        return try number(key, in: node, within: 1...1_000_000)
    }

    private func text(
        _ key: String,
        in node: Node
    ) throws(TariffError) -> (text: String, line: Int) {
        let child = try child(key, in: node)
        guard let scalar = child.scalar, !scalar.string.isEmpty else {
            throw TariffError(.wrongShape(key, expected: "one value"), line: line(of: child))
        }
        return (scalar.string, line(of: child))
    }

    private func whole(
        _ typed: String,
        key: String,
        within bounds: ClosedRange<Int>,
        line: Int
    ) throws(TariffError) -> Int {
        guard let value = Int(typed), bounds.contains(value) else {
            throw TariffError(.notANumber(key: key, typed: typed, bounds: bounds), line: line)
        }
        return value
    }

    private static func compose(_ yaml: String) throws(TariffError) -> Node {
        do {
            if let node = try Yams.compose(yaml: yaml) { return node }
        } catch let error as YamlError {
            throw TariffError(error)
        } catch {
            throw TariffError(.notYAML("it cannot be read"), line: 1)
        }
        throw TariffError(.notYAML("it is empty"), line: 1)
    }
}

extension TariffError {
    fileprivate init(_ error: YamlError) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            self.init(.notYAML(problem), line: mark.line)
        case .duplicatedKeysInMapping(let duplicates, let context):
            self.init(
                .notYAML("\(duplicates.joined(separator: ", ")) stands there twice"),
                line: context.mark.line
            )
        default:
            self.init(.notYAML("it cannot be read"), line: 1)
        }
    }
}
