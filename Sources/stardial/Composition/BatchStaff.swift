// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ledger
import MobileMoney

/// Whether those who create and approve a batch of payments are who they say they are.
struct BatchStaff {
    private let desk: StaffDesk?
    private let file: String

    /// Without a roster, names are taken as they are typed, which is told.
    init(_ service: WalletService, _ roster: StaffRoster?, _ file: String) {
        desk = roster.map { StaffDesk(service: service, roster: $0) }
        self.file = file
    }

    /// Reads the staff file that is named, or the one beside the ledger if there is one.
    static func roster(
        _ named: String?,
        besideLedger ledger: String
    ) throws(CommandFailure) -> StaffRoster? {
        if let named { return try StaffRun.roster(at: named) }
        let path = StaffRun.rosterPath(besideLedger: ledger)
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        return try StaffRun.roster(at: path)
    }

    /// Asks for the PIN of a member of staff and whether her role allows the step.
    func prove(_ step: StaffDesk.BatchStep, by name: String) async throws {
        guard let desk else {
            return Terminal.write(
                "Note: there is no staff file, so nobody proves to be \(name).\n",
                to: .errors
            )
        }
        guard file != "-" else {
            throw CommandFailure(
                .usage,
                "PINs come on standard input, so the payments cannot. Nothing was done. Name a "
                    + "file."
            )
        }
        let pin = try StaffRun.secret("PIN of \(name)")
        do throws(StaffRefusal) {
            try await desk.prove(
                step,
                by: StaffDesk.Credential(name: name, pin: pin),
                at: EmulatorClock().now()
            )
        } catch {
            throw CommandFailure(StaffRun.status(of: error), error.description)
        }
    }
}
