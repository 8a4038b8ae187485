// SPDX-License-Identifier: Apache-2.0
import SourceText

/// How one line of a transcript without mistakes is written.
enum LineLayout {
    /// The settings whose value is words.
    private static let lists: Set<String> = ["lang", "requires", "tags", "takes"]

    /// A line without its line end.
    static func text(_ file: SourceFile, _ number: Int, _ role: TranscriptLine.Role) -> String {
        var cursor = LineCursor(file, line: number)
        switch role {
        case .setting: return setting(&cursor)
        case .comment: return comment(cursor.rest)
        case .step: return step(&cursor)
        case .inclusion:
            _ = cursor.take("+")
            cursor.takeBlanks()
            return (["+", quoted(&cursor)] + pairs(&cursor)).joined(separator: " ")
        case .expectation: return expectation(&cursor)
        default: return cursor.rest
        }
    }

    private static func setting(_ cursor: inout LineCursor) -> String {
        let key = cursor.nextWord(until: ":").text
        guard cursor.take(":") else {
            let name = cursor.nextWord(until: ":").text
            _ = cursor.take(":")
            let number = cursor.nextWord().text
            return (["\(key) \(name):", number] + pairs(&cursor)).joined(separator: " ")
        }
        cursor.takeBlanks()
        return "\(key): \(lists.contains(key) ? words(&cursor) : cursor.rest)"
    }

    private static func comment(_ text: String) -> String {
        // A mark over the sign must stay where it is.
        guard let next = text.utf8.dropFirst().first, next < 0x80, !"# \t!".utf8.contains(next)
        else { return text }
        return "# \(text.dropFirst())"
    }

    private static func step(_ cursor: inout LineCursor) -> String {
        if cursor.take("@") {
            cursor.takeBlanks()
            return "@ \(cursor.rest)"
        }
        for sign in ["?", "!"] where cursor.take(sign) { return "\(sign) \(words(&cursor))" }
        let whole = cursor.rest
        let name = cursor.nextWord(until: "<>").text
        if cursor.take(">") {
            _ = cursor.take(" ")
            return cursor.isAtEnd ? "\(name)>" : "\(name)> \(cursor.rest)"
        }
        cursor.takeBlanks()
        if cursor.take("sms>") {
            cursor.takeBlanks()
            return "\(name) sms> \(cursor.rest)"
        }
        return cursor.take("sms<") ? "\(name) sms< \(words(&cursor))" : whole
    }

    private static func expectation(_ cursor: inout LineCursor) -> String {
        cursor.takeBlanks()
        if cursor.rest == "..." { return "  ..." }
        if cursor.take("--") { return "  -- \(words(&cursor))" }
        var sign = "~"
        if !cursor.take(sign) {
            sign = cursor.takeWord(until: "|") + "|"
            _ = cursor.take("|")
        }
        _ = cursor.take(" ")
        return cursor.isAtEnd ? "  \(sign)" : "  \(sign) \(cursor.rest)"
    }

    /// What is left, one blank between two words.
    private static func words(_ cursor: inout LineCursor) -> String {
        var words: [String] = []
        while !cursor.isAtEnd { words.append(cursor.nextWord().text) }
        return words.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// What is left, `key=value` each.
    private static func pairs(_ cursor: inout LineCursor) -> [String] {
        var pairs: [String] = []
        cursor.takeBlanks()
        while !cursor.isAtEnd {
            let key = cursor.takeWord(until: "=")
            _ = cursor.take("=")
            pairs.append("\(key)=\(quoted(&cursor))")
            cursor.takeBlanks()
        }
        return pairs
    }

    /// A word, or text with its quotes.
    private static func quoted(_ cursor: inout LineCursor) -> String {
        let isQuoted = cursor.next == UInt8(ascii: "\"")
        let text = cursor.takeQuoted() ?? cursor.takeWord()
        return isQuoted ? "\"\(text)\"" : text
    }
}
