// SPDX-License-Identifier: Apache-2.0
import GSM
import SourceText

extension Transcript {
    /// The scene for other phones, to be acted many times at once: each copy has numbers of its
    /// own, also where a line writes them out, and is played in its first language alone.
    ///
    /// What asks for the newest posting of the whole ledger is left out, because others post too.
    ///
    /// - Parameters:
    ///   - index: which copy, from 0.
    ///   - first: what is added to the first phone's number for the first copy.
    /// - Returns: nil when a number leaves what a number can be.
    public func copy(_ index: UInt64, first: UInt64) -> Transcript? {
        var text = file.text
        let base = header.phones.first?.msisdn.digits ?? 0
        let count = UInt64(header.phones.count)
        for (place, phone) in header.phones.enumerated() {
            let (copies, overflow) = index.multipliedReportingOverflow(by: count)
            let (offset, carry) = copies.addingReportingOverflow(first)
            let (digits, excess) = base.addingReportingOverflow(offset &+ UInt64(place))
            guard !overflow, !carry, !excess, let number = MSISDN(digits: digits) else {
                return nil
            }
            for (old, new) in zip(Self.forms(phone.msisdn), Self.forms(number)) {
                text = text.replacing(old, with: new)
            }
        }
        var (copy, _) = TranscriptParser.parse(SourceFile(path: file.path, text: text))
        copy.header.languages = Array(copy.header.languages.prefix(1))
        copy.phases = copy.phases.map { phase in
            let steps = phase.steps.filter { step in
                switch step.action {
                case .check(.lastPosting), .check(.ledgerSum): false
                default: true
                }
            }
            return TranscriptPhase(title: phase.title, lines: phase.lines, steps: steps)
        }
        return copy
    }

    /// How a number is written: whole, as at home, and in groups.
    private static func forms(_ number: MSISDN) -> [String] {
        let groups = number.country.map { number.national(in: $0) } ?? number.e164
        return [String(number.digits), number.local, groups]
    }

    /// The lines of the steps in which a phone dials or answers, in order.
    public var turnLines: [Int] {
        phases.flatMap(\.steps).compactMap { step in
            switch step.action {
            case .press(_, .hangUp): nil
            case .press: step.line
            default: nil
            }
        }
    }

    /// Why it cannot be acted by many phones at once, in a sentence; nil when it can.
    public var reasonNotToBeCopied: String? {
        guard let agent = header.phones.first(where: { $0.extras["till"] != nil }) else {
            return nil
        }
        return "\(agent.name) has a till, whose number can be one agent's alone, so this scene "
            + "cannot be acted by many phones."
    }
}

extension TranscriptOutcome {
    /// Makes what became of a transcript that was played by itself.
    public init(of transcript: Transcript, results: [TranscriptResult]) {
        self.init(
            file: transcript.file,
            shownFile: Mask(transcript.header.phones).overwriting(transcript.file),
            diagnostics: [],
            results: results
        )
    }
}
