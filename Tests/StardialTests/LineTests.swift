// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// `stardial line`: the protocol on standard input and output.
@Suite struct LineTests {
    private func converse(_ octets: [UInt8]) async throws -> [LineReplies.Reply] {
        let ended = try await BuiltCommand.run(["line"], input: .pipe(Data(octets)))
        #expect(ended.status == 0, "\(ended.errors)")
        #expect(ended.errors.isEmpty)
        return LineReplies.read(ended.output)
    }

    private func converse(_ text: String) async throws -> [LineReplies.Reply] {
        try await converse(Array(text.utf8))
    }

    @Test func dialsFromAPipe() async throws {
        let replies = try await converse("PHONE amina\n*789#\n")
        #expect(replies.map(\.code) == [200, 250, 220])
        #expect(replies[2].words.hasPrefix("CON amina chars="))
        #expect(replies[2].lines.first == "Amina, you have KES 2,000.00")
    }

    @Test func dialsFromAFile() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("PHONE amina\n*789#\n", to: "lines")
        let ended = try await BuiltCommand.run(["line"], input: .file(path))
        #expect(ended.status == 0)
        let replies = LineReplies.read(ended.output)
        #expect(replies.map(\.code) == [200, 250, 220])
        #expect(ended.output.hasSuffix("\n.\n"))
    }

    @Test func endsWithItsInput() async throws {
        let ended = try await BuiltCommand.run(["line"])
        #expect(ended.status == 0)
        #expect(LineReplies.read(ended.output).map(\.code) == [200])
    }

    /// A line that is wrong gets one reply, and the line after it is answered as ever.
    @Test(arguments: [
        ("PHONE amina +254 712", 501), ("WAIT amina", 501), ("@ PING", 501),
        ("PNIG", 500), ("FLY ME", 500), ("FAULT drip", 501), ("BAL nobody", 404),
        ("a\rb", 501), ("PING\r\rPING", 501), ("PI\0NG", 501),
        (String(repeating: "x", count: 1_025), 501),
        (String(repeating: "x", count: 300_000 / 8), 501),
    ])
    func wrongLineGetsOneReply(_ line: String, _ code: Int) async throws {
        let replies = try await converse("\(line)\nPING\n")
        #expect(replies.map(\.code) == [200, code, 250])
        #expect(replies.last?.words == "pong")
    }

    /// What is recorded is not lost in silence, and a PIN that nobody can type is none.
    @Test func whatIsLostOrCannotBeIsSaid() async throws {
        let replies = try await converse(
            "RECORD START\nRESET\nRESET\nPHONE x pin=12\nPHONE x pin=abcd\nPHONE x pin=1234\n"
        )
        #expect(replies.map(\.code) == [200, 250, 250, 250, 501, 501, 250])
        #expect(replies[2].words.hasSuffix("; what was recorded is gone"))
        #expect(!replies[3].words.contains("gone"))
        #expect(replies[4].words == "pin is 4 to 8 digits, such as pin=4821.")
    }

    @Test func longestLineIsTaken() async throws {
        let line = "SMS amina MAVUNO " + String(repeating: "x", count: 1_024 - 17)
        let replies = try await converse("\(line)\nPING\n")
        #expect(replies.map(\.code) == [200, 230, 250])
    }

    @Test(arguments: [[0xFF], [0xC3, 0x28], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80]])
    func octetsThatAreNoUTF8AreSaidSo(_ octets: [UInt8]) async throws {
        let replies = try await converse(
            Array("SMS amina MAVUNO ".utf8) + octets + Array("\nPING\n".utf8)
        )
        #expect(replies.map(\.code) == [200, 504, 250])
    }

    @Test func unknownVerbNamesTheOneThatWasMeant() async throws {
        let replies = try await converse("PHNE amina\nHLEP\nquit\n")
        #expect(replies.map(\.code) == [200, 500, 500, 205])
        #expect(replies[1].words.contains("did you mean PHONE?"))
        #expect(replies[2].words.contains("did you mean HELP?"))
    }

    @Test func lastLineWithoutAnEndIsNotDone() async throws {
        let replies = try await converse("PHONE amina\n*789*1*0712000002*500#\n4821")
        #expect(replies.map(\.code) == [200, 250, 220, 501])
    }

    @Test func worksOnTheLedgerOfAFile() async throws {
        let folder = try TemporaryFolder()
        let arguments = ["line", "--ledger", "sqlite:" + folder("l.db"), "--pin-rounds", "16"]
        let pays = "PHONE amina\n*789*1*0712000002*500#\n4821\n"
        let paid = try await BuiltCommand.run(arguments, input: .pipe(Data(pays.utf8)))
        #expect(LineReplies.read(paid.output).map(\.code) == [200, 250, 220, 221])
        let asks = "BAL amina\nBAL baraka\nLEDGER check\n"
        let told = try await BuiltCommand.run(arguments, input: .pipe(Data(asks.utf8)))
        let replies = LineReplies.read(told.output)
        #expect(replies.map(\.code) == [200, 240, 240, 241])
        #expect(replies[1].words == "amina KES 1,493.00")
        #expect(replies[2].words == "baraka KES 500.00")
        #expect(replies[3].lines.contains { $0.hasPrefix("sound") })
    }

    @Test func menusWithErrorsStartNothing() async throws {
        let folder = try TemporaryFolder()
        try folder.copyMenus()
        try folder.replace("-> cash\n", with: "-> kash\n", in: "Menus/mavuno/mavuno.menu")
        let ended = try await BuiltCommand.run(["line", folder("Menus/mavuno")])
        #expect(ended.status == 1)
        #expect(ended.output.isEmpty)
        #expect(ended.errors.contains("error[menu.unknown-target]"))
        #expect(ended.errors.contains("nothing was started"))
    }
}
