// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// A way through a menu as it is typed into the line protocol, to be recorded.
struct RecordedScript {
    /// The entry of the menu that it is for, as `stardial graph` names it; empty for none.
    var entry = ""
    /// The lines; `{code}` is the code that the newest message asked to be sent back.
    var lines: [String]

    /// What a script typed that must not be found again, and the transcript that came of it.
    struct Recorded {
        var secrets: Set<String> = []
        var words = ""
        var text = ""
    }

    /// Records the script at a gateway that it has for itself.
    func record(on client: LineClient, title: String) async throws -> Recorded {
        var recorded = Recorded()
        try #require(await client.ask("RESET").code == 250)
        try #require(await client.ask("RECORD START \(title)").code == 250)
        var asksSecret = false
        var code = "0000"
        for line in lines {
            let typed = line.replacing("{code}", with: code)
            let words = typed.split(separator: " ")
            if asksSecret, typed.count >= 4, Int(typed) != nil { recorded.secrets.insert(typed) }
            if words.count == 6, words[3] == "YES" { recorded.secrets.insert(String(words[5])) }
            for word in words where word.hasPrefix("pin=") {
                recorded.secrets.insert(String(word.dropFirst("pin=".count)))
            }
            let reply = try await client.ask(typed)
            try #require(reply.code < 400, "\(title): \(line) was answered \(reply)")
            asksSecret = reply.asksSecret
            for shown in reply.lines where shown.hasPrefix("Reply YES ") {
                code = String(shown.split(separator: " ")[2])
            }
        }
        let reply = try await client.ask("RECORD STOP")
        try #require(reply.code == 270)
        recorded.words = reply.words
        recorded.text = reply.lines.joined(separator: "\n") + "\n"
        return recorded
    }
}

extension RecordedScript {
    /// One script and more for every flow and every entry of a bundled menu, by name.
    static let all: [String: [String: RecordedScript]] = [
        "Menus/mavuno": wallet.merging(account) { one, _ in one }
            .merging(agents) { one, _ in one }.merging(messages) { one, _ in one },
        "Menus/tutorial/1-hello.menu": [
            "market": RecordedScript(
                entry: "*100#",
                lines: ["PHONE amina", "*100#", "1", "0", "2", "0", "9", "HANGUP"]
            )
        ],
        "Menus/tutorial/2-clinic.menu": [
            "clinic": RecordedScript(
                entry: "*101#",
                lines: [
                    "PHONE amina", "*101#", "2", "0", "1", "32", "12", "2",
                    "SAY amina Amina Otieno",
                ]
            ),
            "book": RecordedScript(
                entry: "*101*{day}#",
                lines: ["PHONE amina", "*101*12#", "1", "SAY amina Al", "SAY amina Amina"]
            ),
        ],
        "Menus/tutorial/3-pocket.menu": [
            "give": RecordedScript(
                entry: "*102#",
                lines: [
                    "PHONE amina", "*102#", "1", "0712000002", "500", "1357", "4821",
                    "WAIT amina sms 5s", "INBOX baraka",
                ]
            )
        ],
        "Menus/tutorial/4-weather.menu": [
            "weather": RecordedScript(
                entry: "*103#",
                lines: [
                    "PHONE amina", "*103#", "1", "SAY amina Nowhere", "SAY amina Anywhere", "1",
                    "0", "HANGUP",
                    "*103#", "2", "SAY amina Mbita", "12", "24680",
                ]
            )
        ],
    ]

    private static let wallet: [String: RecordedScript] = [
        "help": RecordedScript(
            entry: "*789#",
            lines: ["PHONE amina", "*789#", "6", "1", "0", "2", "0", "3", "0", "4", "0", "HANGUP"]
        ),
        "send": RecordedScript(lines: [
            "PHONE amina", "*789#", "1", "12", "0712345678", "1", "0712000001", "0712000002",
            "99999", "500", "1357", "12", "4821", "WAIT amina sms 5s", "INBOX baraka",
        ]),
        "send by shortcut": RecordedScript(
            entry: "*789*1*{recipient}*{amount}#",
            lines: ["PHONE amina", "*789*1*0712000002*49.50#", "4821", "PHONE baraka", "*789#"]
        ),
        "withdraw": RecordedScript(lines: [
            "PHONE amina", "*789#", "2", "2", "0", "1", "9999", "4021", "300", "4821",
            "INBOX neema",
        ]),
        "withdraw by shortcut": RecordedScript(
            entry: "*789*2*{till}*{amount}#",
            lines: ["PHONE amina", "*789*2*4021*300#", "4821"]
        ),
        "locked": RecordedScript(lines: [
            "PHONE amina", "*789*1*0712000002*500#", "1357", "2468", "9753",
            "*789*1*0712000002*500#", "4821",
        ]),
        "time": RecordedScript(lines: [
            "PHONE amina", "*789#", "1", "0712000002", "CLOCK +61s", "*789#", "1", "500",
            "CLOCK +30s", "4821", "CLOCK +1d", "*789#", "3", "1", "HANGUP",
        ]),
        "two phones": RecordedScript(lines: [
            "PHONE amina", "*789#", "PHONE baraka", "*789#", "PHONE amina", "1", "0712000002",
            "700", "4821", "PHONE baraka", "0", "1", "0712000001", "100", "7395",
            "SMS baraka amina Asante, 100 to +254712000001", "INBOX amina",
        ]),
    ]

