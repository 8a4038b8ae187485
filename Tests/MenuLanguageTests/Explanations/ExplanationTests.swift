// SPDX-License-Identifier: Apache-2.0
import SourceText
import Testing

@testable import MenuLanguage

struct ExplanationTests {
    @Test func everyFindingHasOnePage() {
        #expect(MenuDiagnostic.explanations.map(\.id) == MenuDiagnostic.diagnosticIDs)
        #expect(Explanation.all.count == MenuDiagnostic.diagnosticIDs.count)
    }

    @Test(arguments: MenuDiagnostic.explanations.map(\.id))
    func theBadExampleHasItsFindingAndTheGoodOneNone(_ id: String) throws {
        let page = try #require(MenuDiagnostic.explanation(of: id))
        if page.frame == .translations { return Self.readsTranslations(page) }
        let bad = Self.compile(page.source(page.bad))
        let found = DiagnosticRenderer().render(bad.diagnostics, in: bad.sources)
        #expect(Set(bad.diagnostics.map(\.id)) == [id], "\(found)")
        let good = Self.compile(page.source(page.good))
        let left = DiagnosticRenderer().render(good.diagnostics, in: good.sources)
        #expect(good.diagnostics.isEmpty, "\(left)")
        #expect(good.program != nil)
    }

    @Test(arguments: MenuDiagnostic.explanations.map(\.id))
    func changesThatAreCertainMend(_ id: String) throws {
        let page = try #require(MenuDiagnostic.explanation(of: id))
        guard page.frame != .translations else { return }
        let found = Self.compile(page.source(page.bad))
        let fixes = found.diagnostics.compactMap(\.fix)
        guard !fixes.isEmpty else { return }
        var files = FindingTests.files(of: Self.expanded(page.source(page.bad)))
        for file in found.sources.files {
            let (mended, made) = file.applying(fixes.filter { $0.range.file == file.path })
            #expect(made.isEmpty == !fixes.contains { $0.range.file == file.path })
            files[file.path] = mended.text
        }
        let again = FindingTests.compile(files: files)
        let left = DiagnosticRenderer().render(again.diagnostics, in: again.sources)
        #expect(again.diagnostics.isEmpty, "\(left)")
    }

    @Test(arguments: MenuDiagnostic.explanations.map(\.id))
    func pagesAreWholeSentences(_ id: String) throws {
        let page = try #require(MenuDiagnostic.explanation(of: id))
        for text in [page.summary, page.why] {
            #expect(text.hasSuffix("."), "\(text)")
            #expect(text.first.map { $0.isUppercase || $0 == "`" } == true, "\(text)")
        }
        #expect(page.bad != page.good)
        for scalar in page.page.unicodeScalars where scalar != "\n" {
            #expect(scalar.value >= 0x20 && scalar.value != 0xFEFF)
        }
    }

    @Test func aPageReadsFromTopToBottom() throws {
        let page = try #require(MenuDiagnostic.explanation(of: "trailing-blanks")).page
        #expect(
            page == """
                menu.trailing-blanks

                A text ends with blanks.

                Nobody sees them, but they are sent, and on a full screen they take the room
                of letters.

                Wrong:

                    screen home
                        | Welcome.␣␣
                        end

                Right:

                    screen home
                        | Welcome.
                        end

                Both stand in a menu with `dial *789# -> home`.

                """
        )
    }

    /// Reads the examples of a page on files of translations.
    private static func readsTranslations(_ page: Explanation) {
        func found(_ example: String) -> [String] {
            POReader.read(SourceFile(path: "a.po", text: expanded(example))).diagnostics.map(\.id)
        }
        #expect(Set(found(page.bad)) == [page.id])
        #expect(found(page.good).isEmpty)
    }

    /// Compiles an example, its lines repeated where it says so.
    private static func compile(_ example: String) -> MenuCompilation {
        FindingTests.compile(expanded(example))
    }

    /// An example with its lines repeated where it says so.
    static func expanded(_ example: String) -> String {
        var text = ""
        var times: Int?
        for line in example.split(separator: "\n", omittingEmptySubsequences: false) {
            if let match = line.wholeMatch(of: /\s*-- ([0-9]+) such lines --/) {
                times = Int(match.1)
                continue
            }
            for number in 1...(times ?? 1) {
                text += line.replacing("%", with: times == nil ? "%" : String(number)) + "\n"
            }
            times = nil
        }
        return text
    }
}
