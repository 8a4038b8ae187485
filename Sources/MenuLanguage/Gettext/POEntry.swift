// SPDX-License-Identifier: Apache-2.0
public import SourceText

/// One text of a PO file and its translation, with everything that stands around it.
public struct POEntry: Hashable, Sendable {
    /// What tells two equal texts apart (`msgctxt`); nil where the line is missing.
    public var context: String?
    /// The text to translate (`msgid`).
    public var source: String
    /// The text for many (`msgid_plural`); nil where the text names no number.
    public var plural: String?
    /// The translation, or one for each plural form; an empty text is not translated yet.
    public var translations: [String]
    /// The words behind `#,`, such as `fuzzy`, in the order of the file.
    public var flags: [String]
    /// What translators wrote to each other, a line each (`#`).
    public var translatorComments: [String]
    /// What the author tells the translators, a line each (`#.`).
    public var extractedComments: [String]
    /// Where the text is written, each as `file:line` (`#:`); a file name may hold blanks.
    public var references: [String]
    /// The context the translation was made for, where it has changed (`#| msgctxt`).
    public var previousContext: String?
    /// The text the translation was made for, where it has changed (`#| msgid`).
    public var previousSource: String?
    /// The text for many the translation was made for, where it has changed.
    public var previousPlural: String?
    /// From the first keyword to the end of the last translation; empty for a new entry.
    public var range: SourceRange
    /// The context with its quotes, of all its lines; nil without one.
    public var contextRange: SourceRange?
    /// The text with its quotes, of all its lines.
    public var sourceRange: SourceRange
    /// Each translation with its quotes, of all its lines; as many as ``translations``.
    public var translationRanges: [SourceRange]

    /// Makes an entry that stands in no file yet.
    public init(
        context: String? = nil,
        source: String,
        plural: String? = nil,
        translations: [String] = [""]
    ) {
        let nowhere = SourceRange(file: "", lower: 0, upper: 0)
        self.context = context
        self.source = source
        self.plural = plural
        self.translations = translations
        (flags, translatorComments, extractedComments, references) = ([], [], [], [])
        range = nowhere
        sourceRange = nowhere
        translationRanges = translations.map { _ in nowhere }
    }

    /// Whether a person must look at the translation before it may be used.
    public var isFuzzy: Bool { flags.contains(POEntry.fuzzy) }

    /// Whether every form is translated, fuzzy or not.
    public var isTranslated: Bool {
        !translations.isEmpty && translations.allSatisfy { !$0.isEmpty }
    }

    /// The flag of a translation that a person must look at.
    public static let fuzzy = "fuzzy"

    /// What an entry is found by: two entries of one file never share it.
    public struct Key: Hashable, Sendable {
        /// The context, nil without one.
        public let context: String?
        /// The text to translate.
        public let source: String

        /// Makes a key of a context and a text.
        public init(context: String?, source: String) {
            (self.context, self.source) = (context, source)
        }
    }

    /// What the entry is found by.
    public var key: Key { Key(context: context, source: source) }
}
