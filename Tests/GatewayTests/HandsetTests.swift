// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway
import Synchronization
import Testing

@Suite struct HandsetTests {
    private let world = World()

    private func network() throws -> HandsetNetwork {
        let network = HandsetNetwork(gateway: world.gateway)
        try network.register("Amina", World.amina)
        try network.register("baraka", World.baraka)
        return network
    }

    @Test func findsPhonesByNameInAnyCaseAndByNumber() throws {
        let network = try network()
        #expect(network.handset(named: "AMINA")?.msisdn == World.amina)
        #expect(network.handset(with: World.baraka)?.name == "baraka")
        #expect(network.handset(named: "nobody") == nil)
        #expect(network.all.map(\.name) == ["Amina", "baraka"])
    }

    @Test func refusesWhatWouldBeMistaken() throws {
        let network = try network()
        let other = try #require(MSISDN(digits: 254_712_000_003))
        try network.register("amina", World.amina)
        #expect(throws: RegistrationError.nameTaken) { try network.register("AMINA", other) }
        #expect(throws: RegistrationError.numberTaken) {
            try network.register("other", World.amina)
        }
        for name in ["", "1amina", "a b", "é", "a\n", String(repeating: "a", count: 33)] {
            #expect(throws: RegistrationError.badName) { try network.register(name, other) }
        }
    }

    @Test func boundsThePhones() throws {
        var limits = GatewayLimits()
        limits.handsetsMax = 1
        let network = HandsetNetwork(gateway: World(limits: limits).gateway)
        try network.register("amina", World.amina)
        #expect(throws: RegistrationError.tooMany) {
            try network.register("baraka", World.baraka)
        }
    }

    @Test func showsTheScreenBeforeTheReplyComes() throws {
        let network = try network()
        let seen = Replies()
        world.gateway.dial("*789#", from: World.amina, at: world.now) { answer in
            if network.handset(named: "amina")?.screen == answer { seen.take(answer) }
        }
        #expect(seen.text == "Home\n1 Send")
        #expect(network.handset(named: "amina")?.isOpen == true)
        #expect(network.handset(named: "baraka")?.screen == nil)
    }

    @Test func phonesOutliveTheirGateway() throws {
        let former = try network()
        _ = world.dial()
        let message = ShortMessage(from: "TEST", to: World.amina, text: "kept", at: world.now)
        world.gateway.deliver(message, at: world.now)
        let next = World(seed: 43)
        let network = HandsetNetwork(gateway: next.gateway, phonesOf: former)
        let kept = try #require(network.handset(named: "amina"))
        #expect(kept.screen?.text == "Home\n1 Send")
        #expect(!kept.isOpen)
        #expect(kept.inbox.messages.map(\.text) == ["kept"])

        // Sessions count from 1 again, and what the former gateway says reaches nobody.
        _ = next.dial()
        #expect(network.handset(named: "amina")?.isOpen == true)
        world.gateway.deliver(message, at: world.now)
        #expect(network.inbox(of: "amina")?.received == 1)
        #expect(former.inbox(of: "amina")?.received == 1)
    }

    @Test func knowsHowTheSessionWasCutOff() throws {
        let network = try network()
        world.dial()
        world.gateway.hangUp(World.amina, at: world.now)
        #expect(network.handset(named: "amina")?.released == .hungUp)
        #expect(network.handset(named: "amina")?.isOpen == false)
        world.dial()
        #expect(network.handset(named: "amina")?.released == nil)
        world.wait(milliseconds: 60_001)
        #expect(network.handset(named: "amina")?.released == .idleTimeout)
        #expect(network.handset(named: "amina")?.screen?.text.hasPrefix("Time is over.") == true)
    }

    @Test func bringsMessagesToPhonesAndServices() throws {
        let network = try network()
        network.send("BAL", from: World.amina, to: "789", at: world.now)
        #expect(network.inbox(of: "amina")?.messages.map(\.text) == ["You have KES 1.00"])
        network.send("hello", from: World.amina, to: World.baraka.e164, at: world.now)
        let inbox = try #require(network.inbox(of: "baraka"))
        #expect(inbox.messages.map(\.text) == ["hello"])
        #expect(inbox.messages.first?.sender == World.amina)
        #expect(network.inbox(of: "nobody") == nil)
    }

    @Test func keepsTheNewestMessages() throws {
        var limits = GatewayLimits()
        limits.inboxMessagesMax = 3
        let world = World(limits: limits)
        let network = HandsetNetwork(gateway: world.gateway)
        try network.register("amina", World.amina)
        for number in 1...5 {
            let message = ShortMessage(
                from: "MAVUNO",
                to: World.amina,
                text: "\(number)",
                at: world.now
            )
            world.gateway.deliver(message, at: world.now)
        }
        let inbox = try #require(network.inbox(of: "amina"))
        #expect(inbox.messages.map(\.text) == ["3", "4", "5"])
        #expect(inbox.received == 5)
        #expect(inbox.messages(after: 4).map(\.text) == ["5"])
        #expect(inbox.messages(after: 0).count == 3)
        #expect(inbox.messages(after: 9).isEmpty)
        #expect(inbox.messages(after: -1).count == 3)
    }

    @Test func letsASubscriberGoThatHoldsItsSubscription() throws {
        let network = try network()
        weak var gone: Watcher?
        do {
            let watcher = Watcher()
            gone = watcher
            watcher.watch(network)
            watcher.stop()
        }
        #expect(gone == nil)
        #expect(world.dial().kind == .continue)
    }

    @Test func tellsSubscribersUntilTheyCancel() throws {
        let network = try network()
        let box = EventBox()
        let subscription = network.subscribe { box.take($0) }
        world.dial()
        world.dial(from: try #require(MSISDN(digits: 254_712_000_009)))
        subscription.cancel()
        world.type("1")
        #expect(box.names == ["Amina", nil])
    }
}

/// Holds the subscription that holds it, as a connection does.
private final class Watcher: Sendable {
    private let subscription = Mutex<Subscription?>(nil)

    func watch(_ network: HandsetNetwork) {
        let subscription = network.subscribe { [self] _ in _ = self }
        self.subscription.withLock { $0 = subscription }
    }

    func stop() {
        subscription.withLock { $0 }?.cancel()
    }
}

/// Keeps the names of events.
private final class EventBox: Sendable {
    private let kept = Mutex<[HandsetEvent]>([])

    var names: [String?] { kept.withLock { $0.map(\.name) } }

    func take(_ event: HandsetEvent) {
        kept.withLock { $0.append(event) }
    }
}
