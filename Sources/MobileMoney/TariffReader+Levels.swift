// SPDX-License-Identifier: Apache-2.0
import SourceText
import Yams

/// Identity levels and their limits.
extension TariffReader {
    /// Most days of a month: so often a day's limit can be used up.
    private static let monthDaysMax: Int64 = 31

    /// Reads the levels; nil when one of them could not be read.
    mutating func levels(_ root: Block) -> [IdentityLevel]? {
        guard let nodes = list("levels", in: root, most: Tariff.Limits.levelsMax) else {
            return nil
        }
        var levels: [IdentityLevel] = []
        for (index, node) in nodes.enumerated() {
            guard let block = block(node, "the level", at: nil, known: TariffKeys.level) else {
                continue
            }
            if let level = level(block, expected: index) { levels.append(level) }
        }
        return levels.count == nodes.count ? levels : nil
    }

    private mutating func level(_ block: Block, expected: Int) -> IdentityLevel? {
        let number = number("level", in: block, within: 0...9)
        if let number, number != expected {
            let place = block.values["level"].map { places.range(of: $0.node) } ?? block.place
            report(.levelOrder(found: number, expected: expected), place)
        }
        let balance = amount("balance", in: block)
        let out = limits(block)
        let into = limits("in", of: block)
        let kinds = PaymentKind.allCases.map { kind in
            let own = limits(kind.rawValue, of: block)
            let all = kind == .deposit ? into : out
            if let inner = block.values[kind.rawValue] {
                compare(own, with: all, inner.key, prefix: kind == .deposit ? "in: " : "")
            }
            return own
        }
        guard let number, let balance else { return nil }
        var level = IdentityLevel(number: number, balance: balance)
        level.out = out
        level.into = into
        level.send = kinds[0]
        level.withdraw = kinds[1]
        level.deposit = kinds[2]
        return level
    }

    private mutating func limits(_ key: String, of owner: Block) -> PaymentLimits {
        guard let block = block(key, in: owner, known: TariffKeys.limits, required: false) else {
            return PaymentLimits()
        }
        return limits(block)
    }

    private mutating func limits(_ block: Block) -> PaymentLimits {
        let counts = 1...PaymentLimits.countMax
        let limits = PaymentLimits(
            once: amount("once", in: block, required: false),
            day: amount("day", in: block, required: false),
            month: amount("month", in: block, required: false),
            dayCount: number("day_count", in: block, within: counts, required: false),
            monthCount: number("month_count", in: block, within: counts, required: false)
        )
        judge(limits.once, limits.day, "once", "day", in: block, money: true)
        judge(limits.once, limits.month, "once", "month", in: block, money: true)
        judge(limits.day, limits.month, "day", "month", in: block, money: true)
        let dayCount = limits.dayCount.map(Int64.init)
        let monthCount = limits.monthCount.map(Int64.init)
        judge(dayCount, monthCount, "day_count", "month_count", in: block, money: false)
        judge(limits.month, Self.month(of: limits.day), "month", "day", in: block, money: true)
        judge(
            monthCount,
            Self.month(of: dayCount),
            "month_count",
            "day_count",
            in: block,
            money: false
        )
        return limits
    }

    /// The most that a month can see under a day's limit.
    private static func month(of day: Int64?) -> Int64? {
        day.map { $0.multipliedReportingOverflow(by: monthDaysMax) }
            .map { $0.overflow ? .max : $0.partialValue }
    }

    /// Warns where a limit is above another that is always met before.
    private mutating func judge(
        _ limit: Int64?,
        _ other: Int64?,
        _ key: String,
        _ otherKey: String,
        in block: Block,
        money: Bool
    ) {
        guard let limit, let other, limit > other, let place = block.values[key],
            let otherNode = block.values[otherKey]
        else { return }
        let shownLimit = money ? shown(limit) : String(limit)
        report(
            .unreachableLimit(
                "\(key): \(shownLimit)",
                by: "\(otherKey): \(otherNode.node.string ?? "")"
            ),
            places.range(of: place.node)
        )
    }

    /// Warns where a kind of payment alone may do more than all kinds together.
    private mutating func compare(
        _ own: PaymentLimits,
        with all: PaymentLimits,
        _ place: SourceRange,
        prefix: String
    ) {
        let pairs: [(String, Int64?, Int64?, Bool)] = [
            ("once", own.once, all.once, true), ("day", own.day, all.day, true),
            ("month", own.month, all.month, true),
            ("day_count", own.dayCount.map(Int64.init), all.dayCount.map(Int64.init), false),
            ("month_count", own.monthCount.map(Int64.init), all.monthCount.map(Int64.init), false),
        ]
        for (key, limit, other, isMoney) in pairs {
            guard let limit, let other, limit > other else { continue }
            func text(_ value: Int64) -> String { isMoney ? shown(value) : String(value) }
            report(
                .unreachableLimit("\(key): \(text(limit))", by: "\(prefix)\(key): \(text(other))"),
                place
            )
        }
    }

    /// Warns of bands that no level can reach, once for the first of each list.
    mutating func judgeReach(of levels: [IdentityLevel]) {
        for kind in PaymentKind.allCases {
            let reach = levels.map { Self.reach(of: kind, $0) }.max() ?? .max
            for band in seenBands where band.kind == kind && band.from > reach {
                report(.unreachableBand(from: shown(band.from), reach: shown(reach)), band.place)
            }
        }
    }

    /// The greatest payment that a level lets through.
    private static func reach(of kind: PaymentKind, _ level: IdentityLevel) -> Int64 {
        let own = level.limits(of: kind).left(after: Totals())
        let all = kind == .deposit ? level.into : level.out
        return min(own, all.left(after: Totals()), level.balance)
    }
}
