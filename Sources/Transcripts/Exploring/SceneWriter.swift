// SPDX-License-Identifier: Apache-2.0
import Gateway
import SourceText

/// Writes explored scenes as transcripts that pass at once.
public struct SceneWriter: Sendable {
    private let setup: WorldSetup
    private let worlds: any WorldBuilding

    /// Why a scene was not written.
    public struct Failure: Error, Hashable, Sendable {
        /// What happened, in plain words.
        public let message: String

        /// Makes a failure of its message.
        public init(message: String) { self.message = message }
    }

    /// Makes a writer.
    ///
    /// - Parameters:
    ///   - setup: The phones, the clock and the seed with which the scenes were explored.
    ///   - worlds: Makes their worlds.
    public init(setup: WorldSetup, worlds: any WorldBuilding) {
        self.setup = setup
        self.worlds = worlds
    }

    /// The text of a transcript that plays a scene, which was played and passed.
    ///
    /// Phones that have no part in the scene are left out. What is generated, such as a reference
    /// or a time, is a hole.
    public func text(of scene: ExploredScene, title: String) throws(Failure) -> String {
        let whole = try record(scene.actions, setup)
        var own = setup
        own.phones = phones(of: scene.actions, whole)
        var recording = whole
        if own.phones.count < setup.phones.count, let less = try? record(scene.actions, own),
            less.shown == whole.shown
        {
            recording = less
        } else {
            own = setup
        }
        var other = own
        other.seed = own.seed &+ 1
        other.clock = own.clock.adding(milliseconds: Self.otherTimeMilliseconds)
        let twin = try record(scene.actions, other)
        var header = TranscriptHeader()
        header.title = title
        (header.menu, header.network) = (own.menu, own.network)
        (header.clock, header.seed) = (own.clock, own.seed)
        (header.phones, header.tags) = (own.phones, ["explored"])
        let steps = steps(scene.actions, recording, twin)
        let text = TranscriptWriter.text(header, [WrittenPhase(title: "", steps: steps)])
        try prove(text)
        return text
    }

    /// How much later the other run begins: another day, hour, minute and second.
    private static let otherTimeMilliseconds: Int64 = ((27 * 60 + 17) * 60 + 31) * 1_000

    /// What a scene shows, and what is on the wallets before and after it.
    private struct Recording {
        var shown: [SceneRun.Shown] = []
        var before: [String: LedgerMoney] = [:]
        var after: [String: LedgerMoney] = [:]
    }

    private func record(
        _ actions: [TranscriptStep.Action],
        _ setup: WorldSetup
    ) throws(Failure) -> Recording {
        guard case .success(let world) = worlds.build(setup) else {
            throw Failure(message: "Its world could not be made.")
        }
        var run = SceneRun(setup, world)
        var recording = Recording()
        func balances() -> [String: LedgerMoney] {
            let pairs = setup.phones.compactMap { phone in
                world.balance(of: phone.name).map { (phone.name, $0) }
            }
            return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        }
        recording.before = balances()
        for action in actions { recording.shown.append(run.perform(action)) }
        recording.after = balances()
        return recording
    }

    /// The phones that act, are named, or get a message.
    private func phones(
        of actions: [TranscriptStep.Action],
        _ recording: Recording
    ) -> [PhoneSetup] {
        var names = Set(recording.shown.flatMap(\.messages).map(\.phone))
        var typed = ""
        for action in actions {
            switch action {
            case .press(let phone, let input):
                names.insert(phone)
                guard case .text(let template) = input else { continue }
                names.formUnion(template.phonesUsed)
                typed += " " + template.literalText
            case .send(let phone, let template):
                names.insert(phone)
                names.formUnion(template.phonesUsed)
                typed += " " + template.literalText
            default: continue
            }
        }
        return setup.phones.filter { phone in
            names.contains(phone.name)
                || phone.extras["till"].map { typed.contains($0) } ?? false
        }
    }

    private func steps(
        _ actions: [TranscriptStep.Action],
        _ recording: Recording,
        _ twin: Recording
    ) -> [TranscriptStep] {
        var holes = LineHoles()
        var steps: [TranscriptStep] = []
        for (index, action) in actions.enumerated() {
            let (shown, other) = (recording.shown[index], twin.shown[index])
            var step = TranscriptStep(line: 0, action: action)
            step.expectations = expectations(shown.lines ?? [], other.lines ?? [], &holes)
            if let ending = shown.ending {
                step.expectations.append(Expectation(line: 0, kind: .ending(ending), language: nil))
            }
            steps.append(step)
            for (number, message) in shown.messages.enumerated() {
                let action = TranscriptStep.Action.receive(
                    phone: message.phone,
                    from: message.from,
                    withinMilliseconds: 0
                )
                var step = TranscriptStep(line: 0, action: action)
                let others = other.messages
                let twin = others.indices.contains(number) ? others[number].lines : []
                step.expectations = expectations(message.lines, twin, &holes)
                steps.append(step)
            }
        }
        return steps + checks(recording)
    }

    private func expectations(
        _ lines: [String],
        _ others: [String],
        _ holes: inout LineHoles
    ) -> [Expectation] {
        lines.enumerated().map { index, line in
            let other = others.indices.contains(index) ? others[index] : nil
            let template = holes.template(line, other)
            return Expectation(line: 0, kind: .text(template), language: nil)
        }
    }

    /// The balances that changed, and that the ledger is whole.
    private func checks(_ recording: Recording) -> [TranscriptStep] {
        let changed = recording.after.filter { recording.before[$0.key] != $0.value }
        let balances = changed.sorted { $0.key < $1.key }.compactMap { name, money in
            DecimalText(money.written).map { TranscriptStep.Check.balance(of: name, $0) }
        }
        let checks = balances + (balances.isEmpty ? [] : [.ledgerSum])
        return checks.map { TranscriptStep(line: 0, action: .check($0)) }
    }

    /// Plays what was written.
    private func prove(_ text: String) throws(Failure) {
        let file = SourceFile(path: "explored.ussd", text: text)
        let outcome = TranscriptRunner(worlds: worlds, jobs: 1).run(file)
        guard !outcome.passed else { return }
        let why =
            outcome.diagnostics.first?.kind.message
            ?? outcome.result?.phases.first?.findings.first?.reason
            ?? outcome.result?.leftovers.first ?? "It did not pass."
        throw Failure(message: why)
    }
}

extension Template {
    /// The phones whose values are put in.
    fileprivate var phonesUsed: [String] {
        uses.compactMap { $0.split(separator: ".").first.map(String.init) }
    }

    /// The text between the holes.
    fileprivate var literalText: String {
        pieces.map { if case .text(let text) = $0 { text } else { " " } }.joined()
    }
}
