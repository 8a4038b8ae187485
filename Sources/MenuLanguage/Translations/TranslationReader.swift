// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText

/// Reads the translations of one file against the texts of the menu.
struct TranslationReader {
    private let texts: MenuTexts
    private let language: String
    private let source: SourceFile
    private(set) var findings: Findings
    /// How words go with numbers; what the file says of it is known once its header was read.
    private var rule: PluralRule
    /// Whether the header was read.
    private var hasHeader = false
    /// Entries that need the header and stand before it, and those behind them.
    private var waiting: [PODraft] = []
    /// The translations that are shown, by text.
    private var shown: [Translation?]
    /// The texts that have an entry with something in it.
    private var isTranslated: [Bool]

    /// How much of a text a finding shows.
    private static let excerptCharactersMax = 40

    init(_ source: SourceFile, language: String, texts: MenuTexts, findings: Findings) {
        self.texts = texts
        self.language = language
        self.source = source
        self.findings = findings
        rule = PluralForms.parse(PluralForms.standard(for: language)) ?? .english
        shown = Array(repeating: nil, count: texts.all.count)
        isTranslated = Array(repeating: false, count: texts.all.count)
    }

    /// The draft with every text that is translated in its place.
    ///
    /// Only where the menu is whole can
    /// it be told which texts are missing or too many.
    mutating func translate(_ draft: DraftMenu, isWhole: Bool) -> DraftMenu {
        let known = findings
        findings = Findings()
        let (file, diagnostics) = POReader.walk(source) { entry, use in
            take(entry, use, isWhole)
        }
        for entry in waiting { read(entry, isWhole) }
        if isWhole { reportMissing(file.header) }
        // What is wrong with the file comes before what is wrong with its translations.
        let own = findings.all
        findings = known
        for diagnostic in diagnostics + own { findings.add(diagnostic) }
        let (ofVisit, shown) = (texts.ofVisit, shown)
        var visit = 0
        let mapper = TextMapper(rule: rule) { _, _, block in
            defer { visit += 1 }
            guard ofVisit.indices.contains(visit), let text = ofVisit[visit] else { return nil }
            return shown[text]?.forms(for: block)
        }
        return mapper.menu(draft)
    }

    private mutating func take(_ entry: PODraft, _ use: POAssembly.Use, _ isWhole: Bool) {
        switch use {
        case .obsolete: break
        case .header:
            hasHeader = true
            var header = POHeader()
            header.text = entry.text(.translation) ?? ""
            if let said = header["Plural-Forms"].flatMap({ PluralForms.parse($0) }) { rule = said }
        case .text where !waiting.isEmpty || (!hasHeader && entry.hasPlural):
            waiting.append(entry)
        case .text: read(entry, isWhole)
        }
    }

    private mutating func read(_ entry: PODraft, _ isWhole: Bool) {
        let isEmpty = entry.isEmpty
        guard let context = entry.text(.context), let index = texts.byContext[context] else {
            if isWhole, !isEmpty {
                let context = entry.text(.context)
                findings.report(
                    TranslationFinding.obsolete(context: context),
                    at: source.range(entry.range(of: context == nil ? .source : .context))
                )
            }
            return
        }
        let text = texts.all[index]
        let (said, plural) = (entry.text(.source) ?? "", entry.text(.plural))
        guard said == text.source, plural == text.plural else {
            if isEmpty || isTranslated[index] { return }
            isTranslated[index] = true
            reportStale(said, plural, at: source.range(entry.range(of: .source)), text)
            return
        }
        guard entry.isTranslated else { return }
        isTranslated[index] = true
        if entry.isFuzzy {
            findings.report(
                TranslationFinding.fuzzy(context: context),
                at: source.range(entry.range(of: .translation))
            )
            return
        }
        let forms = entry.forms
        guard forms.count == (text.plural == nil ? 1 : rule.formCount) else { return }
        var translated: [[DraftLine]] = []
        translated.reserveCapacity(forms.count)
        for form in forms {
            let range = source.range(form.textRange ?? form.range)
            if let lines = lines(form.text ?? "", at: range, text) { translated.append(lines) }
        }
        if translated.count == forms.count { shown[index] = Translation(forms: translated) }
    }

