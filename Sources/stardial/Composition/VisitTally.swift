// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Ledger
import MenuLanguage
import MobileMoney
import Synchronization
import Transcripts

/// Counts what scenes visit, all of them together; scenes may be played on several threads.
final class VisitTally: Sendable {
    private let state = Mutex(State())

    private struct State {
        var menus: [String: Coverage] = [:]
        var scenes: [String: SceneVisit] = [:]
    }

    /// What one file visited, in all its languages together.
    struct SceneVisit {
        var setup: WorldSetup
        var passed: Bool
        /// The states it was at, by name, with the language it was spoken to in.
        var places: Set<Place> = []

        /// A state in a language.
        struct Place: Hashable {
            var state: String
            var language: String
        }
    }

    /// Makes a menu known, so that it is reported even when nothing in it is visited.
    func open(_ menu: String, in shelf: MenuShelf) {
        state.withLock { state in
            if state.menus[menu] == nil { state.menus[menu] = shelf.coverage(of: menu) }
            for rule in shelf.rules(of: menu) { state.menus[menu]?.add(rule) }
        }
    }

    /// Counts a scene that is over.
    ///
    /// - Parameters:
    ///   - record: What it visited.
    ///   - rows: What its ledger holds.
    ///   - tariff: Whose numbers it followed; nil without a wallet.
    ///   - path: The file of the scene.
    ///   - passed: Whether all went as written.
    func add(
        _ record: SceneRecord,
        rows: [PostedTransfer],
        tariff: Tariff?,
        path: String,
        passed: Bool
    ) {
        let kept = record.kept
        let menu = record.setup.menu
        var visit = SceneVisit(setup: record.setup, passed: passed)
        var steps: [(key: CoverageKey, language: String, times: Int)] = []
        for (step, times) in kept.visits {
            guard let program = kept.program, let key = CoverageKey(step.step, of: program)
            else { continue }
            steps.append((key, step.language, times))
            visit.places.insert(.init(state: key.state, language: step.language))
        }
        var rules: [CoverageRule] = []
        if let tariff {
            rules = Self.rules(PostingRule.followed(by: rows), kept.refusals, tariff, passed)
        }
        state.withLock { state in
            for (key, language, times) in steps {
                state.menus[menu]?.add(key, language: language, times: times, failing: !passed)
            }
            let known = Set(state.menus[menu]?.rules.map(\.name) ?? [])
            for rule in rules where known.contains(rule.name) { state.menus[menu]?.add(rule) }
            guard let earlier = state.scenes[path] else { return state.scenes[path] = visit }
            visit.places.formUnion(earlier.places)
            visit.passed = passed && earlier.passed
            state.scenes[path] = visit
        }
    }

    /// What was visited so far.
    var report: CoverageReport { state.withLock { CoverageReport(Array($0.menus.values)) } }

    /// What each file visited so far, by its path.
    var scenes: [String: SceneVisit] { state.withLock(\.scenes) }

    private static func rules(
        _ postings: [PostingRule: Int],
        _ refusals: [String: Int],
        _ tariff: Tariff,
        _ passed: Bool
    ) -> [CoverageRule] {
        let posted = postings.map { CoverageRule($0, tariff, visits: $1, failing: !passed) }
        let refused = refusals.map {
            CoverageRule(refusing: $0, visits: $1, failing: !passed)
        }
        return posted + refused
    }
}

extension CoverageRule {
    fileprivate init(
        _ rule: PostingRule,
        _ tariff: Tariff,
        visits: Int = 0,
        failing: Bool = false
    ) {
        self.init(
            tariff: tariff.country.rawValue,
            operation: "\(MobileMoneyContract.service).\(rule.operation)",
            rule: rule.posting,
            visits: visits,
            failing: failing ? visits : 0
        )
    }

    fileprivate init(refusing reason: String, visits: Int = 0, failing: Bool = false) {
        self.init(
            tariff: "",
            operation: MobileMoneyContract.service,
            rule: Self.refusing + reason,
            visits: visits,
            failing: failing ? visits : 0
        )
    }
}

/// Keeps what one scene visits until it is asked.
final class SceneVisits: Sendable {
    private let keys = Mutex<[CoverageKey]>([])

    /// Notes what a dialogue did.
    func add(_ trace: DialogueTrace) {
        let new = trace.steps.compactMap { CoverageKey($0, of: trace.program) }
        keys.withLock { $0 += new }
    }

    /// What was visited since this was last asked.
    func take() -> [CoverageKey] {
        keys.withLock { keys in
            defer { keys = [] }
            return keys
        }
    }
}

extension MenuShelf {
    /// What services the menus can have.
    var contracts: [ServiceContract] {
        tariff.map { [MobileMoneyContract.contract(for: $0)] } ?? []
    }

    /// All that can be visited in a menu, nothing visited yet; nil when it did not compile.
    func coverage(of menu: String) -> Coverage? {
        for entry in entries {
            guard let program = entry.compilation.program, program.name == menu else { continue }
            return Coverage(
                program,
                contracts: contracts,
                sites: entry.compilation.sites,
                sources: entry.compilation.sources
            )
        }
        return nil
    }
}

extension MenuShelf {
    /// What the wallet's service can post and refuse in a menu: the postings of the operations it
    /// calls, and the reasons of refusals when it looks at them.
    fileprivate func rules(of menu: String) -> [CoverageRule] {
        guard let tariff, let program = programs?.first(where: { $0.name == menu }) else {
            return []
        }
        var called: Set<String> = []
        var looksAtRefusals = false
        for case .call(let call) in program.states.map(\.kind) {
            called.insert(program.operations[call.operation].name)
            let arm = call.arms.first { $0.outcome == "refused" }
            looksAtRefusals = looksAtRefusals || arm?.binding != nil
        }
        let postings = tariff.postingRules.filter { called.contains($0.operation) }
        return postings.map { CoverageRule($0, tariff) }
            + (looksAtRefusals ? MobileMoneyContract.refusals : []).map {
                CoverageRule(refusing: $0)
            }
    }
}
