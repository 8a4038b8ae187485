// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// Options of `stardial test` that say nothing together, and commands that a failure names.
@Suite struct TestOptionTests {
    /// An option that would be passed over is refused, so that nobody relies on it.
    @Test(arguments: [
        (["--everywhere", "--min-coverage", "95"], "--everywhere reports in its own way."),
        (["--everywhere", "--report", "junit=-"], "--everywhere reports in its own way."),
        (["--everywhere", "--slowest"], "--everywhere reports in its own way."),
        (["--cuts", "folder"], "belong to --everywhere"),
        (["--every-language"], "belong to --everywhere"),
        (["--real-time", "5"], "belongs to --against"),
        (["--jobs", "0"], "--jobs is 1 or more."),
        (["--quiet", "--verbose"], "contradict each other"),
    ])
    func whatWouldBePassedOverIsRefused(_ options: [String], _ words: String) async throws {
        let scene = "Transcripts/tutorial/hello.ussd"
        let ended = try await BuiltCommand.run(["test", scene] + options)
        #expect(ended.status == 2 && ended.errors.contains(words), "\(ended.errors)")
        #expect(ended.output.isEmpty)
    }

    /// Files that cannot be played, and what is said of them.
    @Test func whatCannotBeReadIsSaidAndNothingIsPlayed() async throws {
        let folder = try TemporaryFolder()
        let scene = try String(
            contentsOfFile: "\(BuiltCommand.root)/Transcripts/tutorial/hello.ussd",
            encoding: .utf8
        )
        try folder.write(scene, to: "all/a.ussd")
        try folder.write(Data([0xE9, 0x0A]), to: "all/b.ussd")
        let mixed = try await BuiltCommand.run(["test", "all"], in: folder.path)
        #expect(mixed.status == 3 && mixed.output.isEmpty)
        #expect(
            mixed.errors == "Error: all/b.ussd is not UTF-8 text. Save it as UTF-8 and try again. "
                + "Nothing was played.\n"
        )
        for command in ["play", "load"] {
            let ended = try await BuiltCommand.run([command, "all"], in: folder.path)
            #expect(ended.status == 3 && ended.errors.contains("all is a folder."))
        }
    }

    /// A menu that is not there is told together with those that are.
    @Test func aMenuThatWasMeantIsNamed() async throws {
        let folder = try TemporaryFolder()
        let scene = "ussd/1\ntitle: A\nmenu: mavunno\nphone a: +254712000001\n---\na> *789#\n"
        let path = try folder.write(scene, to: "a.ussd")
        let words = "There is no menu mavunno under Menus. Did you mean mavuno? Known are clinic,"
        let tested = try await BuiltCommand.run(["test", path])
        #expect(tested.status == 1 && tested.output.contains(words), "\(tested.output)")
        let bundled = try await BuiltCommand.run(["bundle", path])
        #expect(bundled.status == 3 && bundled.errors.contains(words), "\(bundled.errors)")
        let bare = try await BuiltCommand.run(["test", path, "--menus", folder.path])
        #expect(bare.output.contains("nor any other. Is --menus right?"), "\(bare.output)")
    }

    @Test func twoReportsNeedTwoFiles() async throws {
        let folder = try TemporaryFolder()
        let reports = ["--report", "junit=both", "--report", "html=both"]
        let ended = try await BuiltCommand.run(["test", "."] + reports, in: folder.path)
        let scene = "\(BuiltCommand.root)/Transcripts/tutorial/hello.ussd"
        let menus = ["--menus", "\(BuiltCommand.root)/Menus"]
        let both = try await BuiltCommand.run(["test", scene] + menus + reports, in: folder.path)
        #expect(ended.status == 1)
        #expect(both.status == 2 && both.errors.contains("Two reports cannot share both."))
    }

    @Test func everywhereIsQuietWhenAllIsWell() async throws {
        let scene = "Transcripts/tutorial/hello.ussd"
        let ended = try await BuiltCommand.run(["test", "--everywhere", "--quiet", scene])
        #expect(ended.status == 0 && ended.output.isEmpty && ended.errors.isEmpty)
    }

    /// The command below a failure plays the file as it was played.
    @Test func aFailureNamesACommandThatWorks() async throws {
        let folder = try TemporaryFolder()
        try folder.copyMenus()
        let header = "ussd/1\ntitle: A\nmenu: hello\nphone a: +254712000001\n---\n"
        try folder.write(header + "a> *100#\n  | Not this\n", to: "my a.ussd")
        let menus = folder("Menus")
        let here = try await BuiltCommand.run(["test", "--menus", menus, folder("my a.ussd")])
        #expect(here.output.contains("stardial test --menus \(menus) '\(folder("my a.ussd"))'\n"))
        #expect(here.output.contains("stardial test --accept --menus \(menus) '"))
        let line = "stdio:\(try BuiltCommand.executable()) line Menus/tutorial/1-hello.menu"
        let there = try await BuiltCommand.run(
            ["test", "--against", line, "my a.ussd"],
            in: folder.path
        )
        #expect(there.output.contains("stardial test --against '\(line)' 'my a.ussd'\n"))
        #expect(!there.output.contains("--accept"), "\(there.output)")
    }
}
