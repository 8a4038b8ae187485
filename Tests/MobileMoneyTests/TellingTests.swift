// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Foundation
import GSM
import Gateway
import Logging
import Synchronization
import Testing

@testable import MobileMoney

/// A payment is told once, however soon its phone dials again.
@Suite struct TellingTests {
    /// A gateway before the wallet, and Amina's payment of 500 that waits to be dialled.
    private struct Counter {
        let village: Village
        let amina: MSISDN
        let gateway: Gateway
        let handsets: HandsetNetwork

        init() throws {
            village = try Village()
            amina = try village.number("Amina")
            let quote = try village.quote("Amina", to: "Baraka", 500_00).value
            let faults = FaultBook(seed: 1)
            gateway = Gateway(
                menus: [TellingMenu.program],
                services: ServiceFaults(Prepared(services: village.service, quote: quote), faults),
                configuration: GatewayConfiguration(seed: 42),
                logger: Logger(label: "telling") { _ in SwiftLogNoOpLogHandler() }
            )
            handsets = HandsetNetwork(gateway: gateway, faults: faults)
            try handsets.register("amina", amina)
        }

        /// Dials a string, and `*789#` as soon as its answer comes; both texts in order.
        func dialTwice(
            _ first: String,
            again: @escaping @Sendable (@escaping @Sendable () -> Void) -> Void = { $0() }
        ) -> [String] {
            let heard = Heard()
            handsets.dial(first, from: amina, at: Village.morning) { answer in
                heard.take(answer)
                again {
                    handsets.dial("*789#", from: amina, at: Village.morning) { heard.take($0) }
                }
            }
            return heard.texts
        }
    }

    private final class Heard: Sendable {
        private let all = Mutex<[String]>([])
        var texts: [String] { all.withLock { $0 } }
        func take(_ answer: Answer) { all.withLock { $0.append(answer.text) } }
    }

    /// Dials on a thread of its own, and goes on when the dial has returned.
    private static let elsewhere: @Sendable (@escaping @Sendable () -> Void) -> Void = { dial in
        let hasReturned = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            dial()
            hasReturned.signal()
        }
        hasReturned.wait()
    }

    @Test func paymentOnTheScreenIsNoNewsToWhoDialsFromTheReply() throws {
        let counter = try Counter()
        #expect(counter.dialTwice("*789*1#") == ["Paid", "Home"])
    }

    @Test func paymentOnTheScreenIsNoNewsToWhoDialsFromAnotherThread() throws {
        let counter = try Counter()
        #expect(counter.dialTwice("*789*1#", again: Self.elsewhere) == ["Paid", "Home"])
    }

    @Test(arguments: [false, true])
    func newsOnTheScreenIsNoNewsAgain(isElsewhere: Bool) throws {
        let counter = try Counter()
        _ = try counter.village.pay("Amina", to: "Baraka", 50_00, pin: "4821")
        let texts =
            isElsewhere
            ? counter.dialTwice("*789#", again: Self.elsewhere) : counter.dialTwice("*789#")
        #expect(texts == ["News", "Home"])
    }

    /// What one phone asks for while a screen of hers goes out.
    @Test(arguments: [true, false, nil])
    func newsWaitsForTheScreenThatGoesOut(isHeard: Bool?) throws {
        let village = try Village()
        let amina = try village.number("Amina")
        let key = village.newKey()
        _ = try village.pay("Amina", to: "Baraka", 500_00, pin: "4821", key: key)
        var telling: Telling? = village.service.telling(key, subscriber: amina, at: Village.morning)
        let answers = Box<ServiceResult>()
        let request = ServiceRequest(
            key: village.newKey(),
            subscriber: amina,
            call: ServiceCall(service: "money", operation: "news", arguments: [], posts: false),
            at: Village.morning
        )
        village.service.perform(request) { answers.put($0) }
        #expect(answers.count == 0)
        // Another phone does not wait, and one that is never heard of again leaves the lane free.
        #expect(try village.call("Baraka", "news").outcome == "none")
        if let isHeard { telling?(isHeard) }
        telling = nil
        #expect(answers.value?.outcome == (isHeard == true ? "none" : "ok"))
        #expect(try village.call("Amina", "news").outcome == (isHeard == true ? "none" : "ok"))
    }

    @Test func newsOfAnOlderPaymentDoesNotTellTheNewest() throws {
        let village = try Village()
        let amina = try village.number("Amina")
        _ = try village.pay("Amina", to: "Baraka", 500_00, pin: "4821")
        let key = village.newKey()
        #expect(try village.call("Amina", "news", key: key).outcome == "ok")
        _ = try village.pay("Amina", to: "Baraka", 50_00, pin: "4821")
        village.service.telling(key, subscriber: amina, at: Village.morning)(true)
        #expect(try village.call("Amina", "news").field(2) == .amount(50_00))
    }

    /// As when money comes in for her while she reads that hers went out.
    @Test(arguments: [1, 3])
    func paymentIsNoNewsWhenItsMarkIsOvertaken(times: Int) throws {
        let village = try Village()
        let amina = try village.number("Amina")
        let key = village.newKey()
        _ = try village.pay("Amina", to: "Baraka", 500_00, pin: "4821", key: key)
        village.store.fail(Array(repeating: .changeRecordFirst, count: times))
        village.service.telling(key, subscriber: amina, at: Village.morning)(true)
        #expect(try village.call("Amina", "news").outcome == "none")
    }

    @Test func paymentWhoseReplyWasLostIsNewsToWhoDialsAtOnce() throws {
        let counter = try Counter()
        counter.handsets.faults.arm(.loseReply(phone: "amina"))
        #expect(counter.dialTwice("*789*1#").last == "News")
        #expect(counter.dialTwice("*789#") == ["Home", "Home"])
    }
}

