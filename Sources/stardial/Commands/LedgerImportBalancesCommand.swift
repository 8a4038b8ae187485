// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// `stardial ledger import balances`: wallets and programmes with what they begin with.
struct LedgerImportBalancesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "balances",
        abstract: "Set up wallets and programmes with their opening balances.",
        discussion: """
            The first line names the columns: msisdn, name and amount, and perhaps level, and for \
            an agent till, business and float. In place of msisdn, account may name a programme \
            that pays people: programme:RELIEF. The money comes from assets:cash.
            """
    )

    @OptionGroup var arguments: ImportArguments

    func run() async throws {
        try await ImportBalances(source: arguments.source).run()
    }
}
