// SPDX-License-Identifier: Apache-2.0
import Gateway

/// A line that was understood: what to do, and with which words.
///
/// What phones type and send may be secret, so that printing a command shows its kind only.
enum LineCommand: Hashable, Sendable {
    /// For the phone in hand: a dialled string or an input.
    case typed(String)
    case phones
    case phone(PhoneRequest)
    case dial(phone: String?, String)
    case say(phone: String?, String)
    case redial(phone: String?, String)
    case turn(phone: String, TurnKey, String)
    case session(phone: String?)
    case scene([String: String])
    case play(String)
    case hangUp(phone: String?)
    case screen(phone: String?)
    case sms(phone: String, to: String, text: String)
    case inbox(phone: String?, messages: Int?)
    case wait(phone: String?, seconds: Int)
    case clock([String])
    case balance(phone: String?)
    case ledger([String])
    case fault([String])
    case reset
    case load(String)
    case check(String?)
    case record(RecordRequest)
    case watch(phone: String?)
    case watchAll
    case unwatch(phone: String?)
    case unwatchAll
    case raw(phone: String?)
    case rawOff
    case mode(isJSON: Bool, tellsTurns: Bool)
    case hello
    case capabilities
    case help(LineVerb?)
    case ping
    case quit

    /// Whether it begins only when every earlier command is answered, and the later ones wait for
    /// it: all that reads or changes what a turn may have changed.
    var isBarrier: Bool {
        switch self {
        case .typed, .dial, .say, .hangUp, .screen, .hello, .capabilities, .help, .ping, .quit,
            .redial, .turn, .session, .mode, .watch, .watchAll, .unwatch, .unwatchAll, .rawOff:
            false
        case .phones, .phone, .sms, .inbox, .wait, .clock, .balance, .ledger, .fault, .reset, .load,
            .check, .record, .scene, .play, .raw:
            true
        }
    }
}

extension LineCommand: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    var description: String { "a command of the line protocol" }
    var debugDescription: String { description }
    var customMirror: Mirror { Mirror(self, children: [], displayStyle: .enum) }
}
