// SPDX-License-Identifier: Apache-2.0

/// What playing one step showed.
struct StepRecord {
    /// Lines of the file that are not so.
    var missed: Set<Int> = []
    /// What was got, by the line of the file that it stands behind, in order.
    var got: [(after: Int, text: String)] = []
    /// What is wrong, in order.
    var findings: [PhaseFailure.Finding] = []
    /// What the phone showed, when something reached it.
    var reading: Stage.Reading?
    /// Whether the screen that was answered asked for a secret.
    var isSecret = false
    /// The SMS that came where none should.
    var unwanted: [Stage.Received] = []
    /// The SMS that did not come, by the finding that says so.
    var wanted: [Int: Stage.Wanted] = [:]

    /// Notes that something is wrong.
    mutating func fail(
        _ line: Int,
        _ reason: String,
        _ kind: FindingKind,
        hints: [String?] = []
    ) {
        let known = hints.compactMap(\.self)
        findings.append(.init(line: line, reason: reason, kind: kind, hints: known))
    }

    /// Adds hints to the first finding.
    mutating func hint(_ hints: [String?]) {
        guard !findings.isEmpty else { return }
        findings[0].hints += hints.compactMap(\.self)
    }
}