    private static let account: [String: RecordedScript] = [
        "account": RecordedScript(lines: [
            "PHONE amina", "*789#", "4", "1", "0", "2", "0", "4", "0", "5", "2", "HANGUP", "*789#",
            "HANGUP",
        ]),
        "change PIN": RecordedScript(lines: [
            "PHONE amina", "*789#", "4", "3", "1234", "730518", "730518", "4821", "1111", "1111",
            "1", "4821", "730518", "730518", "*789*1*0712000002*100#", "4821", "730518",
        ]),
        "register": RecordedScript(lines: [
            "PHONE zawadi +254712000009", "*789#", "2", "0", "1", "SAY zawadi Zawadi Mwangi",
            "5193",
            "5194", "5193", "5193", "*789#", "3", "HANGUP", "PHONE amina",
            "*789*1*0712000009*500#", "4821", "INBOX zawadi", "PHONE zawadi",
            "*789*1*0712000001*100#", "5193",
        ]),
        "new PIN": RecordedScript(lines: [
            "PHONE rehema +254712000010 pin=604183 balance=50.00 state=reset", "*789#", "111111",
            "2580", "2580", "604183", "2580", "2580", "*789#", "HANGUP",
        ]),
        "last payments": RecordedScript(lines: [
            "PHONE amina", "*789*1*0712000002*100#", "4821", "*789#", "3", "1", "0", "HANGUP",
        ]),
    ]

    private static let agents: [String: RecordedScript] = [
        "agent desk": RecordedScript(
            entry: "*788#",
            lines: [
                "PHONE neema", "*788#", "3", "0", "2", "0", "4", "0", "1", "0712345678", "1",
                "0712000001", "500", "6159", "INBOX amina",
            ]
        ),
        "deposit": RecordedScript(
            entry: "*788*1*{customer}*{amount}#",
            lines: ["PHONE neema", "*788*1*0712000001*500#", "1357", "6159"]
        ),
        "no agent": RecordedScript(lines: ["PHONE amina", "*788#", "1", "HANGUP"]),
    ]

    private static let messages: [String: RecordedScript] = {
        func one(_ entry: String, _ text: String) -> RecordedScript {
            RecordedScript(
                entry: entry,
                lines: ["SMS amina MAVUNO \(text)", "WAIT amina sms 5s"]
            )
        }
        return [
            "BAL": one("SMS BAL", "bal"), "LAST": one("SMS LAST", "LAST"),
            "LANG EN": one("SMS LANG EN", "LANG EN"), "LANG SW": one("SMS LANG SW", "lang sw"),
            "LANG FR": one("SMS LANG FR", "LANG FR"), "LANG ES": one("SMS LANG ES", "LANG ES"),
            "HELP": one("SMS HELP", "HELP"), "anything": one("SMS *", "what is this 0712345678"),
            "SEND": RecordedScript(
                entry: "SMS SEND {amount} [TO] {recipient}",
                lines: [
                    "SMS amina MAVUNO SEND 500 TO 0712000002", "WAIT amina sms 5s",
                    "SMS amina MAVUNO YES 1 9753", "WAIT amina sms 5s",
                    "SMS amina MAVUNO YES {code} 4821", "WAIT amina sms 5s", "INBOX baraka",
                ]
            ),
            "CASH": RecordedScript(
                entry: "SMS CASH {amount} [AT] {till}",
                lines: [
                    "SMS amina MAVUNO CASH 300 4021", "WAIT amina sms 5s",
                    "SMS amina MAVUNO NO {code}", "WAIT amina sms 5s",
                ]
            ),
        ]
    }()
}
