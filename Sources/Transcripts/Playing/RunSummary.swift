// SPDX-License-Identifier: Apache-2.0
public import SourceText

/// What became of one file of a run.
public struct TranscriptOutcome: Sendable {
    /// The file.
    public let file: SourceFile
    /// The parts that it includes, in the order they are read.
    let parts: [SourceFile]
    /// The mistakes in the file; with an error among them it was not played.
    public let diagnostics: [Diagnostic]
    /// What playing it showed, once for each language of its header; empty when it was not played.
    public let results: [TranscriptResult]
    /// The header of the file, as far as it could be read; it holds PINs, so it is never printed.
    public internal(set) var header = TranscriptHeader()
    /// What hides the PINs of the scene; nil where only those of the header are known.
    var mask: Mask?

    /// The file and the parts that it includes, with every PIN overwritten by `*`, for showing the
    /// mistakes in them.
    public var shownFiles: SourceSet {
        let mask = mask ?? Mask(header.phones)
        return SourceSet(([file] + parts).map(mask.overwriting))
    }

    /// The first result with a failure, else the first; nil when it was not played.
    public var result: TranscriptResult? {
        results.first { $0.status.isFailure } ?? results.first
    }

    /// Whether it was played and all went as written, in every language.
    public var passed: Bool { status == .passed }

    /// How long playing it took in all its languages; nil unless it was measured.
    public var duration: Duration? {
        let all = results.compactMap(\.duration)
        return all.isEmpty ? nil : all.reduce(.zero, +)
    }
}

/// What a run of transcripts showed.
public struct RunSummary: Sendable {
    /// The files in the order they were given.
    public let outcomes: [TranscriptOutcome]

    /// Makes a summary of outcomes.
    public init(_ outcomes: [TranscriptOutcome]) { self.outcomes = outcomes }

    /// How many files passed.
    public var passed: Int { outcomes.count { $0.passed } }

    /// How many files failed or could not be read as transcripts.
    public var failed: Int { outcomes.count { $0.status.isFailure } }

    /// How many files were not played because the world lacks what they require.
    public var skipped: Int {
        outcomes.count { if case .skipped = $0.status { true } else { false } }
    }

    /// How many files failed as their `xfail:` says.
    public var failedAsExpected: Int {
        outcomes.count { if case .failedAsExpected = $0.status { true } else { false } }
    }

    /// How many steps were played, those of a file once for each of its languages.
    public var steps: Int {
        outcomes.flatMap(\.results).reduce(0) { $0 + ($1.skipped == nil ? $1.stepCount : 0) }
    }

    /// Whether no file failed; a run in which nothing was played did not succeed.
    public var succeeded: Bool { failed == 0 && steps > 0 }
}
