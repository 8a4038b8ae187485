// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Foundation
import GSM
import Gateway
import Ledger
import Synchronization
import Testing

@testable import MobileMoney

/// The keys that seal PINs: read, replaced, and never shown.
@Suite struct PINKeyTests {
    private static let first = String(repeating: "0a", count: 16)
    private static let second = String(repeating: "B7", count: 32)

    private func ring(_ lines: String...) throws -> PINKeyring {
        let text = ([PINKeyring.heading] + lines).joined(separator: "\n") + "\n"
        return try PINKeyring(reading: Array(text.utf8))
    }

    private func verifier(_ keys: PINKeyring, cost: PINCost = .tests) -> PINVerifier {
        PINVerifier(keys: keys, cost: cost, worker: { $0() }, salts: { 9 })
    }

    @Test func aRingIsReadAsWritten() throws {
        let keys = try ring("1 \(Self.first)", "", "12 \(Self.second)")
        #expect(keys.numbers == [1, 12] && keys.newest == 12)
        let again = try keys.exposedToItsFile { try PINKeyring(reading: $0) }
        let hash = try verifier(keys).hash(Secret("4821"))
        #expect(hash.key == 12)
        #expect(try verifier(again).judge(Secret("4821"), for: hash) == .right(renewed: nil))
        #expect(keys.removing(1).numbers == [12] && keys.removing(12).numbers == [1, 12])
    }

    @Test func anotherKeyUnderAKnownNumberIsNoticed() async throws {
        let store = MemoryLedgerStore()
        let now = Timestamp(milliseconds: 1_800_000_000_000)
        let first = try ring("1 \(Self.first)")
        #expect(try await first.firstStranger(in: store, at: now) == nil)
        #expect(try await first.firstStranger(in: store, at: now) == nil, "it knows its own")
        let other = try ring("1 \(Self.second)")
        #expect(try await other.firstStranger(in: store, at: now) == 1)
        let more = try ring("1 \(Self.first)", "2 \(Self.second)")
        #expect(try await more.firstStranger(in: store, at: now) == nil)
        let exchanged = try ring("1 \(Self.first)", "2 \(Self.first)")
        #expect(try await exchanged.firstStranger(in: store, at: now) == 2)
        let left = try ring("2 \(Self.second)")
        #expect(try await left.firstStranger(in: store, at: now) == nil, "one may be retired")
    }

    @Test func aFileOfBareOctetsIsKeyOne() throws {
        let octets = Array(0..<32 as Range<UInt8>)
        let old = try verifier(PINKeyring(octets)).hash(Secret("4821"))
        let keys = try PINKeyring(reading: octets).adding(Array(repeating: 1, count: 32))
        #expect(keys.numbers == [1, 2] && old.key == 1)
        #expect(try verifier(keys).judge(Secret("4821"), for: old) != .wrong)
    }

    @Test(arguments: [
        ("", PINKeyringError.empty), ("1", .notAKey(line: 2)), ("x 0a0a", .notAKey(line: 2)),
        ("0 0a0a", .notAKey(line: 2)), ("1 0a0", .notAKey(line: 2)),
        ("1 0a0g", .notAKey(line: 2)), ("1 0a0a", .keyLength(line: 2)),
        ("1000000 " + String(repeating: "0a", count: 16), .notAKey(line: 2)),
        ("1 " + String(repeating: "0a", count: 1_025), .keyLength(line: 2)),
    ])
    func aDamagedRingSaysWhereAndRepeatsNothing(line: String, expected: PINKeyringError) throws {
        let error = #expect(throws: PINKeyringError.self) { try ring(line) }
        #expect(error == expected)
        #expect(error.map { !$0.description.contains("0a0") } == true)
    }

