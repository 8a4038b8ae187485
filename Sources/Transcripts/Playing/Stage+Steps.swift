// SPDX-License-Identifier: Apache-2.0
import MenuLanguage
import SourceText

extension Stage {
    /// Keeps what a step showed, for reports that draw it.
    mutating func keep(_ step: TranscriptStep, _ record: StepRecord, wasCompared: Bool) {
        let own = transcript.ownLine(of: step)
        let file = step.inclusion.map { transcript.inclusions[$0].file } ?? transcript.file
        let last = max(step.line, step.expectations.last?.line ?? step.line)
        let visits = world.takeVisits()
        var kept = PlayedStep(
            line: own,
            text: String(file.line(step.line)),
            phone: step.action.phone,
            at: now,
            menu: transcript.header.menu,
            status: record.findings.isEmpty ? (wasCompared ? .passed : .notCompared) : .failed,
            kind: kind(of: step.action)
        )
        kept.shows = record.reading?.lines ?? []
        kept.ending = record.reading?.ending
        kept.state = visits.last { $0.kind.isShown }?.state ?? ""
        kept.typed = record.isSecret ? Mask.shown : typed(step.action)
        if record.isSecret, case .press(let phone, .text(let input)) = step.action,
            input.uses.isEmpty
        {
            kept.text = "\(phone)> \(Mask.shown)"
        }
        kept.lines = lines(step.line...last, of: step, record)
        if kept.lines.first?.mark == .same { kept.lines[0] = .init(mark: .same, text: kept.text) }
        kept.findings = record.findings
        kept.phase = transcript.phases.last { $0.lines.contains(own) }?.title ?? ""
        steps.append(kept)
    }

    /// The steps that were kept, masked with all secrets of the scene known by now.
    var shownSteps: [PlayedStep] {
        steps.map { step in
            var step = step
            step.text = shown(step.text)
            step.shows = step.shows.map(shown)
            step.typed = step.typed.map(shown)
            step.phase = shown(step.phase)
            step.lines = step.lines.map { .init(mark: $0.mark, text: shown($0.text)) }
            return step
        }
    }

    private func kind(of action: TranscriptStep.Action) -> PlayedStep.Kind {
        switch action {
        case .press(_, .hangUp): .hangUp
        case .press: typed(action).map(Self.isDialled) == true ? .dial : .answer
        case .send: .messageSent
        case .receive: .messageReceived
        case .silence: .silence
        case .wait, .waitUntil: .clock
        case .check: .check
        case .fault: .fault
        }
    }

    private func typed(_ action: TranscriptStep.Action) -> String? {
        switch action {
        case .press(_, .text(let text)), .send(_, let text): text.filled { variables[$0] }
        case .press(_, .empty): ""
        default: nil
        }
    }
}

extension TranscriptStep.Action {
    /// The phone that acts or is looked at; nil for time, checks and faults.
    fileprivate var phone: String? {
        switch self {
        case .press(let phone, _), .send(let phone, _), .receive(let phone, _, _),
            .silence(let phone, _):
            phone
        case .wait, .waitUntil, .check, .fault: nil
        }
    }
}
