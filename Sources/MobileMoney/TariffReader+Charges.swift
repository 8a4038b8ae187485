// SPDX-License-Identifier: Apache-2.0
import Ledger
import SourceText
import Yams

/// What payments cost, and what agents earn.
extension TariffReader {
    /// Reads one kind of payment; nil when its bounds or bands could not be read.
    mutating func charge(
        _ kind: PaymentKind,
        in root: Block,
        _ rounding: Rounding
    ) -> Charge? {
        let known = TariffKeys.charge(of: kind)
        guard let block = block(kind.rawValue, in: root, known: known),
            let (least, most) = bounds("least", "most", in: block)
        else { return nil }
        let span = least...most
        let bands = bands("fees", in: block, span, of: kind, rounding)
        let commission = self.bands("commission", in: block, span, of: kind, nil)
        var charge = Charge(least: least, most: most, bands: bands ?? [])
        charge.rounding = rounding
        charge.commission = commission ?? []
        charge.steps = steps(block, span, of: kind, rounding)
        charge.free = freeQuota(block)
        charge.senderShare = senderShare(block)
        charge.feeTax = tax("fee_tax", in: block)
        charge.amountTax = tax("amount_tax", in: block)
        if !block.has("fees") {
            for key in ["over", "free", "pays", "fee_tax"] {
                guard let place = block.values[key]?.key else { continue }
                report(.without(key, needs: "fees"), place)
            }
        }
        let isWhole =
            (bands != nil || !block.has("fees"))
            && (commission != nil || !block.has("commission"))
        return isWhole ? charge : nil
    }

    /// The least, which is more than nothing, and the most, which is not below it.
    private mutating func bounds(
        _ lower: String,
        _ upper: String,
        in block: Block
    ) -> (Int64, Int64)? {
        guard let least = amount(lower, in: block), let most = amount(upper, in: block) else {
            return nil
        }
        let place = block.values[lower].map { places.range(of: $0.node) } ?? block.place
        guard least > 0 else {
            report(.shape(lower, expected: "more than nothing"), place)
            return nil
        }
        guard least <= most else {
            report(
                .bounds(lower: "`\(lower): \(shown(least))`", upper: "`\(upper): \(shown(most))`"),
                place
            )
            return nil
        }
        return (least, most)
    }

    /// Reads bands, each of which begins one unit behind its predecessor's end, whole or minor: an
    /// amount between the two costs as the upper band.
    ///
    /// `rounding` is for fees, which are held against the amount; nil for commissions.
    private mutating func bands(
        _ key: String,
        in block: Block,
        _ span: ClosedRange<Int64>,
        of kind: PaymentKind,
        _ rounding: Rounding?
    ) -> [FeeBand]? {
        guard
            let items = list(key, in: block, most: Tariff.Limits.bandsMax, required: false)
        else { return nil }
        var bands: [FeeBand] = []
        var expected: ClosedRange<Int64>? = span.lowerBound...span.lowerBound
        var end: (units: Int64, place: SourceRange)?
        for item in items {
            guard let band = self.block(item, "the band", at: nil, known: TariffKeys.band) else {
                expected = nil
                continue
            }
            let from = amount("from", in: band)
            let to = amount("to", in: band)
            let price = price(of: band)
            if let from { judge(from, against: expected, in: band) }
            expected = to.map {
                $0.saturatingAdd(1)...$0.saturatingAdd(currency.minorUnitsPerUnit)
            }
            guard let from, let to, let price else { continue }
            let place = band.values["to"].map { places.range(of: $0.node) } ?? band.place
            end = (to, place)
            if from > to {
                report(.backwards(from: shown(from), to: shown(to)), place)
                continue
            }
            bands.append(FeeBand(upTo: to, price: price))
            guard let rounding else { continue }
            seenBands.append(SeenBand(kind: kind, from: from, place: band.place))
            let cost = price.units(for: from, rounding)
            if cost > from {
                let range = band.values["fee"].map { places.range(of: $0.node) } ?? band.place
                report(.feeAboveAmount(fee: shown(cost), amount: shown(from)), range)
            }
        }
        if let end, expected != nil, end.units != span.upperBound {
            report(.bandsEnd(at: shown(end.units), most: shown(span.upperBound)), end.place)
        }
        return bands.count == items.count ? bands : nil
    }