    @Test func aRingHasBounds() throws {
        #expect(throws: PINKeyringError.numberTwice(3, line: 4)) {
            try ring("3 \(Self.first)", "", "3 \(Self.second)")
        }
        #expect(throws: PINKeyringError.keyLength(line: 1)) {
            try PINKeyring(reading: [1, 2, 3])
        }
        let lines = (1...17).map { "\($0) \(Self.first)" }.joined(separator: "\n")
        #expect(throws: PINKeyringError.tooManyKeys) { try ring(lines) }
        #expect(throws: PINKeyringError.tooLong) {
            try ring(String(repeating: "1", count: PINKeyring.Limits.textOctetsMax))
        }
        let full = try ring((1...16).map { "\($0) \(Self.first)" }.joined(separator: "\n"))
        #expect(throws: PINKeyringError.tooManyKeys) {
            try full.adding(Array(repeating: 1, count: 32))
        }
    }

    @Test func theNextRightPINSealsUnderTheNewestKey() throws {
        let village = try Village()
        let keys = try PINKeyring(Array(repeating: 7, count: 32))
            .adding(Array(repeating: 8, count: 32))
        let service = WalletService(
            store: village.store,
            tariff: village.service.tariff,
            verifier: verifier(keys)
        )
        let kept = { try village.service.book.wallet(of: village.number("Amina"))?.body.pin?.key }
        #expect(try kept() == 1)
        #expect(try send("1111", village, service).outcome == "wrong_pin")
        #expect(try kept() == 1, "a wrong PIN moves no key")
        #expect(try send("4821", village, service).outcome == "ok")
        #expect(try kept() == 2)
        #expect(try send("4821", village, service).outcome == "ok")
        #expect(try village.pay("Amina", to: "Baraka", 50_00, pin: "4821") == .unavailable)
        #expect(try send("4821", village, service).outcome == "ok", "a missing key locks nobody")
    }

    @Test func aDearerCostIsTakenUpAtTheNextRightPIN() throws {
        let keys = PINKeyring(Array(repeating: 7, count: 32))
        let old = try verifier(keys).hash(Secret("4821"))
        let dear = verifier(keys, cost: PINCost(rounds: 4, blockSize: 1))
        guard case .right(let renewed?) = try dear.judge(Secret("4821"), for: old) else {
            Issue.record("The hash was not made anew.")
            return
        }
        #expect(renewed.rounds == 4)
        #expect(try dear.judge(Secret("4821"), for: renewed) == .right(renewed: nil))
        #expect(try dear.judge(Secret("4822"), for: renewed) == .wrong)
    }

    /// Counted, not timed: a stranger's PIN must cost what a wrong one costs.
    @Test func aPINCostsTheSameWhetherThereIsOneOrNot() throws {
        let village = try Village()
        let count = Mutex(0)
        var counted = verifier(PINKeyring(Array(repeating: 7, count: 32)))
        counted.meter = { _ in count.withLock { $0 += 1 } }
        let service = WalletService(
            store: village.store,
            tariff: village.service.tariff,
            verifier: counted
        )
        let party = Value.record([.text("B"), .msisdn(try village.number("Baraka"))])
        let quoted = [Value.text("send"), party, .amount(50_00)]
        let quote = try village.call("Amina", "quote", quoted, by: service)
        let pin = Value.secret(Secret("1111"))
        let calls: [(who: String, operation: String, arguments: [Value])] = [
            ("Amina", "send", [quote.value, pin]), ("nobody", "send", [quote.value, pin]),
            ("Baraka", "send", [quote.value, pin]), ("nobody", "withdraw", [quote.value, pin]),
            ("Amina", "change_pin", [pin, pin, pin]), ("nobody", "change_pin", [pin, pin, pin]),
            ("Baraka", "change_pin", [pin, pin, pin]),
        ]
        for call in calls {
            count.withLock { $0 = 0 }
            _ = try village.call(call.who, call.operation, call.arguments, by: service)
            #expect(count.withLock { $0 } == 1, "\(call.who) \(call.operation)")
        }
    }

    @Test func nothingShowsAKey() throws {
        let keys = try ring("1 \(Self.first)", "2 \(Self.second)")
        var dumped = ""
        dump(keys, to: &dumped)
        dump(verifier(keys), to: &dumped)
        let shown = "\(keys) \(String(reflecting: keys)) \(verifier(keys)) \(dumped)"
        for secret in [Self.first, Self.second, "10, 10", "183", "SymmetricKey"] {
            #expect(!shown.lowercased().contains(secret.lowercased()))
        }
        #expect(Mirror(reflecting: keys).children.isEmpty)
    }

    @Test func noTypeThatHoldsASecretCanBeEncoded() throws {
        let keys = PINKeyring([1])
        let hash = try verifier(keys).hash(Secret("4821"))
        let values: [Any] = [Secret("4821"), keys, verifier(keys), hash, Value.secret(Secret("1"))]
        for value in values { #expect(!(value is any Encodable), "\(type(of: value))") }
    }

    private func send(
        _ pin: String,
        _ village: Village,
        _ service: WalletService
    ) throws -> ServiceResult {
        let party = Value.record([.text("B"), .msisdn(try village.number("Baraka"))])
        let quoted = [Value.text("send"), party, .amount(50_00)]
        let quote = try village.call("Amina", "quote", quoted, by: service)
        let arguments = [quote.value, Value.secret(Secret(pin))]
        return try village.call("Amina", "send", arguments, by: service)
    }
}
