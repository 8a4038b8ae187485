// SPDX-License-Identifier: Apache-2.0
import Gateway

extension ClockText {
    /// A duration in the largest unit that says it exactly, as `181s` or `2m`.
    static func text(ofMilliseconds milliseconds: Int64) -> String {
        let units: [(name: String, length: Int64)] = [
            ("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1_000),
        ]
        let unit = units.first { milliseconds > 0 && milliseconds % $0.length == 0 }
        return unit.map { "\(milliseconds / $0.length)\($0.name)" } ?? "\(milliseconds)ms"
    }

    /// An instant in UTC, as `2026-11-20T06:00:00Z` (RFC 3339 section 5.6).
    static func text(of instant: Instant) -> String {
        let day = instant.milliseconds.floored(by: 86_400_000)
        let time = instant.milliseconds - day * 86_400_000
        let (year, month, date) = civil(day)
        let (seconds, fraction) = (time / 1_000, time % 1_000)
        let clock = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { padded($0, 2) }
        let tail = fraction == 0 ? "" : "." + padded(fraction, 3)
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(date, 2))"
            + "T\(clock.joined(separator: ":"))\(tail)Z"
    }

    /// The Gregorian date of a day counted from 1970; years begin in March on the way.
    private static func civil(_ day: Int64) -> (year: Int64, month: Int64, date: Int64) {
        let shifted = day + 719_468
        let era = shifted.floored(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let year =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * year + year / 4 - year / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let date = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (year + era * 400 + (month <= 2 ? 1 : 0), month, date)
    }

    private static func padded(_ number: Int64, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}

extension Int64 {
    /// The quotient rounded down, also below zero; the divisor is above zero.
    fileprivate func floored(by divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
