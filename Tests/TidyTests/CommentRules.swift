// SPDX-License-Identifier: Apache-2.0

/// Comments speak to readers; what is no longer run is in the history.
enum CommentRules {
    static let all = [noCode]

    static let noCode = TidyRule.swift("no commented-out code") { file in
        file.scan.comments.filter { !$0.isDocumentation && looksLikeCode($0.text) }.map {
            Violation(line: $0.line, advice: "Delete the code, or say in words why it is not run.")
        }
    }

    private static let declarations: Set<String> = [
        "actor", "class", "enum", "extension", "func", "let", "protocol", "struct", "var",
    ]
    private static let modifiers: Set<String> = [
        "await", "defer", "fileprivate", "guard", "internal", "mutating", "private", "public",
        "return", "static", "throw", "try",
    ]

    /// Whether a comment's text reads as a line of Swift and not as a sentence.
    private static func looksLikeCode(_ text: String) -> Bool {
        let tokens = SwiftScan(text).tokens
        guard let first = tokens.first, let last = tokens.last else { return false }
        if ["{", "}", ";"].contains(last.text) || ["}", "@"].contains(first.text) { return true }
        let texts = tokens.map(\.text)
        if texts.starts(with: ["case", "."]) || texts.starts(with: ["#", "if"]) { return true }
        if first.text == "import" { return tokens.count == 2 && tokens[1].isWord }
        let rest = tokens.drop { modifiers.contains($0.text) }
        if isDeclaration(rest) { return true }
        return isStatement(rest)
    }

    /// A keyword, a name, and what can only follow a name in a declaration.
    private static func isDeclaration(_ tokens: ArraySlice<SwiftScan.Token>) -> Bool {
        let words = Array(tokens.prefix(3))
        guard words.count == 3, declarations.contains(words[0].text), words[1].isWord else {
            return false
        }
        switch words[2].text {
        case "=": return true
        case ":", "(", "<": return words[2].isJoined
        default: return false
        }
    }

    /// A call that fills the line, or something given to a name.
    private static func isStatement(_ tokens: ArraySlice<SwiftScan.Token>) -> Bool {
        guard let first = tokens.first, let last = tokens.last, first.isWord else { return false }
        let chain = tokens.dropFirst().prefix {
            $0.isJoined && (["[", ".", "]"].contains($0.text) || $0.isWord)
        }
        let after = tokens.dropFirst(1 + chain.count)
        guard let next = after.first else { return false }
        let closes = [")", "]", SwiftScan.literal].contains(last.text)
        if next.text == "(" { return next.isJoined && last.text == ")" && closesLast(after) }
        let given = after.drop { ["+", "-", "*"].contains($0.text) }
        return given.first?.text == "=" && (closes || given.count == 2)
    }

    /// Whether the parenthesis that opens a slice is closed by its last token.
    private static func closesLast(_ tokens: ArraySlice<SwiftScan.Token>) -> Bool {
        var depth = 0
        for index in tokens.indices {
            if tokens[index].text == "(" { depth += 1 }
            if tokens[index].text == ")" { depth -= 1 }
            if depth == 0, tokens[index].text == ")", index < tokens.endIndex - 1 {
                guard tokens[index + 1].text == "." else { return false }
            }
        }
        return depth == 0
    }
}
