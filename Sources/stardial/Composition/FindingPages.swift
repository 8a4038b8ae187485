// SPDX-License-Identifier: Apache-2.0
import MenuLanguage
import MobileMoney
import SourceText

/// What `stardial explain` does: writes the page of one finding, or one line for each.
struct FindingPages {
    var id: String?

    func run() throws {
        guard let id else { return Terminal.write(Self.list) }
        let names = Self.prefixes.map { $0 + id }
        guard let page = Self.all.first(where: { names.contains($0.id) }) else {
            guard !id.hasPrefix("transcript.") else {
                throw CommandFailure(
                    .usage,
                    "A mistake in a transcript says beside it what to do, so that \(id) has no "
                        + "page. stardial explain lists what has one."
                )
            }
            let known = Self.all.map(\.id)
            let near = names.lazy.compactMap { DidYouMean.closest(to: $0, among: known) }.first
            let hint = near.map { " Did you mean \($0)?" } ?? ""
            throw CommandFailure(
                .usage,
                "There is no finding \(id).\(hint) stardial explain lists all of them."
            )
        }
        Terminal.write(page.text)
    }

    /// The pages on menus, then those on tariffs.
    static let all = MenuDiagnostic.explanations.map(\.findingPage) + Tariff.pages

    /// What may be left out at the start of a name.
    private static let prefixes = ["", "menu.", "tariff."]

    /// Every finding with its sentence, in columns.
    private static var list: String {
        let pages = all
        let width = pages.map(\.id.count).max() ?? 0
        return pages.map { page in
            let gap = String(repeating: " ", count: width - page.id.count + 2)
            return "\(page.id)\(gap)\(page.summary)\n"
        }.joined()
    }
}
