// SPDX-License-Identifier: Apache-2.0
import Gateway
public import MenuLanguage
import SourceText

/// Writes explored scenes as transcripts that pass at once.
public struct SceneWriter: Sendable {
    private let setup: WorldSetup
    private let worlds: any WorldBuilding
    private let folder: String

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
    ///   - folder: Where the transcripts will lie, so that they find the file of stubs from there;
    ///     empty for where the program runs.
    public init(setup: WorldSetup, worlds: any WorldBuilding, folder: String = "") {
        self.folder = folder
        self.setup = setup
        self.worlds = worlds
    }

    /// The text of a transcript that plays a scene, which was played and passed.
    ///
    /// It is named for what it is the first to visit, and so is each part of a scene that was
    /// joined. Phones that have no part in the scene are left out. What is generated, such as a
    /// reference or a time, is a hole.
    public func text(of scene: ExploredScene, of menu: Coverage) throws(Failure) -> String {
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
        header.title = title(of: scene.news, scene, menu)
        (header.menu, header.network) = (own.menu, own.network)
        (header.clock, header.seed) = (own.clock, own.seed)
        (header.phones, header.tags) = (own.phones, ["explored"])
        header.stubs = own.stubs.map { RelativePath.path($0, from: folder) }
        let text = TranscriptWriter.text(header, phases(scene, recording, twin, menu))
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

    /// What happens for the first time, behind the name of the one to whom it does.
    public func title(
        of news: Set<CoverageKey>,
        _ scene: ExploredScene,
        _ menu: Coverage
    ) -> String {
        let name = scene.actor.flatMap { actor in setup.phones.first { $0.name == actor } }
        guard let (item, more) = menu.subject(of: news) else { return "Explored" }
        let tail = more == 0 ? "" : ", and \(more) more"
        return "\(name?.displayName ?? "Someone") \(item.deed)\(tail)"
    }

    private func phases(
        _ scene: ExploredScene,
        _ recording: Recording,
        _ twin: Recording,
        _ menu: Coverage
    ) -> [WrittenPhase] {
        var holes = LineHoles()
        var phases: [WrittenPhase] = []
        for (index, part) in scene.parts.enumerated() {
            let isLast = index + 1 == scene.parts.count
            let end = isLast ? scene.actions.count : scene.parts[index + 1].start
            let own = part.start..<end
            let steps = steps(scene.actions, own, recording, twin, &holes)
            let title = scene.parts.count == 1 ? "" : title(of: part.news, scene, menu)
            phases.append(WrittenPhase(title: title, steps: steps))
        }
        if let last = phases.indices.last { phases[last].steps += checks(recording) }
        return phases
    }

    private func steps(
        _ actions: [TranscriptStep.Action],
        _ own: Range<Int>,
        _ recording: Recording,
        _ twin: Recording,
        _ holes: inout LineHoles
    ) -> [TranscriptStep] {
        var steps: [TranscriptStep] = []
        for index in own {
            let action = actions[index]
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
        return steps
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
        let file = SourceFile(path: RelativePath.joined(folder, "explored.ussd"), text: text)
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
