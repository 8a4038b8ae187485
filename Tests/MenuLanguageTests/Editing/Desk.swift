// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText
import Testing

@testable import MenuLanguage

/// The example menu with one line changed, and a cursor in it.
struct Desk {
    let analysis: MenuAnalysis
    let file: SourceFile
    let offset: Int

    /// Where the cursor stands.
    static let cursor = "‸"

    /// Puts a line with a cursor in place of one of the example's.
    ///
    /// - Parameters:
    ///   - line: a part of a line of `main.menu` or `send.menu`, with the cursor where it is put.
    ///   - old: the part that it takes the place of; without one it is the same without cursor.
    ///   - sourceLocation: the line of the test.
    /// - Throws: when the example has no such line.
    init(
        _ line: String,
        for old: String? = nil,
        sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) throws {
        let old = old ?? line.replacing(Self.cursor, with: "")
        let texts = ["main.menu": Example.main, "send.menu": Example.send]
        let path = try #require(
            texts.keys.sorted().first { texts[$0]?.contains(old) == true },
            "no line has `\(old)`",
            sourceLocation: sourceLocation
        )
        let text = texts[path] ?? ""
        let place = try #require(text.firstRange(of: old), sourceLocation: sourceLocation)
        let marked = text.replacingCharacters(in: place, with: line)
        try self.init(marked: marked, as: path, in: texts)
    }

    /// Takes a whole text with a cursor.
    init(marked: String, as path: String = "main.menu", in texts: [String: String] = [:]) throws {
        let before = try #require(marked.split(separator: Self.cursor).first)
        let offset = marked.hasPrefix(Self.cursor) ? 0 : before.utf8.count
        let text = marked.replacing(Self.cursor, with: "")
        var files = texts
        files[path] = text
        self.offset = offset
        file = SourceFile(path: path, text: text)
        let read = files
        analysis = MenuAnalysis(
            main: SourceFile(path: "main.menu", text: files["main.menu"] ?? ""),
            contracts: [MoneyContract.contract],
            read: { read[$0].map { .success($0) } ?? .failure(.notFound) }
        )
    }

    /// The labels offered, the likeliest first.
    var labels: [String] { suggestions.map(\.label) }

    var suggestions: [MenuSuggestion] {
        analysis.suggestions(
            at: offset,
            in: file,
            neighbours: ["cash.menu", "main.menu", "main.sw.po", "main.zh.po", "send.menu"]
        )
    }

    /// What is told at the cursor.
    var hover: String? { analysis.hover(at: offset, in: file.path)?.markdown }

    /// The texts at the places of the name under the cursor, each with its line.
    var uses: [String] {
        guard let found = analysis.occurrence(at: offset, in: file.path) else { return [] }
        return analysis.occurrences(of: found.symbol).map { use in
            let place = analysis.compilation.sources.location(of: use.range)
            return "\(use.range.file):\(place?.line ?? 0)\(use.isDeclaration ? "!" : "")"
        }
    }

    /// All files after the name under the cursor got another, or why it did not.
    func renamed(_ name: String) -> Result<[String: String], MenuRenameError> {
        Result { () throws(MenuRenameError) in
            let ranges = try analysis.renaming(at: offset, in: file.path, to: name)
            var texts: [String: String] = [:]
            for file in analysis.compilation.sources.files {
                let fixes = ranges.map { Diagnostic.FixIt(range: $0, replacement: name) }
                texts[file.path] = file.applying(fixes).file.text
            }
            return texts
        }
    }
}

extension String {
    func replacingCharacters(in range: Range<Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
    }
}
