// SPDX-License-Identifier: Apache-2.0
import Foundation
import Gateway
import Transcripts

/// The reports of one run of `stardial test`, each written whole when the run is over.
struct TestReports {
    /// Where a workflow of GitHub keeps the page of a job; the environment names the file.
    static let pageVariable = "GITHUB_STEP_SUMMARY"

    private let open: [(kind: ReportRequest.Kind, file: OutputFile?)]

    /// Whether one of them goes to the standard output, which then has nothing else in it.
    let takesOutput: Bool

    /// Whether one of them draws every step.
    var drawsSteps: Bool { open.contains { $0.kind == .html } }

    /// Opens the files, so that one that cannot be written is known before anything is played.
    init(_ requests: [ReportRequest]) throws {
        let output = requests.count { $0.path == "-" }
        guard output < 2 else {
            throw CommandFailure(
                .usage,
                "Two reports cannot share the standard output. Give one of them a file."
            )
        }
        let files = requests.filter { $0.kind != .github }.map(\.path)
        if let twice = files.first(where: { file in files.count { $0 == file } > 1 }) {
            throw CommandFailure(
                .usage,
                "Two reports cannot share \(twice). Give one of them another file."
            )
        }
        takesOutput = output == 1
        open = try requests.map { request in
            (request.kind, request.kind == .github ? nil : try OutputFile(request.path))
        }
    }

    /// Writes them all; `made` is the time that a page for people says.
    func write(_ summary: RunSummary, made: Instant) throws {
        for (kind, file) in open {
            switch kind {
            case .junit: try file?.write(JUnitReport().text(summary))
            case .tap: try file?.write(TAPReport(.fourteen).text(summary))
            case .tap13: try file?.write(TAPReport(.thirteen).text(summary))
            case .jsonl: try file?.write(JSONLinesReport().text(summary))
            case .html: try file?.write(HTMLReport(made: made).text(summary))
            case .github: try writeForGitHub(summary)
            }
        }
    }

    /// Annotations go into the log of the job; the page goes to the file that the job names.
    private func writeForGitHub(_ summary: RunSummary) throws {
        let report = GitHubReport()
        Terminal.write(report.commands(summary), to: takesOutput ? .errors : .output)
        guard let path = ProcessInfo.processInfo.environment[Self.pageVariable], !path.isEmpty
        else { return }
        try OutputFile(path, appends: true).write(report.page(summary))
    }
}
