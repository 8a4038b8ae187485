// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Gateway
import MenuLanguage
import MobileMoney
import Synchronization

/// Counts what scenes visit, all of them together; scenes may be played on several threads.
final class VisitTally: Sendable {
    private let menus = Mutex<[String: Counted]>([:])

    private struct Counted {
        var program: MenuProgram
        var coverage: Coverage
        var counts: [Visit: Int] = [:]
    }

    private struct Visit: Hashable {
        let step: DialogueStep
        let language: String
    }

    /// Makes a menu known, so that it is reported even when nothing in it is visited.
    func open(_ menu: String, in shelf: MenuShelf) {
        menus.withLock { menus in
            guard menus[menu] == nil, let coverage = shelf.coverage(of: menu),
                let program = shelf.programs?.first(where: { $0.name == menu })
            else { return }
            menus[menu] = Counted(program: program, coverage: coverage)
        }
    }

    /// Counts what a dialogue did.
    func add(_ trace: DialogueTrace) {
        menus.withLock { menus in
            for step in trace.steps {
                let visit = Visit(step: step, language: trace.language)
                menus[trace.program.name]?.counts[visit, default: 0] += 1
            }
        }
    }

    /// What was visited so far.
    var report: CoverageReport {
        menus.withLock { menus in
            CoverageReport(
                menus.values.map { counted in
                    var coverage = counted.coverage
                    for (visit, times) in counted.counts {
                        guard let key = CoverageKey(visit.step, of: counted.program) else {
                            continue
                        }
                        coverage.add(key, language: visit.language, times: times)
                    }
                    return coverage
                }
            )
        }
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
