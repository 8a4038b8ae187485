// SPDX-License-Identifier: Apache-2.0

/// What single targets do without.
enum ModuleRules {
    static let all = [money, waiting]

    static let money = words(
        ["Double", "Float"],
        "money is integers",
        advice: "is not exact; count minor units in an integer",
        in: ["Ledger", "LedgerStorage", "MobileMoney"]
    )

    static let waiting = words(
        ["async", "await"],
        "the dialogue never waits",
        advice:
            "has no place in a state machine; return an effect and take its outcome as an event",
        in: ["Dialogue"]
    )

    private static func words(
        _ words: Set<String>,
        _ name: String,
        advice: String,
        in targets: Set<String>
    ) -> TidyRule {
        TidyRule.swift(name) { file in
            guard let target = file.target, targets.contains(target) else { return [] }
            return file.scan.tokens.filter { words.contains($0.text) }.map {
                Violation(line: $0.line, advice: "`\($0.text)` \(advice).")
            }
        }
    }
}
