// SPDX-License-Identifier: Apache-2.0
import Foundation
import SourceText
import Testing

@testable import Transcripts

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// A run told in each form.
struct ReportTests {
    @Test func reportsAreTheTextsBesideTheScenes() async throws {
        let summary = await ReportedScenes.play(try ReportedScenes.files)
        for (name, text) in ReportedScenes.reports(summary) {
            // How the page looks may change from day to day; what it says may not.
            let shown = text.replacing(/<(style|script)>[^<]*</) { "<\($0.1)><" }
            try Golden.expect(shown, "Scenes/Reports/\(name)")
        }
    }

    @Test func stepsAreKeptOnlyWhenAskedFor() async throws {
        let file = try Fixture.file("Scenes/give.ussd")
        let plain = TranscriptRunner(worlds: PocketWorlds(), jobs: 1).run(file)
        #expect(plain.results.map(\.steps) == [[]])
        #expect(plain.results.map(\.duration) == [nil] && plain.duration == nil)
        let kept = await ReportedScenes.play([file])
        let steps = try #require(kept.outcomes.first?.result?.steps)
        #expect(steps.count == 14 && steps.allSatisfy { $0.status == .passed })
        #expect(steps[3].typed == "••••" && steps[3].ending == .end)
        #expect(steps[3].shows.first == "Given KES 500.00.")
        #expect(steps[0].kind == .dial && steps[0].phone == "amina" && steps[0].line == 11)
        #expect(steps[0].state != "" && steps[0].phase == "Amina gives")
        #expect(kept.outcomes[0].duration == .microseconds(1_500))
    }

    @Test func failedSessionIsNotCompared() async throws {
        let kept = await ReportedScenes.play([try Fixture.file("Failures/wrong-line.ussd")])
        let steps = try #require(kept.outcomes.first?.result?.steps)
        #expect(steps.map(\.status) == [.failed, .notCompared, .passed, .failed])
        #expect(steps[0].lines.map(\.mark) == [.same, .expected, .got, .same])
        #expect(steps[0].findings.map(\.line) == [9])
        #expect(steps[2].kind == .hangUp && steps[2].ending == .hangup)
    }

    @Test func noReportTellsAPIN() async throws {
        let summary = await ReportedScenes.play(try ReportedScenes.files)
        for (name, text) in ReportedScenes.reports(summary) {
            let words = text.split { !$0.isNumber && !$0.isLetter }
            #expect(!words.contains("4821") && !words.contains("7777"), "\(name)")
            #expect(!text.contains("+254712000001"), "\(name)")
        }
    }

    @Test func secretOfAnotherLengthIsDotsToo() async throws {
        let scene = ReportedScenes.scene(
            "a.ussd",
            "",
            "amina> *100#\namina> 1\namina> 5\namina> 93\n  ..."
        )
        let summary = await ReportedScenes.play([scene])
        let steps = try #require(summary.outcomes.first?.result?.steps)
        #expect(steps[3].typed == "••••" && steps[3].text == "amina> ••••")
        #expect(steps[3].lines.first?.text == "amina> ••••")
    }

    @Test func emptyRunIsTold() {
        let summary = RunSummary([])
        #expect(
            TAPReport().text(summary) == "TAP version 14\n1..0 # Skip There is no transcript.\n"
        )
        #expect(HTMLReport().text(summary).contains("Nothing was tested, which is a failure."))
        #expect(TerminalReport().slowest(summary) == "")
    }

    static let nasty = [
        "a # b", "\\", "\\#", "# SKIP no", " # TODO x", "]]>", "<script>alert(1)</script>",
        "%0A::x",
        "\"'&amp;", "a,b:c", "{{#scenes}}{{{style}}}", "| a | `b` |", "```", "-->", "ok 3", "...",
        "\u{1}\u{7}\u{1B}[31m", "\u{85}\u{2028}\u{202E}", "\u{FFFE}\u{FFFF}", "\t\u{7F}",
    ]

    @Test(arguments: nasty)
    func nastyTitleStaysInItsPlace(_ nasty: String) async throws {
        let scene = ReportedScenes.scene("a.ussd", "", "amina> *100#\n  | \(nasty)", title: nasty)
        let summary = await ReportedScenes.play([scene])
        let reports = Dictionary(uniqueKeysWithValues: ReportedScenes.reports(summary))
        let xml = try #require(reports["junit.txt"])
        let parser = XMLParser(data: Data(xml.utf8))
        #expect(parser.parse(), "\(xml)")
        for name in ["tap.txt", "tap13.txt"] {
            let tap = try #require(reports[name])
            let top = tap.split(separator: "\n").filter { !$0.hasPrefix(" ") }
            #expect(top.count == 3 && top[1] == "1..1" && top[2].hasPrefix("not ok 1 - "), "\(tap)")
            #expect(top[2].firstMatch(of: /[^\\](?:\\\\)*#/) == nil, "\(tap)")
        }
        let lines = try #require(reports["lines.txt"]).split(separator: "\n")
        let objects = try lines.map {
            try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
        }
        #expect(objects.count == 2)
        let title = summary.outcomes.first?.result?.title
        #expect(objects.first??["title"] as? String == title ?? "")
        let commands = try #require(reports["commands.txt"])
        #expect(commands.split(separator: "\n").allSatisfy { $0.hasPrefix("::error file=a.ussd,") })
        let html = try #require(reports["page.txt"])
        #expect(html.components(separatedBy: "<script>").count == 2)
        #expect(!html.contains("alert(1)</script>") && html.hasSuffix("</html>\n"))
        for text in reports.values {
            #expect(!text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" }, "\(text)")
        }
    }

    @Test func pageNamesNothingOutsideItself() async throws {
        let html = HTMLReport().text(await ReportedScenes.play(try ReportedScenes.files))
        #expect(!html.contains("src=") && !html.contains("<link") && !html.contains("@import"))
        let inner = html.replacing("http://www.w3.org/2000/svg", with: "")
        #expect(!inner.contains("http://") && !inner.contains("https://"))
    }
}
