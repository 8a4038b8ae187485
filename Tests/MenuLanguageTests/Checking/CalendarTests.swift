// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText
import Testing

@testable import MenuLanguage

/// Days and times that a service gives, shown as each language writes them.
struct CalendarTests {
    private static func menu(_ language: String, extra: String = "") -> String {
        """
        menu m
            text  \(language)
            otherwise
                unavailable  -> busy
                unsure       -> busy

        service clinic at https://clinic.example/ussd
            record visit
                on     date
                opens  time
                since  moment
                until  moment
            next() -> visit

        dial *789# -> home

        flow home
            call v = clinic.next()
            -> visit(v, v.until)

        screen visit(v: visit, until: moment)
            | {v.on} {v.opens} {v.since} {until}
            1 Hour -> busy when v.since < until
            2 Late -> busy when v.since == until
            00 Home -> home

        screen busy
            | Later.
            end\(extra)

        """
    }

    private static func compile(_ text: String) -> MenuCompilation {
        MenuCompiler.compile(
            main: SourceFile(path: "main.menu", text: text),
            contracts: [],
            read: { _ in .failure(.notFound) }
        )
    }

    @Test(arguments: [
        ("en", "20/11/2026 09:05 05/03, 09:00 20/11, 10:00"),
        ("sw", "20/11/2026 09:05 5/3, 09:00 20/11, 10:00"),
        ("fr", "20/11/2026 09:05 05/03 09:00 20/11 10:00"),
        ("es", "20/11/2026 9:05 5/3, 9:00 20/11, 10:00"),
        ("zh", "2026/11/20 09:05 3/5 09:00 11/20 10:00"),
    ])
    func eachLanguageWritesThemItsWay(_ language: String, _ line: String) throws {
        let compilation = Self.compile(Self.menu(language))
        let found = DiagnosticRenderer().render(compilation.diagnostics, in: compilation.sources)
        let program = try #require(compilation.program, "\(found)")
        #expect(compilation.diagnostics.isEmpty, "\(found)")
        let visit: [Value] = try [
            ("2026-11-20", CalendarTime.Form.date), ("09:05", .time), ("2026-03-05T09:00", .moment),
            ("2026-11-20T10:00", .moment),
        ].map { .calendar(try #require(CalendarTime(iso: $0.0, $0.1))) }
        var phone = Phone(program) { _ in .ok(.record(visit)) }
        try phone.dial("*789#")
        #expect(phone.screen == "\(line)\n1 Hour\n00 Home")
        let longest = DateStyle.of(language: language, country: "KE")
        // The line that says that an answer is none can stand above: 40 septets.
        let units =
            CalendarTime.Form.allCases.map(longest.longestSeptets).reduce(43, +)
            + longest.longestSeptets(.moment) + "\n1 Hour\n2 Late\n00 Home".utf8.count
        #expect(compilation.proof?.largest.first?.units == units)
    }

    @Test func theyAreNothingElse() {
        let extra =
            "\n\nscreen other(a: date, b: time)\n    | {a}\n    1 On -> other(b, a) when a < b"
        let ids = Set(Self.compile(Self.menu("en", extra: extra)).diagnostics.map(\.id))
        #expect(ids.contains("menu.argument-type"))
        let named = Self.menu("en").replacing("record visit", with: "record moment")
        #expect(Self.compile(named).diagnostics.map(\.id).contains("menu.name-reserved"))
    }
}
