// SPDX-License-Identifier: Apache-2.0
public import Dialogue

/// The header field `Plural-Forms` of PO files.
public enum PluralForms {
    /// Reads a field such as `nplurals=2; plural=(n != 1);`.
    ///
    /// The rule is an expression of C over `n` with `?:`, `||`, `&&`, comparisons, `+ - * / %`, `!`
    /// and parentheses, at most 1000 octets long and 32 levels deep.
    ///
    /// - Returns: the rule; nil where the field cannot be read, or has more than six forms.
    public static func parse(_ field: String) -> PluralRule? {
        guard field.utf8.count <= POLimits.ruleOctetsMax else { return nil }
        var count: Int?
        var rule: String?
        for part in field.split(separator: ";") {
            let words = part.split(separator: "=", maxSplits: 1)
            guard words.count == 2 else { continue }
            switch words[0].filter({ !$0.isWhitespace }) {
            case "nplurals": count = Int(words[1].filter { !$0.isWhitespace })
            case "plural": rule = String(words[1])
            default: break
            }
        }
        guard let count, (1...POLimits.formsMax).contains(count), let rule else { return nil }
        var parser = PluralParser(rule)
        return parser.parse().flatMap { PluralRule(formCount: count, expression: $0) }
    }
}
