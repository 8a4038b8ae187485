// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Ledger
import Synchronization
import Testing

@testable import MobileMoney

/// Wrong tries, locks, and the change of a PIN.
@Suite struct PINTests {
    @Test func threeWrongPINsLockForHalfAnHourThenForADay() throws {
        let village = try Village()
        let wrong = { (now: Instant) in
            try village.pay("Amina", to: "Baraka", 50_00, pin: "0000", at: now)
        }
        let right = { (now: Instant) in
            try village.pay("Amina", to: "Baraka", 50_00, pin: "4821", at: now)
        }
        var now = Village.morning
        #expect(try wrong(now) == ServiceResult("wrong_pin", .number(2)))
        #expect(try wrong(now) == ServiceResult("wrong_pin", .number(1)))
        #expect(try wrong(now) == ServiceResult("locked", try Village.moment("2026-06-14T11:02")))
        #expect(try right(now) == ServiceResult("locked", try Village.moment("2026-06-14T11:02")))
        now = now.adding(milliseconds: 1_799_999)
        #expect(try right(now).outcome == "locked")
        now = now.adding(milliseconds: 1)
        #expect(try wrong(now) == ServiceResult("wrong_pin", .number(2)))
        #expect(try wrong(now) == ServiceResult("wrong_pin", .number(1)))
        #expect(try wrong(now) == ServiceResult("locked", try Village.moment("2026-06-15T11:02")))
        now = now.adding(seconds: 86_400)
        for _ in 1...2 { #expect(try wrong(now).outcome == "wrong_pin") }
        #expect(try wrong(now) == ServiceResult("locked", try Village.moment("2026-06-16T11:02")))
        now = now.adding(seconds: 86_400)
        #expect(try right(now).outcome == "ok")
        for _ in 1...2 { #expect(try wrong(now).outcome == "wrong_pin") }
        #expect(try wrong(now) == ServiceResult("locked", try Village.moment("2026-06-16T11:32")))
        #expect(try village.balance("Amina") == 1_950_00)
    }

    @Test func aRightPINForgetsWrongOnes() throws {
        let village = try Village()
        for _ in 1...3 {
            for _ in 1...2 {
                #expect(
                    try village.pay("Amina", to: "Baraka", 50_00, pin: "1111").outcome
                        == "wrong_pin"
                )
            }
            #expect(try village.pay("Amina", to: "Baraka", 50_00, pin: "4821").outcome == "ok")
        }
    }

    @Test func aRefusedPaymentDoesNotForgetWrongOnes() throws {
        let village = try Village()
        let quote = try village.quote("Amina", to: "Baraka", 50_00)
        let wrong = try village.call("Amina", "send", [quote.value, .secret(Secret("1111"))])
        #expect(wrong == ServiceResult("wrong_pin", .number(2)))
        let late = Village.morning.adding(seconds: 61)
        let expired = try village.call(
            "Amina",
            "send",
            [quote.value, .secret(Secret("4821"))],
            at: late
        )
        #expect(expired.reason == "quote_expired")
        let next = try village.pay("Amina", to: "Baraka", 50_00, pin: "1111")
        #expect(next == ServiceResult("wrong_pin", .number(1)))
    }

    @Test(arguments: ["", "482", "48211", "482१", "4821 ", String(repeating: "4", count: 500)])
    func whateverIsNotThePINIsWrong(typed: String) throws {
        let village = try Village()
        #expect(
            try village.pay("Amina", to: "Baraka", 50_00, pin: typed)
                == ServiceResult("wrong_pin", .number(2))
        )
    }

