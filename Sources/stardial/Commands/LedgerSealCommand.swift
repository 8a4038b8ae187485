// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Ledger

/// `stardial ledger seal`: signs where the ledger stands at the end of a day.
struct LedgerSealCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seal",
        abstract: "Sign where the ledger stands at the end of a day, or show what was signed.",
        discussion: """
            stardial up does it by itself when the day turns. The key is in the file beside the \
            ledger that ends in .sealkey, or in STARDIAL_SEAL_KEY. Keep the line it prints where \
            nobody who can write the ledger can change it; stardial ledger check compares it.
            """
    )

    @OptionGroup var ledger: LedgerArguments

    @Option(help: "The day, such as 2026-11-30; yesterday unless given.")
    var day: String?

    @Flag(help: "Seal nothing; write all heads that were signed, a line each.")
    var print = false

    func validate() throws {
        if print, day != nil { throw ValidationError("--print writes all days; leave out --day.") }
        if let day, day.utf8.count != 10 || Timestamp.moments(named: day) == nil {
            throw ValidationError("--day is like 2026-11-30.")
        }
    }

    func run() async throws {
        let seal = LedgerSeal(reading: ledger.reading, day: day)
        if print { try seal.printHeads() } else { try await seal.run() }
    }
}
