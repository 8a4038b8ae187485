// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText

/// Puts the words of a PO file together to entries.
struct POAssembly {
    private(set) var file = POFile()
    private(set) var findings: Findings
    private let source: SourceFile
    private var draft = PODraft()
    private var hasHeader = false
    private var places: [POEntry.Key: SourceRange] = [:]

    init(of source: SourceFile, findings: Findings) {
        self.source = source
        self.findings = findings
    }

    /// Whether a limit was reached and nothing more is read.
    var isFull: Bool {
        findings.all.count >= POLimits.findingsMax
            || file.entries.count + file.obsolete.count > POLimits.entriesMax
    }

    /// Takes the next word.
    mutating func add(_ token: POToken) {
        let range = source.range(token.octets.lowerBound, token.octets.upperBound)
        if begins(token) { close() }
        switch token.kind {
        case .comment(let kind, let text): draft.comments.append((kind, text))
        case .keyword(let keyword):
            let part = PODraft.Part(keyword: keyword, range: range)
            if token.isPrevious {
                draft.previous.append(part)
            } else {
                if draft.parts.isEmpty { draft.isObsolete = token.isObsolete }
                if draft.isObsolete != token.isObsolete { fail(.mixedObsolete, at: range) }
                draft.parts.append(part)
            }
        case .index(let number):
            addIndex(number, token, at: range)
        case .string(let octets): addText(octets, token, at: range)
        case .badString(let finding, let octets):
            fail(finding, at: source.range(octets.lowerBound, octets.upperBound))
            addText([], token, at: range)
        case .unknown(let word):
            let names = POToken.Keyword.allCases.map(\.rawValue)
            let meant = DidYouMean.closest(to: word, among: names)
            fail(.unknownWord(String(word.prefix(40)), meant: meant), at: range)
        }
    }

    /// Ends the last entry, and looks at what only the whole file shows.
    mutating func finish() {
        if !isFull { close() }
        if file.entries.count + file.obsolete.count > POLimits.entriesMax {
            let limit = TranslationSyntaxFinding.limit(what: "texts", most: POLimits.entriesMax)
            findings.report(limit, at: source.range(source.utf8Count, source.utf8Count))
        }
        guard !isFull else { return }
        file.checkHeader(in: source, &findings)
    }

    /// Whether a word begins a new entry.
    private func begins(_ token: POToken) -> Bool {
        switch token.kind {
        case .comment: return draft.isBroken || !draft.parts.isEmpty
        case .keyword(.context): return draft.isBroken || !draft.parts.isEmpty
        case .keyword(.source):
            if token.isPrevious { return !draft.parts.isEmpty }
            guard let only = draft.parts.first, draft.parts.count == 1 else {
                return draft.isBroken || !draft.parts.isEmpty
            }
            return only.keyword != .context || draft.isObsolete != token.isObsolete
        case .keyword: return token.isPrevious && !draft.parts.isEmpty
        case .unknown, .index: return draft.isWhole
        case .string, .badString: return false
        }
    }

    private mutating func addIndex(_ number: Int?, _ token: POToken, at range: SourceRange) {
        guard !token.isPrevious, let last = draft.parts.indices.last,
            draft.parts[last].keyword == .translation, draft.parts[last].textRange == nil
        else { return fail(.unexpected(what: "a number in brackets"), at: range) }
        draft.parts[last].index = .some(number)
    }

    private mutating func addText(_ octets: [UInt8], _ token: POToken, at range: SourceRange) {
        if token.isPrevious, let last = draft.previous.indices.last, draft.parts.isEmpty {
            draft.previous[last].add(octets, at: range)
        } else if !token.isPrevious, let last = draft.parts.indices.last {
            if draft.isObsolete != token.isObsolete { fail(.mixedObsolete, at: range) }
            draft.parts[last].add(octets, at: range)
        } else {
            fail(.unexpected(what: "a text"), at: range)
        }
    }

    /// Tells the first mistake of an entry; what follows may be its consequence.
    private mutating func fail(_ finding: TranslationSyntaxFinding, at range: SourceRange) {
        if !draft.isBroken { findings.report(finding, at: range) }
        draft.isBroken = true
    }

    /// Ends the entry that is open.
    private mutating func close() {
        defer { draft = PODraft() }
        guard !draft.isBroken else { return }
        guard !draft.parts.isEmpty else {
            file.closingComments += draft.comments(.translator)
            return
        }
        check()
        guard !draft.isBroken, let entry = draft.entry else { return }
        if draft.isObsolete {
            file.obsolete.append(entry)
        } else if entry.context == nil, entry.source.isEmpty, entry.plural == nil {
            keepHeader(entry)
        } else if isNew(entry.key, at: entry.range) {
            file.entries.append(entry)
        }
    }

