// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// A folder with a name that no other has; it goes away with the value.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        var template = Array((NSTemporaryDirectory() + "stardial-XXXXXX").utf8CString)
        let made = mkdtemp(&template)
        path = String(cString: try #require(made))
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The path of a name in the folder.
    func callAsFunction(_ name: String) -> String { path + "/" + name }

    /// Writes a file at once, as an editor does that saves; its folders are made.
    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        try write(Data(text.utf8), to: name)
    }

    /// Writes a file at once; its folders are made.
    @discardableResult
    func write(_ data: Data, to name: String) throws -> String {
        let file = URL(fileURLWithPath: self(name))
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try data.write(to: file, options: .atomic)
        return file.path
    }

    /// Puts a copy of the bundled menus here, with their tariff.
    func copyMenus() throws {
        try FileManager.default.copyItem(
            atPath: BuiltCommand.root + "/Menus",
            toPath: self("Menus")
        )
    }

    /// The menus of the repository without their translations, which follow their texts.
    func copyMenusInOneLanguage() throws {
        try copyMenus()
        try replace("    also       sw, fr, es\n", with: "", in: "Menus/mavuno/mavuno.menu")
        for file in ["account", "commands"] {
            let name = "Menus/mavuno/\(file).menu"
            let text = try String(contentsOfFile: self(name), encoding: .utf8)
            try write(text.replacing(/\ in (en|sw|fr|es)\n/, with: "\n"), to: name)
        }
    }

    /// Changes a text in a file; it must be there once.
    func replace(_ text: String, with other: String, in name: String) throws {
        let before = try String(contentsOfFile: self(name), encoding: .utf8)
        let parts = before.components(separatedBy: text)
        try #require(parts.count == 2, "`\(text)` is \(parts.count - 1) times in \(name)")
        try write(parts.joined(separator: other), to: name)
    }
}
