// SPDX-License-Identifier: Apache-2.0
import Foundation
import MenuLanguage
import SourceText

/// Writes `shortcuts.lock` beside menus, for what their shortcuts mean now.
struct MenuLock {
    /// What was compiled.
    var entries: [MenuShelf.Entry]

    /// Writes the locks that change, and says which lines.
    ///
    /// - Returns: one line for each file and one for each shortcut that changed in it.
    /// - Throws: ``ExitStatus/findings`` when a menu has an error that is not about its shortcuts
    ///   or a lock cannot be understood, and then nothing is written; what cannot be read or
    ///   written.
    func write() throws -> String {
        var locks: [String: (old: ShortcutLock, new: ShortcutLock)] = [:]
        for entry in entries {
            let path = ShortcutLock.path(beside: entry.path)
            var lock = try locks[path] ?? read(path)
            guard let name = name(of: entry) else {
                throw CommandFailure(
                    .findings,
                    "\(entry.path) has errors, so no lock was written. Mend them first."
                )
            }
            lock.new.set(entry.compilation.shortcuts, of: name)
            locks[path] = lock
        }
        var said = ""
        for (path, lock) in locks.sorted(by: { $0.key < $1.key }) {
            let changes = lock.old.changes(to: lock.new)
            if lock.new == lock.old {
                said += "\(path) is as the menus are.\n"
            } else {
                try write(lock.new.text, to: path)
                said += "\(path) was written.\n"
            }
            said += changes.map { "  \($0)\n" }.joined()
        }
        return said
    }

    /// The menu's name, nil when it has an error that is not about its shortcuts.
    private func name(of entry: MenuShelf.Entry) -> String? {
        let errors = entry.compilation.diagnostics.filter { $0.severity == .error }
        guard errors.allSatisfy({ $0.id.hasPrefix("menu.shortcut-") }) else { return nil }
        return entry.compilation.measures?.menu
    }

    private func read(
        _ path: String
    ) throws(CommandFailure) -> (old: ShortcutLock, new: ShortcutLock) {
        guard FileManager.default.fileExists(atPath: path) else {
            return (ShortcutLock(), ShortcutLock())
        }
        let file = SourceFile(path: path, text: try MenuShelf.text(of: path))
        let (lock, diagnostics) = ShortcutLock.read(file)
        guard diagnostics.isEmpty else {
            Terminal.write(DiagnosticRenderer().render(diagnostics, in: [file]), to: .errors)
            throw CommandFailure(
                .findings,
                "\(path) cannot be understood and was left as it is. Mend it, or delete it and "
                    + "run `stardial check --lock` again."
            )
        }
        return (lock, lock)
    }

    private func write(_ text: String, to path: String) throws(CommandFailure) {
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw CommandFailure(
                .failed,
                "\(path) cannot be written, so it was left as it is. May you write there?"
            )
        }
    }
}