    private mutating func keepHeader(_ entry: POEntry) {
        guard isNew(entry.key, at: entry.range) else { return }
        file.header.text = entry.translations.first ?? ""
        file.header.translatorComments = entry.translatorComments
        file.header.flags = entry.flags
        file.header.range = entry.translationRanges.first ?? entry.range
    }

    /// Whether no entry has a key yet; else tells where the first stands.
    private mutating func isNew(_ key: POEntry.Key, at range: SourceRange) -> Bool {
        guard let first = places.updateValue(range, forKey: key) else { return true }
        places[key] = first
        let note = Diagnostic.Note(range: first, "The first stands here.")
        let name = key.context ?? (key.source.isEmpty ? "the header" : key.source)
        let finding = TranslationSyntaxFinding.twice(source: String(name.prefix(40)))
        let start = source.location(at: range.lower).line
        let shown = source.range(
            range.lower,
            source.lineStart(start) + source.line(start).utf8.count
        )
        findings.report(finding, at: shown, notes: [note])
        return false
    }

    /// Whether each part has a text that can be read; else tells of the first that has not.
    private mutating func hasTexts(_ parts: [PODraft.Part]) -> Bool {
        for part in parts {
            guard let range = part.textRange else {
                fail(.noText(keyword: part.name), at: part.range)
                return false
            }
            if part.text == nil {
                fail(.octets, at: range)
                return false
            }
        }
        return true
    }

    /// Looks whether an entry has its parts in their order, each with its text.
    private mutating func check() {
        guard hasTexts(draft.previous), hasTexts(draft.parts) else { return }
        var rest = draft.parts[...]
        if rest.first?.keyword == .context { rest.removeFirst() }
        guard let first = draft.parts.first else { return }
        guard let source = rest.popFirst(), source.keyword == .source else {
            return fail(.missing(keyword: "msgid", after: first.keyword.rawValue), at: first.range)
        }
        let hasPlural = rest.first?.keyword == .plural
        if hasPlural { rest.removeFirst() }
        guard !rest.isEmpty else {
            let keyword = hasPlural ? "msgstr[0]" : "msgstr"
            return fail(.missing(keyword: keyword, after: "msgid"), at: source.range)
        }
        for (number, part) in rest.enumerated() {
            guard part.keyword == .translation else {
                return fail(.unexpected(what: "`\(part.keyword.rawValue)`"), at: part.range)
            }
            if hasPlural, part.index != .some(number) {
                return fail(.wrongIndex(expected: number), at: part.range)
            }
            if !hasPlural, number > 0 || part.index != nil {
                let isForm = part.index != nil
                return fail(
                    isForm
                        ? .missing(keyword: "msgid_plural", after: part.name)
                        : .unexpected(what: "a second `msgstr`"),
                    at: part.range
                )
            }
        }
    }
}

extension PODraft.Part {
    /// Adds a line of the text.
    fileprivate mutating func add(_ more: [UInt8], at range: SourceRange) {
        if octets.isEmpty { octets = more } else { octets += more }
        textRange = textRange?.union(range) ?? range
    }
}

extension PODraft {
    /// The entry, once its parts are known to be in order.
    fileprivate var entry: POEntry? {
        func part(_ keyword: POToken.Keyword) -> Part? { parts.first { $0.keyword == keyword } }
        guard let first = parts.first, let source = part(.source), let text = source.text,
            let end = parts.last?.textRange
        else { return nil }
        let translated = parts.filter { $0.keyword == .translation }
        var entry = POEntry(
            context: part(.context)?.text,
            source: text,
            plural: part(.plural)?.text,
            translations: translated.map { $0.text ?? "" }
        )
        entry.flags = flags
        entry.translatorComments = comments(.translator)
        entry.extractedComments = comments(.extracted)
        entry.references = comments(.references).flatMap { POReferences.split($0) }
        if let source = previous(.source) {
            entry.previousSource = source
            entry.previousContext = previous(.context)
            entry.previousPlural = previous(.plural)
        }
        entry.range = first.range.union(end)
        entry.contextRange = part(.context)?.textRange
        entry.sourceRange = source.textRange ?? source.range
        entry.translationRanges = translated.map { $0.textRange ?? $0.range }
        return entry
    }
}
