// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Ledger
import Logging
import MenuLanguage
import MobileMoney
import NIOPosix
import SourceText
import Transports

/// An emulator on the clock of the machine, with its desk: what `up`, `line` and `phone` start.
struct RunningEmulator {
    let emulator: Emulator
    let clock: EmulatorClock
    let desk: EmulatorDesk
    let shelf: MenuShelf
    let phones: [DemoPhone]
    let logger: Logger

    /// How an emulator is started.
    struct Options {
        var menus: String
        var ledger: LedgerChoice
        /// Whether there are phones to try things with; nil for a new ledger and one that has them.
        var hasDemoPhones: Bool?
        /// The rounds of the PIN's hash; nil for the default of the ledger's kind.
        var pinRounds: Int?
        var logLevel = Logger.Level.warning
        /// The file that answers in place of the services of others; nil to call them.
        var stubs: String?
        /// The name of the tariff; nil for the nearest one.
        var tariff: String?
        /// What its clock shows when it starts; nil for the machine's time.
        var clock: Instant?
    }

    /// Opens the ledger, compiles the menus and sets up the demo phones.
    static func start(_ options: Options) async throws -> RunningEmulator {
        let shelf = try MenuShelf(path: options.menus, tariff: options.tariff)
        guard let programs = shelf.programs else {
            report(shelf)
            let text = "\(options.menus) has errors, so nothing was started."
            throw CommandFailure(.findings, text)
        }
        // First the ledger: a file that is none must not be asked for its key.
        let store = try options.ledger.open()
        let isNew = store.accounts().isEmpty
        let verifier = try await verifier(options, store)
        let sealingKey = try SealKey.load(for: options.ledger, of: store)
        let faults = FaultBook(seed: SystemClock.seed())
        let clock = EmulatorClock(showing: options.clock, faults: faults)
        let logger = logger(options.logLevel)
        let declared = try declared(options, clock, logger)
        declared.use(shelf)
        let emulator = Emulator(
            Emulator.Parts(
                programs: programs,
                tariff: shelf.tariff,
                store: store,
                verifier: verifier,
                seed: SystemClock.seed(),
                logger: logger,
                declared: declared,
                sealingKey: sealingKey,
                // Whoever tries things in memory may dial as fast as a program can.
                limitsDials: options.ledger != .memory,
                workPerAdvanceMax: 256,
                worker: worker,
                faults: faults
            )
        )
        emulator.begin(shelf)
        let phones = phones(options, emulator, isNew: isNew)
        try await emulator.setUp(phones, at: clock.now())
        let desk = EmulatorDesk(
            emulator: emulator,
            clock: clock,
            menuPath: options.menus,
            tariffName: options.tariff,
            tariff: shelf.tariff,
            phones: phones,
            stubs: options.stubs,
            isPlayground: options.ledger == .memory
        )
        return RunningEmulator(
            emulator: emulator,
            clock: clock,
            desk: desk,
            shelf: shelf,
            phones: phones,
            logger: logger
        )
    }

    /// The phones to try things with, whose PINs everybody knows: never of themselves in a ledger
    /// that was made without them.
    private static func phones(
        _ options: Options,
        _ emulator: Emulator,
        isNew: Bool
    ) -> [DemoPhone] {
        guard let wallet = emulator.wallet else { return [] }
        let all = DemoPhone.all(in: wallet.tariff.country)
        let areThere = all.allSatisfy { wallet.account(of: $0.opening.msisdn) != nil }
        return options.hasDemoPhones ?? (isNew || areThere) ? all : []
    }

    private static func verifier(
        _ options: Options,
        _ store: any LedgerStore
    ) async throws(CommandFailure) -> PINVerifier {
        let keys = try PINKey.load(for: options.ledger, isNew: store.accounts().isEmpty)
        try await PINKey.prove(keys, for: options.ledger, store)
        return PINVerifier(
            keys: keys,
            cost: cost(options),
            worker: worker,
            salts: SystemClock.seed
        )
    }

    private static func declared(
        _ options: Options,
        _ clock: EmulatorClock,
        _ logger: Logger
    ) throws(CommandFailure) -> DeclaredServices {
        guard let path = options.stubs else {
            return DeclaredServices(clock: clock, logger: logger)
        }
        return DeclaredServices(stubs: try DeclaredServices.stubs(at: path)) { sentence in
            Terminal.write("Note: \(sentence)\n", to: .errors)
        }
    }

    private static func report(_ shelf: MenuShelf) {
        let renderer = DiagnosticRenderer(style: Terminal.wantsColour(.errors) ? .ansi : .plain)
        for entry in shelf.entries {
            Terminal.write(
                renderer.render(entry.compilation.diagnostics, in: entry.compilation.sources),
                to: .errors
            )
        }
    }

    /// A ledger in memory keeps no PIN for anybody, so its hashes need not be slow.
    private static func cost(_ options: Options) -> PINCost {
        if let rounds = options.pinRounds { return PINCost(rounds: rounds) }
        return options.ledger == .memory ? .tests : PINCost()
    }

    /// Hashes on the threads that are there for blocking work, never on an event loop.
    private static let worker: PINWorker = { work in
        NIOThreadPool.singleton.submit { _ in work() }
    }

    private static func logger(_ level: Logger.Level) -> Logger {
        var logger = Logger(
            label: "stardial",
            factory: { StreamLogHandler.standardError(label: $0) }
        )
        logger.logLevel = level
        return logger
    }
}

extension Emulator {
    /// Begins to serve menus, and to die when a fault says so.
    func begin(_ shelf: MenuShelf) {
        hold(shelf)
        handsets.faults.setKill { [weak self] now in self?.restart(at: now) }
    }

    /// Settles what was left over, opens the books, and sets up the phones with their wallets.
    func setUp(_ phones: [DemoPhone], at now: Instant) async throws {
        sealer?.advance(to: Timestamp(milliseconds: now.milliseconds))
        // Before the phones are there, which find in the ledger what was ever sent to them.
        try await settleLeftovers()
        for phone in phones {
            try handsets.register(phone.handset, phone.opening.msisdn)
            try restoreInbox(of: phone.opening.msisdn)
        }
        do throws(ProvisioningError) {
            try await wallet?.provision(phones.map(\.opening), at: now)
        } catch {
            throw CommandFailure(.failed, error.description)
        }
    }
}
