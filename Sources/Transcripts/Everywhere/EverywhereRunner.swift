// SPDX-License-Identifier: Apache-2.0
public import MenuLanguage
public import SourceText

/// Plays scenes once for every place at which a turn can be cut or doubled or the gateway killed.
public struct EverywhereRunner: Sendable {
    private let worlds: any WorldBuilding
    private let jobs: Int
    private let everyLanguage: Bool
    private let read: @Sendable (String) -> Result<String, MenuReadError>

    /// Makes a runner.
    ///
    /// - Parameters:
    ///   - worlds: makes the worlds; those of scenes that are cut are ``MortalWorld``.
    ///   - jobs: how many cuts are played at once, at least 1; results do not depend on it.
    ///   - everyLanguage: whether scenes are cut in each of their languages, not the first alone.
    ///   - read: the text of a part by its path, which leads from where the transcript's does.
    public init(
        worlds: any WorldBuilding,
        jobs: Int,
        everyLanguage: Bool = false,
        read: @escaping @Sendable (String) -> Result<String, MenuReadError> = { _ in
            .failure(.notFound)
        }
    ) {
        self.read = read
        self.worlds = worlds
        self.jobs = max(1, jobs)
        self.everyLanguage = everyLanguage
    }

    /// Plays the files, then every cut of them.
    ///
    /// - Parameters:
    ///   - files: the files.
    ///   - report: called with the number of cuts that are over and of all, one call at a time.
    /// - Returns: what became of every cut, in the order of the files.
    public func run(
        _ files: [SourceFile],
        report: @Sendable (Int, Int) -> Void = { _, _ in }
    ) async -> EverywhereSummary {
        let prepared = await over(files) { prepare($0) }.flatMap(\.self)
        let cuts = prepared.indices.flatMap { index in
            prepared[index].scene.plan.cuts.map { (index, $0) }
        }
        let verdicts = await over(cuts, report: { report($0, cuts.count) }) { index, cut in
            prepared[index].judge(cut)
        }
        var scenes = prepared.map(\.scene)
        for ((index, _), verdict) in zip(cuts, verdicts) { scenes[index].verdicts.append(verdict) }
        return EverywhereSummary(scenes: scenes)
    }

    /// A scene that was played plain.
    private struct Prepared: Sendable {
        var scene: EverywhereScene
        /// What it is cut from; nil when it is not cut.
        var source: (opening: SceneOpening, plain: PlainRun)?

        func judge(_ cut: Cut) -> CutVerdict {
            var verdict = CutVerdict(cut)
            guard let (opening, plain) = source else { return verdict }
            do throws(WorldFailure) {
                if cut.kind == .doubled || cut.kind == .doubledLate {
                    return try DoubledTurn(opening: opening, plain: plain, cut: cut).judge()
                }
                var aftermath = try Aftermath(opening, plain, cut)
                return try aftermath.judge()
            } catch {
                verdict.faults.append("The scene could not be set up. \(error.message)")
                return verdict
            }
        }
    }

    private func prepare(_ file: SourceFile) -> [Prepared] {
        let (transcript, diagnostics) = TranscriptParser.parse(file, read: read)
        guard !diagnostics.hasErrors else {
            let scene = EverywhereScene(
                file: file,
                name: file.path,
                refusal: "It has mistakes. Run `stardial test` to see them.",
                plan: CutPlan([])
            )
            return [Prepared(scene: scene)]
        }
        // What is skipped, or expected to fail, has nothing to be held against.
        let header = transcript.header
        guard header.expectedFailure == nil, worlds.features.isSuperset(of: header.requires)
        else {
            return [
                Prepared(
                    scene: EverywhereScene(file: file, name: file.path, plan: CutPlan([]))
                )
            ]
        }
        let languages: [String?] = transcript.header.languages.map(\.self)
        let played = languages.isEmpty ? [nil] : languages
        return played.prefix(everyLanguage ? .max : 1).map { language in
            prepare(SceneOpening(transcript: transcript, language: language, worlds: worlds))
        }
    }

    private func prepare(_ opening: SceneOpening) -> Prepared {
        let file = opening.transcript.file
        let name = opening.transcript.name(in: opening.language)
        do throws(WorldFailure) {
            let plain = try PlainRun(opening)
            guard let mistake = plain.mistake else {
                let plan = CutPlan(plain.steps)
                return Prepared(
                    scene: EverywhereScene(file: file, name: name, plan: plan),
                    source: (opening, plain)
                )
            }
            return Prepared(
                scene: EverywhereScene(
                    file: file,
                    name: name,
                    refusal: "It is not as written before any cut; \(mistake)",
                    plan: CutPlan([])
                )
            )
        } catch {
            let mask = Mask(opening.transcript.header.phones)
            return Prepared(
                scene: EverywhereScene(
                    file: file,
                    name: name,
                    refusal: "It could not be set up. \(TerminalText.oneLine(mask(error.message)))",
                    plan: CutPlan([])
                )
            )
        }
    }

    /// Does something for each of many, several at a time; results are in the order given.
    private func over<Item: Sendable, Result: Sendable>(
        _ items: [Item],
        report: @Sendable (Int) -> Void = { _ in },
        _ body: @escaping @Sendable (Item) -> Result
    ) async -> [Result] {
        await withTaskGroup(of: (Int, Result).self) { group in
            var results = [Result?](repeating: nil, count: items.count)
            var (next, done) = (0, 0)
            while next < min(jobs, items.count) {
                let (index, item) = (next, items[next])
                group.addTask { (index, body(item)) }
                next += 1
            }
            for await (index, result) in group {
                results[index] = result
                done += 1
                report(done)
                guard next < items.count else { continue }
                let (index, item) = (next, items[next])
                group.addTask { (index, body(item)) }
                next += 1
            }
            return results.compactMap(\.self)
        }
    }
}
