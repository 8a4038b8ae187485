// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import MobileMoney

/// Documents are read back as written, and damaged ones are told apart from good ones.
@Suite struct RecordBytesTests {
    private static let wallet = Wallet.Body(
        msisdn: 254_712_000_003,
        name: "Neema ñ",
        level: 2,
        agent: Wallet.Agent(till: "4021", business: "MAMA NEEMA SHOP"),
        pin: PINHash(salt: [1, 2], rounds: 2, blockSize: 1, parallelism: 1, digest: [3, 4, 5]),
        wrongTries: 1,
        locks: 2,
        lockedUntil: .max
    )
    private static let activity = Activity.Body(
        day: 778_000,
        dayTotal: .max,
        dayCount: 3,
        month: 24_317,
        monthTotal: -1,
        monthCount: 9,
        last: Activity.LastPayment(keyHigh: .max, keyLow: 1, isTold: true)
    )

    @Test func documentsAreReadAsWritten() throws {
        #expect(try Wallet.Body(recordBytes: Self.wallet.recordBytes) == Self.wallet)
        let plain = Wallet.Body(msisdn: 1, name: "", level: 0)
        #expect(try Wallet.Body(recordBytes: plain.recordBytes) == plain)
        #expect(try Activity.Body(recordBytes: Self.activity.recordBytes) == Self.activity)
        let empty = Activity.Body()
        #expect(try Activity.Body(recordBytes: empty.recordBytes) == empty)
        let entry = ReceiptEntry(wallet: WalletID(rawValue: 9), keyHigh: 8, keyLow: 7)
        #expect(try ReceiptEntry(recordBytes: entry.recordBytes) == entry)
        let language = ChosenLanguage(code: "pt-BR")
        #expect(try ChosenLanguage(recordBytes: language.recordBytes) == language)
        let alias = WalletAlias(wallet: WalletID(rawValue: 9))
        #expect(try WalletAlias(recordBytes: alias.recordBytes) == alias)
    }

    @Test func everyShortenedOrLengthenedDocumentIsUnreadable() {
        let bytes = Self.wallet.recordBytes
        for length in 0..<bytes.count {
            #expect(throws: WalletFault.unreadable(.wallet)) {
                try Wallet.Body(recordBytes: Array(bytes.prefix(length)))
            }
        }
        #expect(throws: WalletFault.unreadable(.wallet)) {
            try Wallet.Body(recordBytes: bytes + [0])
        }
        #expect(throws: WalletFault.unreadable(.activity)) {
            try Activity.Body(recordBytes: [2] + Self.activity.recordBytes.dropFirst())
        }
    }

    @Test func noByteOfADocumentTraps() {
        let bytes = Self.wallet.recordBytes
        for place in bytes.indices {
            for value in [0, 0x7F, 0x80, 0xFF] as [UInt8] {
                var damaged = bytes
                damaged[place] = value
                _ = try? Wallet.Body(recordBytes: damaged)
            }
        }
        #expect(RecordKind.allCases.map(\.rawValue) == [1, 2, 3, 4, 5, 6, 20, 21])
    }
}
