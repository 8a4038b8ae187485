// SPDX-License-Identifier: Apache-2.0
public import GSM
public import Gateway

/// One thing that happened at a phone while a scene was recorded.
///
/// It may hold a PIN as it was typed, so that printing an event shows its kind and a masked number.
public struct RecordedEvent: Sendable {
    /// The phone at which it happened.
    public let phone: MSISDN
    /// When it happened.
    public let at: Instant
    /// What happened.
    public let what: What

    /// What can happen at a phone.
    public enum What: Sendable {
        /// It dialled, or answered its screen, as typed.
        case typed(String)
        /// What was typed last was answered.
        case shown(RecordedScreen)
        /// Its subscriber hung up an open session.
        case hungUp
        /// Its session ended by itself, as after a time-out.
        case released(ReleaseCause)
        /// It sent an SMS to a service or a number.
        case sent(to: String, text: String)
        /// An SMS reached it.
        case received(from: String, text: String)
    }

    /// Makes an event.
    public init(phone: MSISDN, at: Instant, _ what: What) {
        self.phone = phone
        self.at = at
        self.what = what
    }
}

/// The answer to what a phone typed.
public struct RecordedScreen: Sendable {
    /// What the phone shows, lines joined by line feeds.
    public var text: String
    /// How the session ended; nil while it waits for input.
    public var ending: Expectation.Ending?
    /// Whether the next input is a secret.
    public var asksSecret: Bool
    /// The name of the menu; empty when it is not known.
    public var menu: String

    /// Makes a screen of its parts.
    public init(
        text: String,
        ending: Expectation.Ending?,
        asksSecret: Bool = false,
        menu: String = ""
    ) {
        self.text = text
        self.ending = ending
        self.asksSecret = asksSecret
        self.menu = menu
    }

    /// Makes a screen of a gateway's answer.
    public init(_ answer: Answer) {
        self.init(
            text: answer.text,
            ending: Stage.Reading(answer).ending,
            asksSecret: answer.asksSecret,
            menu: answer.menu
        )
    }
}

extension RecordedEvent: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// What happened and at which masked number.
    public var description: String {
        let word =
            switch what {
            case .typed: "typed"
            case .shown: "shown"
            case .hungUp: "hung up"
            case .released: "released"
            case .sent: "sent"
            case .received: "received"
            }
        return "\(phone.masked) \(word)"
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// A mirror that holds the masked description only.
    public var customMirror: Mirror {
        Mirror(self, children: ["masked": description], displayStyle: .struct)
    }
}
