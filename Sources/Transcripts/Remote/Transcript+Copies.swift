// SPDX-License-Identifier: Apache-2.0
import GSM
import MenuLanguage
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
        var words: [(old: String, new: String)] = []
        let base = header.phones.first?.msisdn.digits ?? 0
        let count = UInt64(header.phones.count)
        for (place, phone) in header.phones.enumerated() {
            let (copies, overflow) = index.multipliedReportingOverflow(by: count)
            let (offset, carry) = copies.addingReportingOverflow(first)
            let (digits, excess) = base.addingReportingOverflow(offset &+ UInt64(place))
            guard !overflow, !carry, !excess, let number = MSISDN(digits: digits) else {
                return nil
            }
            words += zip(Self.forms(phone.msisdn), Self.forms(number)).map { (old: $0, new: $1) }
        }
        func renumbered(_ text: String) -> String {
            words.reduce(text) { $0.replacing($1.old, with: $1.new) }
        }
        let parts = inclusions.map { ($0.file.path, renumbered($0.file.text)) }
        let texts = Dictionary(parts) { first, _ in first }
        let own = SourceFile(path: file.path, text: renumbered(file.text))
        var (copy, _) = TranscriptParser.parse(own) { path in
            texts[path].map { .success($0) } ?? .failure(.notFound)
        }
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
            case .press: ownLine(of: step)
            default: nil
            }
        }
    }

    /// Why it cannot be acted by many phones at once, in a sentence; nil when it can.
    public var reasonNotToBeCopied: String? {
        if failsBehindTheNetwork {
            return "It has services, the clock or the gateway fail, which all phones would feel, "
                + "so this scene cannot be acted by many phones."
        }
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
            parts: transcript.inclusions.map(\.file),
            diagnostics: [],
            results: results,
            header: transcript.header
        )
    }
}
