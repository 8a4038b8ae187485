// SPDX-License-Identifier: Apache-2.0
import GSM
import SourceText

extension SceneRecorder {
    /// Most ways to tell right PINs from wrong ones that are tried until a scene passes.
    public static let guessesMax = 12
    /// How often a scene is played again with patterns for what was generated.
    static let mendingsMax = 4

    /// Writes the scene and plays it.
    ///
    /// Where a PIN is not known, each that was typed is tried as the phone's own until the scene
    /// passes. A line whose times move with the run gets patterns for them. What differs otherwise
    /// is not hidden: the scene then says at its top what was not as recorded, and expects to fail.
    ///
    /// - Parameters:
    ///   - worlds: makes the world to play it in; nil to write it without a proof.
    ///   - folder: where the file will lie, so that it finds its stubs; empty for where the
    ///     program runs.
    /// - Returns: the text, and whether it passes.
    public func written(
        playedIn worlds: (any WorldBuilding)?,
        folder: String = ""
    ) -> RecordedScene {
        var first: Attempt?
        for guess in guesses {
            var attempt = Attempt(self, guess, worlds, folder)
            for _ in 0..<Self.mendingsMax where !attempt.isGreen && !attempt.missed.isEmpty {
                let other = Attempt(self, guess, worlds, folder, mending: attempt)
                guard other.isGreen || other.firstLine > attempt.firstLine else { break }
                attempt = other
            }
            if worlds == nil || attempt.isGreen {
                return scene(attempt, worlds == nil ? .notPlayed : .passed, folder)
            }
            if first.map({ attempt.firstLine > $0.firstLine }) ?? true { first = attempt }
        }
        guard let first else {
            return scene(Attempt(self, [:], nil, folder), .notPlayed, folder)
        }
        return scene(first, .differs(first.reason), folder)
    }

    private func scene(
        _ attempt: Attempt,
        _ proof: RecordedScene.Proof,
        _ folder: String
    ) -> RecordedScene {
        var problems = attempt.draft.problems
        if events.isEmpty { problems.append("Nothing happened at any phone.") }
        if isFull {
            problems.append("Only the first \(Limits.eventsMax) events are in the scene.")
        }
        let menus = Set(
            events.compactMap { event -> String? in
                if case .shown(let screen) = event.what, !screen.menu.isEmpty {
                    screen.menu
                } else {
                    nil
                }
            }
        )
        if menus.count > 1 {
            let names = menus.sorted().joined(separator: ", ")
            problems.append("A scene has one menu, and several were used: \(names).")
        }
        var text = attempt.text
        var notes = problems
        if case .differs(let reason) = proof {
            notes.append("Not as recorded: \(reason)")
            let why = TerminalText.oneLine(reason)
            text = attempt.draft.text(inFolder: folder, expectedFailure: why)
        }
        if !notes.isEmpty {
            let comments = notes.map { "# \(TerminalText.oneLine($0))\n" }.joined()
            text = "ussd/1\n" + comments + text.dropFirst("ussd/1\n".count)
        }
        return RecordedScene(
            text: text,
            proof: proof,
            problems: problems,
            stepCount: attempt.draft.phases.reduce(0) { $0 + $1.steps.count },
            phoneCount: attempt.draft.header.phones.count
        )
    }

    /// Which PIN each phone may begin with that did not say it, the likeliest first.
    private var guesses: [[MSISDN: String]] {
        let typed = RecordedSecrets(self).candidates
        var guesses: [[MSISDN: String]] = [[:]]
        for (phone, candidates) in typed.sorted(by: { $0.key < $1.key }) {
            guard phones.first(where: { $0.msisdn == phone })?.pin == nil else { continue }
            let more =
                candidates.prefix(Self.guessesMax).flatMap { candidate in
                    guesses.map { $0.merging([phone: candidate]) { _, new in new } }
                } + guesses
            guesses = Array(more.prefix(Self.guessesMax))
        }
        return guesses
    }
}

/// A draft that was played.
private struct Attempt {
    let draft: SceneDraft
    let text: String
    /// Whether it passed.
    var isGreen = false
    /// Why it did not, in a sentence.
    var reason = "It was not played."
    /// The first line of the file that was otherwise.
    var firstLine = 0
    /// The expected lines that were not met, counted from the first of the scene.
    var missed: Set<Int> = []
    /// The lines that have patterns for their times, and the words that were found to be generated.
    private var loose: Set<Int> = []
    private var generated: Set<String> = []

    init(
        _ recorder: SceneRecorder,
        _ guess: [MSISDN: String],
        _ worlds: (any WorldBuilding)?,
        _ folder: String,
        mending other: Attempt? = nil
    ) {
        if let other {
            loose = other.loose.union(other.missed)
            generated = other.generated.union(other.words(of: other.missed))
        }
        draft = SceneDraft(recorder, guess: guess, loose: loose, generated: generated)
        text = draft.text(inFolder: folder)
        guard let worlds else { return }
        let file = SourceFile(path: RelativePath.joined(folder, "recorded.ussd"), text: text)
        let outcome = TranscriptRunner(worlds: worlds, jobs: 1).run(file)
        isGreen = outcome.passed
        guard !isGreen else { return }
        let failures = outcome.results.flatMap(\.phases)
        if let error = outcome.diagnostics.first {
            reason = error.kind.message
        } else if let finding = failures.first?.findings.first {
            firstLine = finding.line
            reason = finding.reason
            missed = Self.missed(failures, in: TranscriptParser.parse(file).0)
        } else {
            firstLine = .max
            reason = outcome.results.flatMap(\.leftovers).first ?? "It did not pass."
        }
    }

    /// The words of expected lines that may be references.
    private func words(of lines: Set<Int>) -> [String] {
        let expected = draft.phases.flatMap(\.steps).flatMap(\.expectations)
        return lines.flatMap { line -> [String] in
            guard case .text(let template) = expected[line].kind else { return [] }
            return template.pieces.flatMap { piece -> [String] in
                guard case .text(let text) = piece else { return [] }
                return LineHoles.words(text).filter(LineHoles.mayBeReference)
            }
        }
    }

    /// Which expected lines the failed phases mark as not met.
    private static func missed(_ failures: [PhaseFailure], in transcript: Transcript) -> Set<Int> {
        var lines: Set<Int> = []
        for failure in failures {
            guard let line = failure.findings.first?.line,
                let phase = transcript.phases.first(where: { $0.lines.contains(line) })
            else { continue }
            var number = phase.lines.lowerBound
            for line in failure.lines where line.mark != .got {
                if line.mark == .expected { lines.insert(number) }
                number += 1
            }
        }
        let expected = transcript.phases.flatMap(\.steps).flatMap(\.expectations).map(\.line)
        return Set(expected.indices.filter { lines.contains(expected[$0]) })
    }
}
