// SPDX-License-Identifier: Apache-2.0
public import Dialogue
import SourceText

extension POFile {
    /// The rule in the header's `Plural-Forms`; nil where there is none that can be read.
    public var pluralRule: PluralRule? {
        header["Plural-Forms"].flatMap { PluralForms.parse($0) }
    }

    /// Looks whether the header's character set is known, and its plural rule fits the texts.
    func checkHeader(
        in source: SourceFile,
        _ plurals: [POAssembly.PluralEntry],
        _ findings: inout Findings
    ) {
        if let charset = header.charset,
            !["utf-8", "utf8", "us-ascii", "ascii", "charset"].contains(charset.lowercased())
        {
            let finding = TranslationSyntaxFinding.charset(String(charset.prefix(40)))
            findings.report(finding, at: place(of: "charset=", in: source))
        }
        let written = header["Plural-Forms"]
        let rule = pluralRule
        let isTemplate = written?.contains("nplurals=INTEGER") == true
        if let written, rule == nil, !isTemplate {
            let finding = TranslationSyntaxFinding.pluralRule(String(written.prefix(100)))
            findings.report(finding, at: place(of: "plural-forms", in: source))
            return
        }
        for entry in plurals {
            guard let rule else {
                let place = source.range(entry.source)
                findings.report(TranslationSyntaxFinding.noPluralRule, at: place)
                return
            }
            let (count, needed) = (entry.forms, rule.formCount)
            guard count != needed, findings.all.count < POLimits.findingsMax else { continue }
            let finding = TranslationSyntaxFinding.formCount(count: count, needed: needed)
            findings.report(finding, at: source.range(count > needed ? entry.last : entry.source))
        }
    }

    /// Where a word of the header stands with what follows on its line, or else the header.
    private func place(of word: String, in source: SourceFile) -> SourceRange {
        let text = source.text(in: header.range).lowercased()
        guard let start = text.firstRange(of: word)?.lowerBound else { return header.range }
        let lower = header.range.lower + text.utf8.distance(from: text.startIndex, to: start)
        let rest = text[start...].prefix { !"\"\\\n\r\r\n".contains($0) }
        return source.range(lower, lower + rest.utf8.count)
    }
}
