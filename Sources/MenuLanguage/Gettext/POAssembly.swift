// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText

/// Puts the words of a PO file together to entries, and hands over each that is whole.
struct POAssembly {
    /// The header and the closing comments.
    private(set) var file = POFile()
    private(set) var findings: Findings
    private let source: SourceFile
    /// The text of the file.
    private let octets: [UInt8]
    private var draft = PODraft()
    private var places: [POEntry.Key: Range<Int>] = [:]
    /// How many entries were handed over.
    private var count = 0
    /// The translated entries whose text names a number.
    private var plurals: [PluralEntry] = []

    /// Takes an entry whose parts are in order.
    typealias Take = (PODraft, Use) -> Void

    /// What an entry is to its file.
    enum Use {
        case header, text, obsolete
    }

    /// What the file's plural rule must fit.
    struct PluralEntry {
        let forms: Int
        /// The text with its quotes.
        let source: Range<Int>
        /// The last translation with its quotes.
        let last: Range<Int>
    }

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
        findings.all.count >= POLimits.findingsMax || count > POLimits.entriesMax
    }

    /// Takes the next word.
    mutating func add(_ token: POToken, _ take: Take) {
        let range = token.octets
        if begins(token) { close(take) }
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
    mutating func finish(_ take: Take) {
        if !isFull { close(take) }
        if count > POLimits.entriesMax {
            let limit = TranslationSyntaxFinding.limit(what: "texts", most: POLimits.entriesMax)
            findings.report(limit, at: source.range(source.utf8Count, source.utf8Count))
        }
        guard !isFull else { return }
        file.checkHeader(in: source, plurals, &findings)
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
    private mutating func close(_ take: Take) {
        defer { draft.clear() }
        guard !draft.isBroken else { return }
        guard !draft.parts.isEmpty else {
            file.closingComments += draft.comments(.translator)
            return
        }
        check()
        if draft.isBroken { return }
        if draft.isObsolete {
            count += 1
            return take(draft, .obsolete)
        }
        let key = POEntry.Key(context: draft.text(.context), source: draft.text(.source) ?? "")
        guard isNew(key) else { return }
        let isPlural = draft.hasPlural
        if key.context == nil, key.source.isEmpty, !isPlural {
            keepHeader()
            return take(draft, .header)
        }
        count += 1
        if isPlural { keepPlural() }
        take(draft, .text)
    }

    private mutating func keepHeader() {
        file.header.text = draft.text(.translation) ?? ""
        file.header.translatorComments = draft.comments(.translator)
        file.header.flags = draft.flags
        file.header.range = source.range(draft.forms.first?.textRange ?? draft.range)
    }

    private mutating func keepPlural() {
        if draft.isEmpty { return }
        let forms = draft.forms
        let (text, last) = (draft.range(of: .source), forms.last?.textRange)
        let entry = PluralEntry(forms: forms.count, source: text, last: last ?? draft.range)
        plurals.append(entry)
    }

    /// Whether no entry has a key yet; else tells where the first stands.
    private mutating func isNew(_ key: POEntry.Key) -> Bool {
        let range = draft.range
        guard let first = places.updateValue(range, forKey: key) else { return true }
        places[key] = first
        let note = Diagnostic.Note(range: source.range(first), "The first stands here.")
        let name = key.context ?? (key.source.isEmpty ? "the header" : key.source)
        let finding = TranslationSyntaxFinding.twice(source: String(name.prefix(40)))
        let start = source.location(at: range.lowerBound).line
        let shown = source.range(
            range.lowerBound,
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
        (draft.hasPlural, draft.formsStart) = (hasPlural, next)
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
