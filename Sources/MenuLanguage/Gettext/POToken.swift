// SPDX-License-Identifier: Apache-2.0

/// One word of a PO file.
struct POToken {
    let kind: Kind
    /// The octets of the file it covers.
    let octets: Range<Int>
    /// Whether it stands behind `#~`, in a text no longer in use.
    let isObsolete: Bool
    /// Whether it stands behind `#|` or `#~|`, in what a translation was made for.
    let isPrevious: Bool

    /// What a word is.
    enum Kind {
        /// A word that begins a part of an entry.
        case keyword(Keyword)
        /// A word that means nothing here.
        case unknown(String)
        /// The number of a plural form, `[0]`; nil when it is none or too large.
        case index(Int?)
        /// What a quoted text says.
        case string(Said)
        /// A quoted text that cannot be read, and the octets that are wrong.
        case badString(TranslationSyntaxFinding, Range<Int>)
        /// A comment with what stands behind its marks.
        case comment(Comment, String)
    }

    /// What a quoted text, or several in a row, say.
    enum Said {
        /// These octets of the file, which are whole characters.
        case written(Range<Int>)
        /// Octets of which some were written as escapes.
        case meant([UInt8])
    }

    /// The words that begin a part of an entry.
    enum Keyword: String, CaseIterable {
        case context = "msgctxt"
        case source = "msgid"
        case plural = "msgid_plural"
        case translation = "msgstr"

        /// The keyword that is written so.
        init?(_ octets: ArraySlice<UInt8>) {
            let known: (keyword: Self, octets: [UInt8])
            switch octets.count {
            case Self.spelledSource.count: known = (.source, Self.spelledSource)
            case Self.spelledTranslation.count: known = (.translation, Self.spelledTranslation)
            case Self.spelledContext.count: known = (.context, Self.spelledContext)
            default: known = (.plural, Self.spelledPlural)
            }
            guard octets == known.octets[...] else { return nil }
            self = known.keyword
        }

        private static let spelledContext = Array(context.rawValue.utf8)
        private static let spelledSource = Array(source.rawValue.utf8)
        private static let spelledPlural = Array(plural.rawValue.utf8)
        private static let spelledTranslation = Array(translation.rawValue.utf8)
    }

    /// Who a comment is from or what it lists.
    enum Comment {
        case translator
        case extracted
        case references
        case flags
    }
}
