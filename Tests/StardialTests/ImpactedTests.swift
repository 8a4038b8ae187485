// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// `stardial test --impacted`, in a repository of its own.
@Suite struct ImpactedTests {
    /// A repository with the menus and the tutorial's transcripts, all of them played once.
    private func repository() async throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.copyMenus()
        for name in ["tutorial", "mavuno"] {
            try FileManager.default.createDirectory(
                atPath: folder("Transcripts"),
                withIntermediateDirectories: true
            )
            let scenes = name == "tutorial" ? nil : Self.scenes
            try copy(name, scenes, to: folder)
        }
        try FileManager.default.removeItem(atPath: folder(Self.carrier))
        try folder.write(".stardial\n", to: ".gitignore")
        try await git("init -q . && git add . &&", folder)
        let first = try await play(folder)
        #expect(first.contains("it is not known what it visits"))
        #expect(try await impacted(folder) == [])
        return folder
    }

    /// A scene that carries its menu, of which it is never known what it visits.
    private static let carrier = "Transcripts/tutorial/one-file.ussd"

    @Test func aSceneThatCarriesItsMenuIsAlwaysPlayed() async throws {
        let folder = try await repository()
        let text = try String(
            contentsOfFile: "\(BuiltCommand.root)/\(Self.carrier)",
            encoding: .utf8
        )
        try folder.write(text, to: Self.carrier)
        try await git("add . &&", folder)
        #expect(try await impacted(folder) == ["one-file"])
        #expect(try await impacted(folder) == ["one-file"])
    }

    private static let scenes = ["balance", "languages", "send-from-the-first-screen"]

    private func copy(_ name: String, _ scenes: [String]?, to folder: TemporaryFolder) throws {
        let source = BuiltCommand.root + "/Transcripts/" + name
        guard let scenes else {
            return try FileManager.default.copyItem(
                atPath: source,
                toPath: folder("Transcripts/" + name)
            )
        }
        for scene in scenes {
            let text = try String(contentsOfFile: "\(source)/\(scene).ussd", encoding: .utf8)
            try folder.write(text, to: "Transcripts/\(name)/\(scene).ussd")
        }
    }

    private func git(_ words: String, _ folder: TemporaryFolder) async throws {
        let commit = "git -c user.name=a -c user.email=a@example.com commit -q -m a"
        let made = try RunningCommand(["/bin/sh", "-c", "git \(words) \(commit)"], in: folder.path)
        let ended = try await made.ended()
        #expect(ended.status == 0, "\(ended.errors)")
    }

    private func play(_ folder: TemporaryFolder, _ words: [String] = []) async throws -> String {
        let ended = try await BuiltCommand.run(
            ["test", "--verbose", "--impacted"] + words,
            in: folder.path
        )
        #expect(ended.errors == "")
        return ended.output
    }

    /// The names of the scenes that are played, and that they pass or fail.
    private func impacted(_ folder: TemporaryFolder, _ words: [String] = []) async throws
        -> [String]
    {
        try await play(folder, words).split(separator: "\n").compactMap { line in
            guard line.hasPrefix("impacted  ") else { return nil }
            let path = line.dropFirst(10).prefix { $0 != ":" }
            return path.split(separator: "/").last.map { String($0.dropLast(5)) }
        }
    }

    @Test func aChangedLineIsPlayedByThoseWhoPassItAlone() async throws {
        let folder = try await repository()
        try folder.replace(
            "The first day is",
            with: "Day one is",
            in: "Menus/tutorial/2-clinic.menu"
        )
        #expect(try await impacted(folder) == ["clinic-by-shortcut", "clinic"])
        try folder.replace("Bring your card", with: "Bring it", in: "Menus/tutorial/2-clinic.menu")
        let output = try await play(folder)
        #expect(output.contains("booked in en is otherwise than when it was last played"))
        // What failed is played again until it passes, also when it is changed no more.
        try await git("add . &&", folder)
        #expect(try await play(folder).contains("it failed when it was last played"))
    }

    @Test func aLayoutIsNoChangeAndAnotherMenuIsNotTouched() async throws {
        let folder = try await repository()
        try folder.replace(
            "# Lesson 1: one",
            with: "# Lesson 1: a",
            in: "Menus/tutorial/1-hello.menu"
        )
        #expect(try await impacted(folder) == [])
        let output = try await play(folder)
        #expect(output.contains("Nothing was played."))
    }

    @Test func aTranslationIsPlayedByThoseWhoReadIt() async throws {
        let folder = try await repository()
        try folder.replace(
            "abc si namba",
            with: "abc si nambari",
            in: "Transcripts/mavuno/languages.ussd"
        )
        #expect(try await impacted(folder) == ["languages"])
        try await git("add . &&", folder)
        let po = "Menus/mavuno/mavuno.sw.po"
        let text = try String(contentsOfFile: folder(po), encoding: .utf8)
        try folder.write(text.replacing("si namba ya simu", with: "si nambari ya simu"), to: po)
        #expect(try await impacted(folder) == ["languages"])
    }

    @Test func aTariffIsPlayedByAllThatPayByItAndStubsByTheirScenes() async throws {
        let folder = try await repository()
        let stubs = "Menus/tutorial/4-weather.stubs.yaml"
        try folder.replace("W-2041", with: "W-2042", in: stubs)
        let touched = try await impacted(folder)
        #expect(!touched.isEmpty && touched.allSatisfy { $0.hasPrefix("weather") })
        try folder.replace("W-2042", with: "W-2041", in: stubs)
        _ = try await play(folder, ["HEAD"])
        let tariff = "Menus/kenya.tariff.yaml"
        let text = try String(contentsOfFile: folder(tariff), encoding: .utf8)
        try folder.write(text + "# Checked.\n", to: tariff)
        let all = try await impacted(folder)
        #expect(Set(all).isSuperset(of: Self.scenes + ["pocket"]))
    }

    @Test func aFileThatIsGoneIsAChange() async throws {
        let folder = try await repository()
        try FileManager.default.removeItem(atPath: folder("Menus/uganda.tariff.yaml"))
        #expect(try await play(folder).contains("Menus/uganda.tariff.yaml changed"))
        #expect(try await impacted(folder).contains("balance"))
    }

    @Test func anOlderRevisionIsComparedWith() async throws {
        let folder = try await repository()
        try folder.replace(
            "It opens at 6",
            with: "It opens at 7",
            in: "Menus/tutorial/1-hello.menu"
        )
        try folder.replace("opens at 6", with: "opens at 7", in: "Transcripts/tutorial/hello.ussd")
        try await git("add . &&", folder)
        #expect(try await play(folder).contains("hello"))
        #expect(try await impacted(folder) == [])
        let since = try await impacted(folder, ["HEAD~1"])
        #expect(since.first == "hello-back" && since.contains("hello"))
    }

    @Test func anUnknownRevisionPlaysNothing() async throws {
        let folder = try TemporaryFolder()
        try folder.copyMenus()
        try folder.write("ussd/1\n", to: "Transcripts/a.ussd")
        let ended = try await BuiltCommand.run(["test", "--impacted=nobody"], in: folder.path)
        #expect(ended.status == 3)
        #expect(ended.errors.contains("git does not know the revision nobody"))
    }

    /// Whoever waits for a report gets one, also when there was nothing to play.
    @Test func reportsAreWrittenWhenNothingIsTouched() async throws {
        let folder = try await repository()
        let ended = try await BuiltCommand.run(
            ["test", "--impacted", "--report", "junit=r.xml", "--report", "html=r.html"],
            in: folder.path
        )
        #expect(ended.status == 0, "\(ended.errors)")
        let suites = try String(contentsOfFile: folder("r.xml"), encoding: .utf8)
        #expect(suites.contains("tests=\"0\""), "\(suites)")
        #expect(FileManager.default.fileExists(atPath: folder("r.html")))
    }

    /// A path behind `--impacted` is taken for a revision, and that is said.
    @Test func aPathInPlaceOfARevisionIsSaid() async throws {
        let ended = try await BuiltCommand.run(["test", "--impacted", "Transcripts"])
        #expect(ended.status == 2 && ended.errors.contains("Write --impacted behind"))
    }
}
