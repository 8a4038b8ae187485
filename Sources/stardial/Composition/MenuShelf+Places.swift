// SPDX-License-Identifier: Apache-2.0
import Dialogue
import MenuLanguage
import SourceText

extension MenuShelf {
    /// Where a state of a menu is written, as `Menus/mavuno/send.menu, line 12`; nil for a state
    /// that is not known.
    func place(ofState state: String, menu: String) -> String? {
        for compilation in entries.map(\.compilation) where compilation.program?.name == menu {
            guard let index = compilation.program?.states.firstIndex(where: { $0.name == state }),
                compilation.sites.indices.contains(index)
            else { continue }
            let range = compilation.sites[index].range
            guard let location = compilation.sources.location(of: range) else { continue }
            return "\(range.file), line \(location.line)"
        }
        return nil
    }
}
