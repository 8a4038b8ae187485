// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// `stardial diff`, as an author reads it before a change goes to people.
@Suite struct DiffTests {
    /// A folder with the menus as they are in `old`, and edited in `Menus`.
    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.copyMenus()
        try FileManager.default.copyItem(atPath: folder("Menus"), toPath: folder("old"))
        try FileManager.default.copyItem(
            atPath: BuiltCommand.root + "/Transcripts",
            toPath: folder("Transcripts")
        )
        let menu = "Menus/tutorial/2-clinic.menu"
        try folder.replace("1  See a nurse    -> book", with: "2  See a nurse -> book", in: menu)
        try folder.replace("2  Opening hours  -> hours", with: "3  Open when?  -> hours", in: menu)
        try folder.replace("8 to 5.", with: "8 to 6.", in: menu)
        try folder.replace("number 1 ... 31", with: "number 1 ... 28", in: menu)
        return folder
    }

    private static let words = [
        "diff", "old/tutorial/2-clinic.menu", "Menus/tutorial/2-clinic.menu",
    ]

    @Test(arguments: ["human", "json", "markdown"])
    func saysWhatAPhoneShowsOtherwise(_ format: String) async throws {
        let folder = try folder()
        let ended = try await BuiltCommand.run(
            Self.words + ["--format", format],
            in: folder.path
        )
        #expect(ended.status == 1, "\(ended.errors)")
        try Golden.expect(ended.output, is: "diff-\(format)")
    }

    @Test func theSameMenuIsNoDifference() async throws {
        let ended = try await BuiltCommand.run(["diff", "Menus/mavuno", "Menus/mavuno"])
        #expect(ended.status == 0, "\(ended.output)\(ended.errors)")
        #expect(ended.output == "Nothing that a phone would show changes.\n")
    }

    @Test func layoutAndCommentsAreNoDifference() async throws {
        let folder = try folder()
        try folder.replace("# Lesson 3", with: "# Chapter 3", in: "Menus/tutorial/3-pocket.menu")
        try folder.replace(
            "    1  Give  -> give",
            with: "    1 Give -> give",
            in: "Menus/tutorial/3-pocket.menu"
        )
        let ended = try await BuiltCommand.run(
            ["diff", "old/tutorial/3-pocket.menu", "Menus/tutorial/3-pocket.menu"],
            in: folder.path
        )
        #expect(ended.status == 0, "\(ended.output)\(ended.errors)")
        #expect(ended.output == "Nothing that a phone would show changes.\n")
    }

    @Test func comparesWithARevision() async throws {
        let folder = try folder()
        let git = """
            git init -q . && git add old && \
            git -c user.name=a -c user.email=a@example.com commit -q -m a
            """
        let made = try RunningCommand(["/bin/sh", "-c", git], in: folder.path)
        #expect(try await made.ended().status == 0)
        let revision = try await BuiltCommand.run(
            ["diff", "HEAD:old/tutorial/2-clinic.menu", "Menus/tutorial/2-clinic.menu"],
            in: folder.path
        )
        let files = try await BuiltCommand.run(Self.words, in: folder.path)
        #expect(revision.status == 1, "\(revision.errors)")
        #expect(revision.output == files.output)
        let unknown = try await BuiltCommand.run(
            ["diff", "nobody:Menus/tutorial", "Menus/tutorial"],
            in: folder.path
        )
        #expect(unknown.status == 3)
        #expect(unknown.errors.contains("git does not know the revision nobody"))
    }

    @Test func saysWhichPromisesBreak() async throws {
        let folder = try folder()
        let menu = "Menus/mavuno/commands.menu"
        try folder.replace("-> last\n", with: "-> sms_help\n", in: menu)
        let ended = try await BuiltCommand.run(
            ["diff", "old/mavuno", "Menus/mavuno"],
            in: folder.path
        )
        #expect(ended.status == 1)
        #expect(ended.output.contains("`LAST` led to `last`, leads to `sms_help`."))
        #expect(ended.output.contains("People know `LAST` as the way to `last`"))
        #expect(ended.output.contains("Transcripts/mavuno/sms-last-payments.ussd:"))
    }

    @Test func aPromiseAloneIsNotSeenOnAPhone() async throws {
        let folder = try folder()
        try FileManager.default.removeItem(atPath: folder("old/mavuno/shortcuts.lock"))
        let ended = try await BuiltCommand.run(
            ["diff", "old/mavuno", "Menus/mavuno"],
            in: folder.path
        )
        #expect(ended.status == 0, "\(ended.output)\(ended.errors)")
        #expect(ended.output.contains("Promises in shortcuts.lock\n  + dial *788# -> agent_desk\n"))
        #expect(ended.output.hasSuffix("\n\nNothing that a phone would show changes.\n"))
    }

    @Test func aMenuThatCannotBeReadIsThree() async throws {
        let folder = try folder()
        try folder.replace("screen hours", with: "scren hours", in: "Menus/tutorial/2-clinic.menu")
        let ended = try await BuiltCommand.run(Self.words, in: folder.path)
        #expect(ended.status == 3)
        #expect(ended.output.isEmpty)
        #expect(ended.errors.contains("menu."), "\(ended.errors)")
        #expect(ended.errors.contains("Mend the mistakes and try again"))
    }
}
