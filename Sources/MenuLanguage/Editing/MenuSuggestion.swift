// SPDX-License-Identifier: Apache-2.0
public import SourceText

/// One way in which an author may go on writing.
public struct MenuSuggestion: Hashable, Sendable {
    /// What is offered, as it is listed.
    public var label: String
    /// The sort of thing.
    public var kind: Kind
    /// What stands beside it in the list: a type, a signature; may be empty.
    public var detail: String
    /// What it is, in Markdown; may be empty.
    public var documentation: String
    /// The text to put in.
    public var text: String
    /// The same with places to fill in, as `${1:name}`; nil where there are none.
    ///
    /// The form is that of LSP 3.17, "Snippet Syntax".
    public var snippet: String?
    /// The text to put it in place of: what was typed of it so far.
    public var range: SourceRange
    /// How near it is to what is meant; smaller stands first.
    public var rank: Int

    /// The sorts of things that can be offered.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A word of the language.
        case keyword
        /// A screen or a place that the language gives.
        case screen
        /// A flow.
        case flow
        /// A question of this flow.
        case question
        /// A value.
        case value
        /// A field of a record.
        case field
        /// A service.
        case service
        /// An operation of a service.
        case operation
        /// An outcome of a call.
        case outcome
        /// A type.
        case type
        /// A word that a setting or a value knows.
        case word
        /// A key of an option.
        case key
        /// A file.
        case file
    }
}
