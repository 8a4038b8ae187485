// SPDX-License-Identifier: Apache-2.0
import SourceText

/// What an author wrote in one line, with blanks only where the formatter puts them.
enum WrittenText {
    /// A target, a type, a value or the like, as `detail(p, "last")`.
    static func spaced(_ text: some StringProtocol, isCondition: Bool = false) -> String {
        // What stands behind an arrow is read as names and signs, not as an option or a text.
        let line = MenuTokens(SourceFile(path: "", text: "-> \(text)")).lines.first
        guard let tokens = line?.tokens.dropFirst() else { return "" }
        return LineCells.spaced(tokens, isCondition: isCondition)
    }
}
