// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import SourceText

/// A screen drawn as a phone shows it, with every value at its longest.
struct ScreenPicture {
    private let settings: MenuSettings
    private let numbers: NumberStyle
    private let dates: DateStyle

    /// The widest line of a drawn phone, in characters.
    static let columns = 32

    init(_ language: LanguageDraft) {
        settings = language.draft.settings
        numbers = language.numbers
        dates = language.dates
    }

    /// The screen of a state in a frame; nil for a state that shows nothing.
    func text(_ state: DraftState) -> String? {
        let shown: [String]
        switch state.kind {
        case .screen(let screen):
            var all = lines(screen.body)
            if let each = screen.each {
                let number = each.jump == nil ? "" : "1 "
                all += [number + line(each.line), "…"]
            }
            shown = all + screen.choices.map { "\($0.key.text) \(line($0.label))" }
        case .ask(let ask):
            shown = lines(ask.prompt) + ask.choices.map { "\($0.key.text) \(line($0.label))" }
        case .end(let body): shown = lines(body)
        case .call, .jump: return nil
        }
        return Self.framed(shown)
    }

    /// Lines in a frame, the long ones broken as a phone breaks them.
    static func framed(_ lines: [String]) -> String {
        let broken = lines.flatMap(Self.broken)
        let edge = String(repeating: "─", count: columns + 2)
        let rows = broken.map { line in
            "│ \(line)\(String(repeating: " ", count: max(0, columns - line.count))) │\n"
        }
        return "┌\(edge)┐\n\(rows.joined())└\(edge)┘\n"
    }

    private static func broken(_ line: String) -> [String] {
        var rows: [String] = []
        var rest = line[...]
        while rest.count > columns {
            let row = rest.prefix(columns + 1)
            let cut = row.lastIndex(of: " ").map { $0 == rest.startIndex ? nil : $0 } ?? nil
            let end = cut ?? rest.index(rest.startIndex, offsetBy: columns)
            rows.append(String(rest[..<end]))
            rest = rest[end...].drop { $0 == " " }
        }
        return rows + [String(rest)]
    }

    /// The lines of a body; of a `case` those of the longest word.
    private func lines(_ body: DraftBody) -> [String] {
        body.parts.flatMap { part in
            switch part {
            case .lines(let lines): return lines.map(line)
            case .byNumber(_, _, let forms): return longest(of: forms)
            case .byWord(_, let arms): return longest(of: arms.map(\.lines))
            }
        }
    }

    private func longest(of texts: [[DraftLine]]) -> [String] {
        texts.map { $0.map(line) }.max { $0.joined().count < $1.joined().count } ?? []
    }

    private func line(_ line: DraftLine) -> String {
        line.pieces.map { piece in
            switch piece {
            case .literal(let text, _): text
            case .hole(let reference): longest(reference)
            }
        }.joined()
    }

    /// A value at its longest: digits as nines, a text as its own name again and again.
    private func longest(_ reference: DraftReference) -> String {
        switch reference.type {
        case .text(let longest):
            let word = String(reference.name.split(separator: ".").last ?? "text")
            var text = word
            while text.count < longest { text += " " + word }
            let cut = text.prefix(longest)
            return cut.last == " " ? "\(cut.dropLast())\(word.prefix(1))" : String(cut)
        case .number(let digits): return String(repeating: "9", count: digits)
        case .amount:
            let format = settings.amountFormat
            return format.text(minorUnits: format.greatest, in: numbers)
        case .msisdn: return "0712 345 678"
        case .choice(let words): return words.max { $0.count < $1.count } ?? ""
        case .calendar(let form): return dates.longest(form)
        case .flag, .secret, .record, .list: return ""
        }
    }
}
