// SPDX-License-Identifier: Apache-2.0

/// One thing that differs between two versions of a menu, in its author's words.
public struct MenuChange: Hashable, Sendable, Encodable {
    /// The screen or step that it is about, as `wallet` or `send.amount`; empty for the menu.
    public let place: String
    /// What kind of thing differs.
    public let kind: Kind
    /// The difference in one sentence.
    public let sentence: String
    /// What it was, as it was written; nil for what is new.
    public let old: String?
    /// What it is, as it is written; nil for what is gone.
    public let new: String?

    /// What kind of thing differs.
    public enum Kind: String, Hashable, Sendable, Encodable, CaseIterable {
        /// A screen, flow, question, option, outcome or shortcut is new.
        case added
        /// One is gone.
        case removed
        /// One has another name.
        case renamed
        /// Options, questions or steps stand in another order.
        case reordered
        /// An option has another key.
        case renumbered
        /// An arrow leads elsewhere.
        case retargeted
        /// A text or a label says something else.
        case reworded
        /// An option is shown under another condition.
        case condition
        /// A question takes other answers, or a screen other values.
        case answers
        /// A service is called otherwise.
        case call
        /// A line under `menu`.
        case setting
        /// A string to dial or an SMS command means something else.
        case shortcut
        /// A screen at its longest is longer or shorter.
        case size
    }

    /// Makes a change of its parts.
    init(
        _ kind: Kind,
        at place: String,
        _ sentence: String,
        old: String? = nil,
        new: String? = nil
    ) {
        self.place = place
        self.kind = kind
        self.sentence = sentence
        self.old = old
        self.new = new
    }
}

/// A place where a session can wait, and the keys that lead elsewhere when it is dialled anew.
public struct SessionChange: Hashable, Sendable, Encodable {
    /// The screen or question, by its old name.
    public let place: String
    /// What is different, a sentence each.
    public let sentences: [String]
}
