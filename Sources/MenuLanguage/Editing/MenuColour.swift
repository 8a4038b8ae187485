// SPDX-License-Identifier: Apache-2.0
public import SourceText

/// A stretch of a file and what it is, for colouring.
public struct MenuColour: Hashable, Sendable {
    /// The stretch; it lies within one line.
    public let range: SourceRange
    /// What it is.
    public let kind: Kind
    /// Whether a name is made here.
    public let isDeclaration: Bool

    /// What a stretch can be.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A word of the language.
        case keyword
        /// A screen or a flow.
        case place
        /// A question, parameter, result or other value.
        case value
        /// A field of a record.
        case field
        /// A service.
        case service
        /// An operation.
        case operation
        /// An outcome.
        case outcome
        /// A type.
        case type
        /// What the phone shows, and other text.
        case text
        /// A number or a key.
        case number
        /// An arrow or another sign.
        case sign
        /// A comment.
        case comment
    }
}

extension MenuAnalysis {
    /// What each stretch of a file is, in order and without overlaps.
    public func colours(of path: String) -> [MenuColour] {
        guard let file = compilation.sources[path] else { return [] }
        let names = occurrences.filter { $0.range.file == path && !$0.range.isEmpty }
        var colours: [MenuColour] = []
        var next = names.startIndex
        for line in MenuTokens(file).lines {
            for token in line.tokens + [line.comment].compactMap(\.self) {
                while next < names.endIndex, names[next].range.upper <= token.lower { next += 1 }
                var within: [MenuOccurrence] = []
                while next < names.endIndex, names[next].range.lower < token.upper {
                    within.append(names[next])
                    next += 1
                }
                add(token, token == line.tokens.first, within, file, &colours)
            }
        }
        return colours
    }

    /// Adds a token, cut where names stand in it.
    private func add(
        _ token: MenuToken,
        _ isFirst: Bool,
        _ names: [MenuOccurrence],
        _ file: SourceFile,
        _ colours: inout [MenuColour]
    ) {
        let kind = Self.kind(token, isFirst: isFirst)
        var lower = token.lower
        func put(_ kind: MenuColour.Kind?, _ upper: Int, isDeclaration: Bool = false) {
            if let kind, upper > lower {
                let range = file.range(lower, upper)
                colours.append(MenuColour(range: range, kind: kind, isDeclaration: isDeclaration))
            }
            lower = max(lower, upper)
        }
        for name in names where name.range.lower >= lower && name.range.upper <= token.upper {
            put(kind, name.range.lower)
            put(
                Self.kind(name.symbol.kind),
                name.range.upper,
                isDeclaration: name.isDeclaration
            )
        }
        put(kind, token.upper)
    }

    private static func kind(_ token: MenuToken, isFirst: Bool) -> MenuColour.Kind? {
        switch token.kind {
        case .word:
            if isFirst, MenuKeyword(rawValue: token.text) != nil { return .keyword }
            if MenuVocabulary.types.contains(token.text) { return .type }
            let words = MenuVocabulary.conditions + MenuVocabulary.joints + MenuVocabulary.ways
            return words.contains(token.text) ? .keyword : nil
        case .number, .key: return .number
        case .string, .openString, .text, .label: return .text
        case .symbol, .bar: return .sign
        case .comment: return .comment
        case .unknown: return nil
        }
    }

    private static func kind(_ symbol: MenuSymbol.Kind) -> MenuColour.Kind {
        switch symbol {
        case .menu, .screen, .flow: .place
        case .question, .parameter, .result, .binding, .item: .value
        case .field: .field
        case .service: .service
        case .operation: .operation
        case .outcome: .outcome
        case .record: .type
        case .language: .number
        case .file: .text
        case .given, .way, .setting: .keyword
        }
    }
}
