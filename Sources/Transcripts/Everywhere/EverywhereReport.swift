// SPDX-License-Identifier: Apache-2.0
import SourceText

/// Writes what became of every cut for a reader at a terminal or a log.
///
/// Every function returns text and prints nothing; PINs are masked.
public struct EverywhereReport: Sendable {
    private let summary: EverywhereSummary

    /// Most failures that are written whole; the others are counted.
    public static let failuresShownMax = 20

    /// Makes a report of a summary.
    public init(_ summary: EverywhereSummary) { self.summary = summary }

    /// What was tried, what was not and why, and what does not hold.
    public var text: String { failures + counts }

    /// The scenes that could not be cut, and each cut after which something does not hold, with the
    /// lines that bring it about.
    public var failures: String {
        var text = ""
        for scene in summary.scenes {
            if let refusal = scene.refusal {
                text += "\(TerminalText.oneLine(scene.name)) was not cut. \(refusal)\n\n"
            }
        }
        let failed = summary.scenes.flatMap { scene in scene.failures.map { (scene, $0) } }
        for (scene, verdict) in failed.prefix(Self.failuresShownMax) {
            text += failure(scene, verdict) + "\n"
        }
        let more = failed.count - Self.failuresShownMax
        if more > 0 { text += "And \(Stage.counted(more, "cut")) more that do not hold.\n\n" }
        return text
    }

    /// The counts by what happened.
    public var counts: String {
        let (scenes, verdicts) = (summary.scenes.count { $0.refusal == nil }, summary.verdicts)
        let turns = summary.scenes.reduce(0) { $0 + $1.plan.turns }
        let commits = summary.scenes.reduce(0) { $0 + $1.plan.commits }
        var text =
            "\(Stage.counted(scenes, "scene")) with \(Stage.counted(turns, "turn")) and "
            + "\(Stage.counted(commits, "commit")): \(Stage.counted(verdicts.count, "cut")) tried\n"
        let tried = summary.tried
        for kind in Cut.Kind.allCases { text += row(tried[kind] ?? 0, kind.title) }
        let leftOut = summary.leftOut
        if !leftOut.isEmpty { text += "Not tried:\n" }
        for rule in CutRule.allCases {
            if let count = leftOut[rule] { text += row(count, rule.title) }
        }
        text += "Afterwards:\n"
        text += row(
            verdicts.count { $0.hasToldNews },
            "next dials told a payment that was not seen"
        )
        text += row(
            verdicts.count { $0.isPaidAgain },
            "payments not made were made once when tried again"
        )
        text += row(
            verdicts.count { $0.endsAlike },
            "ledgers ended with the movements of the scene"
        )
        text += row(
            verdicts.count { !$0.endsAlike && $0.faults.isEmpty },
            "ledgers lack only what phones that were cut off did not do again"
        )
        let failed = verdicts.count { !$0.faults.isEmpty }
        return text + (summary.succeeded ? "All cuts hold.\n" : "\(failed) of them do not hold.\n")
    }

    /// A scene with the lines put in that bring a cut about, whole; it holds what the file holds,
    /// PINs of the header included.
    public static func transcript(_ scene: EverywhereScene, _ cut: Cut) -> String {
        lines(of: scene.file, with: cut).map { $0.text + "\n" }.joined()
    }

    /// The lines of a file with those of a cut put in; true marks what was put in.
    private static func lines(
        of file: SourceFile,
        with cut: Cut
    ) -> [(text: String, isNew: Bool, number: Int)] {
        var lines = (1...max(1, file.lineCount)).map { (String(file.line($0)), false, $0) }
        if lines.last?.0.isEmpty == true { lines.removeLast() }
        var place = cut.line - 1
        if cut.kind == .killedBetween {
            repeat { place += 1 } while lines.indices.contains(place) && lines[place].0.first == " "
        }
        let new = cut.faultLines.map { ($0, true, cut.line) }
        lines.insert(contentsOf: new, at: min(place, lines.count))
        return lines.map { (text: $0.0, isNew: $0.1, number: $0.2) }
    }

    private static let linesAround = 3

    private func failure(_ scene: EverywhereScene, _ verdict: CutVerdict) -> String {
        let cut = verdict.cut
        let place = cut.place.map { ", \($0)" } ?? ""
        var text =
            "\(TerminalText.oneLine(scene.name)):\(cut.line): \(cut.kind.title)\(place)\n\n"
        let mask = Mask(TranscriptParser.parse(scene.file).0.header.phones)
        for line in Self.lines(of: mask.overwriting(scene.file), with: cut)
        where abs(line.number - cut.line) <= Self.linesAround {
            text += "\(line.isNew ? "+" : " ") \(TerminalText.oneLine(line.text))\n"
        }
        return text + "\n" + verdict.faults.map { "\($0)\n" }.joined()
    }

    private func row(_ count: Int, _ title: String) -> String {
        let digits = String(count)
        return String(repeating: " ", count: max(0, 7 - digits.count)) + "\(digits)  \(title)\n"
    }
}
