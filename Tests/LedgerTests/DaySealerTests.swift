// SPDX-License-Identifier: Apache-2.0
import Ledger
import Synchronization
import TestSupport
import Testing

@Suite struct DaySealerTests {
    private let store = MemoryLedgerStore()
    private let told = Told()

    /// What the sealer reported.
    private final class Told: Sendable {
        private let days = Mutex<[String]>([])

        func add(_ day: String, _ result: Result<SignedHead, LedgerStoreError>) {
            let word = if case .success = result { "sealed" } else { "not sealed" }
            days.withLock { $0.append("\(day) \(word)") }
        }

        var all: [String] { days.withLock { $0 } }
    }

    private func at(_ text: String) throws -> Timestamp {
        try #require(Timestamp.moments(named: text)).lowerBound
    }

    private func sealer() throws -> DaySealer {
        let key = try #require(SealingKey(bytes: Array(repeating: 5, count: 32)))
        return DaySealer(store: store, key: key, offsetMinutes: 180) { [told] in
            told.add($0, $1)
        }
    }

    private func write(_ text: String) async throws {
        try await store.commit(
            LedgerCommand(
                key: IdempotencyKey(high: UInt64(try at(text).milliseconds), low: 1),
                at: try at(text),
                audit: [AuditEntry(actor: "ann", action: "look", subject: "", reason: "")]
            )
        )
    }

    @Test func `a day is sealed when it turns where the ledger is, and once`() async throws {
        let sealer = try sealer()
        try await write("2026-11-20T18:00Z")
        for moment in ["2026-11-20T18:01Z", "2026-11-20T20:59:59Z"] {
            sealer.advance(to: try at(moment))
        }
        #expect(store.heads().isEmpty)
        sealer.advance(to: try at("2026-11-20T21:00Z"))
        try await write("2026-11-20T21:01Z")
        sealer.advance(to: try at("2026-11-21T09:00Z"))
        #expect(store.heads().map(\.day) == ["2026-11-20"])
        #expect(store.heads().map(\.note) == [1])
        sealer.advance(to: try at("2026-11-21T21:00Z"))
        #expect(told.all == ["2026-11-20 sealed", "2026-11-21 sealed"])
    }

    @Test func `who was away for days seals the last that is over`() async throws {
        try await write("2026-11-15T12:00Z")
        let sealer = try sealer()
        sealer.advance(to: try at("2026-11-20T08:00Z"))
        sealer.advance(to: try at("2026-11-20T09:00Z"))
        #expect(told.all == ["2026-11-19 sealed"])
    }

    @Test func `a ledger that began today has no day to seal`() async throws {
        let sealer = try sealer()
        sealer.advance(to: try at("2026-11-20T08:00Z"))
        try await write("2026-11-20T08:01Z")
        sealer.advance(to: try at("2026-11-20T08:02Z"))
        #expect(told.all.isEmpty && store.heads().isEmpty)
    }

    @Test func `a clock that goes back seals nothing`() async throws {
        try await write("2026-11-15T12:00Z")
        let sealer = try sealer()
        sealer.advance(to: try at("2026-11-20T08:00Z"))
        sealer.advance(to: try at("2026-11-18T08:00Z"))
        try self.sealer().advance(to: try at("2026-11-18T08:00Z"))
        #expect(told.all == ["2026-11-19 sealed"])
    }

    @Test func `a store that fails is asked again a minute later`() async throws {
        try await write("2026-11-15T12:00Z")
        store.close()
        let sealer = try sealer()
        sealer.advance(to: try at("2026-11-20T08:00:00Z"))
        sealer.advance(to: try at("2026-11-20T08:00:59Z"))
        #expect(told.all == ["2026-11-19 not sealed"])
        sealer.advance(to: try at("2026-11-20T08:01:00Z"))
        #expect(told.all == ["2026-11-19 not sealed", "2026-11-19 not sealed"])
    }

    @Test func `a key's file is read back, and nothing else is`() throws {
        let key = try #require(SealingKey(bytes: Array(repeating: 5, count: 32)))
        let text = key.exposedToItsFile { String(decoding: $0, as: UTF8.self) }
        #expect(SealingKey(text: text)?.publicKey == key.publicKey)
        let digits = String(repeating: "05", count: 32)
        #expect(text == "stardial sealing key 1\n\(digits)\n")
        for wrong in ["", digits, "stardial sealing key 2\n\(digits)", text + "more\n"] {
            #expect(SealingKey(text: wrong) == nil)
        }
    }
}
