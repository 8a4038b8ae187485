// SPDX-License-Identifier: Apache-2.0
import SourceText

/// A place among the tokens of one line.
struct TokenCursor {
    /// The tokens of the line.
    let tokens: [MenuToken]
    /// The path of the file, for ranges.
    let path: String
    /// Whether a mistake of this line was reported; what follows from it is not.
    var failed = false
    private(set) var position = 0
    /// The offset of the first token.
    let lower: Int

    /// A cursor before the first token of a line.
    init(_ line: MenuLine, path: String) {
        tokens = line.tokens
        self.path = path
        lower = line.lower + line.indentation.utf8.count
    }

    /// The token that follows, nil at the end of the line.
    var next: MenuToken? { peek(0) }

    /// The token so many behind the next.
    func peek(_ distance: Int) -> MenuToken? {
        tokens.indices.contains(position + distance) ? tokens[position + distance] : nil
    }

    /// Goes on by one token, and returns it.
    @discardableResult
    mutating func take() -> MenuToken? {
        let token = next
        if token != nil { position += 1 }
        return token
    }

    /// Goes on by one token if it is this word or symbol.
    mutating func take(_ text: String) -> MenuToken? {
        guard let next, next.text == text, next.kind == .symbol || next.kind == .word else {
            return nil
        }
        return take()
    }

    /// Goes on by one token if it is of this kind.
    mutating func take(_ kind: MenuToken.Kind) -> MenuToken? {
        next?.kind == kind ? take() : nil
    }

    /// Goes on to the next symbol that is spelled so, or to the end of the line.
    mutating func skip(to symbol: String) {
        while let next, !(next.kind == .symbol && next.text == symbol) { position += 1 }
    }

    /// Where the next token stands, or the end of the line.
    var nextRange: SourceRange { next.map { range($0) } ?? lineRange.end }

    /// From the first token to the last.
    var lineRange: SourceRange {
        SourceRange(file: path, lower: lower, upper: tokens.last?.upper ?? lower)
    }

    /// From a token to the last that was taken.
    func range(from token: MenuToken) -> SourceRange {
        let last = position > 0 ? tokens[position - 1] : token
        return range(token).union(range(last))
    }

    /// Where a token stands.
    func range(_ token: MenuToken) -> SourceRange {
        SourceRange(file: path, lower: token.lower, upper: token.upper)
    }

    /// A token as a name.
    func name(_ token: MenuToken) -> NameSyntax {
        NameSyntax(text: token.text, range: range(token))
    }
}
