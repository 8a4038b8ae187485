// SPDX-License-Identifier: Apache-2.0
import Ledger

/// A day of the local calendar, which begins at midnight of one fixed offset from UTC.
struct LocalDay: Hashable, Sendable {
    /// Milliseconds of a day.
    static let milliseconds: Int64 = 86_400_000

    /// Days since 1970-01-01, local.
    let number: Int64

    init(number: Int64) { self.number = number }

    /// The day a moment lies in; moments before 1970 count as the first.
    init(_ moment: Timestamp, offsetMinutes: Int) {
        let local = moment.milliseconds.saturatingAdd(Int64(offsetMinutes) * 60_000)
        number = max(0, local) / Self.milliseconds
    }

    /// The moment it ends and the next begins.
    func end(offsetMinutes: Int) -> Timestamp {
        let (days, overflow) = (number &+ 1).multipliedReportingOverflow(by: Self.milliseconds)
        return Timestamp(milliseconds: overflow ? .max : days)
            .adding(milliseconds: Int64(offsetMinutes) * -60_000)
    }
}

extension Timestamp {
    /// The moment so many days of 24 hours later.
    func adding(days: Int) -> Timestamp {
        adding(milliseconds: Int64(clamping: days) &* LocalDay.milliseconds)
    }
}

extension LocalTime {
    /// The date as `14/06/2026`.
    var dateText: String {
        let parts = [day, month].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(parts[0])/\(parts[1])/\(year)"
    }
}
