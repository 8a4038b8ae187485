// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Dialogue
import MobileMoney

/// What every step of the staff takes.
struct StaffArguments: ParsableArguments {
    @Option(help: "The ledger's file.")
    var ledger = ".stardial/ledger.db"

    @Option(help: "The wallet's menus, beside which the tariff lies.")
    var menus = "Menus/mavuno"

    @Option(help: "The staff file; else staff.yaml beside the ledger.")
    var staff: String?

    @Option(help: "Rounds of the PIN's hash, a power of two; more is slower for a thief too.")
    var pinRounds: Int?

    func validate() throws {
        if let pinRounds, pinRounds < 2 || pinRounds & (pinRounds - 1) != 0 {
            throw ValidationError("--pin-rounds is a power of two, such as 32768.")
        }
    }

    var options: StaffRun.Options {
        StaffRun.Options(ledger: ledger, menus: menus, roster: staff, pinRounds: pinRounds)
    }
}

/// Who takes a step; the PIN is the first line of standard input.
struct StaffIdentity: ParsableArguments {
    @Option(name: .customLong("by"), help: "Your name in the staff file; type your PIN then.")
    var name: String

    func credential() throws -> StaffDesk.Credential {
        StaffDesk.Credential(name: name, pin: try StaffRun.secret("PIN of \(name)"))
    }
}
