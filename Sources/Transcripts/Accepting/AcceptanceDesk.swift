// SPDX-License-Identifier: Apache-2.0
import MenuLanguage
import SourceText

/// The scenes that are being accepted, as they are by now.
struct AcceptanceDesk {
    private var scenes: [Scene]
    /// The parts that were rewritten, by path.
    private var parts: [String: String] = [:]
    /// The parts as they were read.
    private var partsBefore: [String: String] = [:]
    private var changes: [String: Int] = [:]
    private var masks: [String: Mask] = [:]
    /// The changes that were left, once for each time.
    private var declined: [ProposedChange] = []
    private var blocked: [String] = []
    private var disputes: [String] = []
    private var wholeFiles: Set<String> = []
    private var takesAll = false
    private var hasQuit = false
    private let player: TranscriptPlayer
    private let read: (String) -> Result<String, MenuReadError>

    /// One scene.
    private struct Scene {
        let before: SourceFile
        var file: SourceFile
        var isStale = true
        var outcome: TranscriptOutcome?
        var proposals: SceneProposals?
    }

    init(
        _ files: [SourceFile],
        _ player: TranscriptPlayer,
        _ read: @escaping (String) -> Result<String, MenuReadError>
    ) {
        scenes = files.map { Scene(before: $0, file: $0) }
        self.player = player
        self.read = read
    }

    /// Plays what changed, and makes the changes that are taken; false when there were none.
    mutating func playRound(_ asking: (ProposedChange) -> ProposalAnswer) -> Bool {
        for index in scenes.indices where scenes[index].isStale { play(index) }
        guard !hasQuit else { return false }
        disputes = []
        var known = declined
        var hasChanged = false
        for index in scenes.indices {
            guard let proposals = scenes[index].proposals else { continue }
            var own: [ProposedChange] = []
            for change in proposals.own where take(change, &known, asking) {
                own.append(change)
                if change.isNeededBelow { break }
            }
            hasChanged = change(index, own) || hasChanged
        }
        let agreed = agreedChanges()
        for path in agreed.keys.sorted() {
            let taken = (agreed[path] ?? []).filter { take($0, &known, asking) }
            hasChanged = change(path, taken) || hasChanged
        }
        if hasChanged { return true }
        for index in scenes.indices {
            guard let proposals = scenes[index].proposals else { continue }
            let messages = proposals.messages.filter { take($0, &known, asking) }
            hasChanged = change(index, messages) || hasChanged
        }
        return hasChanged
    }

    /// What it came to.
    var result: Acceptance {
        let scenesChanged = scenes.compactMap { scene in
            file(scene.before.path, scene.before.text, scene.file.text)
        }
        let partsChanged = parts.sorted { $0.key < $1.key }.compactMap { path, text in
            file(path, partsBefore[path] ?? "", text)
        }
        var acceptance = Acceptance(summary: RunSummary(scenes.compactMap(\.outcome)))
        acceptance.files = scenesChanged + partsChanged
        var left: [String] = []
        for scene in scenes {
            left += (scene.proposals?.left ?? []) + [refusal(scene)].compactMap(\.self)
        }
        for sentence in left + blocked + disputes where !acceptance.left.contains(sentence) {
            acceptance.left.append(sentence)
        }
        return acceptance
    }

    private func file(_ path: String, _ before: String, _ after: String) -> Acceptance.File? {
        guard !before.utf8.elementsEqual(after.utf8) else { return nil }
        let mask = masks[path] ?? Mask([])
        return Acceptance.File(
            path: path,
            before: before,
            after: after,
            changes: changes[path] ?? 0,
            diff: LineDiff(before, after).unified(path: path) { TerminalText.oneLine(mask($0)) }
        )
    }

    /// Why a scene was not looked at, if it was not.
    private func refusal(_ scene: Scene) -> String? {
        let path = scene.before.path
        return switch scene.outcome?.status {
        case .skipped(let why): "\(path) was left: it was not played. \(why)"
        case .failedAsExpected(let why): "\(path) was left: `xfail:` says it fails. \(why)"
        case .unreadable: "\(path) was left: it has mistakes. Mend them first."
        default: nil
        }
    }
}

extension AcceptanceDesk {
    /// Reads parts as they are by now.
    private var reader: (String) -> Result<String, MenuReadError> {
        { [parts, read] path in parts[path].map { .success($0) } ?? read(path) }
    }

    private mutating func play(_ index: Int) {
        scenes[index].isStale = false
        let file = scenes[index].file
        let (transcript, diagnostics) = TranscriptParser.parse(file, read: reader)
        var results: [TranscriptResult] = []
        var runs: [(language: String?, observation: Observation)] = []
        var mask = Mask(transcript.header.phones)
        if !diagnostics.hasErrors {
            let all = transcript.header.languages.map(Optional.some)
            for language in all.isEmpty ? [nil] : all {
                var stage: Stage?
                results.append(
                    player.play(transcript, in: language, observing: true, on: &stage)
                )
                guard let stage, let observation = stage.observation else { continue }
                runs.append((language, observation))
                mask.join(stage.mask)
            }
        }
        for path in [file.path] + transcript.inclusions.map(\.file.path) {
            masks[path, default: Mask([])].join(mask)
        }
        let outcome = TranscriptOutcome(
            file: file,
            parts: transcript.inclusions.map(\.file),
            diagnostics: diagnostics,
            results: results,
            header: transcript.header,
            mask: mask
        )
        scenes[index].outcome = outcome
        let isMeant = outcome.status == .failed || outcome.status == .passed
        scenes[index].proposals =
            isMeant && runs.count == results.count
            ? SceneProposals(transcript, runs, mask) : nil
    }

