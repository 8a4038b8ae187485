// SPDX-License-Identifier: Apache-2.0
import SourceText

extension DraftMenu {
    /// Warns where the numbers of options leave one out, as 1, 2, 4.
    ///
    /// Keys with a zero before them and keys that begin with 9 stand apart by habit, as `0 Back`,
    /// `00 Home` and `9 My account`; they leave nothing out.
    func checkNumbering(_ choices: [DraftChoice], _ findings: inout Findings) {
        var numbers: [(number: Int, key: NameSyntax)] = []
        for choice in choices where !choice.key.text.hasPrefix("0") {
            guard let number = Int(choice.key.text), number > 0 else { continue }
            if numbers.contains(where: { $0.number == number }) { continue }
            numbers.append((number, choice.key))
        }
        guard numbers.count > 1 else { return }
        var last = 0
        for (number, key) in numbers.sorted(by: { $0.number < $1.number }) {
            if number == last + 1 {
                last = number
            } else if !key.text.hasPrefix("9") {
                return findings.report(
                    KeyFinding.numberingGap(key: key.text, missing: last + 1),
                    at: key.range
                )
            }
        }
    }
}
