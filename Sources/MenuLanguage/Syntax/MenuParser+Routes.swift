// SPDX-License-Identifier: Apache-2.0
import SourceText

extension MenuParser {
    /// Reads `dial *789*1*{name: type}# -> target`.
    mutating func dial(_ line: MenuLine) {
        var cursor = cursor(line)
        cursor.take()
        let string = cursor.nextRange
        let (text, range) = raw(&cursor)
        var segments: [SegmentSyntax] = []
        if text.isEmpty {
            fail(.text(.badDialString("Here the string that is dialled is missing.")), &cursor)
        } else {
            segments = dialSegments(text, at: string, &cursor) ?? []
        }
        cursor.skip(to: "->")
        let target = arrow(&cursor, like: "dial *789# -> home")
        finish(&cursor)
        let route = DialSyntax(
            segments: segments,
            string: range,
            target: target,
            range: cursor.lineRange
        )
        if !segments.isEmpty { syntax.dials.append(route) }
    }

    /// Reads `sms WORD {name: type} [WORD] -> target`.
    mutating func command(_ line: MenuLine) {
        var cursor = cursor(line)
        cursor.take()
        let (text, range) = raw(&cursor)
        var words: [SegmentSyntax] = []
        if text.isEmpty {
            fail(.text(.badCommand("Here the words of the message are missing.")), &cursor)
        } else {
            words = commandWords(text, at: range, &cursor) ?? []
        }
        cursor.skip(to: "->")
        let target = arrow(&cursor, like: "sms BAL -> balance")
        finish(&cursor)
        if !words.isEmpty {
            let route = CommandSyntax(words: words, target: target, range: cursor.lineRange)
            syntax.commands.append(route)
        }
    }

    /// The text from the next token to the arrow or the end of the line, without outer blanks.
    private func raw(_ cursor: inout TokenCursor) -> (text: String, range: SourceRange) {
        var text = ""
        var range = cursor.nextRange.start
        while let next = cursor.next, next.kind != .bar, next.text != "->" {
            text += (text.isEmpty ? "" : next.blanks) + next.text
            range = range.union(cursor.range(next))
            cursor.take()
        }
        return (text, range)
    }

    private mutating func dialSegments(
        _ text: String,
        at range: SourceRange,
        _ cursor: inout TokenCursor
    ) -> [SegmentSyntax]? {
        var reader = SegmentReader(text, at: range.lower, path: file.path)
        let segments = reader.dialString()
        if let mistake = reader.mistake {
            fail(mistake.kind, at: mistake.range, &cursor)
            return nil
        }
        return segments
    }

    private mutating func commandWords(
        _ text: String,
        at range: SourceRange,
        _ cursor: inout TokenCursor
    ) -> [SegmentSyntax]? {
        var reader = SegmentReader(text, at: range.lower, path: file.path)
        let words = reader.command()
        if let mistake = reader.mistake {
            fail(mistake.kind, at: mistake.range, &cursor)
            return nil
        }
        return words
    }
}
