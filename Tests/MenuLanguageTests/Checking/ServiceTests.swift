// SPDX-License-Identifier: Apache-2.0
import Dialogue
import SourceText
import Testing

@testable import MenuLanguage

/// Services that a menu declares itself.
struct ServiceTests {
    private static let menu = """
        menu m
            me weather.me
            otherwise
                unavailable  -> busy
                unsure       -> busy

        service weather at https://weather.example/ussd  # of the institute
            within   4 seconds
            retries  2
            record day
                sky   choice sunny rainy
                rain  number 3
                note  text 20
                cost  money
                from  msisdn
                dry   flag
            record week
                first  day
                days   day list 7
            me() -> text 20
            forecast(place: text 20, day: number 1) -> day
                unknown_place
                closed as text 30
            days(place: text 20) -> day list 7
            report(day: day, pin: secret) posts

        dial *789# -> home

        flow home
            ask place: text 3 ... 20
                | {me}, where?
            call day = weather.forecast(place, 1)
                unknown_place  -> place
                closed as why  -> closed(why)
            call days = weather.days(place)
            ask pin: secret
                | {day.note} {day.cost}
            call weather.report(day, pin)
            -> week(days)

        screen week(days: day list 7)
            | A week
            each d in days | {d.rain} {d.sky}
            00 Home -> home

        screen closed(why: text 30)
            | {why}
            end

        screen busy
            | Later.
            end
        """

    private static func compile(_ text: String) -> MenuCompilation { FindingTests.compile(text) }

