// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Ledger

/// `stardial ledger balance`: what one account has, or had.
struct LedgerBalanceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "balance",
        abstract: "Say what an account has, or had at a moment.",
        discussion: """
            A day means its end. All transfers of the moment or earlier count, whatever order they \
            came in. An account is a phone number in full, such as +254712000001, or a name as the \
            other commands write it, such as income:fees. Figures are credits less debits, as the \
            owner of a wallet counts.
            """
    )

    @Argument(help: "A phone number, or the name of an account.")
    var account: String

    @OptionGroup var ledger: LedgerArguments

    @Option(help: "The moment: a day such as 2026-11-30, or 2026-11-30T18:00; now unless given.")
    var at: String?

    @Flag(help: "Write one object.")
    var json = false

    func validate() throws {
        if let at, Timestamp.moments(named: at) == nil {
            throw ValidationError("--at is like 2026-11-30 or 2026-11-30T18:00+03:00.")
        }
    }

    func run() throws {
        let reading = ledger.reading
        let moment = at.flatMap {
            Timestamp.moments(named: $0, offsetMinutes: reading.offsetMinutes)?.upperBound
        }
        try LedgerBalance(reading: reading, account: account, at: moment, json: json).run()
    }
}
