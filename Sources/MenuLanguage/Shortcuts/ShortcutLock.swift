// SPDX-License-Identifier: Apache-2.0
public import SourceText

/// What the shortcuts of menus meant when they were published, as the file `shortcuts.lock` beside
/// the menus says it.
///
/// The file has a section for each menu and in it one sorted line for each shortcut, so that a
/// change of one shortcut is a change of one line.
public struct ShortcutLock: Hashable, Sendable {
    /// The name of the file.
    public static let fileName = "shortcuts.lock"

    /// The shortcuts by the name of their menu, sorted.
    public private(set) var menus: [String: [Shortcut]] = [:]

    /// Makes a lock that holds nothing.
    public init() {}

    /// Where the lock of a menu lies.
    ///
    /// - Parameter main: the path of the file with the line `menu NAME`.
    /// - Returns: the same path with its last part replaced.
    public static func path(beside main: String) -> String {
        SourceLoader.path(of: fileName, beside: main)
    }

    /// Reads a lock; what cannot be understood becomes a diagnostic at its line.
    public static func read(_ file: SourceFile) -> (lock: ShortcutLock, diagnostics: [Diagnostic]) {
        let reader = LockReader(file)
        var lock = ShortcutLock()
        for menu in reader.menus {
            let entries = reader.entries.filter { $0.menu == menu }
            lock.set(entries.map(\.shortcut), of: menu)
        }
        return (lock, reader.findings.inOrder)
    }

    /// Puts the shortcuts of a menu in place of what the lock said of it.
    public mutating func set(_ shortcuts: [Shortcut], of menu: String) {
        menus[menu] = shortcuts.sorted()
    }

    /// The whole file.
    public var text: String {
        Self.comment
            + menus.keys.sorted().map { name in
                let lines = (menus[name] ?? []).map { "    \($0.line)\n" }
                return "\nmenu \(name)\n\(lines.joined())"
            }.joined()
    }

    /// What differs in another lock, a line each: `- ` before what is no longer said and `+ `
    /// before what is new.
    public func changes(to other: ShortcutLock) -> [String] {
        Set(menus.keys).union(other.menus.keys).sorted().flatMap { menu -> [String] in
            let (old, new) = (menus[menu] ?? [], other.menus[menu] ?? [])
            let gone = Set(old).subtracting(new)
            let come = Set(new).subtracting(old)
            return gone.union(come).sorted().map { (come.contains($0) ? "+ " : "- ") + $0.line }
        }
    }

    private static let comment = """
        # What each string to dial and each SMS command means to the people who learnt it.
        #
        # `stardial check` holds the menus beside this file to it. When a meaning changes on
        # purpose, `stardial check --lock` writes the file anew; keep it with the menus.

        """
}
