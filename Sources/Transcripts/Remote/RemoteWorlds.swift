// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway

/// Makes the worlds of scenes at a gateway elsewhere, which speaks the line protocol.
///
/// A gateway that gives worlds of their own has every scene play as it would in this process.
/// At any other one the phones of the header are made in the world of everybody: a phone that has a
/// wallet there already cannot have the balance that the scene wants, and the scene is skipped.
public final class RemoteWorlds: WorldBuilding {
    private let plan: RemotePlan
    private let pool: PeerPool

    /// Makes a builder; nothing is connected yet.
    ///
    /// - Parameters:
    ///   - plan: how scenes are played there.
    ///   - connect: makes a connection, on the thread of the scene that needs one.
    public init(
        plan: RemotePlan = RemotePlan(),
        connect: @escaping @Sendable () throws(WireFailure) -> any LineWire
    ) {
        self.plan = plan
        pool = PeerPool(keeps: plan.keepsPeers, connect: connect)
    }

    /// The same gateway and connections for one of many copies of a scene.
    public func copy(suffix: String, observer: any TurnObserver) -> RemoteWorlds {
        var plan = plan
        plan.suffix = suffix
        plan.observer = observer
        return RemoteWorlds(plan, pool)
    }

    private init(_ plan: RemotePlan, _ pool: PeerPool) {
        self.plan = plan
        self.pool = pool
    }

    /// What `LEDGER sum` says, as `sum 0`; nil when it cannot be asked.
    public func ledgerSum() -> String? {
        guard let peer = try? pool.take() else { return nil }
        defer { pool.give(back: peer) }
        return (try? peer.ask("LEDGER sum"))?.lines.first
    }

    /// Ends the connections that no scene uses.
    public func close() { pool.close() }

    /// Why the gateway cannot be reached or speaks another language, in a sentence; nil when it can
    /// be asked.
    public func reach() -> String? {
        do throws(PeerFailure) {
            _ = try pool.facts()
            return nil
        } catch {
            return error.message
        }
    }

    /// What the gateway says that it can do; nothing when it cannot be reached.
    public var features: Set<WorldFeature> {
        guard let facts = try? pool.facts() else { return [] }
        return features(facts)
    }

    /// Whether scenes have worlds of their own there and can be played at the same time; false when
    /// it cannot be reached.
    public var hasOwnWorlds: Bool {
        guard plan.wantsOwn, let facts = try? pool.facts() else { return false }
        return facts.hasOwnWorlds
    }

    private func features(_ facts: RemoteFacts) -> Set<WorldFeature> {
        let isOwn = plan.wantsOwn && facts.hasOwnWorlds
        var features: Set<WorldFeature> = []
        if facts.verbs.contains("LEDGER") { features.insert(.ledger) }
        if facts.verbs.contains("FAULT") { features.insert(.faults) }
        if facts.verbs.contains("SMS") { features.insert(.sms) }
        if !facts.menus.isEmpty { features.insert(.languages) }
        if isOwn || (facts.hasMovableClock && plan.movesClock) { features.insert(.clock) }
        if isOwn { features.insert(.seed) }
        return features
    }

    /// Why a scene is not played there: its menu is not in service, or it needs what there is not.
    public func unfitness(of transcript: Transcript) -> String? {
        guard let facts = try? pool.facts() else { return nil }
        let header = transcript.header
        if !header.attachments.isEmpty {
            return "It carries files of its own, which cannot be brought there."
        }
        if !facts.menus.isEmpty, facts.menus[header.menu] == nil {
            return "The gateway has no menu \(header.menu) in service."
        }
        let features = features(facts)
        var needs = transcript.needs.subtracting(features)
        if !features.contains(.clock), let most = plan.realTimeSecondsMax {
            let seconds = (transcript.durationMilliseconds + 999) / 1_000
            if seconds > most {
                return "It lets \(seconds) s pass, and --real-time allows \(most) s."
            }
            needs.remove(.clock)
        }
        if let lack = WorldFeature.allCases.first(where: needs.contains) {
            return lack.sentenceOfLack
        }
        if transcript.failsInTheProcess {
            return "It kills the gateway at a commit or an SMS, which cannot be done from outside."
        }
        let isOwn = plan.wantsOwn && facts.hasOwnWorlds
        if !isOwn, !facts.failsWhole, transcript.failsBehindTheNetwork {
            return "It makes what is behind the network fail, which the gateway refuses because "
                + "its ledger is on disk."
        }
        if !isOwn, header.stubs != nil || header.tariff != nil || header.network != nil {
            return "It sets stubs, tariff or network, which are the gateway's own there."
        }
        return nil
    }

    /// Makes the phones of a scene at the gateway, in a world of their own where there is one.
    public func build(_ setup: WorldSetup) -> Result<any TranscriptWorld, WorldFailure> {
        do {
            let peer = try pool.take()
            let facts = try pool.facts(of: peer)
            let world = RemoteWorld(peer, plan, facts, pool, setup)
            try prepare(world, setup)
            return .success(world)
        } catch let failure as WorldFailure {
            return .failure(failure)
        } catch {
            return .failure(WorldFailure((error as? PeerFailure)?.message ?? "\(error)"))
        }
    }

    private func prepare(_ world: RemoteWorld, _ setup: WorldSetup) throws(WorldFailure) {
        if world.isOwn { try expect(250, world.ask(Self.reset(setup)), world) }
        if world.facts.verbs.contains("TURN") {
            try expect(250, world.ask("MODE text turns"), world)
        }
        for phone in setup.phones {
            guard let line = Self.line(phone, plan.suffix, isOwn: world.isOwn) else {
                throw WorldFailure("A setting of phone \(phone.name) holds a quotation mark.")
            }
            let reply = world.ask(line)
            if !world.isOwn, reply?.code == 403 {
                throw WorldFailure(
                    "A phone of it has a wallet at the gateway already, with a balance of its own.",
                    isUnfit: true
                )
            }
            try expect(250, reply, world)
        }
    }

    private func expect(
        _ code: Int,
        _ reply: WireReply?,
        _ world: RemoteWorld
    ) throws(WorldFailure) {
        guard let reply else { throw WorldFailure(world.trouble ?? "The gateway is gone.") }
        guard reply.code == code else {
            throw WorldFailure("The gateway says \(reply.code): \(reply.text)")
        }
    }

    private static func reset(_ setup: WorldSetup) -> String {
        let settings = [
            ("menu", setup.menu), ("clock", ClockText.text(of: setup.clock)),
            ("seed", String(setup.seed)), ("network", setup.network), ("tariff", setup.tariff),
            ("stubs", setup.stubs),
        ]
        return "RESET"
            + settings.map { key, value in
                value.map { " \(key)=\"\($0)\"" } ?? ""
            }.joined()
    }

    /// `PHONE amina +254712000001 balance="2000.00" pin="4821"`; nil when it cannot be written.
    private static func line(_ phone: PhoneSetup, _ suffix: String, isOwn: Bool) -> String? {
        var settings = phone.extras
        settings["balance"] = phone.balance
        settings["pin"] = phone.pin
        // The name of the phone makes the subscriber's, which a suffix must not change.
        if !suffix.isEmpty { settings["name"] = phone.displayName }
        if !isOwn { settings["fresh"] = "yes" }
        guard !settings.values.contains(where: { $0.contains("\"") }) else { return nil }
        return "PHONE \(phone.name)\(suffix) \(phone.msisdn.e164)"
            + settings.sorted { $0.key < $1.key }.map { " \($0)=\"\($1)\"" }.joined()
    }
}
