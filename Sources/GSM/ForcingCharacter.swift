// SPDX-License-Identifier: Apache-2.0

/// A character that has no GSM-7 code, where it stands, and what could stand there instead.
public struct ForcingCharacter: Equatable, Hashable, Sendable {
    /// The character as a reader sees it, combining marks included.
    public let character: Character
    /// Where it begins in the text, in UTF-8 octets from 0.
    public let utf8Offset: Int
    /// A GSM-7 text of the same meaning, empty for what is best left out, `nil` when there is none.
    public let replacement: String?

    /// Makes a finding from its parts.
    public init(character: Character, utf8Offset: Int, replacement: String?) {
        self.character = character
        self.utf8Offset = utf8Offset
        self.replacement = replacement
    }
}
