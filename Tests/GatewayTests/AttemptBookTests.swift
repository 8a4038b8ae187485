// SPDX-License-Identifier: Apache-2.0
import GSM
import Testing

@testable import Gateway

/// How often a phone may do something.
@Suite struct AttemptBookTests {
    private static let minute: Int64 = 60_000
    private static let day: Int64 = 86_400_000
    private static let most = AttemptLimit(perMinute: 2, perDay: 5)

    /// Moments in milliseconds since midnight, and whether the attempt there is let through.
    @Test func countsByMinuteAndByDay() throws {
        let phone = try #require(MSISDN(digits: 254_712_000_001))
        var book = AttemptBook()
        let attempts: [(Int64, Bool)] = [
            (0, true), (59_999, true), (59_999, false), (Self.minute, true), (61_000, true),
            (61_001, false), (2 * Self.minute, true), (3 * Self.minute, false),
            (Self.day - 1, false), (Self.day, true),
        ]
        for (moment, isLet) in attempts {
            let now = Instant(milliseconds: 20_000 * Self.day + moment)
            let answer = book.take(phone, at: now, most: Self.most)
            #expect(answer == isLet, "at \(moment)")
        }
    }

    @Test func eachPhoneHasItsOwnCount() throws {
        let phones = try [1, 2].map { try #require(MSISDN(digits: 254_712_000_000 + $0)) }
        var book = AttemptBook()
        let now = Instant(milliseconds: 5)
        let answers = [0, 1, 0, 1, 0].map { book.take(phones[$0], at: now, most: Self.most) }
        #expect(answers == [true, true, true, true, false])
        #expect(book.phones == 2)
    }

    @Test func aFullBookForgetsEarlierMinutesFirst() throws {
        var book = AttemptBook()
        for number in 0..<UInt64(AttemptBook.phonesMax) {
            let phone = try #require(MSISDN(digits: 254_700_000_000 + number))
            let moment = number == 7 ? Self.minute : 0
            _ = book.take(phone, at: Instant(milliseconds: moment), most: Self.most)
        }
        #expect(book.phones == AttemptBook.phonesMax)
        let next = try #require(MSISDN(digits: 254_799_999_999))
        let now = Instant(milliseconds: Self.minute)
        let isNextLet = book.take(next, at: now, most: Self.most)
        #expect(isNextLet && book.phones == 2)
        let late = try #require(MSISDN(digits: 254_700_000_007))
        let answers = [0, 1].map { _ in book.take(late, at: now, most: Self.most) }
        #expect(answers == [true, false], "its first attempt is not forgotten")
        #expect(!String(reflecting: book).contains("2547"))
    }

    @Test(arguments: [Int64.min, -1, 0, .max])
    func noMomentTraps(moment: Int64) throws {
        let phone = try #require(MSISDN(digits: 254_712_000_001))
        var book = AttemptBook()
        let answer = book.take(phone, at: Instant(milliseconds: moment), most: Self.most)
        #expect(answer)
    }
}
