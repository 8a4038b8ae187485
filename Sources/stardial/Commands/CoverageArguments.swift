// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// What is asked to know of what scenes visit.
struct CoverageArguments: ParsableArguments {
    @Option(
        defaultAsFlag: CoverageOutput.table,
        parsing: .next,
        help: "Show what the scenes visited; with a file behind it, write that as JSON."
    )
    var coverage: String?

    @Option(help: "Write what the scenes visited into this JSON file.")
    var coverageJson: String?

    @Option(help: "Write an LCOV tracefile of the menu files.")
    var coverageLcov: String?

    @Option(help: "Write one page of HTML, or index.html into a folder.")
    var coverageHtml: String?

    @Option(help: "Fail when a menu has fewer percent of options and outcomes visited.")
    var minCoverage: Double?

    @Option(
        defaultAsFlag: ImpactedScenes.usual,
        parsing: .next,
        help: "Play only what touches a change since this git revision."
    )
    var impacted: String?

    /// The outputs, nil when nothing is asked.
    var output: CoverageOutput? {
        let output = CoverageOutput(
            hasTable: coverage == CoverageOutput.table,
            json: [coverage, coverageJson].compactMap(\.self).filter { $0 != CoverageOutput.table },
            lcov: coverageLcov,
            html: coverageHtml,
            least: minCoverage
        )
        return output.isEmpty ? nil : output
    }
}
