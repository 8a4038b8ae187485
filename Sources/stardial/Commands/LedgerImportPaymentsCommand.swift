// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// `stardial ledger import payments`: a programme pays many people.
struct LedgerImportPaymentsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "payments",
        abstract: "Pay many people from a programme's account.",
        discussion: """
            The first line names the columns: msisdn and amount, and perhaps reference and name. \
            One person creates the batch and another approves it; then it is paid, and each who \
            is paid gets a text message. With a staff file both are staff whose role allows it, \
            and type their PINs: a line each on standard input, never an argument.
            """
    )

    @OptionGroup var arguments: ImportArguments

    @Option(help: "The programme that pays.")
    var programme: String

    @Option(help: "The staff file; else staff.yaml beside the ledger, if it is there.")
    var staff: String?

    @Option(help: "Who creates the batch.")
    var createdBy: String?

    @Option(help: "Who approves it, and is somebody else; then it is paid.")
    var approvedBy: String?

    @Flag(help: "Open a wallet of the lowest level for a number without one, if it has a name.")
    var openWallets = false

    func run() async throws {
        try await ImportPayments(
            source: arguments.source,
            programme: programme,
            roster: try BatchStaff.roster(staff, besideLedger: arguments.ledger.reading.path),
            creator: createdBy,
            approver: approvedBy,
            opensWallets: openWallets
        ).run()
    }
}
