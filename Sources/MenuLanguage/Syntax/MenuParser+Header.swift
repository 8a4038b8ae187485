// SPDX-License-Identifier: Apache-2.0
import SourceText

/// The form of a setting under `menu`.
struct SettingForm {
    /// The word that it begins with.
    let name: String
    /// How many words each value has; nil when it is read in a way of its own.
    var words: Int?
    /// Whether commas may divide several values.
    var isList = false
    /// Values as an author would write them.
    let example: String

    /// All settings, in the order in which they are usually written.
    static let all = [
        SettingForm(name: "text", words: 1, example: "en"),
        SettingForm(name: "country", words: 1, example: "KE"),
        SettingForm(name: "network", words: 1, example: "standard"),
        SettingForm(name: "services", words: 1, isList: true, example: "money"),
        SettingForm(name: "me", words: 1, example: "money.me"),
        SettingForm(name: "keys", words: 2, isList: true, example: "0 back, 00 home, 98 more"),
        SettingForm(name: "include", words: 1, isList: true, example: "send.menu, cash.menu"),
        SettingForm(name: "before", words: 1, example: "news"),
        SettingForm(name: "resume", words: 2, example: "600 unfinished"),
        SettingForm(name: "wrong", example: "| {typed} is not on the list."),
        SettingForm(name: "otherwise", example: "and outcomes on the lines under it"),
    ]
}

extension MenuParser {
    /// Reads `menu` and its settings.
    mutating func header(_ line: MenuLine) -> HeaderSyntax {
        var cursor = cursor(line)
        var header = HeaderSyntax(keyword: cursor.nextRange)
        cursor.take()
        header.name = name(of: "the menu", &cursor)
        finish(&cursor)
        var seen: [String: SourceRange] = [:]
        block(under: line, .header) { parser, child in
            parser.setting(child, &header, &seen)
        }
        return header
    }

    private mutating func setting(
        _ line: MenuLine,
        _ header: inout HeaderSyntax,
        _ seen: inout [String: SourceRange]
    ) {
        guard let form = settingForm(line) else { return passOver(under: line) }
        var cursor = cursor(line)
        let range = cursor.nextRange
        if let first = seen[form.name] {
            report(
                .line(.repeatedSetting(form.name)),
                at: range,
                notes: [Diagnostic.Note(range: first, "It was made here first.")]
            )
            return passOver(under: line)
        }
        seen[form.name] = range
        switch form.name {
        case "wrong": texts(line, of: "`wrong`", into: &header.wrong)
        case "otherwise":
            cursor.take()
            finish(&cursor)
            block(under: line, .otherwise) { parser, child in
                if let arm = parser.arm(child, in: .otherwise) { header.otherwise.append(arm) }
            }
        default:
            cursor.take()
            let name = NameSyntax(text: form.name, range: range)
            let values = values(form, name, &cursor)
            guard !values.isEmpty else { return }
            let setting = SettingSyntax(name: name, values: values, range: cursor.lineRange)
            header.settings.append(setting)
        }
    }

    /// The setting that a line makes; a word that is nearly one is reported and taken for it.
    private mutating func settingForm(_ line: MenuLine) -> SettingForm? {
        guard let first = line.tokens.first, first.kind == .word else {
            misplaced(line, in: .header)
            return nil
        }
        if let form = SettingForm.all.first(where: { $0.name == first.text }) { return form }
        if MenuKeyword(rawValue: first.text) != nil {
            misplaced(line, in: .header)
            return nil
        }
        let meant = DidYouMean.closest(to: first.text, among: SettingForm.all.map(\.name))
        let mistake = LineMistake.unknownSetting(first.text, meant: meant)
        reportFirstWord(.line(mistake), line, meant: meant)
        return SettingForm.all.first { $0.name == meant }
    }

    /// The values of a setting; what has not the form of the setting is reported and left out.
    private mutating func values(
        _ form: SettingForm,
        _ name: NameSyntax,
        _ cursor: inout TokenCursor
    ) -> [[NameSyntax]] {
        var values: [[NameSyntax]] = [[]]
        var mistake: SourceRange?
        var start = cursor.next.map { cursor.range($0) } ?? name.range
        while let next = cursor.next, next.kind != .bar {
            if next.kind == .symbol, next.text == "," {
                if values.last?.count != form.words { mistake = mistake ?? start }
                start = cursor.range(next)
                if !form.isList { mistake = mistake ?? start }
                values.append([])
                cursor.take()
            } else {
                values[values.count - 1].append(rawWord(&cursor))
            }
        }
        if values.last?.count != form.words { mistake = mistake ?? start }
        guard mistake != nil || cursor.next != nil else { return values }
        let range = mistake.map { $0 == name.range ? $0 : $0.union(cursor.lineRange.end) }
        let kind = LineMistake.badSetting(form.name, example: form.example)
        fail(.line(kind), at: range, &cursor)
        if form.words == 1, form.isList { return values.flatMap { $0.map { [$0] } } }
        let whole = values.filter { $0.count >= form.words ?? 1 }
            .map { Array($0.prefix(form.words ?? 1)) }
        return form.isList ? whole : Array(whole.prefix(1))
    }

    /// Reads tokens without a blank between them as one word: `sub/send.menu`, `money.me`.
    func rawWord(_ cursor: inout TokenCursor) -> NameSyntax {
        var word = cursor.take().map(cursor.name) ?? NameSyntax(text: "", range: cursor.nextRange)
        while let next = cursor.next, next.blanks.isEmpty, next.kind != .bar, next.text != "," {
            word.text += next.text
            word.range = word.range.union(cursor.range(next))
            cursor.take()
        }
        return word
    }
}
