// SPDX-License-Identifier: Apache-2.0
import Foundation

/// What a load showed, for a person or a program.
struct LoadReport {
    var path: String
    var rate: Double
    var lanes: Int
    /// The line of each turn in the transcript.
    var lines: [Int]
    var figures: LoadFigures
    /// What the ledger says of its sum; nil when it does not.
    var ledger: String?

    /// Whether all went as written and every debit has its credit.
    var isWell: Bool {
        figures.scenesOtherwise == 0 && figures.scenesAsWritten > 0
            && (ledger == nil || ledger == "sum 0")
    }

    var text: String {
        let turns = figures.allTurns.count
        var text = "\(path): \(Self.number(rate)) scenes a second, at most \(lanes) at once\n"
        text += "Scenes  \(figures.scenesAsWritten) as written, "
        text += "\(figures.scenesOtherwise) otherwise, in \(Self.number(figures.seconds)) s\n"
        text += "Turns   \(turns), \(Self.number(Double(turns) / figures.seconds)) a second\n"
        text += "Ledger  \(ledger ?? "not told")\n\n"
        text += Self.row("ms", ["p50", "p90", "p99", "p99.9", "max"])
        for (line, latency) in zip(lines, figures.turns) {
            text += Self.row("line \(line)", Self.cells(latency))
        }
        text += Self.row("any turn", Self.cells(figures.allTurns))
        return text + Self.row("scene", Self.cells(figures.scenes))
    }

    /// The same as one JSON object in a line; times are milliseconds.
    func json() throws -> String {
        let page = Page(
            file: path,
            rate: rate,
            lanes: lanes,
            ledger: ledger,
            turnLines: lines,
            figures: figures
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(page), as: UTF8.self) + "\n"
    }

    private struct Page: Encodable {
        var file: String
        var rate: Double
        var lanes: Int
        var ledger: String?
        var turnLines: [Int]
        var figures: LoadFigures
    }

    private static func cells(_ latency: LoadLatency) -> [String] {
        [latency.p50, latency.p90, latency.p99, latency.p999, latency.max].map(number)
    }

    private static func row(_ name: String, _ cells: [String]) -> String {
        name.padding(toLength: 10, withPad: " ", startingAt: 0)
            + cells.map { String(repeating: " ", count: max(1, 10 - $0.count)) + $0 }.joined()
            + "\n"
    }

    private static func number(_ value: Double) -> String {
        value.formatted(
            .number.precision(.fractionLength(0...1)).locale(Locale(identifier: "en_US_POSIX"))
                .grouping(.never)
        )
    }
}
