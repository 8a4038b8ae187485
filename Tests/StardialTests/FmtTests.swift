// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// `stardial fmt`, as an author of menus runs it.
@Suite struct FmtTests {
    private static let loose = "screen a\r\n  | x\r\n  end"
    private static let canonical = "screen a\n    | x\n    end\n"
    private static let mistaken = "screen a\n  1 Foo ->\n"
    private static let mistake = "error[menu.expected-target]"

    @Test func laysOutWhatLiesBelowAFolder() async throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.loose, to: "menus/sub/a.menu")
        try folder.write(Self.canonical, to: "menus/b.menu")
        try folder.write(Self.loose, to: "menus/c.txt")
        let ended = try await BuiltCommand.run(["fmt", "menus"], in: folder.path)
        #expect(ended.status == 0, "\(ended.errors)")
        #expect(ended.output == "Laid out menus/sub/a.menu\n")
        #expect(try Self.text("menus/sub/a.menu", folder) == Self.canonical)
        #expect(try Self.text("menus/c.txt", folder) == Self.loose)
    }

    @Test func leavesFilesWithMistakesAndSaysWhatIsWrong() async throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.loose, to: "a.menu")
        try folder.write(Self.mistaken, to: "b.menu")
        let ended = try await BuiltCommand.run(["fmt", "."], in: folder.path)
        #expect(ended.status == 1)
        #expect(ended.output == "Laid out ./a.menu\n")
        #expect(ended.errors.contains(Self.mistake))
        #expect(ended.errors.hasSuffix("1 file has mistakes and was left as it is.\n"))
        #expect(try Self.text("a.menu", folder) == Self.canonical)
        #expect(try Self.text("b.menu", folder) == Self.mistaken)
    }

    @Test func checkNamesFilesAndChangesNothing() async throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.loose, to: "a.menu")
        try folder.write(Self.canonical, to: "b.menu")
        let ended = try await BuiltCommand.run(["fmt", "--check", "."], in: folder.path)
        #expect(ended.status == 1)
        #expect(ended.output == "./a.menu\n")
        #expect(try Self.text("a.menu", folder) == Self.loose)
        let whole = try await BuiltCommand.run(["fmt", "--check", "b.menu"], in: folder.path)
        #expect(whole.status == 0)
        #expect(whole.output + whole.errors == "")
    }

    @Test func theMenusOfTheRepositoryAreLaidOut() async throws {
        let ended = try await BuiltCommand.run(["fmt", "--check"])
        #expect(ended.status == 0, "\(ended.output)\(ended.errors)")
    }

    /// Each of: the text, and what is shown of it behind the two lines that name the file.
    static let differences = [
        (canonical, nil),
        (
            loose,
            "@@ -1,3 +1,3 @@\n-screen a\r\n-  | x\r\n-  end\n\\ No newline at end of file\n"
                + "+screen a\n+    | x\n+    end\n"
        ),
        (
            "\n\nscreen a\n" + String(repeating: "    | x\n", count: 6)
                + "  \n\n    | x\n    end\n",
            "@@ -1,5 +1,3 @@\n-\n-\n screen a\n     | x\n     | x\n"
                + "@@ -7,7 +5,6 @@\n     | x\n     | x\n     | x\n-  \n-\n+\n     | x\n     end\n"
        ),
        (
            "screen a\n    end\nscreen b\n    end\n\n",
            "@@ -1,5 +1,5 @@\n screen a\n     end\n+\n screen b\n     end\n-\n"
        ),
    ]

    @Test(arguments: differences)
    func diffShowsWhatWouldChange(_ text: String, _ hunks: String?) async throws {
        let folder = try TemporaryFolder()
        try folder.write(text, to: "a.menu")
        let ended = try await BuiltCommand.run(["fmt", "--diff", "a.menu"], in: folder.path)
        #expect(ended.status == 0, "\(ended.errors)")
        #expect(ended.output == (hunks.map { "--- a.menu\n+++ a.menu\n" + $0 } ?? ""))
        #expect(try Self.text("a.menu", folder) == text)
    }

    @Test func readsAndWritesTheStandardStreams() async throws {
        let well = try await BuiltCommand.run(["fmt", "-"], input: .pipe(Data(Self.loose.utf8)))
        #expect(well.status == 0)
        #expect(well.output == Self.canonical)
        let ill = try await BuiltCommand.run(["fmt", "-"], input: .pipe(Data(Self.mistaken.utf8)))
        #expect(ill.status == 1)
        #expect(ill.output == Self.mistaken)
        #expect(ill.errors.contains(Self.mistake))
    }

    @Test func laysOutTranscriptsBesideMenus() async throws {
        let folder = try TemporaryFolder()
        let loose = "ussd/1\ntitle:  A\nmenu: m\nphone a:+254712000001\n\n---\na>*1#\n | x  \n"
        let laidOut = "ussd/1\ntitle: A\nmenu: m\nphone a: +254712000001\n---\na> *1#\n  | x\n"
        try folder.write(loose, to: "scenes/a.ussd")
        let checked = try await BuiltCommand.run(["fmt", "--check", "scenes"], in: folder.path)
        #expect(checked.status == 1 && checked.output == "scenes/a.ussd\n")
        let ended = try await BuiltCommand.run(["fmt", "scenes"], in: folder.path)
        #expect(ended.status == 0 && ended.output == "Laid out scenes/a.ussd\n")
        #expect(try Self.text("scenes/a.ussd", folder) == laidOut)
        let well = try await BuiltCommand.run(["fmt", "-"], input: .pipe(Data(loose.utf8)))
        #expect(well.status == 0 && well.output == laidOut)
    }

    @Test func aDifferenceShowsNoPIN() async throws {
        let folder = try TemporaryFolder()
        let header = "ussd/1\ntitle: A\nmenu: m\nphone a:  +254712000001 pin=4821\n"
        try folder.write(header + "---\na> *1#\na> 4821\n", to: "a.ussd")
        let ended = try await BuiltCommand.run(["fmt", "--diff", "a.ussd"], in: folder.path)
        #expect(ended.status == 0 && ended.output.contains("+phone a: +254712000001 pin=****\n"))
        #expect(!ended.output.contains("4821"))
    }

    @Test func theTranscriptsOfTheRepositoryAreLaidOut() async throws {
        let ended = try await BuiltCommand.run(["fmt", "--check", "Transcripts"])
        #expect(ended.status == 0, "\(ended.output)\(ended.errors)")
    }

    /// What cannot be read, and why.
    @Test(arguments: [
        ("none.menu", "none.menu cannot be read."),
        ("empty", "There is no .menu or .ussd file in empty."),
        ("latin.menu", "latin.menu is not UTF-8 text."),
    ])
    func nothingChangesWhenAFileCannotBeRead(_ path: String, _ reason: String) async throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.loose, to: "a.menu")
        try folder.write("", to: "empty/a.txt")
        try folder.write(Data([0x23, 0xE9]), to: "latin.menu")
        let ended = try await BuiltCommand.run(["fmt", "a.menu", path], in: folder.path)
        #expect(ended.status == 3)
        #expect(ended.output == "")
        #expect(ended.errors.contains(reason), "\(ended.errors)")
        #expect(try Self.text("a.menu", folder) == Self.loose)
    }

    private static func text(_ name: String, _ folder: TemporaryFolder) throws -> String {
        try String(contentsOfFile: folder(name), encoding: .utf8)
    }
}
