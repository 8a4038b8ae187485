// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Ledger
import Logging
import MobileMoney

/// Everything that runs: the ledger, the wallet on it, the gateway before it, phones around it.
///
/// Time and randomness come in from outside, so that the same parts make a gateway that runs on
/// the clock of the machine and a scene that runs on none.
final class Emulator: Sendable {
    let store: any LedgerStore
    let wallet: WalletService?
    /// The services that menus declare; without them their calls are unavailable.
    let declared: DeclaredServices?
    /// Holds the services' answers against their contracts.
    let contracts: ContractGuard
    let gateway: Gateway
    let handsets: HandsetNetwork
    /// Does what the ledger has on its queue of work.
    let clerk: WorkClerk
    /// Tells the log what troubles the ledger's disk.
    private let watch: StoreWatch
    /// Seals each day when it is over; nil without a key.
    let sealer: DaySealer?

    /// What an emulator is made of.
    struct Parts {
        var programs: [MenuProgram]
        /// The numbers of the operator; without them no menu can move money.
        var tariff: Tariff?
        var store: any LedgerStore
        var verifier: PINVerifier
        var seed: UInt64
        var logger: Logger
        /// The services that menus declare, with those of the programs in use.
        var declared: DeclaredServices?
        /// What signs each day of the ledger; nil to sign none.
        var sealingKey: SealingKey?
        /// Whether phones may dial only as often as the tariff says; a load test dials more.
        var limitsDials = true
        /// How many locks share the phones; one for a world that only one thread plays in.
        var shards = GatewayConfiguration.shardsMax
        /// Items of work done each time the clock moves.
        var workPerAdvanceMax = Int.max
        /// Runs what follows an item of work that was waited for.
        var worker: WorkClerk.Worker = { $0() }
        /// What is made to go wrong.
        var faults = FaultBook(seed: 0)
        /// Put between the gateway and the services, as one does that counts what they are asked.
        var wrap: (any ServicePort) -> any ServicePort = { $0 }
        /// The phones of a process before this one, which stay as they are; nil for none.
        var phones: HandsetNetwork?
    }

    init(_ parts: Parts) {
        store = parts.store
        wallet = parts.tariff.map {
            WalletService(store: parts.store, tariff: $0, verifier: parts.verifier)
        }
        declared = parts.declared
        let services = ServiceRouter(
            wallet: wallet ?? NoServices(),
            declared: parts.declared?.port ?? NoServices()
        )
        contracts = ContractGuard(
            ServiceFaults(parts.wrap(services), parts.faults),
            [wallet?.contract].compactMap(\.self),
            logger: parts.logger
        )
        var limits = GatewayLimits()
        limits.dials = parts.limitsDials ? parts.tariff?.rates.sessions : nil
        gateway = Gateway(
            menus: parts.programs,
            services: contracts,
            configuration: GatewayConfiguration(
                seed: parts.seed,
                limits: limits,
                smsSender: parts.tariff?.smsSender ?? "STARDIAL",
                shards: parts.shards
            ),
            logger: parts.logger
        )
        handsets = HandsetNetwork(
            gateway: gateway,
            faults: parts.faults,
            phonesOf: parts.phones
        )
        clerk = Self.clerk(parts, wallet)
        sealer = Self.sealer(parts)
        watch = StoreWatch(parts.store, logger: parts.logger)
        store.setMessageListener { [gateway, store] messages in
            Self.deliver(messages, through: gateway, of: store)
        }
    }

    private static func clerk(_ parts: Parts, _ wallet: WalletService?) -> WorkClerk {
        WorkClerk(
            store: parts.store,
            itemsPerAdvanceMax: parts.workPerAdvanceMax,
            worker: parts.worker,
            complain: { [logger = parts.logger] item, reason in
                logger.warning(
                    "work could not be done and waits an hour",
                    metadata: [
                        "work": "\(item.id.rawValue)", "kind": "\(item.kind)",
                        "refused": "\(reason?.rawValue ?? "not planned")",
                    ]
                )
            },
            plan: { item, refused in wallet?.plan(item, refused: refused) ?? .putOff }
        )
    }

    private static func sealer(_ parts: Parts) -> DaySealer? {
        guard let key = parts.sealingKey else { return nil }
        return DaySealer(
            store: parts.store,
            key: key,
            offsetMinutes: parts.tariff?.utcOffsetMinutes ?? 0
        ) { [logger = parts.logger] day, result in
            switch result {
            case .success(let head):
                logger.info(
                    "a day was sealed; keep its head elsewhere",
                    metadata: ["head": "\(head)"]
                )
            case .failure(let error):
                logger.warning(
                    "a day was not sealed",
                    metadata: ["day": "\(day)", "why": "\(error.description)"]
                )
            }
        }
    }

    /// Hands committed messages to the phones, and only then marks them as delivered.
    private static func deliver(
        _ messages: [OutboxMessage],
        through gateway: Gateway,
        of store: any LedgerStore
    ) {
        for message in messages {
            guard let phone = MSISDN(digits: message.to) else { continue }
            let at = Instant(milliseconds: message.at.milliseconds)
            gateway.deliver(
                ShortMessage(from: message.from, to: phone, text: message.text, at: at),
                at: at
            )
        }
        store.markDelivered(messages.map(\.id)) { _ in }
    }

    /// Marks what a process before this one committed and did not deliver.
    ///
    /// To be done before any phone is made: each phone finds its messages again in the ledger, so
    /// delivering these too would show them twice.
    func settleLeftovers() async throws {
        while true {
            let left = try store.undeliveredMessages(limit: Self.leftoversPerCommitMax)
            guard !left.isEmpty else { return }
            try await withCheckedThrowingContinuation { done in
                store.markDelivered(left.map(\.id)) { done.resume(with: $0) }
            }
        }
    }

    /// Shows a phone that was just made what the ledger keeps of its messages.
    func restoreInbox(of phone: MSISDN) throws(LedgerStoreError) {
        let messages = try store.messages(to: phone.digits, limit: Self.messagesRestoredMax)
        for message in messages.reversed() {
            let at = Instant(milliseconds: message.at.milliseconds)
            gateway.deliver(
                ShortMessage(from: message.from, to: phone, text: message.text, at: at),
                at: at
            )
        }
    }

    /// Most messages that a phone finds again.
    static let messagesRestoredMax = 200

    /// Most messages of an earlier process that are marked at once.
    static let leftoversPerCommitMax = 10_000

    /// Forgets what a process forgets that is killed; the ledger stays.
    func restart(at now: Instant) {
        handsets.faults.forgetOutcomes()
        gateway.forgetAll(at: now)
    }

    /// Lets time-outs and holds run out that end by now, and does the work that is due.
    func advance(to now: Instant) {
        // A day that is over is sealed before anything of the next is written.
        sealer?.advance(to: Timestamp(milliseconds: now.milliseconds))
        declared?.release(until: now)
        handsets.advance(to: now)
        gateway.advance(to: now)
        clerk.advance(to: Timestamp(milliseconds: now.milliseconds))
        watch.look()
    }
}

/// The services of a world that has none.
struct NoServices: ServicePort {
    func perform(
        _ request: ServiceRequest,
        completion: @escaping @Sendable (ServiceResult) -> Void
    ) {
        completion(.unavailable)
    }

    func telling(_ key: ServiceKey, subscriber: MSISDN, at now: Instant) -> Telling {
        { _ in }
    }
}
