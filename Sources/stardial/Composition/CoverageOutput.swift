// SPDX-License-Identifier: Apache-2.0
import Foundation
import MenuLanguage
import Transcripts

/// Where what scenes visited is written, and how much of it is enough.
struct CoverageOutput {
    /// Whether the table and what is missing are shown.
    var hasTable: Bool
    /// JSON files; `-` is the standard output.
    var json: [String]
    var lcov: String?
    /// A file that ends in `.html`, or a folder.
    var html: String?
    /// The least percent of options and outcomes of each menu, or nil.
    var least: Double?

    /// What stands for no file behind `--coverage`.
    static let table = "a table"

    /// Whether nothing is asked.
    var isEmpty: Bool {
        !hasTable && json.isEmpty && lcov == nil && html == nil && least == nil
    }

    /// Says what cannot be, before anything is played.
    func check() throws(CommandFailure) {
        if let least, !(0...100).contains(least) {
            throw CommandFailure(.usage, "--min-coverage is a number of percent from 0 to 100.")
        }
        let transcripts = json.first { $0.hasSuffix(".ussd") || MenuShelf.isFolder($0) }
        if let transcripts {
            throw CommandFailure(
                .usage,
                "--coverage takes \(transcripts) for the file to write, and nothing was played. "
                    + "Write --coverage behind the transcripts, or --coverage=FILE."
            )
        }
    }

    /// Writes everything.
    ///
    /// - Returns: whether enough was visited.
    func write(_ report: CoverageReport) throws -> Bool {
        let table = CoverageTable(isColoured: Terminal.wantsColour())
        for path in json { try CoverageFile.write(report, to: path) }
        if let lcov { try Self.write(LCOVTracefile(report).text, to: lcov) }
        if let html { try writePage(report, to: html) }
        if hasTable {
            Terminal.write("\n" + table.text(of: report))
        } else if !json.isEmpty || least != nil {
            let isTaken = json.contains("-") || lcov == "-"
            Terminal.write(report.summary + "\n", to: isTaken ? .errors : .output)
        }
        return isEnough(report, table)
    }

    /// Whether enough was visited; says which menus fall short and what of them is missing.
    private func isEnough(_ report: CoverageReport, _ table: CoverageTable) -> Bool {
        guard let least else { return true }
        let short = report.menus.filter { !$0.score.reaches(percent: least) }
        for menu in short {
            let score = menu.score
            Terminal.write(
                "\n\(menu.menu): \(score.visited) of \(score.all) options and outcomes were "
                    + "visited, \(score.percent) %, and \(Self.shown(least)) % are wanted. "
                    + "Never visited:\n" + table.missingScore(of: menu),
                to: .errors
            )
        }
        return short.isEmpty
    }

    private static func shown(_ percent: Double) -> String {
        percent == percent.rounded() ? "\(Int(percent))" : "\(percent)"
    }

    private func writePage(_ report: CoverageReport, to path: String) throws {
        var texts: [String: String] = [:]
        for file in report.files { texts[file.path] = try MenuShelf.text(of: file.path) }
        let page = CoveragePage(report, texts: texts).html
        guard !path.hasSuffix(".html"), path != "-" else { return try Self.write(page, to: path) }
        do {
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: true
            )
        } catch {
            throw CommandFailure(.failed, "\(path) cannot be made. May you write there?")
        }
        try Self.write(page, to: "\(path)/index.html")
    }

    private static func write(_ text: String, to path: String) throws {
        guard path != "-" else { return Terminal.write(text) }
        guard FileManager.default.createFile(atPath: path, contents: Data(text.utf8)) else {
            throw CommandFailure(.failed, "\(path) was not written. May you write there?")
        }
    }
}
