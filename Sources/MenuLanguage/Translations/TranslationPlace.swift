// SPDX-License-Identifier: Apache-2.0
import SourceText

/// Finds what stands in a translation again in its file, where it may be cut into several strings
/// with escapes: by counting braces, which are written in a file as they are.
struct TranslationPlace {
    private let text: String
    private let whole: SourceRange
    private let source: SourceFile

    /// A translation as it is shown, and where it is written.
    init(_ text: String, _ whole: SourceRange, _ source: SourceFile) {
        self.text = text
        self.whole = whole
        self.source = source
    }

    /// Where a brace, or what stands between two, is written; the whole translation when it cannot
    /// be told.
    func range(of range: SourceRange) -> SourceRange {
        let octets = Array(text.utf8)
        guard range.upper <= octets.count else { return whole }
        let raw = Array(source.text(in: whole).utf8)
        let braces = raw.indices.filter { Self.isBrace(raw[$0]) }
        let isBrace = octets.indices.contains(range.lower) && Self.isBrace(octets[range.lower])
        let before = octets[..<range.lower].lazy.filter(Self.isBrace).count - (isBrace ? 0 : 1)
        guard braces.indices.contains(before) else { return whole }
        let lower = braces[before] + (isBrace ? 0 : 1)
        let upper = lower + range.utf8Count
        guard upper <= raw.count, raw[lower..<upper] == octets[range.lower..<range.upper] else {
            return whole
        }
        return source.range(whole.lower + lower, whole.lower + upper)
    }

    private static func isBrace(_ octet: UInt8) -> Bool {
        octet == UInt8(ascii: "{") || octet == UInt8(ascii: "}")
    }
}
