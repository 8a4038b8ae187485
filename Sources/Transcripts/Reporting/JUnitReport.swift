// SPDX-License-Identifier: Apache-2.0
import SourceText

/// Writes a run of transcripts as JUnit XML, which every continuous integration server reads.
///
/// A file is a suite with its path, seed and tags; each of its runs is a test case. A file that is
/// no transcript has an `error`, a run that failed a `failure`; one that was skipped, or failed as
/// its header says, is `skipped`. Attributes are those that Jenkins' schema knows, so the line
/// stands in the message and in the text.
public struct JUnitReport: Sendable {
    /// Makes a report.
    public init() {}

    /// The whole document (XML 1.0).
    public func text(_ summary: RunSummary) -> String {
        let suites = summary.outcomes.map { RunSummary([$0]).runs }
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        let time = summary.outcomes.compactMap(\.duration).reduce(.zero, +)
        let all = counts(suites.flatMap(\.self))
        text += "<testsuites name=\"stardial test\"\(all.attributes) time=\"\(time.seconds)\">\n"
        for runs in suites { text += suite(runs) }
        return text + "</testsuites>\n"
    }

    private struct Counts {
        var tests = 0
        var failures = 0
        var errors = 0
        var skipped = 0

        var attributes: String {
            " tests=\"\(tests)\" failures=\"\(failures)\" errors=\"\(errors)\""
        }
    }

    private func counts(_ runs: [ReportedRun]) -> Counts {
        var counts = Counts(tests: runs.count)
        for run in runs {
            switch run.status {
            case .passed: break
            case .failed: counts.failures += 1
            case .unreadable: counts.errors += 1
            case .skipped, .failedAsExpected: counts.skipped += 1
            }
        }
        return counts
    }

    private func suite(_ runs: [ReportedRun]) -> String {
        guard let outcome = runs.first?.outcome else { return "" }
        let path = XMLText.escaped(outcome.file.path)
        let counts = counts(runs)
        let time = (outcome.duration ?? .zero).seconds
        var text = "  <testsuite name=\"\(path)\"\(counts.attributes)"
        text += " skipped=\"\(counts.skipped)\" time=\"\(time)\" file=\"\(path)\">\n"
        let tags = outcome.header.tags.joined(separator: " ")
        text += "    <properties>\n"
        for (name, value) in [("seed", "\(outcome.header.seed)"), ("tags", tags)] {
            text += "      <property name=\"\(name)\" value=\"\(XMLText.escaped(value))\"/>\n"
        }
        text += "    </properties>\n"
        for run in runs { text += testCase(run) }
        return text + "  </testsuite>\n"
    }

    private func testCase(_ run: ReportedRun) -> String {
        let title = run.language.map { "\(run.title) [\($0)]" } ?? run.title
        var text = "    <testcase name=\"\(XMLText.escaped(title))\""
        text += " classname=\"\(XMLText.escaped(run.file))\""
        text += " time=\"\((run.result?.duration ?? .zero).seconds)\""
        switch run.status {
        case .passed: return text + "/>\n"
        case .failed: text += ">\n" + problem("failure", "mismatch", run)
        case .unreadable: text += ">\n" + problem("error", "unreadable", run)
        case .skipped(let why): text += ">\n" + skipped(why)
        case .failedAsExpected(let why):
            text += ">\n" + skipped("Failed as expected: \(why)")
            text += "      <system-out>\(XMLText.escaped(run.text))</system-out>\n"
        }
        return text + "    </testcase>\n"
    }

    private func problem(_ element: String, _ type: String, _ run: ReportedRun) -> String {
        "      <\(element) type=\"\(type)\" message=\"\(XMLText.escaped(run.message))\">"
            + "\(XMLText.escaped(run.text))</\(element)>\n"
    }

    private func skipped(_ why: String) -> String {
        "      <skipped message=\"\(XMLText.escaped(TerminalText.oneLine(why)))\"/>\n"
    }
}
