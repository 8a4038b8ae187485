// SPDX-License-Identifier: Apache-2.0
public import SourceText

/// One text of a menu as translators are given it.
public struct MenuMessage: Hashable, Sendable {
    /// What tells the text apart from all others (gettext's `msgctxt`): its screen or step, and
    /// what it is there, such as `send.amount#below`.
    public let context: String
    /// The lines as written behind `| `, with their holes and doubled braces, joined by new lines;
    /// words for a number have their first form.
    public let source: String
    /// The same with the last form of each word for a number; nil without such words.
    public let plural: String?
    /// Where the text is written.
    public let range: SourceRange
    /// What translators are told, a line each: the screen and its limit, and the holes.
    public let comments: [String]

    /// Makes a text from its parts.
    public init(
        context: String,
        source: String,
        plural: String? = nil,
        range: SourceRange,
        comments: [String] = []
    ) {
        self.context = context
        self.source = source
        self.plural = plural
        self.range = range
        self.comments = comments
    }
}