    private mutating func judge(
        _ from: Int64,
        against starts: ClosedRange<Int64>?,
        in band: Block
    ) {
        guard let starts, !starts.contains(from) else { return }
        let expected = starts.upperBound
        let place = band.values["from"].map { places.range(of: $0.node) } ?? band.place
        report(
            from > expected
                ? .gap(from: shown(from), expected: shown(expected))
                : .overlap(from: shown(from), expected: shown(expected)),
            place
        )
    }

    /// A flat price, or a percentage with its least and most.
    private mutating func price(of band: Block) -> FeeBand.Price? {
        guard let (typed, place) = text("fee", in: band) else { return nil }
        guard typed.hasSuffix("%") else {
            for key in ["least", "most"] {
                guard let place = band.values[key]?.key else { continue }
                report(.without(key, needs: "fee: …%"), place)
            }
            return amount(typed, "fee", place).map { .flat($0) }
        }
        guard let part = percentage(typed, "fee", place) else { return nil }
        let least = amount("least", in: band, required: false) ?? 0
        let most = amount("most", in: band, required: false) ?? .max
        if least > most, let place = band.values["least"] {
            report(
                .bounds(lower: "`least: \(shown(least))`", upper: "`most: \(shown(most))`"),
                places.range(of: place.node)
            )
        }
        return .part(part, least: least, most: most)
    }

    private mutating func steps(
        _ block: Block,
        _ span: ClosedRange<Int64>,
        of kind: PaymentKind,
        _ rounding: Rounding
    ) -> [Charge.VolumeStep] {
        let most = Tariff.Limits.stepsMax
        var steps: [Charge.VolumeStep] = []
        for item in list("over", in: block, most: most, required: false) ?? [] {
            guard let step = self.block(item, "the step", at: nil, known: TariffKeys.step) else {
                continue
            }
            let above = amount("month", in: step)
            if !step.has("fees") { report(.missingKey("fees", of: step.name), step.place) }
            guard let above, let bands = bands("fees", in: step, span, of: kind, rounding) else {
                continue
            }
            if let last = steps.last, last.above >= above {
                let place = step.values["month"].map { places.range(of: $0.node) } ?? step.place
                report(.stepOrder(shown(above), before: shown(last.above)), place)
            }
            steps.append(Charge.VolumeStep(above: above, bands: bands))
        }
        return steps
    }

    private mutating func freeQuota(_ block: Block) -> Charge.FreeQuota {
        var quota = Charge.FreeQuota()
        guard let free = self.block("free", in: block, known: TariffKeys.free, required: false)
        else { return quota }
        let counts = 1...PaymentLimits.countMax
        quota.monthCount = number("month_count", in: free, within: counts, required: false) ?? 0
        quota.monthAmount = amount("month_amount", in: free, required: false) ?? 0
        quota.lifeAmount = amount("life_amount", in: free, required: false) ?? 0
        return quota
    }

    private enum Payer: String, CaseIterable {
        case sender, receiver, split
    }

    private mutating func senderShare(_ block: Block) -> Percentage {
        let payer = word("pays", in: block, Payer.self) ?? .sender
        if payer != .split, let place = block.values["sender_share"]?.key {
            report(.without("sender_share", needs: "pays: split"), place)
        }
        switch payer {
        case .sender: return .whole
        case .receiver: return .none
        case .split: return percentage("sender_share", in: block) ?? .whole
        }
    }

    private enum Taking: String, CaseIterable {
        case inside
        case onTop = "on_top"
    }

    private mutating func tax(_ key: String, in block: Block) -> Charge.Tax? {
        guard let tax = self.block(key, in: block, known: TariffKeys.tax, required: false) else {
            return nil
        }
        let rate = percentage("rate", in: tax)
        if !tax.has("how") { report(.missingKey("how", of: tax.name), tax.place) }
        let taking = word("how", in: tax, Taking.self)
        guard let rate, let taking else { return nil }
        return Charge.Tax(rate: rate, isInside: taking == .inside)
    }
}
