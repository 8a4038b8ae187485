// SPDX-License-Identifier: Apache-2.0
import Foundation
import GSM
import Testing

@testable import Dialogue

@Suite("Days and times in a language")
struct DateStyleTests {
    static let moment = CalendarTime(year: 2026, month: 3, day: 5, hour: 9, minute: 7)

    @Test(
        "are written as its readers write them",
        arguments: [
            ("en", "KE", "05/03/2026", "09:07", "05/03, 09:07"),
            ("EN_us", "KE", "3/5/2026", "09:07", "3/5, 09:07"),
            ("sw", "KE", "5/3/2026", "09:07", "5/3, 09:07"),
            ("fr", "KE", "05/03/2026", "09:07", "05/03 09:07"),
            ("fr-CA", "KE", "2026-03-05", "09:07", "03-05 09:07"),
            ("es", "KE", "5/3/2026", "9:07", "5/3, 9:07"),
            ("zh", "CN", "2026/3/5", "09:07", "3/5 09:07"),
            ("fi", "", "5.3.2026", "9.07", "5.3. klo 9.07"),
            ("oc", "", "05/03/2026", "09h07", "03-05 09h07"),
            ("tlh", "KE", "05/03/2026", "09:07", "05/03, 09:07"),
        ]
    )
    func written(code: String, country: String, date: String, time: String, both: String) throws {
        let style = DateStyle.of(language: code, country: country)
        let moment = try #require(Self.moment)
        let day = CalendarTime(year: moment.year, month: moment.month, day: moment.day)
        let clock = CalendarTime(hour: moment.hour, minute: moment.minute)
        #expect(style.text(moment) == both)
        #expect(style.text(try #require(day)) == date)
        #expect(style.text(try #require(clock)) == time)
    }

    @Test(
        "are written as the Unicode Common Locale Data Repository says",
        arguments: [
            "en", "sw", "fr", "es", "zh", "pt", "pt-PT", "ar", "hi", "am", "ha", "yo", "ig", "zu",
            "xh", "af", "rw", "so", "tr", "de", "it", "es-MX", "es-AR", "de-CH", "bn", "ur", "ru",
            "ln", "lg", "om", "ti", "wo", "ff", "mg", "ny", "nl", "id", "vi", "pl", "en-ZA", "tn",
            "en-US", "en-GB", "fr-CA", "fi", "ko", "hu", "ja", "lt", "si", "te", "ml",
        ]
    )
    func likeCLDR(code: String) throws {
        let formatters = Dictionary(
            uniqueKeysWithValues: CalendarTime.Form.allCases.map {
                ($0, Self.formatter(code, $0))
            }
        )
        let style = DateStyle.of(language: code, country: "KE")
        for day in 0..<366 {
            let date = Date(timeIntervalSince1970: 1_704_067_200 + Double(day * 86_400 + day * 229))
            let parts = Self.utc.dateComponents(
                [.year, .month, .day, .hour, .minute],
                from: date
            )
            for (form, formatter) in formatters {
                let value = try #require(Self.value(form, parts))
                let text = Self.inGSM(formatter.string(from: date))
                #expect(style.text(value) == text, "\(code)")
            }
        }
    }

    @Test("are never longer than the proof of fit counts, in characters of one septet")
    func longest() throws {
        for (code, style) in DateStyle.table {
            for form in CalendarTime.Form.allCases {
                let longest = style.longest(form)
                #expect(TextSize.measure(longest).alphabet == .gsm7)
                #expect(TextSize.measure(longest).units == longest.utf8.count)
                #expect(
                    longest.allSatisfy { "0123456789/.:-,() hukloKzeg".contains($0) },
                    "\(code)"
                )
                for month in 1...12 {
                    for day in [1, 9, 10, 28] {
                        let value = Self.value(
                            form,
                            .init(year: 9_999, month: month, day: day, hour: day % 24, minute: day)
                        )
                        let text = style.text(try #require(value))
                        #expect(text.utf8.count <= longest.utf8.count, "\(code): \(text)")
                        let type = ValueType.calendar(form)
                        let format = AmountFormat(code: "KES", minorDigits: 2)
                        #expect(
                            type.longestSeptets(format: format, dates: style) == longest.utf8.count
                        )
                    }
                }
            }
        }
    }

    @Test(
        "are read as services write them",
        arguments: [
            ("2026-11-20", CalendarTime.Form.date, true), ("09:00", .time, true),
            ("2026-11-20T09:00", .moment, true), ("2024-02-29", .date, true),
            ("2026-02-29", .date, false), ("1900-02-29", .date, false),
            ("2000-02-29", .date, true), ("2026-13-01", .date, false), ("0000-01-01", .date, false),
            ("2026-04-31", .date, false), ("2026-00-10", .date, false), ("24:00", .time, false),
            ("23:60", .time, false), ("9:00", .time, false), ("2026-11-20", .moment, false),
            ("2026-11-20T09:00Z", .moment, false), ("2026-11-20 09:00", .moment, false),
            ("2026-11-20T09:00+03:00", .moment, false), ("२०२६-११-२०", .date, false),
            ("", .time, false),
        ]
    )
    func read(text: String, form: CalendarTime.Form, isOne: Bool) {
        let value = CalendarTime(iso: text, form)
        #expect(value?.iso == (isOne ? text : nil))
        #expect(value == nil || value?.form == form)
    }

    @Test("have an order where they are of one form")
    func order() throws {
        let texts = [
            "2025-12-31T23:59", "2026-01-01T00:00", "2026-01-01T00:01", "2026-02-01T00:00",
        ]
        let values = try texts.map { try #require(CalendarTime(iso: $0, .moment)) }
        #expect(values.reversed().sorted() == values)
        let date = try #require(CalendarTime(iso: "2026-01-01", .date))
        #expect(!(values[0] < date) && !(date < values[0]))
        #expect(MemoryLayout<CalendarTime>.size <= 8)
    }

    private static var utc: Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar
    }

    private static func value(_ form: CalendarTime.Form, _ parts: DateComponents) -> CalendarTime? {
        let (year, month, day) = (parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
        let (hour, minute) = (parts.hour ?? -1, parts.minute ?? -1)
        return switch form {
        case .date: CalendarTime(year: year, month: month, day: day)
        case .time: CalendarTime(hour: hour, minute: minute)
        case .moment: CalendarTime(year: year, month: month, day: day, hour: hour, minute: minute)
        }
    }

    /// Foundation's formatter for the skeleton of a form; the English of Kenya for English.
    private static func formatter(_ code: String, _ form: CalendarTime.Form) -> DateFormatter {
        var parts = Locale.Components(identifier: code == "en" ? "en-KE" : code)
        parts.numberingSystem = Locale.NumberingSystem("latn")
        let formatter = DateFormatter()
        formatter.locale = Locale(components: parts)
        formatter.calendar = utc
        formatter.timeZone = utc.timeZone
        let skeletons: [CalendarTime.Form: String] = [.date: "yMd", .time: "Hm", .moment: "MdHm"]
        formatter.setLocalizedDateFormatFromTemplate(skeletons[form] ?? "")
        return formatter
    }

    /// A text of CLDR with the characters that GSM 7-bit lacks replaced or left out.
    private static func inGSM(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.compactMap { scalar in
                    switch scalar {
                    case "\u{A0}", "\u{202F}": " "
                    case "\u{60C}": ","
                    case "\u{200E}", "\u{200F}", "\u{61C}": nil
                    default: scalar
                    }
                }
            )
        )
    }
}