    @Test func aDeclarationIsAContract() throws {
        let compilation = Self.compile(Self.menu)
        let found = DiagnosticRenderer().render(compilation.diagnostics, in: compilation.sources)
        #expect(compilation.diagnostics.isEmpty, "\(found)")
        let service = try #require(compilation.services.first)
        #expect(service.address == "https://weather.example/ussd")
        #expect(service.callSeconds == 4)
        #expect(service.retriesMax == 2)
        let day = RecordType(
            "day",
            [
                Field("sky", .choice(["sunny", "rainy"])), Field("rain", .number(digits: 3)),
                Field("note", .text(longest: 20)), Field("cost", .amount),
                Field("from", .msisdn), Field("dry", .flag),
            ]
        )
        let week = RecordType(
            "week",
            [Field("first", .record("day")), Field("days", .list(of: "day", atMost: 7))]
        )
        #expect(service.contract.records == [day, week])
        let place = Field("place", .text(longest: 20))
        #expect(
            service.contract.operations == [
                OperationContract(name: "me", result: .text(longest: 20)),
                OperationContract(
                    name: "forecast",
                    parameters: [place, Field("day", .number(digits: 1))],
                    result: .record("day"),
                    outcomes: [
                        OutcomeContract("unknown_place"),
                        OutcomeContract("closed", payload: .text(longest: 30)),
                    ]
                ),
                OperationContract(
                    name: "days",
                    parameters: [place],
                    result: .list(of: "day", atMost: 7)
                ),
                OperationContract(
                    name: "report",
                    parameters: [Field("day", .record("day")), Field("pin", .secret)],
                    posts: true
                ),
            ]
        )
        #expect(service.contract.amountFormat.code == "KES")
    }

    @Test func programsNameTheDeclarationTheyWereMadeOf() throws {
        let first = Self.compile(Self.menu)
        let other = Self.compile(Self.menu.replacing("rain  number 3", with: "rain  number 4"))
        let names = try [first, other].map { compilation in
            let name = try #require(compilation.services.first?.programName)
            let program = try #require(compilation.program)
            #expect(program.operations.allSatisfy { $0.service == name })
            return name
        }
        #expect(names.allSatisfy { $0.hasPrefix("weather@") })
        #expect(Set(names).count == 2)
    }

    @Test func theOrderOfWordsIsNoPartOfADeclaration() throws {
        let other = Self.menu.replacing("choice sunny rainy", with: "choice rainy sunny")
        let services = try [Self.menu, other].map { text in
            try #require(Self.compile(text).services.first)
        }
        #expect(services[0].programName == services[1].programName)
        #expect(
            services[0].contract.records.first?.fields.first?.type == .choice(["sunny", "rainy"])
        )
    }

    @Test func whatTakesASecretSaysWhatFor() throws {
        func ids(_ end: String) -> [String] {
            let text = "service a at https://a.example\n    see(pin: secret) -> choice x y\(end)"
            return Self.compile(Self.plain(text)).diagnostics.map(\.id)
        }
        #expect(ids("") == ["menu.service-effect"])
        #expect(ids(" reads") == [])
        #expect(ids(" posts") == [])
        let service = try #require(
            Self.declared("service a at https://a.example\n    see(pin: secret) reads")
        )
        #expect(service.contract.operations.map(\.posts) == [false])
    }

    @Test func namingADeclaredServiceUnderServicesChangesNothing() {
        let named = Self.menu.replacing("menu m\n", with: "menu m\n    services money, weather\n")
        #expect(Self.compile(named).diagnostics.isEmpty)
    }

    @Test func whatIsNotSaidHasDefaults() throws {
        let service = try #require(Self.declared("service a at http://localhost\n    ping()"))
        #expect(service.callSeconds == 3)
        #expect(service.retriesMax == 0)
        let quick = try #require(
            Self.declared("service a at http://[::1]:80\n    ping()", settings: "network gh-hubtel")
        )
        #expect(quick.callSeconds == 3)
    }

    @Test(arguments: [
        "https://weather.example", "https://weather.example:8443/a/b?c=d&e=%20", "http://localhost",
        "http://127.0.0.1:8080/ussd", "http://127.9.9.9/", "http://[::1]/x", "https://10.0.0.1/",
    ])
    func addressIsTaken(_ address: String) throws {
        let service = try #require(Self.declared("service a at \(address)\n    ping()"))
        #expect(service.address == address)
    }

    @Test(arguments: [
        "", "weather.example", "ftp://weather.example", "http://weather.example", "https://",
        "https:///ussd", "http://localhost.example", "http://127.0.0.1.example",
        "https://user:pass@weather.example", "https://weather.example:0", "https://a:x/",
        "https://weather_example/", "https://[::1", "https://a/b#c", "http://127.1",
        "http://128.0.0.1", "https://wéather.example", "https://a/é",
    ])
    func addressIsRefused(_ address: String) {
        #expect(throws: ServiceAddress.Mistake.self) { try ServiceAddress(address) }
    }

    @Test func everyNameStandsWhereItSays() {
        let sketch = SyntaxSketch(SourceFile(path: "a.menu", text: Self.menu))
        #expect(sketch.strays.isEmpty)
        #expect(
            sketch.lines.filter { $0.hasPrefix("service") || $0.hasPrefix("  op") } == [
                "service weather at https://weather.example/ussd within 4 retries 2",
                "  op me() text 20", "  op forecast(place text 20, day number 1) day",
                "  op days(place text 20) day list 7", "  op report(day day, pin secret) - posts",
            ]
        )
    }

    @Test func aDeclarationIsLaidOut() {
        let text = """
            service   a  at https://a.example/b-c?d=1  # theirs
              within 3   seconds
              retries 2
              # a day
              record day
                sky  choice   sunny rainy
                temperature number 3

              one( place :text 20 ,day: number 1 )->day   posts
                closed   as text 30
                late

            """
        let formatted = MenuFormatter.format(SourceFile(path: "a.menu", text: text))
        #expect(
            formatted.text == """
                service a at https://a.example/b-c?d=1  # theirs
                    within   3 seconds
                    retries  2
                    # a day
                    record day
                        sky          choice sunny rainy
                        temperature  number 3

                    one(place: text 20, day: number 1) -> day posts
                        closed as text 30
                        late

                """
        )
    }

    @Test func namesAreTakenOnce() {
        let text = """
            service money at https://a.example
                ping()
            service a at https://a.example
                record text
                    x number 1
                record receipt
                    x number 1
                    x number 1
                ping()
                    ok
                    late
                    late
                ping()
            """
        let ids = Self.compile(Self.plain(text, settings: "services money")).diagnostics.map(\.id)
        #expect(ids.filter { $0 == "menu.name-twice" }.count == 5)
        #expect(ids.filter { $0 == "menu.name-reserved" }.count == 2)
    }

    @Test func aRecordIsDeclaredAboveWhatHasIt() {
        let text = """
            service a at https://a.example
                record one
                    two  two
                record two
                    one  one
                    pin  secret
                ping() -> text
                pong() -> number
            """
        let ids = Self.compile(Self.plain(text)).diagnostics.map(\.id)
        #expect(
            ids == ["menu.no-such-type", "menu.no-such-type", "menu.no-length", "menu.no-length"]
        )
    }

    /// The service of a menu that has nothing else, when it has no finding.
    private static func declared(_ text: String, settings: String? = nil) -> DeclaredService? {
        compile(plain(text, settings: settings)).services.first
    }

    private static func plain(_ text: String, settings: String? = nil) -> String {
        "menu m\n" + (settings.map { "    \($0)\n" } ?? "")
            + "\ndial *789# -> home\n\nscreen home\n    | Hi.\n    end\n\n" + text + "\n"
    }
}
