// SPDX-License-Identifier: Apache-2.0
import Foundation

/// What `stardial simulate` does.
struct SimulateRun {
    var seed: UInt64
    var days: Int
    var phones: Int
    var menus: String
    var flaw: SimulationFlaw?

    /// Plays the days; ends with findings on the first day after which something does not hold.
    func run() throws {
        guard days > 0, phones > 1, phones <= SimulatedTown.peopleMax else {
            throw CommandFailure(
                .usage,
                "--days is 1 or more, and --phones is from 2 to \(SimulatedTown.peopleMax)."
            )
        }
        let shelf = try MenuShelf(path: menus)
        guard let programs = shelf.programs, let tariff = shelf.tariff else {
            throw CommandFailure(
                .findings,
                "\(menus) has errors or no tariff, so nothing was simulated. "
                    + "Run stardial check on it."
            )
        }
        let folder = NSTemporaryDirectory() + "stardial-simulate-\(getpid())"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let simulation = try Simulation(
            Simulation.Settings(seed: seed, phones: phones),
            plan: SimulatedHouse.Plan(
                programs: programs,
                tariff: tariff,
                path: folder + "/ledger",
                seed: seed,
                flaw: flaw
            )
        )
        defer { simulation.house.close() }
        for day in 0..<days {
            let before = simulation.tally
            let faults = try simulation.play(day: day)
            Terminal.write("day \(day + 1): \(simulation.tally.since(before).text)\n")
            guard faults.isEmpty else { throw failure(faults, day: day) }
        }
        Terminal.write(
            """
            seed \(seed), \(days.counted("day")), \(phones.counted("phone")): \
            \(simulation.witness.payments.counted("payment")); \
            every day the books balanced, the chain held, what was due was done once, \
            and each phone was told the truth.
            \(simulation.fingerprint)

            """
        )
    }

    private func failure(_ faults: [String], day: Int) -> CommandFailure {
        let shown = faults.prefix(Self.faultsShownMax).map { "  \($0)\n" }.joined()
        let more = faults.count - min(faults.count, Self.faultsShownMax)
        return CommandFailure(
            .findings,
            """
            On day \(day + 1) this did not hold:
            \(shown)\(more > 0 ? "  and \(more) more\n" : "")\
            The same seed does it again: stardial simulate --seed \(seed) --days \(day + 1) \
            --phones \(phones)
            """
        )
    }

    private static let faultsShownMax = 10
}
