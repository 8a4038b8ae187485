// SPDX-License-Identifier: Apache-2.0
import SourceText
import Testing

@testable import MenuLanguage

/// Names of a service that the menu declares itself, under a cursor.
struct ServiceEditingTests {
    static let menu = """
        menu main
            otherwise
                unavailable  -> busy
                unsure       -> busy

        dial *789#  -> home

        service weather at https://weather.example/ussd
            within   4 seconds
            retries  2
            record day
                sky   choice sunny rainy
                rain  number 3
            record week
                days  day list 7
            forecast(place: text 20) -> week
                unknown_place
            report(rain: number 3, pin: secret) posts

        flow home
            ask place: text 3 ... 20
                | Where?
            call week = weather.forecast(place)
                unknown_place  -> place
            ask pin: secret
                | Your code?
            call weather.report(1, pin)
            -> week(week)

        screen week(week: week)
            | A week
            each d in week.days | {d.rain} mm -> told(d)

        screen told(d: day)
            | {d.rain} mm
            end

        screen busy
            | Try again later.
            end

        """

    static func desk(_ line: String, for old: String? = nil) throws -> Desk {
        let old = old ?? line.replacing(Desk.cursor, with: "")
        let place = try #require(menu.firstRange(of: old), "no line has `\(old)`")
        return try Desk(marked: menu.replacingCharacters(in: place, with: line))
    }

    @Test func theMenuIsWhole() throws {
        let found = try Self.desk("screen ‸busy").analysis.compilation
        #expect(
            found.diagnostics.isEmpty,
            "\(DiagnosticRenderer().render(found.diagnostics, in: found.sources))"
        )
    }

    static let uses: [(line: String, lines: [String])] = [
        ("service wea‸ther", ["8!", "23", "27"]),
        ("fore‸cast(place:", ["16!", "23"]),
        ("weather.fore‸cast", ["16!", "23"]),
        ("weather.rep‸ort", ["18!", "27"]),
        ("record d‸ay", ["11!", "15", "34"]),
        ("told(d: d‸ay)", ["11!", "15", "34"]),
        ("-> we‸ek\n", ["14!", "16", "30"]),
        ("  ra‸in  number 3\n", ["13!", "32", "35"]),
        ("{d.ra‸in} mm ->", ["13!", "32", "35"]),
        ("unknown_pl‸ace\n    report", ["17!", "24"]),
    ]

    @Test(arguments: uses)
    func aNameIsFoundWhereverItIsWritten(_ line: String, _ lines: [String]) throws {
        #expect(try Self.desk(line).uses == lines.map { "main.menu:\($0)" })
    }

    @Test(arguments: uses.map(\.line).filter { !$0.hasPrefix("unknown") })
    func renamingKeepsTheMenuWhole(_ line: String) throws {
        let text = try Self.desk(line).renamed("novel_9").get()["main.menu"] ?? ""
        #expect(text.contains("novel_9"))
        let desk = try Desk(marked: text + Desk.cursor)
        #expect(desk.analysis.compilation.diagnostics.map(\.id) == [], "\(text)")
    }

    static let refused: [(line: String, name: String)] = [
        ("service wea‸ther", "money"), ("fore‸cast(place:", "report"), ("record d‸ay", "week"),
        ("record d‸ay", "text"), ("  ra‸in  number 3\n", "sky"), ("record d‸ay", "9a"),
        ("      unknown_pl‸ace\n", "lost"),
    ]

    @Test(arguments: refused)
    func whatWouldClashIsRefused(_ line: String, _ name: String) throws {
        guard case .failure(let error) = try Self.desk(line).renamed(name) else {
            Issue.record("\(line) became \(name)")
            return
        }
        #expect(error.reason.contains("`"), "\(error.reason)")
    }

    static let told: [(line: String, start: String)] = [
        ("service wea‸ther", "`weather`: a service with the operations `forecast`, `report`"),
        ("record d‸ay", "`day`: a record with the fields `sky`, `rain`."),
        ("fore‸cast(place:", "`weather.forecast(place: "),
        ("weather.fore‸cast", "`weather.forecast(place: "),
    ]

    @Test(arguments: told)
    func aNameIsTold(_ line: String, _ start: String) throws {
        let hover = try Self.desk(line).hover ?? "nothing"
        #expect(hover.hasPrefix(start), "\(hover)")
    }

    static let offered: [(line: String, old: String, offered: [String], not: [String])] = [
        (
            "retries  2\n    ‸", "retries  2",
            ["record"], ["retries", "within", "ask", "screen"]
        ),
        ("within   4 ‸", "within   4 seconds", ["seconds"], ["text"]),
        ("rain  ‸", "rain  number 3", ["number", "text", "day"], ["secret"]),
        ("days  day ‸", "days  day list 7", ["list"], ["text"]),
        ("forecast(place: ‸", "forecast(place: text 20) -> week", ["secret", "text", "day"], []),
        (
            "forecast(place: text 20) ‸", "forecast(place: text 20) -> week",
            ["posts", "reads", "->"], []
        ),
        ("-> ‸\n        unknown", "-> week\n        unknown", ["text", "day", "week"], ["secret"]),
        ("unknown_place ‸\n    report", "unknown_place\n    report", ["as"], ["->"]),
        ("unknown_place as ‸\n    report", "unknown_place\n    report", ["text", "week"], []),
        ("call week = weather.‸", "call week = weather.forecast(place)", ["forecast"], ["day"]),
        ("service weather ‸\n", "service weather at https://weather.example/ussd\n", ["at"], []),
        ("| {d.‸} mm\n    end", "| {d.rain} mm\n    end", ["rain", "sky"], ["days"]),
        ("screen told(d: ‸", "screen told(d: day", ["text", "day", "week"], []),
    ]

    @Test(arguments: offered)
    func whatFitsIsOffered(
        _ row: (line: String, old: String, offered: [String], not: [String])
    ) throws {
        let labels = try Self.desk(row.line, for: row.old).labels
        #expect(Set(row.offered).subtracting(labels).isEmpty, "\(labels)")
        #expect(labels.filter(row.not.contains).isEmpty, "\(labels)")
    }

    @Test func anOutlineHasTheService() throws {
        let outline = try Self.desk("screen ‸busy").analysis.outline(of: "main.menu")
        let service = try #require(outline.first { $0.kind == .service })
        #expect(service.name == "weather")
        #expect(service.children.map(\.name) == ["day", "week", "forecast", "report"])
        #expect(service.children.first?.children.map(\.name) == ["sky", "rain"])
    }

    /// Whatever stands before the cursor, nothing traps.
    @Test func everyPlaceCanBeAsked() throws {
        let analysis = try Self.desk("screen ‸busy").analysis
        let file = SourceFile(path: "main.menu", text: Self.menu)
        for offset in 0...file.utf8Count {
            for suggestion in analysis.suggestions(at: offset, in: file) {
                #expect(suggestion.range.upper == offset)
            }
            _ = analysis.hover(at: offset, in: file.path)
        }
    }
}