    /// Whether a change is taken; one that was left before is left again without asking.
    private mutating func take(
        _ change: ProposedChange,
        _ known: inout [ProposedChange],
        _ asking: (ProposedChange) -> ProposalAnswer
    ) -> Bool {
        if let index = known.firstIndex(where: { $0.isSame(as: change) }) {
            known.remove(at: index)
            return false
        }
        guard !hasQuit else { return false }
        if takesAll || wholeFiles.contains(change.path) { return true }
        switch asking(change) {
        case .accept: return true
        case .acceptFile: wholeFiles.insert(change.path)
        case .acceptAll: takesAll = true
        case .leave:
            declined.append(change)
            return false
        case .quit:
            hasQuit = true
            return false
        }
        return true
    }

    /// The changes of parts that all who include them want.
    private mutating func agreedChanges() -> [String: [ProposedChange]] {
        var wanted: [FilePlace: [(verdict: StepVerdict, change: ProposedChange)]] = [:]
        var carried: Set<String> = []
        for proposals in scenes.compactMap(\.proposals) {
            for (place, verdict, change) in proposals.parts {
                wanted[place, default: []].append((verdict, change))
                if proposals.carries(place.path) { carried.insert(place.path) }
            }
        }
        var agreed: [String: [ProposedChange]] = [:]
        for (place, all) in wanted.sorted(by: { $0.key < $1.key }) {
            let verdicts = Set(all.map(\.verdict))
            let change = all.first { if case .change = $0.verdict { true } else { false } }
            guard let change = change?.change else { continue }
            if carried.contains(place.path) {
                disputes.append(
                    "\(place.path), line \(place.line), was left: the part is carried by its "
                        + "scene. Change it there by hand."
                )
            } else if verdicts.count == 1 {
                agreed[place.path, default: []].append(change)
            } else if !verdicts.contains(.unknown) {
                disputes.append(
                    "\(place.path), line \(place.line), was left: not all who include the part "
                        + "got the same there."
                )
            }
        }
        return agreed
    }

    /// Makes changes in a scene; those after which it would have a mistake are left from then on.
    ///
    /// - Returns: whether there is something to be looked at again.
    private mutating func change(_ index: Int, _ taken: [ProposedChange]) -> Bool {
        let file = scenes[index].file
        let reader = reader
        let made = readable(taken, in: file) { text in
            let changed = SourceFile(path: file.path, text: text)
            return !TranscriptParser.parse(changed, read: reader).1.hasErrors
        }
        guard let text = made.text else { return !taken.isEmpty }
        scenes[index].file = SourceFile(path: file.path, text: text)
        scenes[index].isStale = true
        changes[file.path, default: 0] += made.count
        return true
    }

    /// Makes changes in a part; those after which a scene would have a mistake are left.
    private mutating func change(_ path: String, _ taken: [ProposedChange]) -> Bool {
        guard !taken.isEmpty, case .success(let before) = reader(path) else { return false }
        let users = scenes.indices.filter { index in
            scenes[index].proposals?.transcript.inclusions.contains { $0.file.path == path } == true
        }
        let (reader, files) = (reader, users.map { scenes[$0].file })
        let made = readable(taken, in: SourceFile(path: path, text: before)) { text in
            files.allSatisfy { file in
                !TranscriptParser.parse(file) { $0 == path ? .success(text) : reader($0) }.1
                    .hasErrors
            }
        }
        guard let text = made.text else { return true }
        partsBefore[path] = partsBefore[path] ?? before
        parts[path] = text
        changes[path, default: 0] += made.count
        for index in users { scenes[index].isStale = true }
        return true
    }

    /// The text with as many of the changes as can be read again; nil when none can.
    private mutating func readable(
        _ changes: [ProposedChange],
        in file: SourceFile,
        _ isRead: (String) -> Bool
    ) -> (text: String?, count: Int) {
        func text(_ changes: [ProposedChange]) -> String {
            var edits = LineEdits()
            for change in changes { edits.merge(change.edits) }
            return edits.applied(to: file)
        }
        guard !changes.isEmpty else { return (nil, 0) }
        let whole = text(changes)
        if isRead(whole) { return (whole, changes.count) }
        var made: [ProposedChange] = []
        for change in changes {
            if isRead(text(made + [change])) {
                made.append(change)
            } else {
                declined.append(change)
                blocked.append(
                    "\(file.path), line \(change.line), was left: lines below need what it "
                        + "remembers. Change them by hand."
                )
            }
        }
        return made.isEmpty ? (nil, 0) : (text(made), made.count)
    }
}

extension FilePlace: Comparable {
    /// By path, then by line.
    public static func < (left: FilePlace, right: FilePlace) -> Bool {
        (left.path, left.line) < (right.path, right.line)
    }
}
