// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText

extension DraftBuilder {
    /// The number whose words stand in a text, nil when there is none or after reporting.
    mutating func number(
        of lines: [TextLineSyntax],
        _ rule: PluralRule,
        in scope: Scope
    ) -> DraftReference? {
        var number: DraftReference?
        var isWell = true
        for piece in lines.lazy.flatMap(\.pieces) {
            guard case .plural(let path, let forms, let range) = piece else { continue }
            if forms.count != rule.formCount {
                isWell = false
                findings.report(
                    PluralFinding.pluralForms(
                        given: forms.count,
                        expected: rule.formCount,
                        language: draft.settings.language
                    ),
                    at: range
                )
            }
            guard let reference = resolve(path, in: scope) else {
                isWell = false
                continue
            }
            guard case .number = reference.type else {
                isWell = false
                findings.report(
                    PluralFinding.pluralNeedsNumber(
                        name: reference.name,
                        type: reference.type.described
                    ),
                    at: path.range
                )
                continue
            }
            if let number, number.reference != reference.reference {
                isWell = false
                findings.report(
                    PluralFinding.pluralTwoNumbers(first: number.name, second: reference.name),
                    at: path.range,
                    notes: [.init(range: number.range, "The first number stands here.")]
                )
            }
            number = number ?? reference
        }
        return isWell ? number : nil
    }
}
