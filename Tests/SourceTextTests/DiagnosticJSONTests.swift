// SPDX-License-Identifier: Apache-2.0
import SourceText
import Testing

@Suite struct DiagnosticJSONTests {
    @Test func oneObjectALine() throws {
        let source = Marked("金 -> «hom»\n")
        let range = try source.range()
        let diagnostic = Diagnostic(
            Mistake(id: "menu.x", message: "No `\"\\\n\t\u{1}\u{1B}é\u{2028}`."),
            at: range,
            label: "here",
            notes: [.init("Plain."), .init(range: range.start, "There.")],
            fix: .init(range: range, replacement: "home")
        )
        let place = #""file":"a.menu","lower":7"#
        let start = #""line":1,"column":6"#
        #expect(
            DiagnosticRenderer(style: .ansi).renderJSON([diagnostic], in: [source.file])
                == #"{"id":"menu.x","severity":"error","#
                + #""message":"No `\"\\\n\t\u0001\u001bé\u2028`.","help":null,"#
                + #""range":{\#(place),"upper":10,\#(start),"endLine":1,"endColumn":9},"#
                + #""label":"here","notes":[{"message":"Plain.","range":null},"#
                + #"{"message":"There.","range":{\#(place),"upper":7,\#(start),"#
                + #""endLine":1,"endColumn":6}}],"#
                + #""fix":{"range":{\#(place),"upper":10,\#(start),"endLine":1,"endColumn":9},"#
                + #""replacement":"home"}}"# + "\n"
        )
    }

    @Test func withoutTheFileOnlyOctetsAreKnown() {
        let diagnostic = Diagnostic(
            Mistake(id: "x", severity: .warning, message: "M.", help: "H."),
            at: SourceRange(file: "b", lower: 1, upper: 2)
        )
        #expect(
            DiagnosticRenderer().renderJSON([diagnostic, diagnostic], in: [])
                == String(
                    repeating: #"{"id":"x","severity":"warning","message":"M.","help":"H.","#
                        + #""range":{"file":"b","lower":1,"upper":2},"label":null,"notes":[],"#
                        + #""fix":null}"# + "\n",
                    count: 2
                )
        )
    }
}
