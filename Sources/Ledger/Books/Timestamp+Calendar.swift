// SPDX-License-Identifier: Apache-2.0

/// Moments as ISO 8601 writes them, in the proleptic Gregorian calendar of years 1 to 9999.
extension Timestamp {
    /// Date and time with milliseconds, such as `2026-11-20T09:00:00.000+03:00`; `Z` for UTC.
    ///
    /// - Parameter offsetMinutes: local time less UTC, held between -14 and 14 hours.
    /// - Returns: 24 or 29 characters.
    public func calendarText(offsetMinutes: Int = 0) -> String {
        let offset = Calendar.held(offsetMinutes)
        let local = Calendar.local(self, offset)
        let time = local.milliseconds % Calendar.dayMilliseconds
        let parts = [time / 3_600_000, time / 60_000 % 60, time / 1_000 % 60]
        let clock = parts.map { Calendar.padded($0, 2) }.joined(separator: ":")
        return "\(calendarDate(offsetMinutes: offset))T\(clock)."
            + "\(Calendar.padded(time % 1_000, 3))\(Calendar.zone(offset))"
    }

    /// The date alone, such as `2026-11-20`.
    ///
    /// - Parameter offsetMinutes: local time less UTC, held between -14 and 14 hours.
    /// - Returns: 10 characters.
    public func calendarDate(offsetMinutes: Int = 0) -> String {
        let local = Calendar.local(self, Calendar.held(offsetMinutes))
        let (year, month, day) = Calendar.civil(local.milliseconds / Calendar.dayMilliseconds)
        return "\(Calendar.padded(year, 4))-\(Calendar.padded(month, 2))-"
            + Calendar.padded(day, 2)
    }

    /// The first and last moment that a text names; nil when it names none.
    ///
    /// `2026-11-20` is a whole day, `2026-11-20T09:00` a minute, `2026-11-20T09:00:00` a second,
    /// and with `.000` a single millisecond. `Z` or an offset such as `+03:00` may follow a time.
    ///
    /// - Parameters:
    ///   - text: the text, without blanks around it.
    ///   - offsetMinutes: local time less UTC where the text does not say.
    /// - Returns: the moments, or nil.
    public static func moments(
        named text: String,
        offsetMinutes: Int = 0
    ) -> ClosedRange<Timestamp>? {
        var reader = CalendarReader(text)
        guard let days = reader.date() else { return nil }
        var (start, length) = (days * Calendar.dayMilliseconds, Calendar.dayMilliseconds)
        var offset = Calendar.held(offsetMinutes)
        if !reader.isAtEnd {
            guard let time = reader.time() else { return nil }
            start += time.milliseconds
            length = time.length
            if !reader.isAtEnd {
                guard let zone = reader.zone() else { return nil }
                offset = zone
            }
            guard reader.isAtEnd else { return nil }
        }
        start -= Int64(offset) * 60_000
        return Timestamp(milliseconds: start)...Timestamp(milliseconds: start + length - 1)
    }

    /// The minutes that an offset such as `+03:00` or `Z` names, at most 14 hours; nil for none.
    public static func offsetMinutes(named text: String) -> Int? {
        var reader = CalendarReader(text)
        guard let minutes = reader.zone(), reader.isAtEnd else { return nil }
        return minutes
    }
}

/// The arithmetic of the calendar, in whole numbers.
enum Calendar {
    static let dayMilliseconds = 86_400_000 as Int64
    /// The greatest distance from UTC.
    static let offsetMinutesMax = 14 * 60

    static func held(_ offsetMinutes: Int) -> Int {
        min(max(offsetMinutes, -offsetMinutesMax), offsetMinutesMax)
    }

