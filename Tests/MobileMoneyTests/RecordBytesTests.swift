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
        pin: PINHash(
            salt: [1, 2],
            rounds: 2,
            blockSize: 1,
            parallelism: 1,
            digest: [3, 4, 5],
            key: 3
        ),
        wrongTries: 1,
        locks: 2,
        lockedUntil: .max,
        codeUntil: 5,
        heldUntil: 6
    )
    private static let counters = {
        var counters = Counters()
        counters.day = 778_000
        counters.month = 24_317
        let totals = Totals(day: .max, dayCount: 3, month: -1, monthCount: 9)
        counters.sums = [1: Counters.Sum(totals: totals, life: .min), 2: Counters.Sum()]
        return counters
    }()
    private static let activity = Activity.Body(
        counters: counters,
        last: Activity.LastPayment(keyHigh: .max, keyLow: 1, isTold: true)
    )

    @Test func documentsAreReadAsWritten() throws {
        #expect(try Wallet.Body(recordBytes: Self.wallet.recordBytes) == Self.wallet)
        let plain = Wallet.Body(msisdn: 1, name: "", level: 0)
        #expect(try Wallet.Body(recordBytes: plain.recordBytes) == plain)
        #expect(try Activity.Body(recordBytes: Self.activity.recordBytes) == Self.activity)
        let empty = Activity.Body()
        #expect(try Activity.Body(recordBytes: empty.recordBytes) == empty)
        let income = Income.Body(counters: Self.counters)
        #expect(try Income.Body(recordBytes: income.recordBytes) == income)
        let entry = ReceiptEntry(wallet: WalletID(rawValue: 9), keyHigh: 8, keyLow: 7)
        #expect(try ReceiptEntry(recordBytes: entry.recordBytes) == entry)
        let language = ChosenLanguage(code: "pt-BR")
        #expect(try ChosenLanguage(recordBytes: language.recordBytes) == language)
        let alias = WalletAlias(wallet: WalletID(rawValue: 9))
        #expect(try WalletAlias(recordBytes: alias.recordBytes) == alias)
    }

    /// A wallet as version 1 wrote it: no key's number, no code, no hold.
    @Test func walletsOfTheFirstVersionAreRead() throws {
        var old = Self.wallet
        old.pin?.key = 1
        old.codeUntil = 0
        old.heldUntil = 0
        var writer = RecordWriter(version: 1)
        writer.write(old.msisdn)
        writer.write(old.name)
        writer.write(old.level)
        writer.write(true)
        writer.write("4021")
        writer.write("MAMA NEEMA SHOP")
        writer.write(true)
        writer.write([1, 2])
        for number in [2, 1, 1] { writer.write(number) }
        writer.write([3, 4, 5])
        writer.write(old.wrongTries)
        writer.write(old.locks)
        writer.write(old.lockedUntil)
        #expect(try Wallet.Body(recordBytes: writer.bytes) == old)
        #expect(old.recordBytes.first == 2)
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

    /// A ledger of before kinds were counted apart keeps its totals.
    @Test func anOlderActivityKeepsItsTotals() throws {
        var writer = RecordWriter(version: 1)
        for value in [778_000, 5_000, 2, 24_317, 70_000, 9] { writer.write(value) }
        writer.write(true)
        for value in [7, 8] as [UInt64] { writer.write(value) }
        writer.write(true)
        let body = try Activity.Body(recordBytes: writer.bytes)
        #expect(body.last == Activity.LastPayment(keyHigh: 7, keyLow: 8, isTold: true))
        #expect(body.counters.day == 778_000 && body.counters.month == 24_317)
        #expect(
            body.counters.sums.values.map(\.totals)
                == [Totals(day: 5_000, dayCount: 2, month: 70_000, monthCount: 9)]
        )
        #expect(try Activity.Body(recordBytes: body.recordBytes) == body)
    }

    @Test func everyShortenedActivityIsUnreadableAndNoByteOfItTraps() {
        let bytes = Self.activity.recordBytes
        for length in 0..<bytes.count {
            #expect(throws: WalletFault.unreadable(.activity)) {
                try Activity.Body(recordBytes: Array(bytes.prefix(length)))
            }
            for value in [0, 0x7F, 0x80, 0xFF] as [UInt8] {
                var damaged = bytes
                damaged[length] = value
                _ = try? Activity.Body(recordBytes: damaged)
            }
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
        #expect(
            RecordKind.allCases.map(\.rawValue)
                == [1, 2, 3, 4, 5, 6, 7, 16, 17, 20, 21, 32, 33, 34, 35]
        )
    }
}
