// SPDX-License-Identifier: Apache-2.0

/// A day, a time of day, or both, on the calendar and the clock of those who read it.
///
/// The calendar is the Gregorian one of ISO 8601. There is no offset from UTC: whoever makes a
/// value knows where its readers are.
public struct CalendarTime: Hashable, Sendable {
    /// What of day and time there is, named as menus name the types.
    public enum Form: String, CaseIterable, Hashable, Sendable {
        /// A day of a year.
        case date
        /// A time of day.
        case time
        /// A day and a time.
        case moment
    }

    /// What of day and time there is.
    public let form: Form
    /// 1 to 9999; 0 in a time of day.
    public var year: Int { Int(ofYear) }
    /// 1 to 12; 0 in a time of day.
    public var month: Int { Int(ofMonth) }
    /// 1 to 31; 0 in a time of day.
    public var day: Int { Int(ofDay) }
    /// 0 to 23; 0 in a date.
    public var hour: Int { Int(ofHour) }
    /// 0 to 59; 0 in a date.
    public var minute: Int { Int(ofMinute) }
    /// In few octets, because values are kept in every session.
    private let ofYear: Int16
    private let ofMonth: UInt8
    private let ofDay: UInt8
    private let ofHour: UInt8
    private let ofMinute: UInt8

    /// Makes a date; nil when the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard Self.isDay(year, month, day) else { return nil }
        self.init(.date, (year, month, day), (0, 0))
    }

    /// Makes a time of day; nil when the clock has no such time.
    public init?(hour: Int, minute: Int) {
        guard Self.isTime(hour, minute) else { return nil }
        self.init(.time, (0, 0, 0), (hour, minute))
    }

    /// Makes a moment; nil when the calendar has no such day or the clock no such time.
    public init?(year: Int, month: Int, day: Int, hour: Int, minute: Int) {
        guard Self.isDay(year, month, day), Self.isTime(hour, minute) else { return nil }
        self.init(.moment, (year, month, day), (hour, minute))
    }

    /// Reads what services write: `2026-11-20`, `09:00` or `2026-11-20T09:00` (ISO 8601-1, the
    /// extended formats, local).
    ///
    /// - Returns: nil for any other text, one with an offset from UTC included.
    public init?(iso text: String, _ form: Form) {
        let octets = Array(text.utf8)
        func number(_ range: Range<Int>) -> Int {
            octets[range].reduce(0) { $0 * 10 + Int($1) - 0x30 }
        }
        let pattern = form.pattern
        guard octets.count == pattern.utf8.count,
            zip(octets, pattern.utf8).allSatisfy({ octet, sign in
                sign == UInt8(ascii: "0") ? 0x30...0x39 ~= octet : octet == sign
            })
        else { return nil }
        switch form {
        case .date: self.init(year: number(0..<4), month: number(5..<7), day: number(8..<10))
        case .time: self.init(hour: number(0..<2), minute: number(3..<5))
        case .moment:
            self.init(
                year: number(0..<4),
                month: number(5..<7),
                day: number(8..<10),
                hour: number(11..<13),
                minute: number(14..<16)
            )
        }
    }

    private init(_ form: Form, _ date: (Int, Int, Int), _ time: (Int, Int)) {
        self.form = form
        ofYear = Int16(clamping: date.0)
        ofMonth = UInt8(clamping: date.1)
        ofDay = UInt8(clamping: date.2)
        ofHour = UInt8(clamping: time.0)
        ofMinute = UInt8(clamping: time.1)
    }

    /// The value as services write it, as ``init(iso:_:)`` reads it.
    public var iso: String {
        func digits(_ number: Int, _ count: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
        }
        let date = digits(year, 4) + "-" + digits(month, 2) + "-" + digits(day, 2)
        let time = digits(hour, 2) + ":" + digits(minute, 2)
        return switch form {
        case .date: date
        case .time: time
        case .moment: date + "T" + time
        }
    }

    private static func isDay(_ year: Int, _ month: Int, _ day: Int) -> Bool {
        guard 1...9_999 ~= year, 1...12 ~= month, day >= 1 else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
        return day <= days
    }

    private static func isTime(_ hour: Int, _ minute: Int) -> Bool {
        0...23 ~= hour && 0...59 ~= minute
    }
}

extension CalendarTime.Form {
    /// How a value is written, with 0 for each digit.
    fileprivate var pattern: String {
        switch self {
        case .date: "0000-00-00"
        case .time: "00:00"
        case .moment: "0000-00-00T00:00"
        }
    }
}

extension CalendarTime: Comparable {
    /// Whether the left is earlier; values of different forms have no order.
    public static func < (left: CalendarTime, right: CalendarTime) -> Bool {
        left.form == right.form
            && (left.year, left.month, left.day, left.hour, left.minute)
                < (right.year, right.month, right.day, right.hour, right.minute)
    }
}

extension CalendarTime: CustomStringConvertible {
    /// The value as services write it.
    public var description: String { iso }
}
