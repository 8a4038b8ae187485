// SPDX-License-Identifier: Apache-2.0

/// What differs between two versions of a menu, as people with a phone can notice it.
///
/// How a menu is laid out, its comments and which file a screen stands in are no differences.
public struct MenuChanges: Hashable, Sendable, Encodable {
    /// The name of the menu, the new one where it has another.
    public let menu: String
    /// The changes by screen and flow, in the order of the new menu; what is gone stands behind.
    public let groups: [Group]
    /// Where a session that waits in the old version would find other ways in the new one.
    ///
    /// It goes on in the old version; who dials anew gets the new one.
    public let sessions: [SessionChange]

    /// The changes of one screen or flow, of the whole menu, or of its shortcuts.
    public struct Group: Hashable, Sendable, Encodable {
        /// What a reader calls it: `Menu`, `Screen wallet`, `Flow send`, `Shortcuts`.
        public let title: String
        /// The screen or flow by its name in the old version, nil for what is new and for no place.
        public let old: String?
        /// The screen or flow by its name in the new version, nil for what is gone.
        public let new: String?
        /// The changes, at least one.
        public let changes: [MenuChange]
    }

    /// Whether nothing that a phone shows changes.
    public var isEmpty: Bool { groups.isEmpty && sessions.isEmpty }

    /// Compares two versions of a menu.
    ///
    /// Menus with errors can be compared as long as every file is written as the grammar wants it;
    /// the sizes of screens are then compared where both are known.
    ///
    /// - Parameters:
    ///   - old: what compiling the old version gave.
    ///   - new: what compiling the new version gave.
    /// - Returns: what differs, nil when a version cannot be read.
    public static func between(_ old: MenuCompilation, _ new: MenuCompilation) -> MenuChanges? {
        guard let before = PictureReader.picture(of: old.sources),
            let after = PictureReader.picture(of: new.sources)
        else { return nil }
        var finder = ChangeFinder(old: before, new: after)
        finder.compareMenu()
        finder.comparePlaces(
            sizes: ChangeFinder.Sizes(old: old.measures, new: new.measures)
        )
        finder.compare(old.shortcuts, new.shortcuts)
        return MenuChanges(
            menu: after.name,
            groups: finder.groups,
            sessions: SessionFinder(finder).changes
        )
    }
}
