// SPDX-License-Identifier: Apache-2.0
import TestSupport
import Testing

@testable import Ledger

@Suite struct SignedHeadTests {
    @Test func `a head is written in one line, and read back`() async throws {
        let store = try await store()
        let head = try await store.seal(day: "2026-11-20", key: try key())
        let line = head.description
        #expect(line.hasPrefix("2026-11-20 3 4 "))
        #expect(line.split(separator: " ").map(\.utf8.count) == [10, 1, 1, 64, 128])
        #expect(SignedHead(line) == head)
        #expect(SignedHead(line.dropLast() + "g") == nil)
        #expect(SignedHead(String(line.dropLast())) == nil)
        #expect(SignedHead("") == nil)
    }

    @Test func `what is signed are these bytes and no others`() async throws {
        let store = try await store()
        let head = try await store.seal(day: "2026-11-20", key: try key())
        let bytes =
            Array("stardial head 1\n2026-11-20".utf8) + [0, 0, 0, 0, 0, 0, 0, 3]
            + [0, 0, 0, 0, 0, 0, 0, 4] + head.hash.bytes
        #expect(head.signedBytes == bytes)
        #expect(head.isSigned(by: try key().publicKey))
        let other = try #require(SealingKey(bytes: Array(repeating: 7, count: 32)))
        #expect(!head.isSigned(by: other.publicKey))
        let moved = SignedHead(
            day: "2026-11-21",
            transfer: head.transfer,
            note: head.note,
            hash: head.hash,
            signature: head.signature
        )
        #expect(!moved.isSigned(by: try key().publicKey))
        #expect(
            store.verify(publicKey: other.publicKey, kept: []).violations
                == [.headForged(day: "2026-11-20")]
        )
    }

    @Test func `the public key of RFC 8032 test 1 comes of its secret`() throws {
        let secret = try #require(
            [UInt8](
                hexadecimal: "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
            )
        )
        let key = try #require(SealingKey(bytes: secret))
        let known = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
        #expect(key.publicKey.description == known)
        #expect(SealPublicKey(known) == key.publicKey)
        #expect(SealPublicKey("d75a") == nil)
        #expect(SealingKey(bytes: Array(repeating: 1, count: 31)) == nil)
    }

    @Test func `a secret key never prints`() throws {
        let key = try key()
        var dumped = ""
        dump(key, to: &dumped)
        let secret = (0..<32).map { UInt8($0) }.hexadecimal
        for text in ["\(key)", String(reflecting: key), dumped] {
            #expect(!text.contains(secret))
            #expect(text.contains(key.publicKey.description))
        }
    }

    @Test func `a day sealed again gives its first head`() async throws {
        let store = try await store()
        let first = try await store.seal(day: "2026-11-20", key: try key())
        try await store.commit(LedgerFixtures.sending(1, wallets: 3))
        #expect(try await store.seal(day: "2026-11-20", key: try key()) == first)
        #expect(store.heads() == [first])
    }

    @Test(arguments: [
        "", "today", "2026-1-1", "2026-13-01", "2026-00-10", "2026-01-32", "2026-11-19",
    ])
    func `what is no day, or a day gone by, is refused`(day: String) async throws {
        let store = try await store()
        try await store.seal(day: "2026-11-20", key: try key())
        let key = try key()
        await #expect(throws: LedgerStoreError.self) { try await store.seal(day: day, key: key) }
        #expect(store.heads().count == 1)
    }

    @Test func `a head kept elsewhere is compared as well`() async throws {
        let store = try await store()
        let other = try await self.store()
        try await other.commit(LedgerFixtures.sending(1, wallets: 3))
        let kept = try await other.seal(day: "2026-11-20", key: try key())
        let key = try key().publicKey
        #expect(
            store.verify(publicKey: key, kept: [kept]).violations
                == [.headMissing(day: "2026-11-20")]
        )
        try await store.commit(LedgerFixtures.sending(2, wallets: 3))
        #expect(
            store.verify(publicKey: key, kept: [kept]).violations
                == [.headMismatch(day: "2026-11-20")]
        )
    }

    @Test func `a head that was kept and is in the ledger no more was removed`() async throws {
        let sealed = try await store()
        let kept = try await sealed.seal(day: "2026-11-20", key: try key())
        let bare = try await store()
        let key = try key().publicKey
        #expect(sealed.verify(publicKey: key, kept: [kept]).isSound)
        #expect(
            bare.verify(publicKey: key, kept: [kept]).violations
                == [.headRemoved(day: "2026-11-20")]
        )
    }

    @Test func `the oldest key vouches for those it was handed over to`() async throws {
        let store = try await store()
        let old = try key()
        let next = try #require(SealingKey(bytes: Array(repeating: 7, count: 32)))
        let last = try await store.seal(day: "2026-11-20", key: old)
        let handover = try #require(
            SealKeyHandover(from: old, to: next.publicKey, after: last)
        )
        try await store.commit(
            LedgerCommand(
                key: IdempotencyKey(high: 9, low: 9),
                at: LedgerFixtures.now,
                audit: [handover.entry]
            )
        )
        try await store.seal(day: "2026-11-21", key: next)
        #expect(store.verify(publicKey: old.publicKey, kept: []).isSound)
        #expect(try store.handovers() == [handover])
        #expect(
            store.verify(publicKey: next.publicKey, kept: []).violations
                == [.headForged(day: "2026-11-20")]
        )
    }

    private func key() throws -> SealingKey {
        try #require(SealingKey(bytes: (0..<32).map { UInt8($0) }))
    }

    private func store() async throws -> MemoryLedgerStore {
        let store = MemoryLedgerStore()
        try await store.commit(LedgerFixtures.opening(wallets: 3, each: 100))
        return store
    }
}