    @Test func triesAreOnTheAccountAndNotInMemory() throws {
        let village = try Village()
        for _ in 1...3 { _ = try village.pay("Amina", to: "Baraka", 50_00, pin: "1111") }
        let restarted = Village.service(on: village.store, tariff: village.service.tariff)
        let arguments = ["4821", "5930", "5930"].map { Value.secret(Secret($0)) }
        #expect(
            try village.call("Amina", "change_pin", arguments, by: restarted).outcome == "locked"
        )
    }

    @Test func aRepeatedWrongPINCountsOnce() throws {
        let village = try Village()
        let quote = try village.quote("Amina", to: "Baraka", 50_00)
        let arguments = [quote.value, Value.secret(Secret("1111"))]
        let key = village.newKey()
        let restarted = Village.service(on: village.store, tariff: village.service.tariff)
        for service in [village.service, village.service, restarted] {
            let result = try village.call("Amina", "send", arguments, key: key, by: service)
            #expect(result == ServiceResult("wrong_pin", .number(2)))
        }
    }

    @Test func aWrongPINIsNotAnsweredBeforeItIsCounted() throws {
        let village = try Village()
        village.store.fail([.refuse(.full)])
        #expect(try village.pay("Amina", to: "Baraka", 50_00, pin: "1111") == .unavailable)
        #expect(
            try village.pay("Amina", to: "Baraka", 50_00, pin: "1111")
                == ServiceResult("wrong_pin", .number(2))
        )
        village.store.fail([.changeRecordFirst])
        #expect(
            try village.pay("Amina", to: "Baraka", 50_00, pin: "1111")
                == ServiceResult("wrong_pin", .number(1))
        )
    }

    /// The worker is held back, so that all four tries are there before the first is judged.
    @Test func triesAtOnceAreCountedOneAfterAnother() throws {
        let village = try Village()
        let worker = Held()
        let verifier = PINVerifier(
            key: Array(repeating: 7, count: 32),
            cost: .tests,
            worker: { worker.add($0) },
            salts: { 1 }
        )
        let service = WalletService(
            store: village.store,
            tariff: village.service.tariff,
            verifier: verifier
        )
        let party = Value.record([.text("B"), .msisdn(try village.number("Baraka"))])
        let quote = try village.call(
            "Amina",
            "quote",
            [.text("send"), party, .amount(50_00)],
            by: service
        )
        let answers = Box<ServiceResult>()
        for pin in ["1111", "2222", "3333", "4821"] {
            let request = ServiceRequest(
                key: village.newKey(),
                subscriber: try village.number("Amina"),
                call: ServiceCall(
                    service: "money",
                    operation: "send",
                    arguments: [quote.value, .secret(Secret(pin))],
                    posts: true
                ),
                at: Village.morning
            )
            service.perform(request) { answers.put($0) }
        }
        #expect(answers.count == 0)
        var runs = 0
        while worker.runOne() { runs += 1 }
        #expect(runs == 3 && answers.count == 4)
        #expect(answers.value?.outcome == "locked")
        #expect(try village.balance("Amina") == 2_000_00)
    }

    private final class Held: Sendable {
        private let work = Mutex<[@Sendable () -> Void]>([])
        func add(_ next: @escaping @Sendable () -> Void) { work.withLock { $0.append(next) } }
        func runOne() -> Bool {
            let next = work.withLock { $0.isEmpty ? nil : $0.removeFirst() }
            next?()
            return next != nil
        }
    }

    @Test(arguments: [
        ("123", "length"), ("1234567", "length"), ("12a4", "length"), ("", "length"),
        ("४८२१", "length"), ("7777", "same_digit"), ("000000", "same_digit"), ("1234", "run"),
        ("4321", "run"), ("456789", "run"), ("7890", "run"), ("0987", "run"), ("0001", "phone"),
        ("00001", "phone"), ("4821", "old"), ("2580", nil), ("1357", nil), ("1122", nil),
    ])
    func aWeakPINIsRefusedWithItsReason(pin: String, reason: String?) throws {
        let village = try Village()
        let result = try village.call(
            "Amina",
            "change_pin",
            ["4821", pin, pin].map { .secret(Secret($0)) }
        )
        let weak = reason.map { ServiceResult("weak_pin", .record([.text($0)])) }
        #expect(result == weak ?? .ok())
    }

    @Test func aChangedPINIsTheOnlyOneThatPays() throws {
        let village = try Village()
        let secrets = { (pins: [String]) in pins.map { Value.secret(Secret($0)) } }
        #expect(
            try village.call("Amina", "change_pin", secrets(["4821", "2580", "2581"])).outcome
                == "pins_differ"
        )
        #expect(
            try village.call("Amina", "change_pin", secrets(["1111", "2580", "2580"]))
                == ServiceResult("wrong_pin", .number(2))
        )
        let key = village.newKey()
        let arguments = secrets(["4821", "2580", "2580"])
        #expect(try village.call("Amina", "change_pin", arguments, key: key) == .ok())
        let restarted = Village.service(on: village.store, tariff: village.service.tariff)
        #expect(
            try village.call("Amina", "change_pin", arguments, key: key, by: restarted) == .ok()
        )
        #expect(
            try village.pay("Amina", to: "Baraka", 50_00, pin: "4821")
                == ServiceResult("wrong_pin", .number(2))
        )
        #expect(try village.pay("Amina", to: "Baraka", 50_00, pin: "2580").outcome == "ok")
    }

    @Test func equalPINsHaveDifferentHashes() throws {
        let verifier = PINVerifier(
            key: [1, 2, 3],
            cost: .tests,
            worker: { $0() },
            salts: { 5 }
        )
        let other = PINVerifier(
            key: [1, 2, 4],
            cost: .tests,
            worker: { $0() },
            salts: { 5 }
        )
        let pin = Secret("4821")
        let hash = try verifier.hash(pin)
        #expect(try verifier.isRight(pin, for: hash))
        #expect(try !verifier.isRight(Secret("4822"), for: hash))
        #expect(try !other.isRight(pin, for: hash), "the server's key is part of it")
        let village = try Village()
        let wallets = try ["Amina", "Chui"].map {
            try #require(try village.service.book.wallet(of: village.number($0)))
        }
        #expect(wallets[0].body.pin?.salt != wallets[1].body.pin?.salt)
    }
}
