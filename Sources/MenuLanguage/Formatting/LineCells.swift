// SPDX-License-Identifier: Apache-2.0

/// Cuts a line into what stands in columns with the lines beside it.
enum LineCells {
    /// The cells of a line, each with one blank between its tokens where one belongs; a line that
    /// is not aligned has one cell.
    static func cells(_ line: MenuLine, _ role: LineRole) -> [String] {
        let tokens = line.tokens[...]
        switch role {
        case .setting:
            let bar = tokens.firstIndex { $0.kind == .bar }
            guard bar == nil else { return cut(tokens, at: [bar]).map { spaced($0) } }
            return [raw(tokens.prefix(1)), raw(tokens.dropFirst())].filter { !$0.isEmpty }
        case .dial, .sms:
            let arrow = arrow(tokens) ?? tokens.endIndex
            return [
                raw(tokens.prefix(1)), raw(tokens[1..<arrow]), spaced(tokens[arrow...]),
            ]
        case .arm:
            return cut(tokens, at: [arrow(tokens), tokens.firstIndex { $0.kind == .bar }])
                .map { spaced($0) }
        case .word, .said:
            return cut(tokens, at: [tokens.firstIndex { $0.kind == .bar }]).map { spaced($0) }
        case .option:
            let lead = tokens.firstIndex { $0.kind == .symbol } ?? tokens.endIndex
            let condition = condition(tokens[lead...])
            return cut(tokens, at: [1, lead, condition]).map { cell in
                spaced(cell, isCondition: cell.startIndex == condition)
            }
        case .serviceLimit, .field:
            return [spaced(tokens.prefix(1)), spaced(tokens.dropFirst())].filter { !$0.isEmpty }
        case .service:
            let address = raw(tokens.dropFirst(3))
            return [spaced(tokens.prefix(3)) + (address.isEmpty ? "" : " " + address)]
        default: return [spaced(tokens)]
        }
    }

    private static func arrow(_ tokens: ArraySlice<MenuToken>) -> Int? {
        tokens.firstIndex { $0.kind == .symbol && $0.text == "->" }
    }

    /// Where `when` stands behind an arrow and its target, whose arguments may be named so too.
    private static func condition(_ tokens: ArraySlice<MenuToken>) -> Int? {
        var depth = 0
        for index in tokens.indices.dropFirst(2) {
            switch tokens[index].text {
            case "(": depth += 1
            case ")": depth -= 1
            case "when" where depth == 0: return index
            default: break
            }
        }
        return nil
    }

    private static func cut(
        _ tokens: ArraySlice<MenuToken>,
        at places: [Int?]
    ) -> [ArraySlice<MenuToken>] {
        var pieces: [ArraySlice<MenuToken>] = []
        var start = tokens.startIndex
        for place in places.compactMap(\.self) + [tokens.endIndex] where place > start {
            pieces.append(tokens[start..<place])
            start = place
        }
        return pieces
    }

    /// Names, values and signs with one blank between them, or none where none belongs.
    static func spaced(
        _ tokens: ArraySlice<MenuToken>,
        isCondition: Bool = false
    ) -> String {
        var text = ""
        var last: MenuToken?
        // Behind `-> home in` stands a language, whose parts hang together: `pt-BR`.
        var (isTarget, isLanguage) = (false, false)
        for token in tokens {
            // Text that is empty leaves no blank behind its bar.
            if token.kind == .text, token.text.isEmpty { continue }
            let isJoined = isLanguage && last?.text != "in" && token.blanks.isEmpty
            if let last, !isJoined, isApart(token, from: last, isCondition) { text += " " }
            text += token.text
            if token.text == "->" { isTarget = true }
            if token.text == "in", isTarget, let last, !["->", "(", ","].contains(last.text) {
                isLanguage = true
            }
            last = token
        }
        return text
    }

    private static func isApart(
        _ token: MenuToken,
        from last: MenuToken,
        _ isCondition: Bool
    ) -> Bool {
        if last.kind == .symbol, last.text == "(" || last.text == "." { return false }
        guard token.kind == .symbol else { return true }
        switch token.text {
        case ",", ".", ":", ")": return false
        case "(": return isCondition
        default: return true
        }
    }

    /// Words whose parts hang together, as in `sub/send.menu` or `*789*{amount: money}#`: blanks
    /// stay where there are some, except beside commas and in braces.
    private static func raw(_ tokens: ArraySlice<MenuToken>) -> String {
        var text = ""
        var depth = 0
        var last: MenuToken?
        for token in tokens {
            if let last, isApartInRaw(token, from: last, inBraces: depth > 0) { text += " " }
            text += token.text
            if token.text == "{" { depth += 1 }
            if token.text == "}" { depth -= 1 }
            last = token
        }
        return text
    }

    private static func isApartInRaw(
        _ token: MenuToken,
        from last: MenuToken,
        inBraces: Bool
    ) -> Bool {
        if inBraces { return last.text == ":" }
        if token.text == "," { return false }
        return last.text == "," || !token.blanks.isEmpty
    }
}
