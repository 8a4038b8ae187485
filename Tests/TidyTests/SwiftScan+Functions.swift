// SPDX-License-Identifier: Apache-2.0

extension SwiftScan {
    /// A function, initializer, subscript or computed property with its body.
    struct Function: Hashable, Sendable {
        /// Its name, or the keyword of a nameless one.
        let name: String
        /// The line of its keyword.
        let line: Int
        /// The lines from its keyword to its closing brace.
        let lineCount: Int
    }

    /// All functions with a body, nested ones too, in order.
    var functions: [Function] {
        tokens.indices.compactMap { index in
            guard isDeclaration(index), let open = bodyStart(after: index),
                let close = closingBrace(of: open)
            else { return nil }
            let name = tokens[index + 1].isWord ? tokens[index + 1].text : tokens[index].text
            let line = tokens[index].line
            return Function(name: name, line: line, lineCount: tokens[close].line - line + 1)
        }
    }

    private func isDeclaration(_ index: Int) -> Bool {
        guard index + 1 < tokens.count else { return false }
        let previous = index > 0 ? tokens[index - 1].text : ""
        switch tokens[index].text {
        case "func", "deinit", "subscript", "var": return previous != "." && previous != "`"
        case "init":
            return previous != "." && ["(", "<", "?", "!"].contains(tokens[index + 1].text)
        default: return false
        }
    }

    /// The index of the brace that opens a declaration's body, `nil` if it has none.
    private func bodyStart(after declaration: Int) -> Int? {
        var depth = 0
        for index in (declaration + 1)..<tokens.count {
            let token = tokens[index]
            switch token.text {
            case "(", "[": depth += 1
            case ")", "]": depth -= 1
            case _ where depth > 0: continue
            case "{": return index
            case "}": return nil
            case "=" where tokens[declaration].text == "var": return nil
            case let word where index > declaration + 1 && Self.openers.contains(word): return nil
            default: break
            }
            if depth < 0 { return nil }
        }
        return nil
    }

    /// Words that begin the next declaration or statement, so that no body came before.
    private static let openers: Set<String> = [
        "@", "associatedtype", "case", "deinit", "defer", "do", "else", "enum", "extension",
        "fileprivate", "for", "func", "guard", "if", "import", "init", "internal", "let",
        "mutating", "private", "protocol", "public", "repeat", "return", "static", "struct",
        "subscript", "switch", "throw", "try", "typealias", "var", "while",
    ]

    private func closingBrace(of open: Int) -> Int? {
        var depth = 0
        for index in open..<tokens.count {
            if tokens[index].text == "{" { depth += 1 }
            if tokens[index].text == "}" { depth -= 1 }
            if depth == 0 { return index }
        }
        return nil
    }
}
