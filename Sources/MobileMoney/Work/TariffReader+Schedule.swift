// SPDX-License-Identifier: Apache-2.0
import Yams

extension TariffReader {
    /// Reads `schedule`: `savings_rate`, and the days of dormancy; nothing when it is not there.
    func schedule() throws(TariffError) -> ScheduleTerms {
        guard root.mapping?[Node("schedule")] != nil else { return ScheduleTerms() }
        let node = try child("schedule", in: root)
        let days = ["notice_days", "block_days", "close_days"]
        try checkKeys(of: node, known: ["savings_rate"] + days)
        var terms = ScheduleTerms()
        if node.mapping?[Node("savings_rate")] != nil {
            let typed = try child("savings_rate", in: node)
            guard let rate = AnnualRate(parsing: typed.scalar?.string ?? "") else {
                throw TariffError(
                    .wrongShape("savings_rate", expected: "like \"4.5%\", from 0 to 100"),
                    line: line(of: typed)
                )
            }
            terms.savingsRate = rate
        }
        if days.contains(where: { node.mapping?[Node($0)] != nil }) {
            let bounds = 1...DormancyRules.daysMax
            terms.dormancy = DormancyRules(
                noticeDays: try number("notice_days", in: node, within: bounds),
                blockDays: try number("block_days", in: node, within: bounds),
                closeDays: try number("close_days", in: node, within: bounds)
            )
            guard terms.dormancy != nil else {
                throw TariffError(
                    .limitsCross(
                        "`schedule` goes wrong: write notice_days < block_days < close_days."
                    ),
                    line: line(of: node)
                )
            }
        }
        return terms
    }
}
