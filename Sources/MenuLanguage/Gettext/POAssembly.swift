// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText

/// Puts the words of a PO file together to entries.
struct POAssembly {
    private(set) var file = POFile()
    private(set) var findings: Findings
    private let source: SourceFile
    /// The text of the file.
    private let octets: [UInt8]
    private var draft = PODraft()
    private var places: [POEntry.Key: Range<Int>] = [:]

    /// As many octets as a short entry has, to make room for all of a file at once.
    private static let entryOctetsUsual = 64

    init(of source: SourceFile, _ octets: [UInt8], findings: Findings) {
        self.source = source
        self.octets = octets
        self.findings = findings
        let entries = octets.count / Self.entryOctetsUsual
        places.reserveCapacity(min(entries, POLimits.entriesMax))
    }

    /// Whether a limit was reached and nothing more is read.
    var isFull: Bool {
        findings.all.count >= POLimits.findingsMax
            || file.entries.count + file.obsolete.count > POLimits.entriesMax
    }

    /// Takes the next word.
    mutating func add(_ token: POToken) {
        let range = token.octets
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
            addIndex(number, token)
        case .string(let said): addText(said, token)
        case .badString(let finding, let octets):
            fail(finding, at: octets)
            addText(.meant([]), token)
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

    private mutating func addIndex(_ number: Int?, _ token: POToken) {
        guard !token.isPrevious, let last = draft.parts.indices.last,
            draft.parts[last].keyword == .translation, draft.parts[last].textRange == nil
        else { return fail(.unexpected(what: "a number in brackets"), at: token.octets) }
        draft.parts[last].index = .some(number)
    }

    private mutating func addText(_ said: POToken.Said, _ token: POToken) {
        let range = token.octets
        if token.isPrevious, let last = draft.previous.indices.last, draft.parts.isEmpty {
            draft.previous[last].add(said, at: range, of: octets)
        } else if !token.isPrevious, let last = draft.parts.indices.last {
            if draft.isObsolete != token.isObsolete { fail(.mixedObsolete, at: range) }
            draft.parts[last].add(said, at: range, of: octets)
        } else {
            fail(.unexpected(what: "a text"), at: range)
        }
    }

    /// Tells the first mistake of an entry; what follows may be its consequence.
    private mutating func fail(_ finding: TranslationSyntaxFinding, at octets: Range<Int>) {
        if !draft.isBroken { findings.report(finding, at: source.range(octets)) }
        draft.isBroken = true
    }

    /// Ends the entry that is open.
    private mutating func close() {
        defer { draft.clear() }
        guard !draft.isBroken else { return }
        guard !draft.parts.isEmpty else {
            file.closingComments += draft.comments(.translator)
            return
        }
        check()
        if draft.isBroken { return }
        let entry = draft.entry(in: source)
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
        let octets = range.lower..<range.upper
        guard let first = places.updateValue(octets, forKey: key) else { return true }
        places[key] = first
        let note = Diagnostic.Note(range: source.range(first), "The first stands here.")
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

    /// Whether a part has a text that can be read; else tells that it has not.
    private mutating func hasText(_ part: PODraft.Part) -> Bool {
        guard let range = part.textRange else {
            fail(.noText(keyword: part.name), at: part.range)
            return false
        }
        if part.text == nil { fail(.octets, at: range) }
        return part.text != nil
    }

    /// Looks whether an entry has its parts in their order, each with its text.
    private mutating func check() {
        for index in draft.previous.indices {
            draft.previous[index].read(in: octets)
            guard hasText(draft.previous[index]) else { return }
        }
        for index in draft.parts.indices {
            draft.parts[index].read(in: octets)
            guard hasText(draft.parts[index]) else { return }
        }
        checkOrder()
    }

    private mutating func checkOrder() {
        guard let first = draft.parts.first else { return }
        var next = first.keyword == .context ? 1 : 0
        guard draft.parts.count > next, draft.parts[next].keyword == .source else {
            return fail(.missing(keyword: "msgid", after: first.keyword.rawValue), at: first.range)
        }
        let source = next
        next += 1
        let hasPlural = draft.parts.count > next && draft.parts[next].keyword == .plural
        if hasPlural { next += 1 }
        guard draft.parts.count > next else {
            let keyword = hasPlural ? "msgstr[0]" : "msgstr"
            let range = draft.parts[source].range
            return fail(.missing(keyword: keyword, after: "msgid"), at: range)
        }
        for place in next..<draft.parts.count {
            let (part, number) = (draft.parts[place], place - next)
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

extension SourceFile {
    /// The range of some octets.
    fileprivate func range(_ octets: Range<Int>) -> SourceRange {
        range(octets.lowerBound, octets.upperBound)
    }
}

extension PODraft {
    /// The entry, once its parts are known to be in order.
    fileprivate func entry(in file: SourceFile) -> POEntry {
        var entry = POEntry(source: "", translations: [])
        entry.translations.reserveCapacity(parts.count)
        entry.translationRanges.reserveCapacity(parts.count)
        var octets: Range<Int>?
        for index in parts.indices {
            let (text, own) = (parts[index].text, parts[index].range)
            let said = parts[index].textRange ?? own
            octets = (octets?.lowerBound ?? own.lowerBound)..<said.upperBound
            switch parts[index].keyword {
            case .context: (entry.context, entry.contextRange) = (text, file.range(said))
            case .source: (entry.source, entry.sourceRange) = (text ?? "", file.range(said))
            case .plural: entry.plural = text
            case .translation:
                entry.translations.append(text ?? "")
                entry.translationRanges.append(file.range(said))
            }
        }
        entry.range = file.range(octets ?? 0..<0)
        if !previous.isEmpty, let source = previous(.source) {
            entry.previousSource = source
            entry.previousContext = previous(.context)
            entry.previousPlural = previous(.plural)
        }
        if !comments.isEmpty {
            entry.flags = flags
            entry.translatorComments = comments(.translator)
            entry.extractedComments = comments(.extracted)
            entry.references = comments(.references).flatMap { POReferences.split($0) }
        }
        return entry
    }
}
