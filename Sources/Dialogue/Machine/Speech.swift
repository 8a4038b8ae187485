// SPDX-License-Identifier: Apache-2.0

/// What a language of a program has beside its states and its style of amounts.
final class Speech: Sendable {
    /// What an option list says to a key that is not on it, unless it says so itself.
    let wrongChoice: Body
    /// The line that turns the page of a list, or nothing.
    let moreLine: Drawing

    init(_ wrongChoice: Body, _ moreKey: String?, _ moreLabel: String) {
        self.wrongChoice = wrongChoice
        moreLine = moreKey.map { Drawing(key: $0, label: moreLabel) } ?? Drawing()
    }
}