    /// Cuts a translation into lines and pieces, nil after reporting what is wrong with it.
    private mutating func lines(_ form: String, at range: SourceRange, _ text: MenuTexts.Text)
        -> [DraftLine]?
    {
        var isWell = true
        var lines: [DraftLine] = []
        var named: Set<String> = []
        let signs = Signs(form)
        if signs.hasBraces {
            var reader = HoleReader(form, at: 0, path: source.path)
            let place = TranslationPlace(form, range, source)
            lines = [DraftLine(pieces: [], range: range)]
            for piece in reader.pieces() {
                switch piece {
                case .literal(let literal, _): lines.append(literal, range)
                case .hole(let path):
                    let name = path.parts.map(\.text).joined(separator: ".")
                    named.insert(name)
                    if let hole = hole(name, path.range, place, text) {
                        lines[lines.count - 1].pieces.append(.hole(hole))
                    } else {
                        isWell = false
                    }
                case .plural(_, _, let range):
                    isWell = false
                    findings.report(TranslationFinding.brace, at: place.range(of: range))
                }
            }
            if !check(reader.mistakes, place) { isWell = false }
        } else if signs.hasLineFeeds {
            lines.append(form, range)
        } else {
            lines = [DraftLine(pieces: [.literal(form, range)], range: range)]
        }
        var missing: [String] = []
        for hole in text.holes where !named.contains(hole.name) && hole.name != text.number?.name {
            if !missing.contains(hole.name) { missing.append(hole.name) }
        }
        // A misspelt hole is reported, not that the right one is missing too.
        if !missing.isEmpty, isWell {
            isWell = false
            findings.report(TranslationFinding.missingHole(names: missing), at: range)
        }
        if !check(form, signs, lines, range, text) { isWell = false }
        return isWell ? lines : nil
    }

    private mutating func check(
        _ mistakes: [(kind: TextMistake, range: SourceRange)],
        _ place: TranslationPlace
    ) -> Bool {
        for mistake in mistakes {
            findings.report(TranslationFinding.brace, at: place.range(of: mistake.range))
        }
        return mistakes.isEmpty
    }

    /// The value that a name means, nil after reporting that it means none.
    private mutating func hole(
        _ name: String,
        _ range: SourceRange,
        _ place: TranslationPlace,
        _ text: MenuTexts.Text
    ) -> DraftReference? {
        if let number = text.number, number.name == name { return number }
        if let hole = text.holes.first(where: { $0.name == name }) { return hole }
        var known: [String] = []
        for hole in text.holes where !known.contains(hole.name) { known.append(hole.name) }
        let range = place.range(of: range)
        findings.report(
            TranslationFinding.unknownHole(name: name, known: known),
            at: range,
            fix: DidYouMean.fix(NameSyntax(text: name, range: range), among: known)
        )
        return nil
    }

    /// Checks what does not belong to a hole.
    private mutating func check(
        _ form: String,
        _ signs: Signs,
        _ lines: [DraftLine],
        _ range: SourceRange,
        _ text: MenuTexts.Text
    ) -> Bool {
        if signs.hasControls {
            findings.report(TranslationFinding.controlCharacter, at: range)
            return false
        }
        switch text.kind {
        case .line, .more:
            if lines.count == 1 { return true }
            findings.report(TranslationFinding.oneLine, at: range)
            return false
        case .body, .arm:
            guard signs.hasDigitFirst else { return true }
            let keys = optionKeys(form)
            guard let key = keys.subtracting(optionKeys(text.source)).min() else {
                return true
            }
            findings.report(TranslationFinding.optionKeys(key: key), at: range)
            return false
        case .block: return true
        }
    }

