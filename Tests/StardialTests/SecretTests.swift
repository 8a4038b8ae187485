// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// What was typed as a PIN, and whose number it was, stands nowhere afterwards.
@Suite struct SecretTests {
    private static let number = "722000009"
    /// The right PIN, a wrong one, and the one it is changed to.
    private static let pins = ["739518", "846251", "591736"]
    /// Each phone pays once: whether its next dial tells that again depends on how fast it comes.
    private static let session = """
        MODE text
        PHONE joy +254\(number) pin=739518 balance=900.00
        *789#
        4
        3
        739518
        591736
        591736
        *789*2*4021*100#
        591736
        PHONE joan +254722000010 pin=739518 balance=900.00
        *789*1*0712000002*50#
        739518
        PHONE jane +254722000011 pin=739518 balance=900.00
        *789#
        1
        0712000002
        20
        846251
        739518
        PHONE june +254722000012 pin=591736 balance=900.00
        *789*1*0712000002*30#
        591736
        SMS june MAVUNO SEND 20 0712000002
        591736
        SCREEN joy
        INBOX joy
        INBOX baraka
        LEDGER last
        LEDGER check
        PHONE
        WATCH all
        QUIT

        """

    private func expectNoSecret(in text: String, _ place: Comment) {
        for pin in Self.pins { #expect(!text.contains(pin), place) }
    }

    @Test(arguments: ["trace", "debug", "warning"])
    func lineTellsNoPIN(_ level: String) async throws {
        let folder = try TemporaryFolder()
        let arguments = [
            "line", "--log-level", level, "--ledger", "sqlite:" + folder("l.db"),
            "--pin-rounds", "16",
        ]
        let ended = try await BuiltCommand.run(
            arguments,
            input: .pipe(Data(Self.session.utf8))
        )
        #expect(ended.status == 0)
        let replies = LineReplies.read(ended.output)
        #expect(replies.compactMap(\.reference).count >= 4, "\(ended.output)")
        #expect(replies.contains { $0.lines.contains("Your PIN is changed.") }, "\(ended.output)")
        #expect(replies.contains { $0.lines.joined().contains("Wrong PIN") }, "\(ended.output)")
        expectNoSecret(in: ended.output, "standard output at \(level)")
        expectNoSecret(in: ended.errors, "the log at \(level)")
        #expect(!ended.errors.contains(Self.number), "the log at \(level)")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            let octets = FileManager.default.contents(atPath: folder(name)) ?? Data()
            for pin in Self.pins { #expect(octets.range(of: Data(pin.utf8)) == nil, "\(name)") }
        }
    }

    @Test func upTellsNoPINButThoseItSetsUp() async throws {
        let folder = try TemporaryFolder()
        let gateway = try await RunningGateway(
            ledger: "sqlite:" + folder("l.db"),
            more: ["--log-level", "trace"]
        )
        defer { gateway.command.end() }
        let demo = ["4821", "7395", "6159"]
        for pin in demo { #expect(gateway.welcome.contains("PIN \(pin),")) }
        let client = try await gateway.client()
        client.send(Array(Self.session.utf8))
        try await client.closes()
        let other = try await gateway.client()
        _ = try await other.ask("PHONE amina")
        _ = try await other.ask("*789*1*0712000002*50#")
        #expect(try await other.ask("4821").reference != nil)
        try await gateway.stop()
        expectNoSecret(in: String(decoding: client.received, as: UTF8.self), "the line")
        let printed = gateway.command.output.dropFirst(gateway.welcome.count)
        let logged = gateway.command.errors
        expectNoSecret(in: printed + logged, "what was printed and logged")
        // Four digits may stand in a time or a port; as a word of their own they are the PIN.
        let words = Set((printed + logged).split { !$0.isLetter && !$0.isNumber }.map(String.init))
        #expect(words.isDisjoint(with: demo), "A PIN was printed or logged.")
        #expect(!logged.contains(Self.number))
        #expect(!logged.isEmpty, "Nothing was logged, so nothing was looked at.")
    }
}
