// SPDX-License-Identifier: Apache-2.0
import Ledger
import Yams

/// Bands and the limits around them.
extension TariffReader {
    /// Reads `least`, `most` and `fees` of one kind of payment.
    func charge(_ key: String, greatest: Int64) throws(TariffError) -> Charge {
        let node = try child(key, in: root)
        try checkKeys(of: node, known: ["least", "most", "fees", "commission"])
        let least = try amount("least", in: node)
        let most = try amount("most", in: node)
        guard least > 0, least <= most, most <= greatest else {
            throw TariffError(
                .limitsCross("`\(key)` goes wrong: write 0 < least ≤ most ≤ greatest."),
                line: line(of: node)
            )
        }
        let hasFees = node.mapping?[Node("fees")] != nil
        let bands = hasFees ? try bands("fees", in: node, least: least, most: most) : []
        return Charge(least: least, most: most, bands: bands)
    }

    /// Reads what an agent earns for a deposit; nothing when it is not there.
    func commission(of deposit: Charge) throws(TariffError) -> [FeeBand] {
        let node = try child("deposit", in: root)
        guard node.mapping?[Node("commission")] != nil else { return [] }
        return try bands("commission", in: node, least: deposit.least, most: deposit.most)
    }

    /// Reads `from`, `to` and `fee` of each band; a band begins one unit after its predecessor.
    private func bands(
        _ key: String,
        in node: Node,
        least: Int64,
        most: Int64
    ) throws(TariffError) -> [FeeBand] {
        var bands: [FeeBand] = []
        var expected = least
        var end = 0
        for item in try sequence(key, in: node, most: Tariff.Limits.bandsMax) {
            try checkKeys(of: item, known: ["from", "to", "fee"])
            let from = try amount("from", in: item)
            let to = try amount("to", in: item)
            end = line(of: item)
            guard from == expected else {
                throw TariffError(
                    .gapOrOverlap(from: shown(from), expected: shown(expected)),
                    line: end
                )
            }
            guard from <= to else {
                throw TariffError(.bandBackwards(from: shown(from), to: shown(to)), line: end)
            }
            bands.append(FeeBand(upTo: to, fee: try amount("fee", in: item)))
            expected = to.saturatingAdd(currency.minorUnitsPerUnit)
        }
        guard let last = bands.last, last.upTo == most else {
            throw TariffError(
                .bandsEnd(at: shown(bands.last?.upTo ?? 0), expected: shown(most)),
                line: end
            )
        }
        return bands
    }

    private func shown(_ minorUnits: Int64) -> String {
        Amount(minorUnits: minorUnits, currency: currency).formatted(grouping: "", decimals: 0)
    }
}
