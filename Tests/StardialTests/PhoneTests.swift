// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// `stardial phone` where its keys come from a file or another program.
@Suite struct PhoneTests {
    private func hold(
        _ words: [String],
        typing lines: String
    ) async throws -> RunningCommand.Ended {
        try await BuiltCommand.run(
            ["phone", "--port", "1"] + words,
            input: .pipe(Data(lines.utf8))
        )
    }

    @Test func everythingThatWasTypedIsAnswered() async throws {
        let ended = try await hold(["*789*1*0712000002*500#"], typing: "4821\n*789#\n3\n")
        #expect(ended.status == 0, "\(ended.errors)")
        let screens = ["Enter PIN to agree", "Sent KES 500.00 to Baraka.", "1 Send money"]
        for screen in screens { #expect(ended.output.contains(screen), "\(ended.output)") }
        #expect(ended.output.count { $0 == "┌" } == 4, "\(ended.output)")
    }

    /// An answer that begins like the name of a phone is an answer still.
    @Test func wordsThatAreTypedGoToThePhoneInHand() async throws {
        let ended = try await hold(
            ["--menus", "Menus/tutorial/2-clinic.menu", "*101#"],
            typing: "1\nbaraka\namina comes\n"
        )
        #expect(ended.output.contains("baraka is not a day."), "\(ended.output)")
        #expect(ended.output.contains("amina comes is not a day."), "\(ended.output)")
    }

    /// What the line protocol says about itself is not for somebody who holds a phone.
    @Test func nothingIsSaidOfTheProtocol() async throws {
        let folder = try TemporaryFolder()
        let typed = "*789#\n/record stop\n"
        let ended = try await hold(["--record", folder("a.ussd")], typing: typed)
        #expect(ended.status == 0, "\(ended.errors)")
        for word in ["281", "RECORD", "watching", "bye"] {
            #expect(!ended.output.contains(word), "\(ended.output)")
        }
    }

    @Test func aFileThatCannotBeWrittenIsSaidBeforeThePhoneIsTaken() async throws {
        let folder = try TemporaryFolder()
        let ended = try await hold(["--record", folder("none/a.ussd")], typing: "*789#\n")
        #expect(ended.status == 4 && ended.errors.contains("so nothing was begun"))
        #expect(!ended.output.contains("Send money"))
    }

    @Test func whatCouldNotBeWrittenIsShown() async throws {
        let folder = try TemporaryFolder()
        let typed = "/record start A\n*789#\n/record stop \(folder("none/a.ussd"))\n"
        let ended = try await hold([], typing: typed)
        #expect(ended.status == 4 && ended.errors.contains("The transcript follows."))
        #expect(ended.output.contains("title: A\nmenu: mavuno\n"), "\(ended.output)")
    }

    /// The code that is named is one of the menu's own.
    @Test func theMenusOwnCodeIsNamed() async throws {
        let ended = try await hold(["--menus", "Menus/tutorial/1-hello.menu"], typing: "")
        #expect(ended.output.contains("Dial *100#,") && !ended.output.contains("*789#"))
    }

    @Test func onlyACodeIsDialled() async throws {
        let ended = try await hold(["789"], typing: "")
        #expect(ended.status == 2 && ended.errors.contains("stardial phone '*789#'"))
    }
}
