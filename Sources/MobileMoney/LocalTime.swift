// SPDX-License-Identifier: Apache-2.0
import Dialogue

/// A moment on the wall clock and calendar of one fixed offset from UTC.
///
/// The calendar is the proleptic Gregorian one of ISO 8601, reckoned in whole numbers.
struct LocalTime: Hashable, Sendable {
    let year: Int
    let month: Int
    let day: Int
    let hour: Int
    let minute: Int

    /// Makes the local time of milliseconds since 1970, UTC.
    ///
    /// Moments before 1970 or after 9999 are held at these ends, which no clock of a phone reaches.
    init(milliseconds: Int64, offsetMinutes: Int) {
        let last = 253_402_300_799 as Int64
        let seconds = min(max(milliseconds / 1_000, 0), last - 86_400) + Int64(offsetMinutes) * 60
        let local = Int(max(seconds, 0))
        hour = local / 3_600 % 24
        minute = local / 60 % 60
        (year, month, day) = Self.civil(daysSince1970: local / 86_400)
    }

    /// Day and time as menus have them.
    var moment: CalendarTime? {
        CalendarTime(year: year, month: month, day: day, hour: hour, minute: minute)
    }

    /// The moment as a service gives it.
    var value: Value { moment.map { .calendar($0) } ?? .absent }

    /// Day and time where no language is known, such as lines for staff: `14/06 10:32`.
    var shortText: String {
        [day, month, hour, minute].map { $0 < 10 ? "0\($0)" : String($0) }.enumerated()
            .reduce("") { $0 + ["", "/", " ", ":"][$1.offset] + $1.element }
    }

    /// A number that names the month: 12 a year.
    var monthNumber: Int { year * 12 + month - 1 }

    /// A number that names the day; days of different months never share one.
    var dayNumber: Int { monthNumber * 32 + day }

    /// Reckons in years that begin on 1 March, so that the leap day comes last: 146,097 days are
    /// 400 years, 1,461 days four of them.
    private static func civil(daysSince1970: Int) -> (year: Int, month: Int, day: Int) {
        let days = daysSince1970 + 719_468
        let era = days / 146_097
        let dayOfEra = days % 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shifted + 2) / 5 + 1
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }
}
