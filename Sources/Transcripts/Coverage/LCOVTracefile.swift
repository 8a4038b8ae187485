// SPDX-License-Identifier: Apache-2.0
public import MenuLanguage

/// What scenes visited, as an LCOV tracefile (geninfo(1)): what `genhtml` and code hosts read.
///
/// A screen, a question or an end is a function, a line of a menu file is a line, and options and
/// outcomes are branches at the line of their screen or call.
public struct LCOVTracefile: Sendable {
    private let report: CoverageReport

    /// Makes a tracefile of a report.
    public init(_ report: CoverageReport) { self.report = report }

    /// The text of the file; each menu file is one record.
    public var text: String { report.files.map(record).joined() }

    private func record(_ file: CoveredFile) -> String {
        var text = "TN:transcripts\nSF:\(file.path)\n"
        for place in file.places { text += "FN:\(place.line),\(place.name)\n" }
        for place in file.places { text += "FNDA:\(place.count),\(place.name)\n" }
        text += "FNF:\(file.places.count)\nFNH:\(file.places.count { $0.count > 0 })\n"
        for line in file.lines { text += branches(line) }
        let branches = file.lines.flatMap(\.branches)
        if !branches.isEmpty {
            text += "BRF:\(branches.count)\nBRH:\(branches.count { $0.count > 0 })\n"
        }
        for line in file.lines { text += "DA:\(line.line),\(line.count)\n" }
        text += "LF:\(file.lines.count)\nLH:\(file.lines.count { $0.count > 0 })\n"
        return text + "end_of_record\n"
    }

    /// `BRDA:line,block,branch,taken`: a block a state; `-` where the line was never reached.
    private func branches(_ line: CoveredFile.Line) -> String {
        var text = ""
        var blocks: [String] = []
        var next: [Int] = []
        for branch in line.branches {
            let block = blocks.firstIndex(of: branch.state) ?? blocks.count
            if block == blocks.count {
                blocks.append(branch.state)
                next.append(0)
            }
            let taken = line.count == 0 ? "-" : "\(branch.count)"
            text += "BRDA:\(line.line),\(block),\(next[block]),\(taken)\n"
            next[block] += 1
        }
        return text
    }
}
