// SPDX-License-Identifier: Apache-2.0
import Gateway

/// Reads durations and instants as transcripts write them.
enum ClockText {
    /// The milliseconds of `10s`, `500ms`, `15m`, `1h30m` or `7d`; nil for anything else.
    static func duration(_ text: some StringProtocol) -> Int64? {
        var octets = Array(text.utf8)[...]
        guard !octets.isEmpty else { return nil }
        var total: Int64 = 0
        while !octets.isEmpty {
            let digits = octets.prefix { isDigit($0) }
            octets = octets.dropFirst(digits.count)
            let unit = octets.prefix { !isDigit($0) }
            octets = octets.dropFirst(unit.count)
            guard 1...12 ~= digits.count,
                let number = Int64(String(decoding: digits, as: UTF8.self)),
                let factor = units[String(decoding: unit, as: UTF8.self)]
            else { return nil }
            let (product, overflow) = number.multipliedReportingOverflow(by: factor)
            let (sum, carry) = total.addingReportingOverflow(product)
            guard !overflow, !carry, sum <= TranscriptLimits.durationMillisecondsMax else {
                return nil
            }
            total = sum
        }
        return total
    }

    /// The instant of `2026-11-20T09:00:00+03:00` or `…Z` (RFC 3339 section 5.6); nil for others.
    static func instant(_ text: some StringProtocol) -> Instant? {
        let octets = Array(text.utf8)
        guard octets.count >= 20, let date = date(octets), let time = time(octets) else {
            return nil
        }
        var index = 19
        var milliseconds: Int64 = 0
        if octets[index] == UInt8(ascii: ".") {
            let fraction = octets[(index + 1)...].prefix { isDigit($0) }
            guard 1...9 ~= fraction.count else { return nil }
            let padded = (Array(fraction) + [48, 48, 48]).prefix(3)
            milliseconds = padded.reduce(0) { $0 * 10 + Int64($1 - 48) }
            index += 1 + fraction.count
        }
        guard let offset = offset(octets[index...]) else { return nil }
        return Instant(milliseconds: (date + time - offset) * 1_000 + milliseconds)
    }

    /// How far ahead of UTC an instant is written; 0 for what is none.
    static func offsetMilliseconds(_ text: some StringProtocol) -> Int64 {
        (offset(Array(text.utf8.suffix(6))[...]) ?? 0) * 1_000
    }

    private static let units: [String: Int64] = [
        "ms": 1, "s": 1_000, "m": 60_000, "h": 3_600_000, "d": 86_400_000,
    ]

    /// Seconds from 1970 to the day, in the Gregorian calendar.
    private static func date(_ octets: [UInt8]) -> Int64? {
        guard let year = number(octets, 0, 4), octets[4] == UInt8(ascii: "-"),
            let month = number(octets, 5, 2), octets[7] == UInt8(ascii: "-"),
            let day = number(octets, 8, 2), year >= 1970, 1...12 ~= month
        else { return nil }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths: [Int64] = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard 1...lengths[Int(month) - 1] ~= day else { return nil }
        let before = year - 1
        let leaps = before / 4 - before / 100 + before / 400 - 477
        let daysOfMonths = lengths.prefix(Int(month) - 1).reduce(0, +)
        return ((year - 1970) * 365 + leaps + daysOfMonths + day - 1) * 86_400
    }

    private static func time(_ octets: [UInt8]) -> Int64? {
        guard octets[10] == UInt8(ascii: "T"), octets[13] == UInt8(ascii: ":"),
            octets[16] == UInt8(ascii: ":"), let hour = number(octets, 11, 2), hour < 24,
            let minute = number(octets, 14, 2), minute < 60,
            let second = number(octets, 17, 2), second < 60
        else { return nil }
        return hour * 3_600 + minute * 60 + second
    }

    /// Seconds east of Greenwich.
    private static func offset(_ octets: ArraySlice<UInt8>) -> Int64? {
        let octets = Array(octets)
        if octets == [UInt8(ascii: "Z")] { return 0 }
        guard octets.count == 6, octets[3] == UInt8(ascii: ":"),
            octets[0] == UInt8(ascii: "+") || octets[0] == UInt8(ascii: "-"),
            let hours = number(octets, 1, 2), hours < 24,
            let minutes = number(octets, 4, 2), minutes < 60
        else { return nil }
        return (hours * 3_600 + minutes * 60) * (octets[0] == UInt8(ascii: "+") ? 1 : -1)
    }

    private static func number(_ octets: [UInt8], _ start: Int, _ count: Int) -> Int64? {
        guard octets.count >= start + count else { return nil }
        var number: Int64 = 0
        for octet in octets[start..<(start + count)] {
            guard isDigit(octet) else { return nil }
            number = number * 10 + Int64(octet - 48)
        }
        return number
    }

    private static func isDigit(_ octet: UInt8) -> Bool { 48...57 ~= octet }
}
