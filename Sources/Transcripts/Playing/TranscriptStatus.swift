// SPDX-License-Identifier: Apache-2.0

/// How one run of a transcript, or all runs of a file, came out.
public enum TranscriptStatus: Hashable, Sendable {
    /// All went as written.
    case passed
    /// Something went otherwise, or went well although `xfail:` says that it would not.
    case failed
    /// The file has mistakes and was not played.
    case unreadable
    /// It was not played because the world lacks what it requires; why, in a sentence.
    case skipped(String)
    /// Something went otherwise, as `xfail:` says; what it says.
    case failedAsExpected(String)

    /// Whether this makes a run of tests fail.
    public var isFailure: Bool { self == .failed || self == .unreadable }
}

extension TranscriptResult {
    /// How the run came out.
    public var status: TranscriptStatus {
        if let skipped { return .skipped(skipped) }
        if isAsWritten { return .passed }
        // That a gateway hangs up is nothing that a scene expects.
        if let expectedFailure, !isPassedUnexpectedly, !kinds.contains(.gatewayLost) {
            return .failedAsExpected(expectedFailure)
        }
        return .failed
    }
}

extension TranscriptOutcome {
    /// How the file came out over all of its languages: the worst of what happened, and skipped
    /// only when no run was played.
    public var status: TranscriptStatus {
        let all = results.map(\.status)
        if all.isEmpty { return .unreadable }
        if all.contains(.failed) { return .failed }
        let expected = all.first { if case .failedAsExpected = $0 { true } else { false } }
        return expected ?? all.first { $0 == .passed } ?? all[0]
    }
}
