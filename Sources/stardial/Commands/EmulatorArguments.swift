// SPDX-License-Identifier: Apache-2.0
public import ArgumentParser
public import Logging

/// What every command takes that starts an emulator.
struct EmulatorArguments: ParsableArguments {
    @Argument(help: "A menu file, or a folder of menus.")
    var menus = "Menus/mavuno"

    @Flag(
        inversion: .prefixedNo,
        help: "Phones and wallets to try things with. Unless told, only a new ledger gets them."
    )
    var demo: Bool?

    @Option(help: "Rounds of the PIN's hash, a power of two; more is slower for a thief too.")
    var pinRounds: Int?

    @Option(help: "What is logged: trace, debug, info, notice, warning, error or critical.")
    var logLevel = Logger.Level.warning

    @Option(help: "A file of stubs that answers in place of the services that menus declare.")
    var stubs: String?

    @Option(help: "The tariff, such as kenya for kenya.tariff.yaml; the nearest one unless given.")
    var tariff: String?

    func validate() throws {
        if let pinRounds, pinRounds < 2 || pinRounds & (pinRounds - 1) != 0 {
            throw ValidationError("--pin-rounds is a power of two, such as 32768.")
        }
    }

    func options(_ ledger: LedgerChoice) -> RunningEmulator.Options {
        RunningEmulator.Options(
            menus: menus,
            ledger: ledger,
            hasDemoPhones: demo,
            pinRounds: pinRounds,
            logLevel: logLevel,
            stubs: stubs,
            tariff: tariff
        )
    }
}

extension Logger.Level: @retroactive ExpressibleByArgument {}
