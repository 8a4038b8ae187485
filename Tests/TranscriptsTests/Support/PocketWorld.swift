// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway
import Logging
import MenuLanguage
import Synchronization
import Transcripts

/// The world of one scene around ``PocketMenu``.
final class PocketWorld: EmulatedWorld {
    private(set) var gateway: Gateway
    private(set) var handsets: HandsetNetwork
    let ledger: PocketServices
    private let configuration: GatewayConfiguration
    private let total: Int64
    private let isSilent: Bool
    private let isLost: Bool
    private(set) var trouble: String?
    private let visits = PocketVisits()

    init(_ setup: WorldSetup) throws(WorldFailure) {
        isSilent = setup.menu == "silent"
        isLost = setup.menu == "lost"
        ledger = PocketServices(setup)
        let faults = FaultBook(seed: setup.seed)
        var limits = GatewayLimits()
        if setup.menu == "forgetful" { limits.answersKeptSeconds = 0 }
        configuration = GatewayConfiguration(
            seed: setup.seed,
            limits: limits,
            smsSender: "POCKET"
        )
        gateway = Self.gateway(configuration, ledger, faults)
        handsets = HandsetNetwork(gateway: gateway, faults: faults)
        total = ledger.state.withLock { $0.balances.values.reduce(0, +) }
        gateway.setTracer { [visits] in visits.take($0) }
        for phone in setup.phones {
            do throws(RegistrationError) {
                try handsets.register(phone.name, phone.msisdn)
            } catch {
                throw WorldFailure(error.text)
            }
        }
    }

    private static func gateway(
        _ configuration: GatewayConfiguration,
        _ services: PocketServices,
        _ faults: FaultBook
    ) -> Gateway {
        Gateway(
            menus: [PocketMenu.program],
            services: ServiceFaults(services, faults),
            configuration: configuration,
            logger: Logger(label: "scene") { _ in SwiftLogNoOpLogHandler() }
        )
    }

    func dial(
        _ string: String,
        from phone: MSISDN,
        at now: Instant,
        reply: @escaping @Sendable (Answer) -> Void
    ) {
        guard !isSilent else { return }
        if isLost { trouble = "The gateway has ended the connection." }
        handsets.dial(string, from: phone, at: gatewayTime(now), reply: reply)
        if handsets.faults.takeKill() { restart(at: now) }
    }

    /// A gateway without sessions before the same services.
    func restart(at now: Instant) {
        handsets.faults.forgetOutcomes()
        gateway.setTracer(nil)
        gateway = Self.gateway(configuration, ledger, handsets.faults)
        gateway.setTracer { [visits] in visits.take($0) }
        handsets = HandsetNetwork(
            gateway: gateway,
            faults: handsets.faults,
            phonesOf: handsets
        )
        ledger.state.withLock { $0.rise() }
        advance(to: now)
    }

    func balance(of name: String) -> LedgerMoney? {
        let account = name.contains(":") ? name : "wallet:\(name)"
        return ledger.state.withLock { $0.balances[account] }
            .map { LedgerMoney(minorUnits: $0, minorDigits: 2) }
    }

    func lastPosting() -> [PostingLine] {
        ledger.state.withLock(\.posting).map { account, cents in
            PostingLine(account: account, amount: LedgerMoney(minorUnits: cents, minorDigits: 2))
        }
    }

    func audit() -> [String] {
        let excess = ledger.state.withLock { $0.balances.values.reduce(0, +) } - total
        return excess == 0 ? [] : ["\(excess) cents came from nowhere."]
    }

    func takeVisits() -> [CoverageKey] { visits.all() }

    func advance(to instant: Instant) {
        guard !isDead else { return }
        while let next = nextDeadline(), next <= instant {
            step(to: gatewayTime(next))
        }
        step(to: gatewayTime(instant))
    }

    private func step(to now: Instant) {
        guard !isDead else { return }
        handsets.advance(to: now)
        gateway.advance(to: now)
        let messages = ledger.state.withLock { $0.handOver(until: now) }
        for message in messages { gateway.deliver(message, at: now) }
    }

    func nextDeadline() -> Instant? {
        guard !isDead else { return nil }
        let message = ledger.state.withLock { $0.outbox.map(\.due).min() }
        return [gateway.nextDeadline(), handsets.nextDeadline(), message].compactMap(\.self).min()?
            .adding(milliseconds: -handsets.faults.clockLead)
    }
}

/// What the dialogues of a world visited.
private final class PocketVisits: Sendable {
    private let keys = Mutex<[CoverageKey]>([])

    func take(_ trace: DialogueTrace) {
        let new = trace.steps.compactMap { CoverageKey($0, of: trace.program) }
        keys.withLock { $0 += new }
    }

    func all() -> [CoverageKey] {
        keys.withLock { keys in
            defer { keys = [] }
            return keys
        }
    }
}

/// Builds such worlds; `forgetful` answers no last turn twice, `silent` nothing at all,
/// `lost` hangs up when it is dialled, and no other menu is known.
struct PocketWorlds: WorldBuilding {
    /// Is given the services of each world.
    var note: @Sendable (PocketServices) -> Void = { _ in }
    /// The promise that each world breaks.
    var flaw: PocketMortality.Flaw?

    func build(_ setup: WorldSetup) -> Result<any TranscriptWorld, WorldFailure> {
        guard ["pocket", "forgetful", "silent", "lost"].contains(setup.menu) else {
            return .failure(WorldFailure("There is no menu `\(setup.menu)`."))
        }
        do throws(WorldFailure) {
            let world = try PocketWorld(setup)
            world.ledger.state.withLock { $0.mortality.flaw = flaw }
            note(world.ledger)
            return .success(world)
        } catch {
            return .failure(error)
        }
    }
}