    /// The moment as a clock on the wall counts it, in milliseconds since the year 1 began, held
    /// within the years 1 to 9999.
    static func local(_ moment: Timestamp, _ offsetMinutes: Int) -> Timestamp {
        let shifted = moment.adding(milliseconds: Int64(offsetMinutes) * 60_000)
        let first = days(1, 1, 1) * dayMilliseconds
        let last = days(9_999, 12, 31) * dayMilliseconds + dayMilliseconds - 1
        return Timestamp(milliseconds: min(max(shifted.milliseconds, first), last) - first)
    }

    /// Year, month and day of a day counted from 1 January of the year 1.
    static func civil(_ day: Int64) -> (Int64, Int64, Int64) {
        // Years that begin in March end with the leap day: 146,097 days are 400 of them.
        let shifted = day + 306
        let era = shifted / 146_097
        let inEra = shifted % 146_097
        let year = (inEra - inEra / 1_460 + inEra / 36_524 - inEra / 146_096) / 365
        let inYear = inEra - (365 * year + year / 4 - year / 100)
        let month = (5 * inYear + 2) / 153
        let civilMonth = month < 10 ? month + 3 : month - 9
        let civilYear = year + era * 400 + (civilMonth <= 2 ? 1 : 0)
        return (civilYear, civilMonth, inYear - (153 * month + 2) / 5 + 1)
    }

    /// The days from 1 January 1970 to a date of the year 1 or later.
    static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let shiftedYear = month <= 2 ? year - 1 : year
        let shiftedMonth = month <= 2 ? month + 9 : month - 3
        let leap = shiftedYear / 4 - shiftedYear / 100 + shiftedYear / 400
        return 365 * shiftedYear + leap + (153 * shiftedMonth + 2) / 5 + day - 1 - 719_468
    }

    static func zone(_ offset: Int) -> String {
        guard offset != 0 else { return "Z" }
        let minutes = Int64(offset.magnitude)
        return (offset < 0 ? "-" : "+") + padded(minutes / 60, 2) + ":" + padded(minutes % 60, 2)
    }

    static func padded(_ value: Int64, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

/// Reads the parts of an ISO 8601 text one after the other.
private struct CalendarReader {
    private var rest: ArraySlice<UInt8>

    init(_ text: String) { rest = Array(text.utf8)[...] }

    var isAtEnd: Bool { rest.isEmpty }

    /// The days since 1970 of a date that exists.
    mutating func date() -> Int64? {
        guard let year = number(4), take("-"), let month = number(2), take("-"),
            let day = number(2), year >= 1, 1...12 ~= month, day >= 1
        else { return nil }
        let next = month == 12 ? Calendar.days(year + 1, 1, 1) : Calendar.days(year, month + 1, 1)
        let found = Calendar.days(year, month, day)
        return found < next ? found : nil
    }

    /// The milliseconds since midnight, and how many of them the text names.
    mutating func time() -> (milliseconds: Int64, length: Int64)? {
        guard take("T"), let hour = number(2), take(":"), let minute = number(2), hour <= 23,
            minute <= 59
        else { return nil }
        let sum = hour * 3_600_000 + minute * 60_000
        guard take(":") else { return (sum, 60_000) }
        guard let second = number(2), second <= 59 else { return nil }
        guard take(".") else { return (sum + second * 1_000, 1_000) }
        guard let thousandths = number(3) else { return nil }
        return (sum + second * 1_000 + thousandths, 1)
    }

    /// The minutes of an offset.
    mutating func zone() -> Int? {
        if take("Z") { return 0 }
        let sign = take("+") ? 1 : take("-") ? -1 : 0
        guard sign != 0, let hours = number(2), take(":"), let minutes = number(2), minutes <= 59
        else { return nil }
        let offset = sign * Int(hours * 60 + minutes)
        return Calendar.held(offset) == offset ? offset : nil
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func number(_ count: Int) -> Int64? {
        let digits = rest.prefix(count)
        guard digits.count == count, digits.allSatisfy({ 48...57 ~= $0 }) else { return nil }
        rest = rest.dropFirst(count)
        return digits.reduce(0) { $0 * 10 + Int64($1 - 48) }
    }
}
