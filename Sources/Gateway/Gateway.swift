// SPDX-License-Identifier: Apache-2.0
public import Dialogue
public import GSM
public import Logging
import Synchronization

/// Runs menus for phones: one session per number, each turn answered exactly once.
///
/// Every call returns at once and may come from any thread. Callbacks run without any lock held,
/// on the caller's thread when no service is waited for, else on the service's. Time is what the
/// callers say; nothing expires but through their instants.
public final class Gateway: Sendable {
    let configuration: GatewayConfiguration
    let services: any ServicePort
    let logger: Logger
    private let directory: Mutex<MenuDirectory>
    private let observer = Mutex(Observer())
    private let source: Mutex<Source>
    private let shards: [Shard]
    private let tally = Tally()
    private let latest = Atomic<Int64>(.min)
    let witness = Mutex(Witness())
    let isWitnessed = Atomic<Bool>(false)

    /// A function in a structure: one that stands in a mutex by itself is wrapped anew, and so made
    /// slower, each time it is read.
    private struct Observer {
        var tell: (@Sendable (GatewayEvent) -> Void)?
        var trace: (@Sendable (DialogueTrace) -> Void)?
    }

    /// Where numbers and random bits of sessions come from.
    private struct Source {
        var random: SplitMix64
        var number: UInt32 = 0
        var isTraced = false
    }

    /// Makes a gateway.
    ///
    /// - Parameters:
    ///   - menus: what can be dialled and sent; among equals the first wins.
    ///   - services: who does what the menus call.
    ///   - configuration: seed, bounds and the sender of short messages.
    ///   - logger: gets masked numbers and names of states; never an input, a text or a PIN.
    public init(
        menus: [MenuProgram],
        services: any ServicePort,
        configuration: GatewayConfiguration,
        logger: Logger
    ) {
        self.configuration = configuration
        self.services = services
        self.logger = logger
        directory = Mutex(MenuDirectory(menus: menus))
        source = Mutex(Source(random: SplitMix64(seed: configuration.seed)))
        let tally = tally
        shards = (0..<configuration.shards).map { _ in
            Shard(ShardState(configuration: configuration, tally: tally))
        }
    }

    /// The menus that new sessions get.
    public var menus: [MenuProgram] { currentDirectory.menus }

    /// What can be dialled, the shortest code of each menu that has one, as `*789#`.
    public var codes: [String] { currentDirectory.codes }

    /// Replaces all menus at once; sessions under way keep the versions they began with.
    public func replaceMenus(_ menus: [MenuProgram]) {
        directory.withLock { $0 = MenuDirectory(menus: menus) }
    }

    /// The languages whose national tables (3GPP TS 23.038) the network of every menu carries in
    /// short messages; none without a menu.
    public var nationalLanguages: [NationalLanguage] {
        let profiles = menus.map(\.profile)
        return profiles.first?.nationalLanguages.filter { language in
            profiles.allSatisfy { $0.nationalLanguages.contains(language) }
        } ?? []
    }

    /// How many messages of the air interface a text takes on the network of the menus
    /// (3GPP TS 23.040 clause 9.2.3.24.1).
    public func partCount(of text: String) -> Int {
        ConcatenatedShortMessage.partCount(of: text, languages: nationalLanguages)
    }

    /// Sessions under way, those by short message included.
    public var liveSessions: Int { tally.live }

    /// What is known of the phone's open session, or nil when there is none.
    public func session(of msisdn: MSISDN) -> SessionSummary? {
        shard(of: msisdn).state.withLock { $0.summary(of: msisdn) }
    }

    /// Sets the one who is told what reaches phones, in place of the one before; nil for nobody.
    public func setObserver(_ observer: (@Sendable (GatewayEvent) -> Void)?) {
        var next = observer
        self.observer.withLock { swap(&$0.tell, &next) }
    }

    /// Sets the one who is told what dialogues do, in place of the one before; nil for nobody.
    ///
    /// Only sessions that begin from now on are told of; the others cost nothing.
    public func setTracer(_ tracer: (@Sendable (DialogueTrace) -> Void)?) {
        var next = tracer
        observer.withLock { swap(&$0.trace, &next) }
        source.withLock { $0.isTraced = tracer != nil }
    }

    /// Hands a message for a phone to the observer, as from the outbox of a service.
    public func deliver(_ message: ShortMessage, at now: Instant) {
        note(now)
        emit(.message(message))
    }

    var currentDirectory: MenuDirectory { directory.withLock { $0 } }

    /// The latest instant that any caller named.
    var now: Instant { Instant(milliseconds: latest.load(ordering: .relaxed)) }

    func note(_ now: Instant) {
        latest.max(now.milliseconds, ordering: .relaxed)
    }

    func tell(_ trace: DialogueTrace) {
        observer.withLock { $0 }.trace?(trace)
    }

    func emit(_ event: GatewayEvent) {
        observer.withLock { $0 }.tell?(event)
    }

    /// Works on a phone's shard under its lock, and does what follows after letting go.
    func with<Result: Sendable>(
        _ msisdn: MSISDN,
        _ body: (inout ShardState, inout [Action]) -> Result
    ) -> Result {
        var actions: [Action] = []
        // What a turn with one call needs at most.
        actions.reserveCapacity(4)
        let result = shard(of: msisdn).state.withLock { body(&$0, &actions) }
        run(actions)
        return result
    }

    var allShards: [Shard] { shards }

    func shardIndex(of msisdn: MSISDN) -> Int {
        Int((msisdn.digits &* 0x9E37_79B9_7F4A_7C15) >> 58) & (shards.count - 1)
    }

    /// What a new session is made from.
    func makeOpening(
        of program: MenuProgram,
        _ match: RouteMatch,
        code: String?,
        at place: SessionPlace,
        _ subscriber: MSISDN,
        _ now: Instant
    ) -> Opening {
        let (number, random, isTraced) = source.withLock { source in
            source.number &+= 1
            return (source.number, source.random.next(), source.isTraced)
        }
        return Opening(
            id: SessionID(began: now, number: number, random: random),
            place: place,
            subscriber: subscriber,
            program: program,
            match: match,
            code: code,
            random: SplitMix64(seed: random),
            language: program.languages.count > 1 ? services.language(of: subscriber) : nil,
            isTraced: isTraced
        )
    }

    private func shard(of msisdn: MSISDN) -> Shard { shards[shardIndex(of: msisdn)] }
}

/// A part of the phones behind one lock.
final class Shard: Sendable {
    let state: Mutex<ShardState>

    init(_ state: sending ShardState) {
        self.state = Mutex(state)
    }

    func nextDeadline() -> Deadline? {
        state.withLock { $0.nextDeadline() }
    }
}
