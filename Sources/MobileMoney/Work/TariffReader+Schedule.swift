// SPDX-License-Identifier: Apache-2.0

extension TariffReader {
    /// Reads `schedule`: `savings_rate`, and the days of dormancy; nothing when it is not there.
    mutating func schedule(_ root: Block) -> ScheduleTerms {
        guard
            let node = block(
                "schedule",
                in: root,
                known: TariffKeys.schedule,
                required: false
            )
        else { return ScheduleTerms() }
        var terms = ScheduleTerms()
        if let rate = percentage("savings_rate", in: node, required: false) {
            terms.savingsRate = AnnualRate(millionths: rate.millionths)
        }
        let days = TariffKeys.schedule.dropFirst()
        guard days.contains(where: node.has) else { return terms }
        let bounds = 1...DormancyRules.daysMax
        let read = days.map { number($0, in: node, within: bounds) }
        guard let notice = read[0], let block = read[1], let close = read[2] else { return terms }
        terms.dormancy = DormancyRules(noticeDays: notice, blockDays: block, closeDays: close)
        if terms.dormancy == nil {
            let place = node.values["block_days"]?.key ?? node.place
            if notice >= block {
                report(notLess("notice_days", notice, "block_days", block), place)
            } else {
                report(notLess("block_days", block, "close_days", close), place)
            }
        }
        return terms
    }

    private func notLess(_ key: String, _ days: Int, _ next: String, _ more: Int) -> TariffFinding {
        .notLess(lower: "`\(key): \(days)`", upper: "`\(next): \(more)`")
    }
}
