// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Foundation
import Gateway
import Ledger
import MobileMoney
import NIOPosix

/// The desk of the staff on a ledger's file, for one step.
struct StaffRun {
    let desk: StaffDesk
    let store: any LedgerStore
    let tariff: Tariff
    let now: Instant

    /// What a step works on.
    struct Options {
        var ledger: String
        var menus: String
        var roster: String?
        var pinRounds: Int?
    }

    /// Opens what is looked at, as it stands, also while a gateway runs on it.
    static func snapshot(_ options: Options) throws -> StaffRun {
        let tariff = try tariff(options)
        let roster = try roster(options)
        _ = try ledger(options)
        let reading = LedgerReading(path: options.ledger, showsNumbers: false, offsetMinutes: 0)
        let store = try reading.open()
        // Nobody's PIN is looked at, so the keys stay where they are.
        let verifier = verifier(PINKeyring([]), options)
        let service = WalletService(store: store, tariff: tariff, verifier: verifier)
        return StaffRun(
            desk: StaffDesk(service: service, roster: roster),
            store: store,
            tariff: tariff,
            now: EmulatorClock().now()
        )
    }

    /// Opens what a step works on, and lets go of holds whose time is over.
    static func open(_ options: Options) async throws -> StaffRun {
        let tariff = try tariff(options)
        let roster = try roster(options)
        let choice = try ledger(options)
        let keys = try PINKey.load(for: choice, isNew: false)
        let store = try choice.open()
        try await PINKey.prove(keys, for: choice, store)
        let service = WalletService(
            store: store,
            tariff: tariff,
            verifier: verifier(keys, options)
        )
        let now = EmulatorClock().now()
        _ = try await store.expirePending(at: Timestamp(milliseconds: now.milliseconds))
        return StaffRun(
            desk: StaffDesk(service: service, roster: roster),
            store: store,
            tariff: tariff,
            now: now
        )
    }

    /// Does a step and closes the ledger; a refusal ends the command with its words.
    static func run(
        _ options: Options,
        _ step: (StaffRun) async throws -> Void
    ) async throws {
        let run = try await open(options)
        defer { run.store.close() }
        do {
            try await step(run)
        } catch let refusal as StaffRefusal {
            throw CommandFailure(status(of: refusal), refusal.description)
        }
    }

    /// Looks at a ledger as it stands and writes nothing.
    static func read(_ options: Options, _ look: (StaffRun) throws -> Void) throws {
        let run = try snapshot(options)
        defer { run.store.close() }
        do {
            try look(run)
        } catch let refusal as StaffRefusal {
            throw CommandFailure(status(of: refusal), refusal.description)
        }
    }

    static func status(of refusal: StaffRefusal) -> ExitStatus {
        switch refusal {
        case .notUnderstood: .usage
        case .ledger: .failed
        default: .findings
        }
    }

    /// Hashes a PIN for the staff file and prints the line.
    static func hash(_ options: Options) throws {
        let keys = try PINKey.load(for: try ledger(options), isNew: false)
        let pin = try secret("PIN")
        Terminal.line(try verifier(keys, options).staffHash(of: pin))
    }

    /// The ledger's file, which must be there: staff begin no new one.
    static func ledger(_ options: Options) throws(CommandFailure) -> LedgerChoice {
        guard FileManager.default.fileExists(atPath: options.ledger) else {
            throw CommandFailure(
                .unreadable,
                "There is no ledger \(options.ledger). Nothing was done. Name it with --ledger."
            )
        }
        return .sqlite(path: options.ledger)
    }

    /// Reads one line that is not shown while it is typed.
    static func secret(_ what: String) throws(CommandFailure) -> Secret {
        if isatty(0) == 1 { Terminal.write("\(what): ", to: .errors) }
        Keyboard.show(false)
        defer { Keyboard.show(true) }
        guard let line = readLine(strippingNewline: true), !line.isEmpty else {
            throw CommandFailure(.usage, "No \(what) came on standard input. Nothing was done.")
        }
        return Secret(line)
    }

    private static func tariff(_ options: Options) throws -> Tariff {
        guard let tariff = try MenuShelf(path: options.menus, readsTranslations: false).tariff
        else {
            throw CommandFailure(
                .unreadable,
                "There is no tariff beside \(options.menus). Nothing was done. Name the folder of "
                    + "the wallet's menus with --menus."
            )
        }
        return tariff
    }

    private static func roster(_ options: Options) throws(CommandFailure) -> StaffRoster {
        try roster(at: options.roster ?? rosterPath(besideLedger: options.ledger))
    }

    /// Where the staff file lies unless it is named.
    static func rosterPath(besideLedger ledger: String) -> String {
        let folder = ledger.parentFolder
        return (folder.isEmpty ? "" : folder + "/") + "staff.yaml"
    }

    /// Reads a staff file.
    static func roster(at path: String) throws(CommandFailure) -> StaffRoster {
        guard let data = FileManager.default.contents(atPath: path),
            let yaml = String(data: data, encoding: .utf8)
        else {
            throw CommandFailure(
                .unreadable,
                "The staff file \(path) cannot be read. Nothing was done. Write one as the page "
                    + "Staff of the module MobileMoney shows, or name it with --staff."
            )
        }
        do throws(StaffRosterError) {
            return try StaffRoster(yaml: yaml)
        } catch {
            throw CommandFailure(.unreadable, "\(path) was not read. \(error.description)")
        }
    }

    private static func verifier(_ keys: PINKeyring, _ options: Options) -> PINVerifier {
        PINVerifier(
            keys: keys,
            cost: options.pinRounds.map { PINCost(rounds: $0) } ?? PINCost(),
            worker: { work in NIOThreadPool.singleton.submit { _ in work() } },
            salts: SystemClock.seed
        )
    }
}
