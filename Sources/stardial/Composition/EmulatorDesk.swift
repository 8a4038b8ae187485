// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Foundation
import GSM
import Gateway
import Ledger
import MenuLanguage
import MobileMoney
import NIOPosix
import SourceText
import Synchronization
import Transports

/// The desk of an emulator: phones, balances, menus and the clock for whoever is on the line.
final class EmulatorDesk: LineDesk {
    let emulator: Emulator
    let clock: EmulatorClock
    /// Makes worlds for scenes of the menus that are served.
    let scenes: SceneShelf
    let menuPath: String
    let tariffName: String?
    let tariff: Tariff?
    /// The file that answers in place of the services of others; nil for none.
    let stubs: String?
    let recording = GatewayRecording()
    /// Whether the ledger is only in memory, so that time may be moved and money made.
    let isPlayground: Bool
    private let phones: [DemoPhone]
    private let nextNumber = Mutex<UInt64>(100)

    init(
        emulator: Emulator,
        clock: EmulatorClock,
        menuPath: String,
        tariffName: String? = nil,
        tariff: Tariff?,
        phones: [DemoPhone] = [],
        stubs: String? = nil,
        isPlayground: Bool
    ) {
        self.stubs = stubs
        self.phones = phones
        self.emulator = emulator
        self.clock = clock
        self.menuPath = menuPath
        scenes = SceneShelf(menus: menuPath)
        self.tariffName = tariffName
        self.tariff = tariff
        self.isPlayground = isPlayground
    }

    /// Does what reads files or the whole ledger away from the thread of the connection.
    func aside(_ work: @escaping @Sendable () -> Void) {
        NIOThreadPool.singleton.submit { _ in work() }
    }

    func registerPhone(_ request: PhoneRequest, reply: @escaping DeskReply<MSISDN>) {
        aside { self.register(request, reply: reply) }
    }

    private func register(_ request: PhoneRequest, reply: @escaping DeskReply<MSISDN>) {
        do throws(DeskRefusal) {
            let msisdn = try number(for: request)
            let isNew = emulator.handsets.handset(with: msisdn) == nil
            do throws(RegistrationError) {
                try emulator.handsets.register(request.name, msisdn)
            } catch {
                throw DeskRefusal(error == .tooMany ? .tooMany : .malformed, error.text)
            }
            // A message that cannot be read again must not keep a phone from being used.
            if isNew { try? emulator.restoreInbox(of: msisdn) }
            try provision(request, msisdn, reply: reply)
        } catch {
            reply(.failure(error))
        }
    }

    private func number(for request: PhoneRequest) throws(DeskRefusal) -> MSISDN {
        if let known = emulator.handsets.handset(named: request.name)?.msisdn {
            if let asked = request.msisdn, asked != known {
                throw DeskRefusal(
                    .malformed,
                    "\(request.name) is \(known.e164) already. Use another name."
                )
            }
            return known
        }
        if let asked = request.msisdn { return asked }
        let country = tariff?.country ?? .kenya
        let number = nextNumber.withLock { next in
            next += 1
            return next
        }
        guard let free = DemoPhone.demoNumber(number, in: country) else {
            throw DeskRefusal(.tooMany, "There is no number left. Name one: +254712000009.")
        }
        return free
    }

    /// Opens the wallet that the settings ask for; a wallet that is there stays as it is.
    private func provision(
        _ request: PhoneRequest,
        _ msisdn: MSISDN,
        reply: @escaping DeskReply<MSISDN>
    ) throws(DeskRefusal) {
        let reply = recorded(request.name, reply)
        guard !request.settings.isEmpty else { return reply(.success(msisdn)) }
        guard let wallet = emulator.wallet, let tariff else {
            // To a phone of a scene, settings say nothing where there are no wallets.
            if request.settings["fresh"] != nil { return reply(.success(msisdn)) }
            throw DeskRefusal(
                .notAllowed,
                "These menus have no wallets, so a phone takes no settings."
            )
        }
        let settings = try settings(of: request, msisdn, wallet)
        let opening: WalletOpening?
        do throws(PhoneSettings.Failure) {
            opening = try PhoneSettings(
                settings,
                handset: request.name,
                msisdn: msisdn,
                tariff: tariff
            ).opening
        } catch {
            throw DeskRefusal(.malformed, error.text)
        }
        guard let opening else { return reply(.success(msisdn)) }
        wallet.provision([opening], at: clock.now()) { result in
            switch result {
            case .success: reply(.success(msisdn))
            case .failure(let error): reply(.failure(DeskRefusal(.malformed, error.description)))
            }
        }
    }

    func balance(of phone: MSISDN, reply: @escaping DeskReply<String>) {
        guard let wallet = emulator.wallet, let id = wallet.account(of: phone),
            let account = emulator.store.account(id)
        else {
            return reply(.failure(DeskRefusal(.notFound, "This phone has no wallet yet.")))
        }
        let format = AmountFormat(
            code: account.currency.code,
            minorDigits: account.currency.minorDigits
        )
        reply(.success(format.text(minorUnits: account.balance)))
    }

    func ledger(_ words: [String], reply: @escaping DeskReply<[String]>) {
        aside { reply(self.ledgerLines(words)) }
    }

    private func view() -> LedgerView {
        LedgerView(
            store: emulator.store,
            wallet: emulator.wallet,
            handsets: emulator.handsets.all
        )
    }

    /// A phone's wallet, found without looking at the other phones; or any account.
    private func account(named name: String) -> Account? {
        guard let phone = emulator.handsets.handset(named: name)?.msisdn else {
            return view().account(named: name)
        }
        return emulator.wallet?.account(of: phone).flatMap(emulator.store.account)
    }

