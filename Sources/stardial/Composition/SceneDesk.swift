// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway
import MobileMoney
import Synchronization
import Transcripts
import Transports

/// The desk of a world that one conversation has to itself: its clock stands until it is moved.
final class SceneDesk: LineDesk {
    private let world: Mutex<SceneWorld>
    private let clock: EmulatorClock
    /// Phones and ledger, which are asked about here as anywhere.
    private let inner: EmulatorDesk
    private let outer: EmulatorDesk
    private let hasWallets: Bool

    /// - Parameters:
    ///   - world: the world.
    ///   - clock: its clock, which stands.
    ///   - setup: what the world was asked to be.
    ///   - tariff: what its wallets go by.
    ///   - outer: the desk of the gateway that the world stands in.
    init(
        world: sending SceneWorld,
        clock: EmulatorClock,
        setup: WorldSetup,
        tariff: Tariff?,
        outer: EmulatorDesk
    ) {
        let emulator = world.emulator
        self.world = Mutex(world)
        self.clock = clock
        self.outer = outer
        hasWallets = tariff != nil
        inner = EmulatorDesk(
            emulator: emulator,
            clock: clock,
            menuPath: outer.menuPath,
            tariffName: setup.tariff,
            tariff: tariff,
            stubs: setup.stubs,
            isPlayground: true
        )
        // Those who speak with this world keep its phones, so the gateway around which they stand
        // forgets what a process forgets, as a running one does.
        emulator.handsets.faults.setKill { [weak emulator] now in emulator?.restart(at: now) }
    }

    /// Makes a phone; where menus have no wallets its settings say nothing, as in every scene.
    func registerPhone(_ request: PhoneRequest, reply: @escaping DeskReply<MSISDN>) {
        guard !hasWallets else { return inner.registerPhone(request, reply: reply) }
        let bare = PhoneRequest(name: request.name, msisdn: request.msisdn)
        inner.registerPhone(bare, reply: reply)
    }

    func balance(of phone: MSISDN, reply: @escaping DeskReply<String>) {
        inner.balance(of: phone, reply: reply)
    }

    func ledger(_ words: [String], reply: @escaping DeskReply<[String]>) {
        inner.ledger(words, reply: reply)
    }

    func load(_ path: String, reply: @escaping DeskReply<String>) {
        reply(.failure(refusal("A menu is put into service for all; QUIT, and LOAD it then.")))
    }

    func check(_ path: String?, reply: @escaping DeskReply<String>) {
        outer.check(path, reply: reply)
    }

    /// Moves the clock and does what falls due on the way; `next` tells how far that is.
    func clock(_ words: [String], reply: @escaping DeskReply<String>) {
        guard let word = words.first else {
            return reply(.success(EmulatorClock.text(clock.now())))
        }
        // What faults have set the gateway's clock ahead by is not the scene's.
        let now = clock.now().adding(milliseconds: -inner.emulator.handsets.faults.clockLead)
        if word.lowercased() == "next" {
            guard let next = world.withLock({ $0.nextDeadline() }) else {
                return reply(.success("nothing is due"))
            }
            return reply(.success("next +\(max(0, next.milliseconds - now.milliseconds))ms"))
        }
        guard let milliseconds = EmulatorClock.milliseconds(word) else {
            let text = "CLOCK moves forward by a word such as +181s, +3m, +2h or +1d."
            return reply(.failure(DeskRefusal(.malformed, text)))
        }
        world.withLock { $0.advance(to: now.adding(milliseconds: milliseconds)) }
        clock.move(milliseconds: milliseconds)
        reply(.success(EmulatorClock.text(clock.now())))
    }

    func fault(_ words: [String], reply: @escaping DeskReply<DeskFaults>) {
        inner.fault(words, reply: reply)
    }

    func record(_ request: RecordRequest, reply: @escaping DeskReply<RecordReply>) {
        inner.record(request, reply: reply)
    }

    func reset(reply: @escaping DeskReply<String>) {
        reply(.failure(refusal("RESET menu=NAME begins another world; QUIT leaves this one.")))
    }

    func beginScene(_ settings: [String: String], reply: @escaping DeskReply<LineWorld>) {
        outer.beginScene(settings, reply: reply)
    }

    func play(_ path: String, reply: @escaping DeskReply<LineReply>) {
        outer.play(path, reply: reply)
    }

    var capabilityLines: [String] {
        inner.capabilityLines.dropLast(3) + ["worlds own", "clock held", "faults whole"]
    }

    private func refusal(_ advice: String) -> DeskRefusal {
        DeskRefusal(.notAllowed, "This world is for this connection alone. \(advice)")
    }
}
