// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// `stardial ledger`: the books, for whoever answers for the money.
struct LedgerToolCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger",
        abstract: "Look at the books, prove them, take them out, bring balances and payments in.",
        discussion: """
            All but import, seal and key --replace read the ledger's file as it stands, also \
            while stardial up runs on it: nothing is locked or written. These three write, and are \
            refused while another process has the ledger.
            """,
        subcommands: [
            LedgerShowCommand.self, LedgerCheckCommand.self, LedgerStatementCommand.self,
            LedgerTrialCommand.self, LedgerBalanceSheetCommand.self, LedgerIncomeCommand.self,
            LedgerExportCommand.self, LedgerImportCommand.self,
            LedgerBalanceCommand.self, LedgerSealCommand.self, LedgerKeyCommand.self,
        ]
    )
}
