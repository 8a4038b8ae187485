// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// Services that menus declare, as an author tries them.
@Suite struct DeclaredServiceTests {
    private static let menu = "Menus/tutorial/4-weather.menu"
    private static let stubs = "Menus/tutorial/4-weather.stubs.yaml"

    private func ask(_ place: String, _ more: [String]) async throws -> RunningCommand.Ended {
        let lines = "PHONE amina\n*103#\n1\nSAY amina \(place)\n"
        return try await BuiltCommand.run(
            ["line", Self.menu] + more,
            input: .pipe(Data(lines.utf8))
        )
    }

    @Test func aFileAnswersForTheService() async throws {
        let ended = try await ask("Mbita", ["--stubs", Self.stubs])
        #expect(ended.status == 0)
        let reply = try #require(LineReplies.read(ended.output).last)
        #expect(reply.lines.first == "The station is closed until Monday.")
        #expect(ended.errors.isEmpty)
    }

    @Test func anOpenSessionIsAnsweredAsItsOwnMenuDeclares() async throws {
        let folder = try TemporaryFolder()
        func menu(_ field: String, _ hole: String) -> String {
            """
            menu m
                otherwise
                    unavailable  -> later
                    unsure       -> later

            dial *103#  -> f

            service station at https://weather.example/ussd
                record day
            \(field)        rain  number 3
                forecast(place: text 20) -> day

            flow f
                ask place: text 3 ... 20
                    | Which place?

                call day = station.forecast(place)

                -> told(day)

            screen told(day: day)
                | \(hole){day.rain} mm
                end

            screen later
                | Later.
                end

            """
        }
        let old = try folder.write(menu("", ""), to: "old.menu")
        let new = try folder.write(menu("        sky   text 9\n", "{day.sky} "), to: "new.menu")
        let stubs = try folder.write(
            "station: {forecast: [{result: {sky: Rainy, rain: 12}}]}",
            to: "a.stubs.yaml"
        )
        let lines = """
            PHONE amina
            *103#
            LOAD \(new)
            SAY amina Kisumu
            *103#
            SAY amina Kisumu

            """
        let ended = try await BuiltCommand.run(
            ["line", old, "--stubs", stubs],
            input: .pipe(Data(lines.utf8))
        )
        let replies = LineReplies.read(ended.output)
        #expect(replies.map(\.code) == [200, 250, 220, 250, 221, 220, 221])
        #expect(replies.filter { $0.code == 221 }.map(\.lines) == [["12 mm"], ["Rainy 12 mm"]])
    }

    @Test func whatIsWrongInTheFileHasItsLine() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("station:\n  forecast:\n    - reslt: 1\n", to: "a.stubs.yaml")
        let ended = try await ask("Mbita", ["--stubs", path])
        #expect(ended.status == 1)
        #expect(ended.errors.contains("\(path), line 3: `reslt` is not known."))
        let missing = try await ask("Mbita", ["--stubs", "nowhere.yaml"])
        #expect(missing.status == 3)
    }

    @Test func aTranscriptWithoutStubsIsToldWhy() async throws {
        let folder = try TemporaryFolder()
        let scene = """
            ussd/1
            title: Nobody answers
            menu: weather
            phone amina: +254712000001 wallet=no
            ---
            amina> *103#
            amina> 1
            amina> Kisumu
              | The station does not answer. Nothing was reported. Try again later.
              -- end

            """
        try folder.write(scene, to: "one.ussd")
        try folder.write(scene, to: "two.ussd")
        let ended = try await BuiltCommand.run(["test", folder.path])
        #expect(ended.status == 0, "\(ended.output)")
        let notes = ended.output.split(separator: "\n").filter { $0.hasPrefix("Note: ") }
        #expect(notes.count == 1)
        #expect(notes.first?.contains("station.forecast") == true)
    }

    @Test func stubsThatCannotBeReadFailTheScene() async throws {
        let folder = try TemporaryFolder()
        try folder.write("- not so\n", to: "bad.yaml")
        try folder.write(
            """
            ussd/1
            title: Bad stubs
            menu: weather
            stubs: bad.yaml
            phone amina: +254712000001 wallet=no
            ---
            amina> *103#
              ...

            """,
            to: "one.ussd"
        )
        let ended = try await BuiltCommand.run(["test", folder.path])
        #expect(ended.status == 1)
        #expect(ended.output.contains("bad.yaml, line 1: Services"))
    }
}
