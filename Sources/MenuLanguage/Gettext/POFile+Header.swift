// SPDX-License-Identifier: Apache-2.0
public import Dialogue
import SourceText

extension POFile {
    /// The rule in the header's `Plural-Forms`; nil where there is none that can be read.
    public var pluralRule: PluralRule? {
        header["Plural-Forms"].flatMap { PluralForms.parse($0) }
    }

    /// Looks whether the header's character set is known, and its plural rule fits the texts.
    func checkHeader(_ findings: inout Findings) {
        if let charset = header.charset,
            !["utf-8", "utf8", "us-ascii", "ascii", "charset"].contains(charset.lowercased())
        {
            let finding = TranslationSyntaxFinding.charset(String(charset.prefix(40)))
            findings.report(finding, at: header.range)
        }
        let written = header["Plural-Forms"]
        let rule = pluralRule
        let isTemplate = written?.contains("nplurals=INTEGER") == true
        if let written, rule == nil, !isTemplate {
            let finding = TranslationSyntaxFinding.pluralRule(String(written.prefix(100)))
            findings.report(finding, at: header.range)
            return
        }
        for entry in entries
        where entry.plural != nil && entry.translations.contains(where: { !$0.isEmpty }) {
            guard let rule else {
                findings.report(TranslationSyntaxFinding.noPluralRule, at: entry.sourceRange)
                return
            }
            let (count, needed) = (entry.translations.count, rule.formCount)
            guard count != needed, findings.all.count < POLimits.findingsMax else { continue }
            let finding = TranslationSyntaxFinding.formCount(count: count, needed: needed)
            let last = entry.translationRanges.last ?? entry.range
            findings.report(finding, at: count > needed ? last : entry.sourceRange)
        }
    }
}
