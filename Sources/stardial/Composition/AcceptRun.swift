// SPDX-License-Identifier: Apache-2.0
import Foundation
import SourceText
import Transcripts

/// What `stardial test --accept` and `-i` do: take what scenes show as what they expect.
struct AcceptRun {
    /// Whether each change is asked about.
    var asks: Bool
    /// Whether nothing is said but what remains.
    var quiet = false

    /// Whether this is a run of continuous integration, as the environment says.
    static var isContinuousIntegration: Bool {
        !(ProcessInfo.processInfo.environment["CI"] ?? "").isEmpty
    }

    /// Says why nothing can be accepted here, if it cannot.
    func check() throws(CommandFailure) {
        guard !Self.isContinuousIntegration else {
            throw CommandFailure(
                .usage,
                "CI is set, and what a build sees is not taken as right. Nothing was changed. "
                    + "Accept on your own machine and look at the difference."
            )
        }
        guard !asks || isatty(0) == 1 && Terminal.isSeen(.output) else {
            throw CommandFailure(
                .usage,
                "--interactive asks, and there is no terminal to answer in. Nothing was changed. "
                    + "Use --accept to take everything."
            )
        }
    }

    /// Plays the files, writes those that change, and says what remains; ends with
    /// ``ExitStatus/findings`` when something does.
    func run(_ files: [SourceFile], _ worlds: SceneBuilder) throws {
        let style: DiagnosticRenderer.Style = Terminal.wantsColour(.output) ? .ansi : .plain
        let report = TerminalReport(style: style)
        let acceptor = TranscriptAcceptor(worlds: worlds, read: MenuShelf.readForInclude)
        let acceptance = acceptor.accept(files) { change in
            asks ? Self.ask(change, report) : .accept
        }
        var isWhole = true
        for file in acceptance.files {
            if !quiet { Terminal.write(file.diff) }
            isWhole = try write(file) && isWhole
        }
        for sentence in acceptance.left { Terminal.line(sentence) }
        let remains = report.failures(acceptance.summary)
        if !remains.isEmpty { Terminal.write("\nThis remains:\n\n\(remains)") }
        if !quiet || !acceptance.summary.succeeded {
            if acceptance.files.isEmpty { Terminal.line("No file was changed.") }
            Terminal.write(report.summary(acceptance.summary))
        }
        guard isWhole, acceptance.summary.succeeded else { throw CommandFailure(.findings, "") }
    }

    /// Writes a file whole, unless it is no longer as it was read.
    private func write(_ file: Acceptance.File) throws(CommandFailure) -> Bool {
        guard try MenuShelf.text(of: file.path).utf8.elementsEqual(file.before.utf8) else {
            Terminal.line(
                "\(file.path) was changed by someone else while this ran. It was left as it is. "
                    + "Run this again."
            )
            return false
        }
        try RewrittenFiles.write(file.after, to: file.path)
        if !quiet {
            let count = file.changes == 1 ? "1 step" : "\(file.changes) steps"
            Terminal.line("Accepted \(count) of \(file.path)\n")
        }
        return true
    }

    private static func ask(_ change: ProposedChange, _ report: TerminalReport) -> ProposalAnswer {
        Terminal.write("\n\(report.proposal(change))")
        while true {
            Terminal.write("Take this? y yes, n no, a all of this file, d all, q quit: ")
            guard let typed = readLine() else { return .quit }
            switch typed.trimmingCharacters(in: .whitespaces).lowercased() {
            case "y", "yes": return .accept
            case "n", "no": return .leave
            case "a": return .acceptFile
            case "d": return .acceptAll
            case "q": return .quit
            default: continue
            }
        }
    }
}
