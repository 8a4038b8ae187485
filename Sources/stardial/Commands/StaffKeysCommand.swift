// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import MobileMoney

/// `stardial staff keys`: the server's keys and how many PINs are under each.
struct StaffKeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "Show how many PINs are under each of the server's keys, or add a key.",
        discussion: """
            A new key seals new PINs from the next start of the gateway on. Each other PIN moves \
            under it at its owner's next payment. When none is left under an old key, two staff \
            retire it: stardial staff request retire-key 1.
            """
    )

    @OptionGroup var arguments: StaffArguments

    @Flag(help: "Put a new random key into the file beside the ledger.")
    var add = false

    func run() async throws {
        if add {
            // Not while a gateway has the ledger, which would go on without the new key.
            try await StaffRun.run(arguments.options) { _ in
                let keys = try PINKey.add(toLedgerAt: arguments.ledger)
                Terminal.line("Key \(keys.newest) was added. Start the gateway again to use it.")
            }
        }
        try await StaffRun.run(arguments.options) { run in
            for use in try run.desk.keyUse() {
                let words = [
                    use.isNewest ? "newest" : nil, use.isRetired ? "retired" : nil,
                    use.isThere || use.isRetired ? nil : "missing",
                ].compactMap(\.self)
                let note = words.isEmpty ? "" : " (\(words.joined(separator: ", ")))"
                Terminal.line("key \(use.key)\(note): \(use.wallets) wallets, \(use.staff) staff")
            }
        }
    }
}
