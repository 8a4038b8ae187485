// SPDX-License-Identifier: Apache-2.0
import SourceText

/// Reads `shortcuts.lock`, each line with its place.
struct LockReader {
    /// A shortcut that is locked.
    struct Entry {
        let menu: String
        let shortcut: Shortcut
        /// Its line.
        let range: SourceRange
    }

    private(set) var entries: [Entry] = []
    /// The menus that have a section, in the order of the file.
    private(set) var menus: [String] = []
    private(set) var findings = Findings()
    /// Where each menu and each form of a shortcut of it stands first.
    private var places: [[String]: SourceRange] = [:]

    /// Reads a file; any text can be read.
    init(_ file: SourceFile) {
        guard file.utf8Count <= SyntaxLimits.fileOctetsMax else {
            let what = "it is longer than \(SyntaxLimits.fileOctetsMax) octets"
            findings.report(ShortcutFinding.lockMalformed(what), at: file.range(0, 0))
            return
        }
        for number in 1...file.lineCount {
            let line = file.line(number)
            let text = line.drop(while: Self.isBlank)
            guard let first = text.first, first != "#" else { continue }
            let lower = file.lineStart(number) + line.utf8.count - text.utf8.count
            let upper = lower + Self.trimmed(text).utf8.count
            read(Self.trimmed(text), at: file.range(lower, upper))
        }
    }

    private mutating func read(_ text: Substring, at range: SourceRange) {
        let words = text.split(whereSeparator: Self.isBlank)
        if words.first == "menu", words.count == 2 {
            let name = String(words[1])
            if isNew([name], "menu \(name)", at: range) { menus.append(name) }
            return
        }
        guard let kind = words.first.flatMap({ Shortcut.Kind(rawValue: String($0)) }),
            let shortcut = Self.shortcut(kind, text.dropFirst(kind.rawValue.count))
        else {
            return findings.report(
                ShortcutFinding.lockMalformed("this line is neither a menu nor a shortcut"),
                at: range
            )
        }
        guard let menu = menus.last else {
            return findings.report(
                ShortcutFinding.lockMalformed("no line `menu NAME` stands above this one"),
                at: range
            )
        }
        if isNew([menu] + shortcut.form, shortcut.source, at: range) {
            entries.append(Entry(menu: menu, shortcut: shortcut, range: range))
        }
    }

    /// Whether something was not said before; what is said twice is reported.
    private mutating func isNew(_ form: [String], _ text: String, at range: SourceRange) -> Bool {
        guard let first = places.updateValue(range, forKey: form) else { return true }
        findings.report(
            ShortcutFinding.lockTwice(text),
            at: range,
            notes: [.init(range: first, "It stands here already.")]
        )
        return false
    }

    /// Reads `*789*4# -> account = *789# 4`.
    private static func shortcut(_ kind: Shortcut.Kind, _ text: Substring) -> Shortcut? {
        guard let arrow = text.firstRange(of: "->") else { return nil }
        let source = trimmed(text[..<arrow.lowerBound].drop(while: isBlank))
        var target = trimmed(text[arrow.upperBound...].drop(while: isBlank))
        var reader = SegmentReader(String(source), at: 0, path: "")
        let segments = kind == .dial ? reader.dialString() : reader.command()
        var keys: [String] = []
        if let equals = target.lastIndex(of: "=") {
            let words = target[equals...].dropFirst().split(whereSeparator: isBlank)
            if words.count > 1, words[0].hasPrefix("*"), words[0].hasSuffix("#") {
                keys = words.dropFirst().map(String.init)
                target = trimmed(target[..<equals])
            }
        }
        let parts = segments.compactMap(Shortcut.Part.init)
        guard reader.mistake == nil, !parts.isEmpty, !target.isEmpty, keys.count < parts.count
        else { return nil }
        return Shortcut(kind: kind, parts: parts, target: String(target), keys: keys)
    }

    private static func isBlank(_ character: Character) -> Bool {
        character == " " || character == "\t"
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while let last = text.last, isBlank(last) { text.removeLast() }
        return text
    }
}

extension Shortcut.Part {
    /// What was read, nil for an argument without a type.
    init?(_ segment: SegmentSyntax) {
        switch segment {
        case .literal(let name): self = .literal(name.text)
        case .optional(let name): self = .optional(name.text)
        case .argument(let name, let type?, _): self = .argument(name: name.text, type: type.text)
        case .argument(_, nil, _): return nil
        case .anything: self = .anything
        }
    }
}
