// SPDX-License-Identifier: Apache-2.0
public import SourceText

/// One text of a menu that can be translated, as translators see it.
public struct MenuMessage: Hashable, Sendable {
    /// The stable name of its place, unique in the menu (`msgctxt`): `wallet`, `wallet#1` for the
    /// option with the key 1, `send.amount#below`, `told#paid.kind=sent`, `#more`.
    public let context: String
    /// The lines as they are written behind `| `, joined by line feeds; plural holes show their
    /// first form (`msgid`).
    public let source: String
    /// The same with the last form of plural holes (`msgid_plural`); nil without such holes.
    public let plural: String?
    /// Where the text is written.
    public let range: SourceRange
    /// What a translator should know, a line each: the screen with its longest values, its limit
    /// and use, and the longest each hole can become.
    public let comments: [String]

    /// Makes a message from its parts.
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
