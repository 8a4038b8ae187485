// SPDX-License-Identifier: Apache-2.0
import SourceText

/// Where in a line somebody writes: what stands before, and what the line stands under.
struct WritingPlace {
    let file: SourceFile
    /// The line, counted from 1.
    let number: Int
    let offset: Int
    /// The tokens before the cursor, without the one that is being written.
    let before: [MenuToken]
    /// The word that is being written; nil behind a blank or a sign.
    let partial: MenuToken?
    /// How far the line is indented.
    let columns: Int
    /// The lines that it stands under, the nearest first.
    let parents: [MenuLine]
    let lines: FileLines
    /// Whether the cursor stands in a comment or a string, where nothing is offered.
    let isSilent: Bool

    init(_ file: SourceFile, at offset: Int) {
        self.file = file
        self.offset = min(max(offset, 0), file.utf8Count)
        number = file.location(at: self.offset).line
        let start = file.lineStart(number)
        let written = file.text(in: file.range(start, self.offset))
        var scanner = LineScanner(written, at: start)
        let line = scanner.line(lineEnd: "")
        var tokens = line.tokens
        let last = tokens.last
        if let last, last.upper == self.offset, [.word, .number, .key].contains(last.kind) {
            partial = last
            tokens.removeLast()
        } else {
            partial = nil
        }
        before = tokens
        columns = line.columns
        lines = FileLines(file)
        parents = lines.parents(of: number, indented: line.columns)
        isSilent = line.comment != nil || last?.kind == .openString
    }

    /// What is replaced: the word that is being written.
    var range: SourceRange {
        file.range(partial?.lower ?? offset, offset)
    }

    /// What the lines around this one are.
    var place: MenuPlace {
        guard let parent = parents.first?.tokens.first else { return .file }
        if parents.dropFirst().first?.tokens.first?.text == MenuKeyword.service.rawValue {
            switch parent.text {
            case "record": return .record
            case "within", "retries": return .nothing
            default: return .operation
            }
        }
        switch MenuKeyword(rawValue: parent.text) {
        case .menu: return .header
        case .service: return .service
        case .screen: return .screen
        case .flow: return .flow
        case .ask: return .ask
        case .call: return .call
        case .case: return .case
        case .end where parents.dropFirst().first?.tokens.first?.text == "flow": return .end
        default: return parent.text == "otherwise" ? .otherwise : .nothing
        }
    }

    /// The first word of the line, if it is whole.
    var first: String? { before.first?.text }

    /// The keyword and the name of the screen or flow around.
    var owner: (keyword: String, name: String)? {
        let line = parents.last?.tokens ?? before
        guard line.count >= 2, ["screen", "flow"].contains(line[0].text) else { return nil }
        return (line[0].text, line[1].text)
    }

    /// What stands behind the last `{` that is open in a text; nil outside of holes.
    var hole: String? {
        guard let token = before.last, token.kind == .text || token.kind == .label else {
            return nil
        }
        // A doubled brace is a brace, not a hole.
        let text = token.text.replacing("{{", with: "  ").replacing("}}", with: "  ")
        guard let open = text.lastIndex(of: "{") else { return nil }
        let content = text[text.index(after: open)...]
        return content.contains("}") ? nil : String(content)
    }

    /// Whether the cursor stands in a text or a label.
    var isInText: Bool {
        guard let last = before.last else { return false }
        return last.kind == .text || last.kind == .label || last.kind == .bar
    }

    /// The word in front of the parenthesis that is open here, and how many commas stand behind it.
    var call: (head: [MenuToken], argument: Int)? {
        var depth = 0
        var commas = 0
        for index in before.indices.reversed() {
            switch before[index].text {
            case ")" where before[index].kind == .symbol: depth += 1
            case "(" where before[index].kind == .symbol:
                if depth == 0 { return (Array(before[..<index]), commas) }
                depth -= 1
            case "," where depth == 0: commas += 1
            default: break
            }
        }
        return nil
    }

    /// The names before the dots in front of the cursor: `["me"]` behind `me.`.
    var path: [String] {
        var names: [String] = []
        var index = before.count - 1
        while index >= 1, before[index].text == ".", before[index - 1].kind == .word {
            names.insert(before[index - 1].text, at: 0)
            index -= 2
        }
        return names
    }

    /// The tokens of the whole line, those behind the cursor too.
    var wholeLine: [MenuToken] { lines.tokens(number).tokens }
}