/// Services that get the wallet's payment with quote and PIN, whatever the menu says.
private struct Prepared: ServicePort {
    let services: WalletService
    let quote: Value

    func perform(
        _ request: ServiceRequest,
        completion: @escaping @Sendable (ServiceResult) -> Void
    ) {
        let isPayment = request.call.operation == "send"
        let call = ServiceCall(
            service: request.call.service,
            operation: request.call.operation,
            arguments: isPayment ? [quote, .secret(Secret("4821"))] : [],
            posts: isPayment
        )
        services.perform(
            ServiceRequest(
                key: request.key,
                subscriber: request.subscriber,
                call: call,
                at: request.at
            ),
            completion: completion
        )
    }

    func telling(_ key: ServiceKey, subscriber: MSISDN, at now: Instant) -> Telling {
        services.telling(key, subscriber: subscriber, at: now)
    }
}

/// `*789#` tells what is new, then home; `*789*1#` pays.
private enum TellingMenu {
    static let program = MenuProgram(
        name: "telling",
        version: 1,
        language: "en",
        country: .kenya,
        amountFormat: AmountFormat(code: "KES", minorDigits: 2),
        profile: .standard,
        keys: NavigationKeys(back: "0", home: "00", more: "98"),
        states: [
            State(name: "home", kind: .end(Body(literal: "Home"))),
            State(name: "news.call", kind: call(1, next: 2, otherwise: .proceed)),
            State(name: "news", kind: .end(Body(literal: "News"))),
            State(name: "pay.call", kind: call(0, next: 4, otherwise: .state(5))),
            State(name: "paid", kind: .end(Body(literal: "Paid"))),
            State(name: "unpaid", kind: .end(Body(literal: "Not paid"))),
        ],
        patterns: [],
        operations: [
            ServiceOperation(service: "money", name: "send", posts: true),
            ServiceOperation(service: "money", name: "news", posts: false),
        ],
        dialRoutes: [route(["789"], to: 0), route(["789", "1"], to: 3)],
        smsRoutes: [],
        before: Jump(to: .state(1)),
        resume: nil,
        wrongChoice: Body(literal: "That is not on the list."),
        slotNames: []
    )

    private static func route(_ segments: [String], to state: StateIndex) -> DialRoute {
        DialRoute(
            segments: segments.map { .literal($0) },
            jump: Jump(to: .state(state)),
            home: Jump(to: .state(0))
        )
    }

    private static func call(
        _ operation: Int,
        next: StateIndex,
        otherwise: Jump.Target
    ) -> State.Kind {
        .call(
            CallState(
                operation: operation,
                arguments: [],
                result: nil,
                next: next,
                arms: ["none", "wrong_pin", "refused", "unavailable", "unsure"].map {
                    OutcomeArm(outcome: $0, binding: nil, jump: Jump(to: otherwise))
                }
            )
        )
    }
}
