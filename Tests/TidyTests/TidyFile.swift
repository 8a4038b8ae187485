// SPDX-License-Identifier: Apache-2.0

/// A file as the rules see it, read and scanned once.
struct TidyFile: Sendable {
    /// The path from the repository's top, with `/` between names.
    let path: String
    /// The whole text; octets that are not UTF-8 are replaced.
    let text: String
    /// The lines without their ends.
    let lines: [Substring]
    /// The words and comments of a Swift file; nothing for any other file.
    let scan: SwiftScan

    /// Reads a text as if it were the file of a path.
    init(path: String, text: String) {
        self.path = path
        self.text = text
        var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        if lines.last?.isEmpty == true { lines.removeLast() }
        self.lines = lines
        self.scan = path.hasSuffix(".swift") ? SwiftScan(text) : SwiftScan("")
    }

    /// Whether the file is Swift source.
    var isSwift: Bool { path.hasSuffix(".swift") }

    /// The names of the folders and of the file.
    var components: [Substring] { path.split(separator: "/") }

    /// The name of the file.
    var name: String { components.last.map(String.init) ?? path }

    /// What follows the last dot of the name, `nil` without one and in dotfiles.
    var pathExtension: String? {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count > 1, parts.first?.isEmpty == false else { return nil }
        return parts.last.map(String.init)
    }

    /// The target whose sources the file belongs to, `nil` outside `Sources`.
    var target: String? { folder(under: "Sources") }

    /// The folder of tests the file belongs to, `nil` outside `Tests`.
    var testTarget: String? { folder(under: "Tests") }

    private func folder(under top: String) -> String? {
        let components = components
        guard components.count > 2, components[0] == top else { return nil }
        return String(components[1])
    }
}
