// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Gateway
import Testing

@Suite struct FuzzTests {
    private static let parts = [
        "*", "#", "*789#", "*789*1", "1", "0", "00", "98", "500", "4821", "", " ", "\n", "\r\n",
        "\0", "é", "😀", "ا", "\u{200f}", "e\u{301}\u{301}\u{301}", "-1", "99999999999999999999",
        "٣", "YES 1234 4821", "NO 1234", "SEND", "SEND 5", "YES", "{typed}", "%s", "'; --",
    ]

    @Test(arguments: UInt64(1)...8)
    func answersWhateverIsSentOnce(_ seed: UInt64) {
        let world = World([TestMenu.make(asksNews: true, takesAnything: seed % 2 == 0)])
        world.services.answer("news", with: ServiceResult("none"), .ok())
        world.services.answer("send", with: ServiceResult("wrong_pin"), .unsure, .ok())
        world.services.answer("look", with: .unavailable)
        var random = seed
        func draw(_ bound: Int) -> Int {
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((random >> 33) % UInt64(bound))
        }
        for _ in 0..<400 {
            let text = (0...draw(4)).map { _ in Self.parts[draw(Self.parts.count)] }.joined()
            let input = draw(20) == 0 ? String(repeating: text, count: 300) : text
            let replies: Replies
            switch draw(4) {
            case 0: replies = world.dial(draw(2) == 0 ? "*789#" : input)
            case 1:
                world.text(input)
                continue
            default:
                let id = SessionID(high: random, number: UInt32(draw(4)))
                let turn = TurnKey(session: id, position: UInt32(truncatingIfNeeded: random))
                replies = world.type(input, turn: draw(4) == 0 ? turn : nil)
            }
            #expect(replies.all.count == 1)
            guard let answer = replies.first else { return }
            #expect(answer.size == TextSize.measure(answer.text))
            #expect(answer.size.units <= answer.sizeMax)
            #expect(!answer.text.isEmpty)
            if draw(30) == 0 { world.wait(milliseconds: Int64(draw(200_000))) }
        }
        world.wait(milliseconds: 10_000_000)
        #expect(world.gateway.liveSessions == 0)
    }
}
