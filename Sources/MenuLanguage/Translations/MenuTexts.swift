// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText

/// Every text of a draft once, with its stable name.
struct MenuTexts: Sendable {
    /// The texts in the order of the walk.
    private(set) var all: [Text] = []
    /// The text of each visit of the walk; nil where nothing is to translate.
    private(set) var ofVisit: [Int?] = []
    /// The texts by context.
    private(set) var byContext: [String: Int] = [:]

    /// One text; a class, so that looking at it copies nothing.
    final class Text: Sendable {
        let context: String
        /// What is written, with the first and, for a number, the last form of its words.
        let source: String
        let plural: String?
        let range: SourceRange
        let kind: TextSite.Kind
        /// The state that shows it; nil for what belongs to the whole menu.
        let state: Int?
        /// The names of the values shown, and the number that chooses among forms.
        let holes: [DraftReference]
        let number: DraftReference?

        init(
            context: String,
            source: String,
            plural: String?,
            range: SourceRange,
            kind: TextSite.Kind,
            state: Int?,
            holes: [DraftReference],
            number: DraftReference?
        ) {
            (self.context, self.source, self.plural) = (context, source, plural)
            (self.range, self.kind, self.state) = (range, kind, state)
            (self.holes, self.number) = (holes, number)
        }
    }

    /// Names the texts of a draft.
    init(_ draft: DraftMenu) {
        var texts = MenuTexts()
        let mapper = TextMapper { site, context, block in
            texts.visit(site, context, block(), menu: draft.settings.range)
            return nil
        }
        _ = mapper.menu(draft)
        self = texts
    }

    private init() {}

    private mutating func visit(
        _ site: TextSite,
        _ context: () -> String,
        _ block: DraftBlock,
        menu: SourceRange
    ) {
        guard let lines = block.forms.first, let last = block.forms.last else {
            return ofVisit.append(nil)
        }
        let source = lines.written
        guard !source.isEmpty else { return ofVisit.append(nil) }
        var name = context()
        if let known = byContext.updateValue(all.count, forKey: name) {
            byContext[name] = known
            if site.isShared { return ofVisit.append(known) }
            let first = name
            var number = 2
            while byContext[name] != nil {
                name = "\(first)-\(number)"
                number += 1
            }
            byContext[name] = all.count
        }
        let ranges = lines.compactMap(\.range)
        ofVisit.append(all.count)
        all.append(
            Text(
                context: name,
                source: source,
                plural: block.number == nil ? nil : last.written,
                range: ranges.dropFirst().reduce(ranges.first ?? menu) { $0.union($1) },
                kind: site.kind,
                state: site.isShared ? nil : site.state,
                holes: lines.flatMap(\.uses),
                number: block.number
            )
        )
    }
}
