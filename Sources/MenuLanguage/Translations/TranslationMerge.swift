// SPDX-License-Identifier: Apache-2.0
import Dialogue
public import SourceText

/// Brings a file of translations up to the texts of its menu, and loses no translation.
public struct TranslationMerge: Sendable {
    /// The file as it should be.
    public private(set) var file: POFile
    /// Texts that the file had not.
    public private(set) var added: [String] = []
    /// Texts that were changed, whose translations a person must look at.
    public private(set) var changed: [String] = []
    /// Texts that have another place now, whose translations a person must look at.
    public private(set) var moved: [(from: String, to: String)] = []
    /// Texts that were gone and are back, with their translations.
    public private(set) var revived: [String] = []
    /// Texts that are gone, whose translations are kept at the end of the file.
    public private(set) var retired: [String] = []

    private let sources: SourceSet
    private let forms: Int
    /// The entries in use that no text has claimed yet, in the order of the file.
    private var active: [POEntry?]
    /// The entries that are kept, and that no text has claimed yet.
    private var kept: [POEntry?]
    private var activePlaces: [String: [Int]] = [:]
    private var keptPlaces: [String: [Int]] = [:]

    /// Merges the texts of a menu into a file that was read without findings.
    ///
    /// A translation goes with its text as long as context and text are the same. Where the text
    /// was changed, or only its place, the translation is marked `fuzzy` and the former text or
    /// place is written above it. Comments of translators and flags stay; comments and references
    /// from the menu are made anew. Merging the result again changes nothing.
    ///
    /// - Parameters:
    ///   - old: the file as it is.
    ///   - messages: the texts of the menu, each context once.
    ///   - language: the file's language, for a header that does not name it.
    ///   - sources: the menu's files, of which references give the lines.
    public init(
        _ old: POFile,
        with messages: [MenuMessage],
        language: String,
        in sources: SourceSet
    ) {
        file = old
        self.sources = sources
        TranslationExtract.complete(&file.header, language: language)
        forms = file.pluralRule?.formCount ?? 2
        active = old.entries
        kept = old.obsolete
        for (place, entry) in old.entries.enumerated() {
            activePlaces[entry.context ?? "", default: []].append(place)
        }
        for (place, entry) in old.obsolete.enumerated() {
            keptPlaces[entry.context ?? "", default: []].append(place)
        }
        file.entries = []
        // Texts that stayed take their translations first, so that none takes another's.
        var found = messages.map { takeSame($0) }
        for (place, message) in messages.enumerated() where found[place] == nil {
            found[place] = takeOfContext(message)
        }
        var twins = Twins(active, kept)
        for (message, entry) in zip(messages, found) {
            file.entries.append(entry ?? takeMoved(message, &twins) ?? new(message))
        }
        retire()
    }

    /// The entry of a text that is as it was.
    private mutating func takeSame(_ message: MenuMessage) -> POEntry? {
        if let entry = Self.take(message, &active, activePlaces, isSame: true) {
            return refreshed(entry, message)
        }
        guard let entry = Self.take(message, &kept, keptPlaces, isSame: true) else { return nil }
        revived.append(message.context)
        return refreshed(entry, message)
    }

    /// The entry of a text that was changed, its translation marked.
    private mutating func takeOfContext(_ message: MenuMessage) -> POEntry? {
        if let entry = Self.take(message, &active, activePlaces, isSame: false) {
            if entry.hasText { changed.append(message.context) }
            return turned(entry, to: message)
        }
        guard let entry = Self.take(message, &kept, keptPlaces, isSame: false) else { return nil }
        revived.append(message.context)
        return turned(entry, to: message)
    }

    /// The entry of a text that has another place now, if it is certain which that was.
    private mutating func takeMoved(_ message: MenuMessage, _ twins: inout Twins) -> POEntry? {
        guard let twin = twins.next(of: message) else { return nil }
        let entry: POEntry
        switch twin {
        case .active(let place, let old):
            active[place] = nil
            entry = old
        case .kept(let place, let old):
            kept[place] = nil
            entry = old
        }
        moved.append((entry.context ?? "", message.context))
        return turned(entry, to: message)
    }

    private mutating func new(_ message: MenuMessage) -> POEntry {
        added.append(message.context)
        return TranslationExtract.entry(of: message, forms: forms, in: sources)
    }

