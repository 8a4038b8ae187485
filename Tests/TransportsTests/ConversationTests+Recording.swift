// SPDX-License-Identifier: Apache-2.0
import GSM
import Testing
import Transports

/// `RECORD`, and dialogues that were captured.
extension ConversationTests {
    static let recordings = Scene(
        "recordings",
        """
        > record stop
        410 nothing is recorded
        > Record START Amina pays
        250 recording Amina pays
        > record secret PIN|code
        250 a secret follows PIN|code
        > record start
        409 something is recorded
        > record stop
        270 steps=1
        ussd/1
        amina> 1

          ...
        .
        """
    )

    @Test func aCapturedDialogueIsReadWithItsReplies() {
        let log = """
            200 stardial/1 ready line=1024 caps=tag,wait,json (try HELP)
            phone amina
            250 amina +254712000001; now type *789#
            @7 *789#
            @7 220 CON amina chars=28/182 secret=yes
            Type your PIN

            ..
            .
            4821
            dial baraka *1#
            221 END amina chars=4/182
            220 1
            .
            411 baraka There is no such code.
            nonsense
            500 there is no such verb; try HELP
            clock +61s
            260 2026-11-20T06:01:01Z
            inbox amina
            231 amina messages=2/2
            from=MAVUNO at=2026-11-20T06:00:00Z lines=2 parts=1
            One

            from=BANK at=2026-11-20T06:00:01Z lines=1 parts=1
            Two
            .
            sms amina MAVUNO BAL
            230 amina sent to MAVUNO parts=1
            hangup
            222 amina hung-up; You hung up.
            9999
            """
        let entries = LineLog.read(log).map { entry in
            switch entry {
            case .phone(let request, let number): "phone \(request.name) \(number?.e164 ?? "")"
            case .typed(let phone, let text): "\(phone)> \(text)"
            case .answered(let phone, let code, _, let text):
                "\(phone) \(code.rawValue) \(text.replacing("\n", with: "/"))"
            case .hungUp(let phone): "\(phone) hung up"
            case .sent(let phone, let to, let text): "\(phone) to \(to): \(text)"
            case .message(let phone, let from, _, let text): "\(phone) from \(from): \(text)"
            case .clock(let word): "clock \(word)"
            }
        }
        #expect(
            entries == [
                "phone amina +254712000001", "amina> *789#",
                "amina 220 Type your PIN//.", "amina> 4821", "baraka> *1#",
                "amina 221 220 1", "baraka 411 ", "clock +61s",
                "amina from MAVUNO: One\n", "amina from BANK: Two", "amina to MAVUNO: BAL",
                "amina hung up",
            ]
        )
    }
}