    /// The keys with which lines begin as options do.
    private func optionKeys(_ text: String) -> Set<String> {
        var keys: Set<String> = []
        var rest = text.utf8[...]
        while let first = rest.first {
            if UInt8(ascii: "0")...UInt8(ascii: "9") ~= first {
                let digits = rest.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
                if digits.count <= SyntaxLimits.keyDigitsMax,
                    rest.dropFirst(digits.count).first == UInt8(ascii: " ")
                {
                    keys.insert(String(Substring(digits)))
                }
            }
            guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { break }
            rest = rest[rest.index(after: end)...]
        }
        return keys
    }

    private mutating func reportStale(
        _ source: String,
        _ plural: String?,
        at range: SourceRange,
        _ text: MenuTexts.Text
    ) {
        let isSame = source == text.source
        let was = isSame ? plural ?? "" : source
        let now = isSame ? text.plural ?? "" : text.source
        let (first, second) = Self.difference(was, now)
        findings.report(
            TranslationFinding.stale(context: text.context, was: first, now: second),
            at: range,
            notes: [.init(range: text.range, "The text stands here.")]
        )
    }

    /// The first lines that differ, or what there is of them, short enough to be read.
    private static func difference(_ was: String, _ now: String) -> (String, String) {
        let old = was.split(separator: "\n", omittingEmptySubsequences: false)
        let new = now.split(separator: "\n", omittingEmptySubsequences: false)
        let same = zip(old, new).prefix { $0 == $1 }.count
        func excerpt(_ lines: [Substring]) -> String {
            let line = lines.indices.contains(same) ? lines[same] : ""
            let cut = line.prefix(excerptCharactersMax)
            return cut.count < line.count ? cut + "…" : String(cut)
        }
        return (excerpt(old), excerpt(new))
    }

    private mutating func reportMissing(_ header: POHeader) {
        let missing = texts.all.indices.filter { !isTranslated[$0] }
        if missing.isEmpty { return }
        findings.report(
            TranslationFinding.incomplete(
                language: language,
                missing: missing.count,
                all: texts.all.count,
                first: missing.prefix(3).map { texts.all[$0].context }
            ),
            at: header.isEmpty ? source.range(0, 0) : header.range.start
        )
    }
}

extension [DraftLine] {
    /// Adds a text behind the last line, and lines where it has more.
    fileprivate mutating func append(_ text: String, _ range: SourceRange) {
        var text = text
        let cuts = text.withUTF8 { octets in
            octets.indices.filter { octets[$0] == UInt8(ascii: "\n") }
        }
        var start = 0
        for end in cuts + [text.utf8.count] {
            if start > 0 || isEmpty { append(DraftLine(pieces: [], range: range)) }
            if end > start {
                let part = text.withUTF8 { octets in
                    String(
                        decoding: UnsafeBufferPointer(rebasing: octets[start..<end]),
                        as: UTF8.self
                    )
                }
                self[count - 1].pieces.append(.literal(part, range))
            }
            start = end + 1
        }
    }
}

/// The signs of a text that ask for a closer look.
private struct Signs {
    var hasBraces = false
    var hasLineFeeds = false
    /// Whether it has a character, other than a line feed, of which nothing can be seen and that
    /// changes how the rest is shown: U+0000 to U+001F and U+007F to U+009F.
    var hasControls = false
    /// Whether a line begins with a digit.
    var hasDigitFirst = false

    init(_ text: String) {
        var text = text
        text.withUTF8 { octets in
            var last = UInt8(ascii: "\n")
            for octet in octets {
                switch octet {
                case UInt8(ascii: "{"), UInt8(ascii: "}"): hasBraces = true
                case UInt8(ascii: "0")...UInt8(ascii: "9"):
                    if last == UInt8(ascii: "\n") { hasDigitFirst = true }
                case UInt8(ascii: "\n"): hasLineFeeds = true
                case ..<0x20, 0x7F: hasControls = true
                case 0x80..<0xA0: if last == 0xC2 { hasControls = true }
                default: break
                }
                last = octet
            }
        }
    }
}