    /// Takes the first entry of a context out of those that are left.
    private static func take(
        _ message: MenuMessage,
        _ entries: inout [POEntry?],
        _ places: [String: [Int]],
        isSame: Bool
    ) -> POEntry? {
        for place in places[message.context] ?? [] {
            guard let entry = entries[place], entry.context == message.context else { continue }
            if isSame, !entry.translates(message) { continue }
            entries[place] = nil
            return entry
        }
        return nil
    }

    /// An entry with the comments and references of its text.
    private func refreshed(_ entry: POEntry, _ message: MenuMessage) -> POEntry {
        var entry = entry
        entry.extractedComments = message.comments
        entry.references = TranslationExtract.references(of: message, in: sources)
        return entry
    }

    /// An entry for another text or place than its own, marked if it has a translation.
    private func turned(_ old: POEntry, to message: MenuMessage) -> POEntry {
        var entry = refreshed(old, message)
        (entry.context, entry.source, entry.plural) = (
            message.context, message.source, message.plural
        )
        let count = message.plural == nil ? 1 : forms
        if (old.plural == nil) != (message.plural == nil) || old.translations.count != count {
            let first = old.translations.first ?? ""
            entry.translations = (0..<count).map { form in
                old.plural == nil || form >= old.translations.count
                    ? first : old.translations[form]
            }
        }
        guard old.hasText else {
            (entry.previousContext, entry.previousSource, entry.previousPlural) = (nil, nil, nil)
            return entry
        }
        if !entry.isFuzzy { entry.flags.insert(POEntry.fuzzy, at: 0) }
        // What the translation was made for is further back when it was marked already.
        if !old.isFuzzy || old.previousSource == nil {
            entry.previousSource = old.source
            entry.previousPlural = old.plural
            entry.previousContext = old.context == message.context ? nil : old.context
        }
        if entry.previousSource == message.source, entry.previousPlural == message.plural,
            entry.previousContext ?? message.context == message.context
        {
            (entry.previousContext, entry.previousSource, entry.previousPlural) = (nil, nil, nil)
        }
        return entry
    }

    /// Puts what no text has claimed to the entries that are kept.
    private mutating func retire() {
        var left: [POEntry] = []
        for case var entry? in active {
            guard entry.hasText || !entry.translatorComments.isEmpty else { continue }
            retired.append(entry.context ?? entry.source)
            (entry.extractedComments, entry.references) = ([], [])
            left.append(entry)
        }
        let used = Set(file.entries.map(\.key))
        var seen = used
        var all: [POEntry] = []
        // Of two with one key the one that was in use last is better.
        for entry in left where seen.insert(entry.key).inserted { all.append(entry) }
        file.obsolete = kept.compactMap { $0 }.filter { seen.insert($0.key).inserted } + all
    }
}

/// Entries by their text, for texts whose place is new.
private struct Twins {
    private var byText: [Text: [Place]] = [:]

    /// A text with its form for many.
    private struct Text: Hashable {
        let source: String
        let plural: String?
    }

    /// An entry, and where it was.
    enum Place {
        case active(Int, POEntry)
        case kept(Int, POEntry)

        var entry: POEntry {
            switch self {
            case .active(_, let entry), .kept(_, let entry): entry
            }
        }
    }

    init(_ active: [POEntry?], _ kept: [POEntry?]) {
        let places =
            active.enumerated().compactMap { place, entry in entry.map { .active(place, $0) } }
            + kept.enumerated().compactMap { place, entry in entry.map { .kept(place, $0) } }
            as [Place]
        for place in places where place.entry.hasText {
            let text = Text(source: place.entry.source, plural: place.entry.plural)
            byText[text, default: []].append(place)
        }
        // Two that say different things: it is not certain which is meant.
        byText = byText.filter { _, places in
            places.allSatisfy { $0.entry.translations == places.first?.entry.translations }
        }
    }

    /// The next entry with a text, the last of them for all that follow; nil without any.
    mutating func next(of message: MenuMessage) -> Place? {
        let text = Text(source: message.source, plural: message.plural)
        guard let first = byText[text]?.first else { return nil }
        if let count = byText[text]?.count, count > 1 { byText[text]?.removeFirst() }
        return first
    }
}

extension POEntry {
    /// Whether anything of it is translated.
    var hasText: Bool { translations.contains { !$0.isEmpty } }

    /// Whether it is the entry of a text as it is written now.
    func translates(_ message: MenuMessage) -> Bool {
        source == message.source && plural == message.plural
    }
}
