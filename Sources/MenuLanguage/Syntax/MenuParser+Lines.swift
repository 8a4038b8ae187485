// SPDX-License-Identifier: Apache-2.0
import SourceText

extension MenuParser {
    /// Reads a definition and what stands under it.
    mutating func definition(_ line: MenuLine) {
        definitionLevel += 1
        defer { definitionLevel -= 1 }
        switch keyword(line, in: .file) {
        case .menu: syntax.headers.append(header(line))
        case .dial: dial(line)
        case .sms: command(line)
        case .screen: syntax.screens.append(screen(line))
        case .flow: syntax.flows.append(flow(line))
        case .service: syntax.services.append(service(line))
        default: break
        }
    }

    /// The keyword that a line begins with, among those of its place.
    ///
    /// A word that is nearly one is reported and taken for it. A definition that is indented is
    /// reported and read. Nil means that the line and what stands under it were passed over.
    mutating func keyword(_ line: MenuLine, in place: MenuPlace) -> MenuKeyword? {
        guard let first = line.tokens.first, first.kind == .word else {
            reject(line, in: place)
            return nil
        }
        let keyword = MenuKeyword(rawValue: first.text)
        if let keyword, place.keywords.contains(keyword) { return keyword }
        if let keyword, keyword.isDefinition, place == .screen || place == .flow,
            definitionLevel < SyntaxLimits.definitionLevelsMax
        {
            misplaced(line, in: place)
            definition(line)
            return nil
        }
        if keyword != nil {
            reject(line, in: place)
            return nil
        }
        let names = place.keywords.map(\.rawValue)
        let meant = DidYouMean.closest(to: first.text, among: names)
        if meant == nil, place == .screen || place == .ask, isLikeOption(line) {
            report(.text(.badKey(first.text)), at: cursor(line).nextRange)
        } else {
            let mistake = LineMistake.unknownKeyword(first.text, place: place, meant: meant)
            reportFirstWord(.line(mistake), line, meant: meant)
        }
        if meant == nil { passOver(under: line) }
        return meant.flatMap { MenuKeyword(rawValue: $0) }
    }

    /// Reports a line that does not belong in its place, and passes over what stands under it.
    mutating func reject(_ line: MenuLine, in place: MenuPlace) {
        misplaced(line, in: place)
        passOver(under: line)
    }

    /// Reports a line that does not belong in its place.
    mutating func misplaced(_ line: MenuLine, in place: MenuPlace) {
        var cursor = cursor(line)
        guard let first = cursor.next else { return }
        let what: (name: String, home: String)
        switch first.kind {
        case .bar:
            return report(.line(.textOutside(place)), at: cursor.lineRange)
        case .key:
            what = ("An option", "Options stand under `screen` or `ask`.")
        case .word:
            let home = MenuKeyword(rawValue: first.text)?.home
            what = ("`\(first.text)`", home ?? "There can stand: \(place.contents).")
        case .symbol where first.text == "->":
            what = ("An arrow alone", "It belongs under `flow`, or behind what leads there.")
        default:
            what = ("`\(first.text)`", "There can stand: \(place.contents).")
        }
        let mistake = LineMistake.misplaced(what.name, place: place, help: what.home)
        fail(.line(mistake), &cursor)
    }

    /// Whether a line has an arrow, as an option has.
    private func isLikeOption(_ line: MenuLine) -> Bool {
        line.tokens.contains { $0.kind == .symbol && $0.text == "->" }
    }
}
