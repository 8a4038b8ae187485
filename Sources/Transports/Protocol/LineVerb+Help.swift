// SPDX-License-Identifier: Apache-2.0

extension LineVerb {
    /// How it is typed; what stands in brackets may be left out.
    public var usage: String {
        switch self {
        case .phone: "PHONE [NAME [+NUMBER] [pin=PIN] [balance=AMOUNT] [lang=CODE]]"
        case .redial: "REDIAL [NAME] *789#"
        case .turn: "TURN NAME KEY [INPUT]"
        case .session: "SESSION [NAME]"
        case .dial: "DIAL [NAME] *789#"
        case .say: "SAY [NAME] [INPUT]"
        case .hangup: "HANGUP [NAME]"
        case .screen: "SCREEN [NAME]"
        case .sms: "SMS NAME TO TEXT"
        case .inbox: "INBOX [NAME] [COUNT]"
        case .wait: "WAIT [NAME] sms SECONDS"
        case .clock: "CLOCK [+SECONDS|next]"
        case .bal: "BAL [NAME]"
        case .ledger: "LEDGER [last|sum|check|balance NAME]"
        case .fault: "FAULT [WORDS|clear]"
        case .reset: "RESET [menu=NAME [clock=TIME] [seed=NUMBER]]"
        case .load: "LOAD PATH"
        case .check: "CHECK [PATH]"
        case .record: "RECORD START [TITLE]|SECRET PATTERN|STOP"
        case .play: "PLAY PATH"
        case .watch: "WATCH [NAME|all]"
        case .unwatch: "UNWATCH [NAME|all]"
        case .raw: "RAW [NAME] [on|off]"
        case .mode: "MODE text|json [turns]"
        case .hello: "HELLO [WHO]"
        case .caps: "CAPS"
        case .help: "HELP [VERB]"
        case .ping: "PING"
        case .auth: "AUTH"
        case .quit: "QUIT"
        }
    }

    /// What it does, in one plain sentence.
    public var summary: String {
        switch self {
        case .phone: "Takes a phone in hand and makes it when it is new; alone it lists them all."
        case .redial: "Dials a code; a session that is open is released first."
        case .turn: "Answers the screen of a turn; the same turn again is done once."
        case .session: "Tells whether a session is open, and its language."
        case .dial: "Dials a code; a session that is open must be hung up first."
        case .say: "Answers the screen; without an input it sends an empty one."
        case .hangup: "Ends the session."
        case .screen: "Shows the last screen again; nothing is sent."
        case .sms: "Sends a short message from a phone to a name, a short code or a number."
        case .inbox: "Shows the messages a phone received, or the last COUNT of them."
        case .wait: "Waits for a message you have not seen yet; 420 when none comes in time."
        case .clock: "Shows the time, moves a clock that can be moved, or tells what is due next."
        case .bal: "Shows what the phone's account has."
        case .ledger: "Shows the last transfer, the sum of all, a balance, or checks the whole."
        case .fault: "Makes the network or a service misbehave; alone it lists what was asked for."
        case .reset: "Puts all back to its beginning; with a menu, begins a world for you alone."
        case .load: "Compiles a menu and puts it into service when it has no errors."
        case .check: "Compiles a menu, or those in service, and tells what is wrong."
        case .record: "Records what every phone of this gateway does, as a transcript."
        case .play: "Plays the transcript of a file, or those of a folder, and reports."
        case .watch: "Tells at once, with code 281, whatever reaches a phone."
        case .unwatch: "Stops telling."
        case .raw: "Gives every line to the phone as it stands, up to a lone dot."
        case .mode: "Chooses how replies are written: text or JSON, and whether turns are named."
        case .hello: "Shows the greeting again."
        case .caps: "Lists what this server can do and its limits."
        case .help: "Explains a verb, or lists them."
        case .ping: "Asks whether the server is there."
        case .auth: "Says who you are; not in this version."
        case .quit: "Waits for the replies under way and leaves."
        }
    }

    /// A line that can be typed, or nil when the usage says it all.
    public var example: String? {
        switch self {
        case .phone: "PHONE baraka +254712000002 pin=4821 balance=100.00"
        case .dial: "DIAL amina *789#"
        case .say: "SAY amina 1"
        case .sms: "SMS amina MAVUNO BAL"
        case .inbox: "INBOX amina 3"
        case .wait: "WAIT amina sms 5s"
        case .clock: "CLOCK +181s"
        case .ledger: "LEDGER last"
        case .fault: "FAULT drop sms baraka once"
        case .load: "LOAD Menus/mavuno/mavuno.menu"
        case .record: "RECORD START Amina pays"
        case .redial: "REDIAL amina *789#"
        case .turn: "TURN amina 0019a8f2c4e3b7d1-0000002a.1 500"
        case .session: "SESSION amina"
        case .reset: "RESET menu=mavuno clock=2026-11-20T06:00:00Z seed=42"
        case .play: "PLAY Transcripts/mavuno/balance.ussd"
        case .watch: "WATCH all"
        case .raw: "RAW amina"
        case .mode: "MODE json"
        case .help: "HELP PHONE"
        default: nil
        }
    }
}
