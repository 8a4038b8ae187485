// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Foundation
import GSM
import Gateway
import Ledger
import LedgerStorage
import Logging
import MobileMoney
import Synchronization

/// The gateway, the wallet and the ledger of a simulation, on a disk that may lose power: what
/// lives in memory dies with the process, what the disk kept is opened again.
final class SimulatedHouse {
    /// What it is built from.
    struct Plan {
        var programs: [MenuProgram]
        var tariff: Tariff
        var path: String
        var seed: UInt64
        var flaw: SimulationFlaw?
    }

    let disk: FaultyFileSystem
    private(set) var store: SQLiteLedgerStore
    private(set) var wallet: WalletService
    private(set) var gateway: Gateway
    /// Short messages on their way to phones, in the order they were committed.
    let messages: MessageBasket
    private(set) var unheard: Unheard
    /// Does what the ledger has on its queue of work.
    private(set) var clerk: WorkClerk
    private let plan: Plan
    var currency: Currency { plan.tariff.currency }
    private let salts: Salts
    /// How often it was started.
    private(set) var starts = 0

    init(_ plan: Plan) throws {
        self.plan = plan
        disk = try FaultyFileSystem()
        messages = MessageBasket()
        salts = Salts(seed: plan.seed)
        store = try Self.open(plan, disk)
        let parts = Self.build(plan, store, salts, starts: 0)
        (wallet, gateway, unheard) = (parts.wallet, parts.gateway, parts.unheard)
        clerk = Self.clerk(plan, store, wallet)
        listen()
    }

    /// Lets the process die and starts it anew on what the disk kept.
    func restart() throws {
        store.close()
        try disk.restart()
        disk.heal()
        starts += 1
        store = try Self.open(plan, disk)
        messages.empty()
        messages.add(try store.undeliveredMessages(limit: .max))
        let parts = Self.build(plan, store, salts, starts: starts)
        (wallet, gateway, unheard) = (parts.wallet, parts.gateway, parts.unheard)
        clerk = Self.clerk(plan, store, wallet)
        listen()
    }

    private func listen() {
        if plan.flaw == .silent { return }
        store.setMessageListener { [messages] in messages.add($0) }
    }

    /// Waits until the ledger has done what was asked of it, and what that led to.
    func settle() {
        for _ in 0..<2 {
            let done = DispatchSemaphore(value: 0)
            store.markDelivered([]) { _ in done.signal() }
            done.wait()
        }
    }

    /// Does the work that is due, or as much as the disk lets it.
    func work(until now: Instant) {
        let done = DispatchSemaphore(value: 0)
        clerk.advance(to: Timestamp(milliseconds: now.milliseconds)) { done.signal() }
        done.wait()
        settle()
    }

    /// Commits a command and tells whether the ledger has taken it.
    func commit(_ command: LedgerCommand) -> Bool {
        let reply = SimulatedReply<Bool>()
        let done = DispatchSemaphore(value: 0)
        store.commit(command) { result in
            reply.set((try? result.get()).map { $0.rejection == nil } ?? false)
            done.signal()
        }
        done.wait()
        return reply.take() ?? false
    }

    /// Ends it for good.
    func close() { store.close() }

    private static func open(
        _ plan: Plan,
        _ disk: FaultyFileSystem
    ) throws -> SQLiteLedgerStore {
        var configuration = SQLiteLedgerConfiguration()
        configuration.fileSystem = disk
        configuration.openingCheck = .recent
        return try SQLiteLedgerStore(path: plan.path, configuration: configuration)
    }

    private static func clerk(
        _ plan: Plan,
        _ store: SQLiteLedgerStore,
        _ wallet: WalletService
    ) -> WorkClerk {
        let planner: WorkClerk.Planner = { wallet.plan($0, refused: $1) }
        guard plan.flaw == .twice else {
            return WorkClerk(store: store, itemsPerAdvanceMax: .max, plan: planner)
        }
        let doubled = DoubledWork(store, planner)
        return WorkClerk(store: store, itemsPerAdvanceMax: .max) {
            doubled.plan($0, refused: $1)
        }
    }

    private static func build(
        _ plan: Plan,
        _ store: SQLiteLedgerStore,
        _ salts: Salts,
        starts: Int
    ) -> (wallet: WalletService, gateway: Gateway, unheard: Unheard) {
        let wallet = WalletService(
            store: store,
            tariff: plan.tariff,
            verifier: PINVerifier(
                key: Array("a key for simulations alone".utf8),
                cost: .tests,
                worker: { $0() },
                salts: { salts.next() }
            )
        )
        let flawed: any ServicePort =
            plan.flaw.map { FlawedServices(wallet, $0) } ?? wallet
        let unheard = Unheard(flawed)
        let gateway = Gateway(
            menus: plan.programs,
            services: unheard,
            configuration: GatewayConfiguration(
                // Sessions of a later process must not take the keys of an earlier one.
                seed: plan.seed &+ UInt64(starts),
                smsSender: plan.tariff.smsSender
            ),
            logger: Logger(label: "simulation", factory: { _ in SwiftLogNoOpLogHandler() })
        )
        return (wallet, gateway, unheard)
    }
}

/// Messages that were committed and not yet delivered.
final class MessageBasket: Sendable {
    private let held = Mutex<[OutboxMessage]>([])

    func add(_ messages: [OutboxMessage]) { held.withLock { $0 += messages } }

    func empty() { held.withLock { $0 = [] } }

    /// Takes all that are there.
    func take() -> [OutboxMessage] {
        held.withLock { held in
            defer { held = [] }
            return held
        }
    }
}

/// Services that are not told when an answer did not reach its phone.
final class Unheard: ServicePort {
    private let services: any ServicePort
    private let phones = Mutex<Set<MSISDN>>([])

    init(_ services: any ServicePort) { self.services = services }

    /// Loses what the phone is told from now on, or no longer.
    func set(_ isUnheard: Bool, _ phone: MSISDN) {
        phones.withLock { phones in
            if isUnheard { phones.insert(phone) } else { phones.remove(phone) }
        }
    }

    func perform(
        _ request: ServiceRequest,
        completion: @escaping @Sendable (ServiceResult) -> Void
    ) {
        services.perform(request, completion: completion)
    }

    func telling(_ key: ServiceKey, subscriber: MSISDN, at now: Instant) -> Telling {
        let telling = services.telling(key, subscriber: subscriber, at: now)
        return { isHeard in
            telling(isHeard && !self.phones.withLock { $0.contains(subscriber) })
        }
    }

    func language(of subscriber: MSISDN) -> String? { services.language(of: subscriber) }

    func keep(language code: String, of subscriber: MSISDN, at now: Instant) {
        services.keep(language: code, of: subscriber, at: now)
    }
}
