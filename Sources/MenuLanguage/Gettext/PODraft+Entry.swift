// SPDX-License-Identifier: Apache-2.0
import SourceText

extension PODraft {
    /// The entry, once its parts are known to be in order.
    func entry(in file: SourceFile) -> POEntry {
        var entry = POEntry(source: text(.source) ?? "", translations: [])
        entry.context = text(.context)
        if entry.context != nil { entry.contextRange = file.range(range(of: .context)) }
        entry.sourceRange = file.range(range(of: .source))
        entry.plural = text(.plural)
        entry.translations = forms.map { $0.text ?? "" }
        entry.translationRanges = forms.map { file.range($0.textRange ?? $0.range) }
        entry.range = file.range(range)
        if !previous.isEmpty, let source = previous(.source) {
            entry.previousSource = source
            entry.previousContext = previous(.context)
            entry.previousPlural = previous(.plural)
        }
        if !comments.isEmpty {
            entry.flags = flags
            entry.translatorComments = comments(.translator)
            entry.extractedComments = comments(.extracted)
            entry.references = comments(.references).flatMap { POReferences.split($0) }
        }
        return entry
    }
}

extension SourceFile {
    /// The range of some octets.
    func range(_ octets: Range<Int>) -> SourceRange {
        range(octets.lowerBound, octets.upperBound)
    }
}