    private func ledgerLines(_ words: [String]) -> Result<[String], DeskRefusal> {
        do throws(LedgerStoreError) {
            switch words.first?.lowercased() ?? "last" {
            case "balance" where words.count == 2:
                guard let account = account(named: words[1]) else {
                    let text = "The ledger has no account of \(words[1])."
                    return .failure(DeskRefusal(.notFound, text))
                }
                let balance = (words[1], account.balance, account.currency)
                return .success([Self.line(balance)])
            case "last":
                let group = try view().lastGroup()
                return .success(
                    group.map { Self.line(($0.account, $0.minorUnits, $0.currency)) }
                )
            case "sum":
                let sum = emulator.store.accounts().reduce(0 as Int64) { $0 &+ $1.balance }
                return .success(["sum \(sum)"])
            case "check":
                let audit = try emulator.store.verify()
                return .success(
                    ["\(audit.transfers) transfers, \(audit.accounts) accounts"]
                        + (audit.isSound
                            ? ["sound: debits equal credits, the chain is whole"]
                            : audit.violations.map(\.description))
                        + StoreWatch.sentences(of: emulator.store)
                )
            default:
                let text = "LEDGER takes last, sum, check, or balance and a name."
                return .failure(DeskRefusal(.malformed, text))
            }
        } catch {
            return .failure(DeskRefusal(.failed, error.description))
        }
    }

    private static func line(
        _ line: (account: String, minorUnits: Int64, currency: Currency)
    ) -> String {
        let format = AmountFormat(
            code: line.currency.code,
            minorDigits: line.currency.minorDigits
        )
        return "\(line.account)  \(format.text(minorUnits: line.minorUnits))"
    }
}

/// Menus and time.
extension EmulatorDesk {
    func load(_ path: String, reply: @escaping DeskReply<String>) {
        aside {
            reply(
                self.compiled(path).map { shelf in
                    self.emulator.put(shelf)
                    return Self.names(shelf) + " in service"
                }
            )
        }
    }

    func check(_ path: String?, reply: @escaping DeskReply<String>) {
        aside {
            reply(
                self.compiled(path ?? self.menuPath).map { shelf in
                    shelf.entries.compactMap(\.compilation.proof).map(MenuCheck.sentence)
                        .joined(separator: " ")
                }
            )
        }
    }

    private static func names(_ shelf: MenuShelf) -> String {
        (shelf.programs ?? []).map(\.name).joined(separator: ", ")
    }

    private func compiled(_ path: String) -> Result<MenuShelf, DeskRefusal> {
        // What is no menu is not read: its mistakes would tell what stands in it.
        let isThere = FileManager.default.fileExists(atPath: path)
        guard path == menuPath || !isThere || path.hasSuffix(".menu") || MenuShelf.isFolder(path)
        else {
            return .failure(
                DeskRefusal(
                    .notAllowed,
                    "\(path) was not read; a menu is a file that ends in .menu, or a folder of them"
                )
            )
        }
        let shelf: MenuShelf
        do throws(CommandFailure) {
            shelf = try MenuShelf(path: path, tariff: tariffName)
        } catch {
            return .failure(DeskRefusal(.failed, error.description))
        }
        guard shelf.programs == nil else { return .success(shelf) }
        let renderer = DiagnosticRenderer()
        let lines = shelf.entries.flatMap { entry in
            renderer.renderShort(entry.compilation.diagnostics, in: entry.compilation.sources)
                .split(separator: "\n").map(String.init)
        }
        return .failure(
            DeskRefusal(
                .findings,
                "\(path) has errors. The menus in service stay as they are.",
                lines: lines
            )
        )
    }

    func clock(_ words: [String], reply: @escaping DeskReply<String>) {
        guard let word = words.first else {
            return reply(.success(EmulatorClock.text(clock.now())))
        }
        guard isPlayground else {
            return reply(
                .failure(
                    DeskRefusal(
                        .notAllowed,
                        "The ledger is on disk, so time is not moved. Start with --ledger memory."
                    )
                )
            )
        }
        guard let milliseconds = EmulatorClock.milliseconds(word) else {
            return reply(
                .failure(
                    DeskRefusal(
                        .malformed,
                        "CLOCK moves forward by a word such as +181s, +3m, +2h or +1d."
                    )
                )
            )
        }
        clock.move(milliseconds: milliseconds)
        let now = clock.now()
        emulator.advance(to: now)
        catchUp(to: now) { reply(.success(EmulatorClock.text(self.clock.now()))) }
    }

    /// Does all work that is due, however much one turn of the clock does.
    private func catchUp(to now: Instant, _ done: @escaping @Sendable () -> Void) {
        let moment = Timestamp(milliseconds: now.milliseconds)
        emulator.clerk.advance(to: moment) { [self] in
            guard emulator.clerk.isBehind else { return done() }
            aside { self.catchUp(to: now, done) }
        }
    }

    func reset(reply: @escaping DeskReply<String>) {
        guard isPlayground, let ledger = emulator.store as? PlaygroundLedger else {
            return reply(
                .failure(
                    DeskRefusal(
                        .notAllowed,
                        "The ledger is on disk, so nothing is put back. Start with --ledger memory."
                    )
                )
            )
        }
        let lost = recording.isUnderWay ? "; what was recorded is gone" : ""
        dropRecording()
        emulator.gateway.forgetAll(at: clock.now())
        ledger.reset()
        emulator.handsets.removeAll()
        emulator.handsets.faults.clear()
        Task {
            do {
                try await emulator.setUp(phones, at: clock.now())
                let names = phones.map(\.handset).joined(separator: ", ")
                reply(.success("as at the beginning; phones: \(names)\(lost)"))
            } catch {
                reply(.failure(DeskRefusal(.failed, "\(error)")))
            }
        }
    }
}
