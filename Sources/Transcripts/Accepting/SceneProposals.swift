// SPDX-License-Identifier: Apache-2.0
import SourceText

/// What accepting would change in one scene and in the parts that it includes.
struct SceneProposals {
    /// The scene as it was read.
    let transcript: Transcript
    /// Hides the scene's secrets.
    let mask: Mask
    /// The changes to steps of the scene's own file, in order.
    private(set) var own: [ProposedChange] = []
    /// What each step of each part would have to become, once for each inclusion.
    private(set) var parts: [(place: FilePlace, verdict: StepVerdict, change: ProposedChange)] = []
    /// Steps for messages that no line mentions.
    private(set) var messages: [ProposedChange] = []
    /// What stays though it is not so, in sentences.
    private(set) var left: [String] = []

    /// - Parameters:
    ///   - transcript: the scene.
    ///   - runs: what its runs showed, in the order of the header's languages.
    ///   - mask: hides its secrets.
    init(
        _ transcript: Transcript,
        _ runs: [(language: String?, observation: Observation)],
        _ mask: Mask
    ) {
        self.transcript = transcript
        self.mask = mask
        let judge = StepJudge(transcript: transcript, runs: runs)
        guard let count = runs.first?.observation.steps.count,
            runs.allSatisfy({ $0.observation.steps.count == count })
        else { return }
        for index in 0..<count {
            let seen = runs.map { $0.observation.steps[index] }
            take(judge.verdict(index), seen[0].step, seen.flatMap(\.record.findings))
        }
        addMessages(judge, runs)
    }

    private mutating func take(
        _ verdict: StepVerdict,
        _ step: TranscriptStep,
        _ findings: [PhaseFailure.Finding]
    ) {
        let file = transcript.file(of: step)
        var edits = LineEdits()
        if case .change(let wanted) = verdict { edits = wanted }
        let last = max(step.line, step.expectations.last?.line ?? step.line)
        var reasons: [String] = []
        for finding in findings where !reasons.contains(finding.reason) {
            reasons.append(finding.reason)
        }
        var change = ProposedChange(file, step.line...last, edits, reasons, mask)
        let isNoMessage = findings.contains { $0.kind == .noMessage }
        change.isNeededBelow =
            isNoMessage
            || step.expectations.contains { expectation in
                guard case .text(let template) = expectation.kind else { return false }
                return edits.replaced[expectation.line] != nil && !template.captures.isEmpty
            }
        if case .left(let why) = verdict {
            left.append("\(file.path), line \(step.line), was left: \(why)")
        }
        if step.inclusion != nil {
            parts.append((FilePlace(path: file.path, line: step.line), verdict, change))
        } else if case .change = verdict {
            own.append(change)
        }
    }

    /// Whether a part is carried by the scene's own file.
    func carries(_ path: String) -> Bool {
        transcript.header.attachments.files.contains {
            "\(transcript.file.path)/\($0.name)" == path
                || "\(RelativePath.normal(transcript.file.path))/\($0.name)" == path
        }
    }

    /// Writes steps for the messages that all runs got after the same step.
    private mutating func addMessages(
        _ judge: StepJudge,
        _ runs: [(language: String?, observation: Observation)]
    ) {
        let places = Set(runs.flatMap { $0.observation.unmentioned.map(\.step) }).sorted()
        for place in places {
            let found = runs.map { $0.observation.unmentioned.filter { $0.step == place } }
            guard let first = found.first,
                found.allSatisfy({
                    $0.map(\.phone) == first.map(\.phone) && $0.map(\.from) == first.map(\.from)
                })
            else {
                left.append(
                    "\(transcript.file.path): not every language gets the same messages, so no "
                        + "step was added for them."
                )
                continue
            }
            var lines: [String] = []
            for index in first.indices {
                let all = zip(runs, found).map { run, messages in
                    let steps = run.observation.steps
                    let known =
                        place + 1 < steps.count
                        ? steps[place + 1].before : run.observation.variables
                    return (run.language, messages[index], known)
                }
                if let written = judge.written(all, [:]) {
                    lines += written
                } else {
                    left.append(
                        "\(transcript.file.path): an SMS to \(first[index].phone) cannot be "
                            + "written in a scene, so no step was added for it."
                    )
                }
            }
            guard !lines.isEmpty else { continue }
            let step = runs[0].observation.steps[place].step
            let own = transcript.ownLine(of: step)
            let last = step.inclusion == nil ? step.expectations.last?.line ?? own : own
            let count = first.count == 1 ? "an SMS that no line mentions" : "SMS no line mentions"
            messages.append(
                ProposedChange(
                    transcript.file,
                    own...max(own, last),
                    LineEdits(added: [max(own, last): lines]),
                    ["\(Set(first.map(\.phone)).sorted().joined(separator: ", ")) got \(count)."],
                    mask
                )
            )
        }
    }
}
