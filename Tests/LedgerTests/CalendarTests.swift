// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ledger
import Testing

/// Moments as ISO 8601 writes them.
@Suite struct CalendarTests {
    static let texts: [(Int64, Int, String)] = [
        (0, 0, "1970-01-01T00:00:00.000Z"),
        (1_781_422_320_000, 180, "2026-06-14T10:32:00.000+03:00"),
        (951_782_400_000 - 1, 0, "2000-02-28T23:59:59.999Z"),
        (951_782_400_000, 0, "2000-02-29T00:00:00.000Z"),
        (-1, 0, "1969-12-31T23:59:59.999Z"),
        (-2_203_891_200_000, 0, "1900-03-01T00:00:00.000Z"),
        (1_000, -210, "1969-12-31T20:30:01.000-03:30"),
        (.min, 0, "0001-01-01T00:00:00.000Z"),
        (.max, 840, "9999-12-31T23:59:59.999+14:00"),
        (0, .max, "1970-01-01T14:00:00.000+14:00"),
    ]

    @Test(arguments: texts) func `a moment is written`(
        _ milliseconds: Int64,
        _ offset: Int,
        _ text: String
    ) {
        let moment = Timestamp(milliseconds: milliseconds)
        #expect(moment.calendarText(offsetMinutes: offset) == text)
        #expect(moment.calendarDate(offsetMinutes: offset) == String(text.prefix(10)))
        guard milliseconds != .min, milliseconds != .max else { return }
        #expect(Timestamp.moments(named: text) == moment...moment)
    }

    @Test func `every day of 400 years is the calendar's`() {
        let formatter = ISO8601DateFormatter()
        formatter.formatOptions = [.withFullDate]
        for day in stride(from: -25_567 as Int64, to: 120_530, by: 1) {
            let text = Timestamp(milliseconds: day * 86_400_000).calendarDate()
            guard let first = Timestamp.moments(named: text)?.lowerBound else {
                Issue.record("\(text) is not read")
                continue
            }
            #expect(first.milliseconds == day * 86_400_000)
            if day % 997 == 0 {
                let date = Date(timeIntervalSince1970: TimeInterval(day * 86_400))
                #expect(formatter.string(from: date) == text)
            }
        }
    }

    @Test func `a day, a minute and a second are all the moments in them`() {
        let rows: [(String, Int, Int64, Int64)] = [
            ("1970-01-02", 0, 86_400_000, 172_799_999),
            ("1970-01-02", 180, 75_600_000, 161_999_999),
            ("1970-01-01T00:01", 0, 60_000, 119_999),
            ("1970-01-01T03:01", 180, 60_000, 119_999),
            ("1970-01-01T03:01+03:00", 0, 60_000, 119_999),
            ("1970-01-01T00:00:01Z", 180, 1_000, 1_999),
        ]
        for (text, offset, first, last) in rows {
            let found = Timestamp.moments(named: text, offsetMinutes: offset)
            #expect(found?.lowerBound.milliseconds == first, "\(text)")
            #expect(found?.upperBound.milliseconds == last, "\(text)")
        }
    }

    @Test(arguments: [
        "", "today", "2026", "2026-13-01", "2026-00-01", "2026-02-29", "2026-01-32", "0000-01-01",
        "2026-01-01T", "2026-01-01T24:00", "2026-01-01T10:60", "2026-01-01T10:00:60",
        "2026-01-01T10:00:00.1", "2026-01-01T10:00+15:00", "2026-01-01T10:00x", "2026-01-01Z",
        "२०२६-01-01", "2026-01-01 10:00", "-026-01-01",
    ])
    func `what names no moment is not read`(_ text: String) {
        #expect(Timestamp.moments(named: text) == nil)
    }

    @Test func `an offset is read`() {
        #expect(Timestamp.offsetMinutes(named: "+03:00") == 180)
        #expect(Timestamp.offsetMinutes(named: "-03:30") == -210)
        #expect(Timestamp.offsetMinutes(named: "Z") == 0)
        for text in ["", "3", "+3:00", "+14:01", "+03:60", "+03:00Z"] {
            #expect(Timestamp.offsetMinutes(named: text) == nil, "\(text)")
        }
    }
}
