// SPDX-License-Identifier: Apache-2.0
import MenuLanguage
import SourceText

/// What `stardial explain` does: writes the page of one finding, or one line for each.
struct FindingPages {
    var id: String?

    func run() throws {
        guard let id else { return Terminal.write(Self.list) }
        guard let page = MenuDiagnostic.explanation(of: id) else {
            let names = MenuDiagnostic.diagnosticIDs
            let near =
                DidYouMean.closest(to: id, among: names)
                ?? DidYouMean.closest(to: "menu." + id, among: names)
            let hint = near.map { " Did you mean \($0)?" } ?? ""
            throw CommandFailure(
                .usage,
                "There is no finding \(id).\(hint) stardial explain lists all of them."
            )
        }
        Terminal.write(page.page)
    }

    /// Every finding with its sentence, in columns.
    private static var list: String {
        let pages = MenuDiagnostic.explanations
        let width = pages.map(\.id.count).max() ?? 0
        return pages.map { page in
            let gap = String(repeating: " ", count: width - page.id.count + 2)
            return "\(page.id)\(gap)\(page.summary)\n"
        }.joined()
    }
}
