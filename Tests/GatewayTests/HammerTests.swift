// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Logging
import Synchronization
import Testing

@Suite struct HammerTests {
    /// Many tasks press keys on few phones, so that turns, redials and outcomes meet.
    @Test(arguments: [UInt64(1), 2, 3])
    func answersEveryDeliveryExactlyOnce(_ seed: UInt64) async {
        let services = RestlessServices()
        let gateway = Gateway(
            menus: [TestMenu.make(asksNews: true, takesAnything: true)],
            services: services,
            configuration: GatewayConfiguration(seed: seed),
            logger: Logger(label: "hammer") { _ in SwiftLogNoOpLogHandler() }
        )
        let network = HandsetNetwork(gateway: gateway)
        let count = Counts()
        await withTaskGroup(of: Void.self) { group in
            for task in 0..<64 {
                group.addTask {
                    Self.press(seed &* 1_000 &+ UInt64(task), network.gateway, count)
                }
            }
            group.addTask {
                for second in 0..<400 {
                    gateway.advance(to: Instant(milliseconds: Int64(second) * 1_000))
                    _ = gateway.nextDeadline()
                    services.releaseSome()
                    await Task.yield()
                }
            }
        }
        services.releaseAll()
        gateway.releaseAll(at: Instant(milliseconds: 400_000))
        services.releaseAll()
        #expect(count.missing == 0)
        #expect(count.doubled == 0)
        #expect(count.deliveries == 64 * 400)
        #expect(gateway.liveSessions == 0)
        #expect(services.keysSeenTwice == 0)
        #expect(services.meetings == 0)
        #expect(services.tells.isSubset(of: services.payments))
    }

    private static func press(_ seed: UInt64, _ gateway: Gateway, _ count: Counts) {
        var random = seed
        func draw(_ bound: UInt64) -> UInt64 {
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (random >> 33) % bound
        }
        let inputs = ["1", "500", "4821", "0", "00", "2", "9", ""]
        for step in 0..<400 {
            guard let phone = MSISDN(digits: 254_712_000_000 + draw(12)) else { return }
            let now = Instant(milliseconds: Int64(step) * 1_000 + Int64(draw(500)))
            let delivery = count.begin()
            switch draw(16) {
            case 0...1:
                gateway.dial("*789#", from: phone, at: now) { _ in count.end(delivery) }
            case 2:
                gateway.dial("*789*1#", from: phone, at: now) { _ in count.end(delivery) }
            case 3:
                gateway.hangUp(phone, at: now)
                count.end(delivery)
            case 4:
                let text = ["SEND 5", "YES 1234 5678", "hello", "PAY"][Int(draw(4))]
                gateway.receive(
                    ShortMessage(from: phone.e164, to: "789", text: text, at: now),
                    at: now
                )
                count.end(delivery)
            default:
                let input = inputs[Int(draw(UInt64(inputs.count)))]
                let turn = draw(2) == 0 ? gateway.session(of: phone)?.screen?.turn : nil
                gateway.answer(input, from: phone, turn: turn, at: now) { _ in
                    count.end(delivery)
                }
            }
        }
    }
}

/// Counts how often each delivery was answered.
private final class Counts: Sendable {
    private let answered = Mutex<[Int]>([])

    func begin() -> Int {
        answered.withLock {
            $0.append(0)
            return $0.count - 1
        }
    }

    func end(_ delivery: Int) {
        answered.withLock { $0[delivery] += 1 }
    }

    var deliveries: Int { answered.withLock { $0.count } }
    var missing: Int { answered.withLock { $0.count { $0 == 0 } } }
    var doubled: Int { answered.withLock { $0.count { $0 > 1 } } }
}

/// Services that answer at once, or later from another task, and watch the rules of the port.
private final class RestlessServices: ServicePort {
    private let state = Mutex(State())

    private struct State {
        var calls: UInt64 = 0
        var keys: Set<ServiceKey> = []
        var busy: Set<MSISDN> = []
        var keysSeenTwice = 0
        var meetings = 0
        var payments: Set<ServiceKey> = []
        var tells: Set<ServiceKey> = []
        var held: [(ServiceRequest, @Sendable (ServiceResult) -> Void)] = []
    }

    var keysSeenTwice: Int { state.withLock { $0.keysSeenTwice } }
    var meetings: Int { state.withLock { $0.meetings } }
    var payments: Set<ServiceKey> { state.withLock { $0.payments } }
    var tells: Set<ServiceKey> { state.withLock { $0.tells } }

    func perform(
        _ request: ServiceRequest,
        completion: @escaping @Sendable (ServiceResult) -> Void
    ) {
        let isHeld = state.withLock { state in
            state.calls += 1
            if !state.keys.insert(request.key).inserted { state.keysSeenTwice += 1 }
            if !state.busy.insert(request.subscriber).inserted { state.meetings += 1 }
            guard state.calls % 3 == 0 else { return false }
            state.held.append((request, completion))
            return true
        }
        if !isHeld { finish(request, completion) }
    }

    func telling(_ key: ServiceKey, subscriber: MSISDN, at now: Instant) -> Telling {
        { isHeard in
            if isHeard { self.state.withLock { _ = $0.tells.insert(key) } }
        }
    }

    func releaseSome() {
        let some = state.withLock { state in
            defer { state.held.removeFirst(min(2, state.held.count)) }
            return Array(state.held.prefix(2))
        }
        for (request, completion) in some { finish(request, completion) }
    }

    func releaseAll() {
        while state.withLock({ !$0.held.isEmpty }) { releaseSome() }
    }

    private func finish(
        _ request: ServiceRequest,
        _ completion: @escaping @Sendable (ServiceResult) -> Void
    ) {
        let result = state.withLock { state -> ServiceResult in
            state.busy.remove(request.subscriber)
            guard request.call.posts else {
                return state.calls % 5 == 0 ? .ok() : ServiceResult("none")
            }
            if state.calls % 4 == 0 { return ServiceResult("wrong_pin") }
            state.payments.insert(request.key)
            return .ok()
        }
        completion(result)
    }
}
