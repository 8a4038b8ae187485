// SPDX-License-Identifier: Apache-2.0
import Foundation
import SourceText
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct ReportFormatTests {
    private let source = Marked("金𝄞 -> «hom»\n«x\ny»\n", path: "Menus/a b,c.menu")

    private func diagnostics() throws -> [Diagnostic] {
        let first = try source.range()
        return [
            Diagnostic(
                Mistake(message: "No `hom` <\"100%\">.", help: "Write\nit."),
                at: first,
                notes: [.init("Plain."), .init(range: first.start, "There & then.")]
            ),
            Diagnostic(
                Mistake(id: "menu.x", severity: .warning, message: "Odd: \u{1B}."),
                at: try source.range(1)
            ),
            Diagnostic(
                Mistake(id: "menu.y", message: "Lost."),
                at: .init(
                    file: "b.menu",
                    lower: 0,
                    upper: 0
                )
            ),
        ]
    }

    @Test func gitHubShowsCommands() throws {
        let text = DiagnosticRenderer().renderGitHub(try diagnostics(), in: [source.file])
        #expect(
            text == """
                ::error file=Menus/a b%2Cc.menu,line=1,endLine=1,col=7,endColumn=10,\
                title=menu.unknown-target::No `hom` <"100%25">.%0AWrite%0Ait.
                ::warning file=Menus/a b%2Cc.menu,line=2,endLine=3,title=menu.x::Odd: \u{1B}.
                ::error file=b.menu,title=menu.y::Lost.

                """
        )
    }

    @Test func sarifIsOneLogWithRulesAndRegions() throws {
        let tool = DiagnosticRenderer.Tool(
            name: "stardial",
            version: "0.1.0",
            rules: ["menu.unknown-target": "An arrow leads nowhere."]
        )
        let text = DiagnosticRenderer().renderSARIF(try diagnostics(), in: [source.file], by: tool)
        let log = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? Node)
        #expect(log["version"] as? String == "2.1.0")
        #expect(log["$schema"] as? String == "https://json.schemastore.org/sarif-2.1.0.json")
        let run = try #require((log["runs"] as? [Node])?.first)
        let driver = try #require((run["tool"] as? Node)?["driver"] as? Node)
        #expect(driver["name"] as? String == "stardial")
        let rules = try #require(driver["rules"] as? [Node])
        #expect(rules.map { $0["id"] as? String } == ["menu.unknown-target", "menu.x", "menu.y"])
        #expect(
            (rules[0]["shortDescription"] as? Node)?["text"] as? String == "An arrow leads nowhere."
        )
        let results = try #require(run["results"] as? [Node])
        #expect(results.map { $0["level"] as? String } == ["error", "warning", "error"])
        #expect(results.map { $0["ruleIndex"] as? Int } == [0, 1, 2])
        let first = try #require((results[0]["locations"] as? [Node])?.first)
        let place = try #require(first["physicalLocation"] as? Node)
        let file = place["artifactLocation"] as? Node
        #expect(file?["uri"] as? String == "Menus/a%20b%2Cc.menu")
        // The clef is two UTF-16 units, so the name begins one column later than a reader counts.
        #expect(
            place["region"] as? [String: Int] == [
                "startLine": 1, "startColumn": 8, "endLine": 1, "endColumn": 11,
            ]
        )
        #expect((results[0]["relatedLocations"] as? [Node])?.count == 1)
        let lost = (results[2]["locations"] as? [Node])?.first?["physicalLocation"] as? Node
        #expect(lost?["region"] == nil)
    }

    @Test func jUnitHasACaseForEachFile() throws {
        let clean = SourceFile(path: "clean.menu", text: "menu a\n")
        let text = DiagnosticRenderer()
            .renderJUnit(try diagnostics(), in: [source.file, clean], suite: "stardial check")
        #expect(
            text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites tests=\"3\"")
        )
        #expect(text.contains("failures=\"2\""))
        #expect(text.contains("<testcase classname=\"stardial check\" name=\"clean.menu\"/>"))
        #expect(text.contains("message=\"No `hom` &lt;&quot;100%&quot;&gt;.\""))
        #expect(!text.contains("\u{1B}"))
        let reader = ElementCounter()
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = reader
        #expect(parser.parse())
        #expect(
            reader.counts == [
                "testsuites": 1, "testsuite": 1, "testcase": 3, "failure": 2, "system-out": 1,
            ]
        )
    }

    @Test func withoutFindingsReportsAreWholeToo() throws {
        let renderer = DiagnosticRenderer()
        let tool = DiagnosticRenderer.Tool(name: "stardial", version: "0.1.0")
        let log = renderer.renderSARIF([], in: [], by: tool)
        #expect(log.contains(#""results":[]"#))
        #expect(renderer.renderGitHub([], in: []).isEmpty)
        #expect(XMLParser(data: Data(renderer.renderJUnit([], in: [], suite: "a").utf8)).parse())
    }

    private typealias Node = [String: Any]
}

/// Counts the elements of a document by name.
private final class ElementCounter: NSObject, XMLParserDelegate {
    private(set) var counts: [String: Int] = [:]

    func parser(
        _ parser: XMLParser,
        didStartElement elementName: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String]
    ) {
        counts[elementName, default: 0] += 1
    }
}
