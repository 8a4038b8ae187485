// SPDX-License-Identifier: Apache-2.0

extension MenuDiagnostic {
    /// A page for every finding, in the order of ``diagnosticIDs``.
    public static let explanations: [Explanation] = {
        let pages = Dictionary(
            Explanation.all.map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        return diagnosticIDs.compactMap { pages[$0] }
    }()

    /// The page for a finding by its stable name, whose `menu.` may be left out; nil when there is
    /// no finding of that name.
    public static func explanation(of id: String) -> Explanation? {
        explanations.first { $0.id == id || $0.id == "menu." + id }
    }
}

extension Explanation {
    /// The pages by topic.
    static let all = [
        layout, lines, words, texts, files, names, types, shapes, ways, routes, safety, sums,
        translationSyntax, languages, plurals, translations, unshown, habits, shortcuts, services,
    ].flatMap { $0 }
}
