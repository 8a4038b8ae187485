// SPDX-License-Identifier: Apache-2.0

/// How a language writes days and times of day, by the Unicode Common Locale Data Repository
/// (CLDR).
///
/// Of CLDR's forms these are the ones in digits: `Md` and `yMd` for days, `Hm` for times. They are
/// the shortest, who reads little reads digits, and they stay in the GSM 7-bit default alphabet:
/// one `août` would make a whole screen UCS-2. A ``CalendarTime/Form/moment`` has no year, because
/// receipts are read soon; where the year matters there is a ``CalendarTime/Form/date``.
public struct DateStyle: Hashable, Sendable {
    /// The pattern of a day without its year, as `dd/MM`.
    let day: String
    /// The pattern of a day with its year, as `dd/MM/y`.
    let date: String
    /// The pattern of a time, as `HH:mm`.
    let time: String
    /// The pattern of a day without its year and a time, as `dd/MM, HH:mm`.
    let moment: String

    init(_ day: String, _ date: String, _ time: String, _ moment: String) {
        self.day = day
        self.date = date
        self.time = time
        self.moment = moment
    }

    /// `20/11/2026` and `20/11, 09:00`, as the English of the world and all that the table does
    /// not name.
    public static let english = table["en"] ?? DateStyle("d/M", "d/M/y", "HH:mm", "d/M HH:mm")

    /// Finds how a language writes days and times.
    ///
    /// - Parameters:
    ///   - code: A BCP 47 code, as `fr` or `pt-BR`; case and `_` for `-` make no difference.
    ///   - country: The ISO 3166-1 code of the country of its readers, where the code of the
    ///     language names none.
    /// - Returns: The style of language and country, else of the language, else ``english``.
    public static func of(language code: String, country: String) -> DateStyle {
        let code = LanguageCode.folded(code)
        let primary = LanguageCode.primary(code)
        let whole = code == primary ? code + "-" + country.lowercased() : code
        return table[whole] ?? table[primary] ?? english
    }

    /// A value as the language writes it, in characters of one septet.
    public func text(_ value: CalendarTime) -> String { text(value, pattern(value.form)) }

    /// The septets of the longest rendering.
    public func longestSeptets(_ form: CalendarTime.Form) -> Int { longest(form).utf8.count }

    /// The longest rendering.
    public func longest(_ form: CalendarTime.Form) -> String {
        let moment = CalendarTime(year: 2026, month: 12, day: 30, hour: 23, minute: 59)
        return moment.map { text($0, pattern(form)) } ?? ""
    }

    private func pattern(_ form: CalendarTime.Form) -> String {
        switch form {
        case .date: date
        case .time: time
        case .moment: moment
        }
    }

    private static func number(_ sign: UInt8, _ value: CalendarTime) -> Int? {
        switch sign {
        case UInt8(ascii: "y"): value.year
        case UInt8(ascii: "M"): value.month
        case UInt8(ascii: "d"): value.day
        case UInt8(ascii: "H"): value.hour
        case UInt8(ascii: "m"): value.minute
        default: nil
        }
    }

    private func text(_ value: CalendarTime, _ pattern: String) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(pattern.utf8.count + 4)
        let pattern = Array(pattern.utf8)
        var index = 0
        var isQuoted = false
        while index < pattern.count {
            let sign = pattern[index]
            var length = 1
            while index + length < pattern.count, pattern[index + length] == sign { length += 1 }
            let number = isQuoted ? nil : Self.number(sign, value)
            if sign == UInt8(ascii: "'") {
                isQuoted.toggle()
                length = 1
            } else if let number {
                let digits = String(number).utf8
                text += repeatElement(UInt8(ascii: "0"), count: max(0, length - digits.count))
                text += digits
            } else {
                text += repeatElement(sign, count: length)
            }
            index += length
        }
        return String(decoding: text, as: UTF8.self)
    }
}
