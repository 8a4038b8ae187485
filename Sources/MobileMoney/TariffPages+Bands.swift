// SPDX-License-Identifier: Apache-2.0
import SourceText

extension Tariff {
    /// The pages on bands.
    static let bandPages = [
        bands(
            "gap",
            "Between two bands there are amounts without a price.",
            why: "Somebody who pays such an amount could not be told what it costs.",
            bad: ["from: 50, to: 100, fee: 5", "from: 201, to: 1000, fee: 10"],
            good: ["from: 50, to: 200, fee: 5", "from: 201, to: 1000, fee: 10"]
        ),
        bands(
            "overlap",
            "Two bands hold for one amount.",
            why: "It would have two prices, and whoever pays would ask for the lower.",
            bad: ["from: 50, to: 200, fee: 5", "from: 200, to: 1000, fee: 10"],
            good: ["from: 50, to: 200, fee: 5", "from: 201, to: 1000, fee: 10"]
        ),
        bands(
            "band-backwards",
            "A band ends before it begins.",
            why: "No amount lies in it, so its price is never charged.",
            bad: ["from: 50, to: 20, fee: 5", "from: 21, to: 1000, fee: 10"],
            good: ["from: 50, to: 200, fee: 5", "from: 201, to: 1000, fee: 10"]
        ),
        bands(
            "bands-end",
            "The last band does not end where payments do.",
            why: "The greatest payments would have no price, or a price would never be charged.",
            bad: ["from: 50, to: 200, fee: 5", "from: 201, to: 500, fee: 10"],
            good: ["from: 50, to: 200, fee: 5", "from: 201, to: 1000, fee: 10"]
        ),
        bands(
            "fee-above-amount",
            "A fee is higher than the amount it is paid for.",
            why: "Nobody sends 50 for 500; probably a zero is too many.",
            bad: ["from: 50, to: 1000, fee: 500"],
            good: ["from: 50, to: 1000, fee: 50"]
        ),
        page(
            "unreachable-band",
            "No level lets anybody pay so much.",
            why: "The price is never charged, or the limits of a level are lower than meant.",
            bad: lines(20_000, ["from: 50, to: 12000, fee: 5", "from: 12001, to: 20000, fee: 10"]),
            good: lines(5_000, ["from: 50, to: 2000, fee: 5", "from: 2001, to: 5000, fee: 10"])
        ),
        page(
            "step-order",
            "Steps by the month's volume do not ascend.",
            why: "The last step that is passed holds, so one behind a higher one is never taken.",
            bad: steps([800, 500]),
            good: steps([500, 800])
        ),
    ]

    private static func bands(
        _ name: String,
        _ summary: String,
        why: String,
        bad: [String],
        good: [String]
    ) -> FindingPage {
        page(name, summary, why: why, bad: lines(1_000, bad), good: lines(1_000, good))
    }

    private static func lines(_ most: Int, _ bands: [String]) -> String {
        "withdraw:\n  least: 50\n  most: \(most)\n  fees:\n"
            + bands.map { "    - {\($0)}" }.joined(separator: "\n")
    }

    private static func steps(_ months: [Int]) -> String {
        lines(1_000, ["from: 50, to: 1000, fee: 5"]) + "\n  over:\n"
            + months.enumerated().map { index, month in
                "    - {month: \(month), fees: [{from: 50, to: 1000, fee: \(10 + 5 * index)}]}"
            }.joined(separator: "\n")
    }
}
