// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// What happens by itself when a tester moves the clock of a running emulator.
@Suite struct WorkTests {
    @Test func aClockMovedOnTheLineDoesEveryDayBeforeItAnswers() async throws {
        let lines = [
            "PHONE zawadi +254712000009 savings=1000.00 pin=4821", "CLOCK +1d", "LEDGER last",
            "CLOCK +300d", "LEDGER check", "INBOX zawadi",
        ]
        let ended = try await BuiltCommand.run(
            ["line"],
            input: .pipe(Data((lines.joined(separator: "\n") + "\n").utf8))
        )
        let replies = LineReplies.read(ended.output)
        #expect(replies.map(\.code) == [200, 250, 260, 241, 260, 241, 231])
        #expect(replies[3].lines == ["expense:interest  KES -0.10", "savings:zawadi  KES 0.10"])
        // two openings of demo phones, that of the savings, and a transfer a day; one more when the
        // test itself runs over a midnight
        let transfers = replies[5].lines.first.flatMap { Int($0.prefix { $0 != " " }) }
        #expect((304...305).contains(transfers ?? 0), "\(replies[5])")
        let inbox = replies[6].lines.joined(separator: " ")
        #expect(inbox.contains("has not been used since"))
        #expect(inbox.contains("Nothing can be sent or taken out now."))
    }
}
