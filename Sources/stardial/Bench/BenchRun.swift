// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Dialogue
import Foundation

/// What `stardial bench` does: seven measurements, each beside what it must be compared with.
struct BenchRun {
    var menus: String
    var scale: Int
    /// What alone is measured; nil for everything.
    var only: Part?
    /// Transfers in the ledger that is measured last; nil leaves that out.
    var transfers: Int?

    /// What can be measured.
    enum Part: String, ExpressibleByArgument, CaseIterable {
        case machine, line, ledger, sessions, compiler, lsp, replay
    }

    func run() async throws {
        let shelf = try MenuShelf(path: menus)
        guard let program = shelf.programs?.first else {
            throw CommandFailure(.findings, "\(menus) has errors. Run stardial check on it.")
        }
        for part in Part.allCases where only == nil || only == part {
            switch part {
            case .machine: machine(program)
            case .line: try await LineBench(shelf: shelf, scale: scale).run()
            case .ledger: try await LedgerBench(scale: scale, transfers: transfers).run()
            case .sessions: try SessionBench(program: program, scale: scale).run()
            case .compiler: CompilerBench(scale: scale).run()
            case .lsp: try LspBench(menus: menus).run()
            case .replay: try await ReplayBench(menus: menus, scale: scale).run()
            }
        }
    }

    private func machine(_ program: MenuProgram) {
        let bench = MachineBench(program: program)
        _ = bench.run(payments: 2_000)
        let payments = 40_000 * scale
        var septets = 0
        var turns = 0
        // The round that other programs disturbed least counts.
        let seconds = (0..<7).map { _ in
            Self.seconds { (turns, septets) = bench.run(payments: payments) }
        }
        Self.report(
            "machine",
            Double(turns) / (seconds.min() ?? 1),
            "turns/s on one thread",
            "mark 1,000,000; \(septets / max(turns, 1)) septets a screen; best of 7"
        )
    }

    /// How long something took, by a clock that never goes back.
    static func seconds(_ work: () throws -> Void) rethrows -> Double {
        let begin = DispatchTime.now().uptimeNanoseconds
        try work()
        return Double(DispatchTime.now().uptimeNanoseconds - begin) / 1e9
    }

    /// How long something took that waits.
    static func seconds(_ work: () async throws -> Void) async rethrows -> Double {
        let begin = DispatchTime.now().uptimeNanoseconds
        try await work()
        return Double(DispatchTime.now().uptimeNanoseconds - begin) / 1e9
    }

    /// One line: what, how much, and what it is held against.
    static func report(_ name: String, _ value: Double, _ unit: String, _ note: String) {
        let rounded = value < 100 ? (value * 100).rounded() / 100 : value.rounded()
        let number = rounded.formatted(.number.locale(Locale(identifier: "en_US")))
        Terminal.line(
            name.padding(toLength: 9, withPad: " ", startingAt: 0)
                + "\(number) \(unit)".padding(toLength: 44, withPad: " ", startingAt: 0)
                + note
        )
    }
}
