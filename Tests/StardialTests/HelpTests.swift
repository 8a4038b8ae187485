// SPDX-License-Identifier: Apache-2.0
import Testing

/// What every command says of itself.
@Suite struct HelpTests {
    @Test(arguments: [
        "", "init", "up", "phone", "line", "load", "check", "explain", "graph", "fmt", "test",
        "play", "record", "bundle", "import", "import dialoguss", "import africastalking",
        "lsp",
        "bench",
        "diff", "explore", "i18n", "i18n extract", "i18n merge", "i18n status", "i18n pseudo",
        "staff", "staff request", "staff approve", "staff reject", "staff list", "staff log",
        "staff keys", "staff hash",
        "ledger", "ledger show", "ledger check", "ledger statement", "ledger trial",
        "ledger balance-sheet", "ledger income", "ledger export", "ledger import",
        "ledger import balances", "ledger import payments",
        "ledger balance", "ledger seal", "ledger key",
    ])
    func isAsItWasRead(_ command: String) async throws {
        let words = command.split(separator: " ").map { String($0) }
        let ended = try await BuiltCommand.run(words + ["--help"])
        #expect(ended.status == 0)
        #expect(ended.errors.isEmpty)
        try Golden.expect(
            ended.output,
            is: command.isEmpty ? "help" : "help-\(command.replacing(" ", with: "-"))"
        )
    }

    @Test func versionIsOneLine() async throws {
        let ended = try await BuiltCommand.run(["--version"])
        #expect(ended.status == 0)
        #expect(ended.output.wholeMatch(of: /stardial \d+\.\d+\.\d+\n/) != nil)
    }

    @Test(arguments: [
        ["chek"], ["check", "--nope"], ["up", "--ledger", "paper"],
        ["line", "--pin-rounds", "3"],
        ["check", "--network", "nowhere"], ["test", "--jobs", "many"],
        ["check", "--format", "xml"],
        ["check", "--network", "all", "--json"], ["explain", "menu.nothing"],
        ["graph", "Menus/tutorial"], ["graph", "--depth", "2"], ["graph", "--from", "nowhere"],
        ["ledger", "trial", "--at", "noon"], ["ledger", "show", "--utc-offset", "3"],
        ["ledger", "income", "--at", "2026-01-01", "--from", "2026-01-01"],
        ["ledger", "export", "--assert-balances"], ["ledger", "export", "--from", "noon"],
        ["ledger", "import", "balances", "-"], ["ledger", "statement", "x", "--limit", "0"],
        ["ledger", "seal", "--day", "2026-02-30"],
        ["ledger", "seal", "--print", "--day", "2026-02-28"],
        ["ledger", "check", "--kept", "heads"], ["ledger", "statement", "x", "--before", "0"],
        ["ledger", "balance", "x", "--at", "noon"],
        ["bundle"], ["bundle", "a.ussd", "--open", "b.ussd"], ["bundle", "--open", "b.ussd"],
        ["import", "dialoguss"], ["import", "dialoguss", "a.yml", "--menu", "a b"],
        ["import", "africastalking", "a.log", "--secret-after", "("],
        ["diff"], ["diff", "Menus/mavuno"], ["diff", "a", "b", "--format", "sarif"],
    ])
    func wrongUsageIsTwo(_ arguments: [String]) async throws {
        let ended = try await BuiltCommand.run(arguments)
        #expect(ended.status == 2, "\(ended.errors)")
        #expect(ended.output.isEmpty)
        #expect(ended.errors.hasPrefix("Error: "))
    }
}
