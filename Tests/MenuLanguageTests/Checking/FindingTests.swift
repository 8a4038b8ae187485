// SPDX-License-Identifier: Apache-2.0
import Foundation
import SourceText
import Testing

@testable import MenuLanguage

/// Every finding has a source that has it, and nothing but it, and the text that the author sees.
///
/// `RECORD=1` in the environment writes the texts anew; the run fails all the same, so that no
/// text is accepted unread.
struct FindingTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Findings")

    @Test(arguments: MenuDiagnostic.checkedIDs)
    func isFoundAloneAndExplained(_ id: String) throws {
        let source = Self.folder.appending(path: "\(id).menu")
        let text = try String(contentsOf: source, encoding: .utf8)
        let compilation = Self.compile(text)
        #expect(compilation.diagnostics.map(\.id).allSatisfy { $0 == id })
        #expect(!compilation.diagnostics.isEmpty)
        #expect((compilation.program == nil) == compilation.diagnostics.hasErrors)
        let rendered = DiagnosticRenderer().render(
            compilation.diagnostics,
            in: compilation.sources
        )
        let golden = Self.folder.appending(path: "\(id).txt")
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try rendered.write(to: golden, atomically: true, encoding: .utf8)
            Issue.record("The text of \(id) was written; read it and run again without RECORD.")
        }
        #expect(try rendered == String(contentsOf: golden, encoding: .utf8))
    }

    @Test func everySourceBelongsToAFinding() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        let ids = Set(names.map { $0.replacing(/\.(menu|po|txt)$/, with: "") })
        #expect(ids == Set(MenuDiagnostic.checkedIDs + TranslationSyntaxFinding.ids))
    }

    @Test func namesAreUnique() {
        let ids = MenuDiagnostic.diagnosticIDs
        #expect(Set(ids).count == ids.count)
    }

    @Test(arguments: MenuDiagnostic.checkedIDs)
    func fixesAreSyntaxThatChangesTheFinding(_ id: String) throws {
        let source = Self.folder.appending(path: "\(id).menu")
        let text = try String(contentsOf: source, encoding: .utf8)
        for diagnostic in Self.compile(text).diagnostics {
            guard let fix = diagnostic.fix, fix.range.file == "main.menu" else { continue }
            let octets = Array(text.utf8)
            let mended =
                octets[..<fix.range.lower] + Array(fix.replacement.utf8)
                + octets[fix.range.upper...]
            let again = Self.compile(String(decoding: mended, as: UTF8.self))
            #expect(!again.diagnostics.contains { $0.id == id && $0.range == diagnostic.range })
        }
    }

    /// Compiles a source whose further files follow behind lines such as `-- send.menu --`; behind
    /// `-- 9 times: ` stands a step in which `%` counts.
    static func compile(_ text: String) -> MenuCompilation { compile(files: files(of: text)) }

    /// Compiles files by name, the main one of which is `main.menu`.
    static func compile(files: [String: String]) -> MenuCompilation {
        MenuCompiler.compile(
            main: SourceFile(path: "main.menu", text: files["main.menu"] ?? ""),
            contracts: [MoneyContract.contract, MoneyContract.airtime],
            read: { path in files[path].map { .success($0) } ?? .failure(.notFound) }
        )
    }

    /// The files that stand in one source, by name.
    static func files(of text: String) -> [String: String] {
        var files: [String: String] = [:]
        var name = "main.menu"
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if let match = line.wholeMatch(of: /-- ([0-9]+) times: (.+) --/) {
                for number in 1...(Int(match.1) ?? 1) {
                    let step = match.2.replacing("%", with: String(number))
                    files[name, default: ""] += "    \(step)\n"
                }
            } else if let match = line.wholeMatch(of: /-- (.+) --/) {
                name = String(match.1)
            } else {
                files[name, default: ""] += line + "\n"
            }
        }
        return files
    }
}
