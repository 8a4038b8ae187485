// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM

extension ShardState {
    /// A short message on its way in, with what its text leads to.
    struct Command {
        /// The text, or nil when it is longer than a message that is read.
        let text: String?
        let subscriber: MSISDN
        let route: MenuDirectory.Texted?
        /// Made anew for each message, whether a session begins or not.
        let opening: Opening?
        /// What to say when nobody can do anything with the text.
        let help: String
    }

    /// Takes a message as a command or as the answer that an open dialogue waits for.
    mutating func receive(_ command: Command, at now: Instant, into actions: inout [Action]) {
        expire(command.subscriber, at: now, into: &actions)
        guard let typed = command.text else {
            let text = "This message is too long. Nothing was done."
            actions.append(message(text, to: command.subscriber, at: now))
            return
        }
        let session = sessions[SessionPlace(command.subscriber, .texted)]
        let consent = Consent(typed)
        if let session, session.call == nil, session.confirmation != 0, let consent {
            return take(consent, for: session, at: now, into: &actions)
        }
        if let route = command.route, let opening = command.opening,
            !route.takesAnything || (session == nil && consent == nil)
        {
            return begin(opening, at: now, into: &actions)
        }
        guard let session else {
            let text = consent == nil ? command.help : Consent.notOpen
            actions.append(message(text, to: command.subscriber, at: now))
            return
        }
        if session.call != nil {
            let text = "Still working on your last message. Wait for the answer."
            actions.append(message(text, to: command.subscriber, at: now))
        } else if session.confirmation != 0 {
            let text = "Nothing was done. " + Consent.request(session.confirmation)
            actions.append(message(text, to: command.subscriber, at: now))
        } else {
            session.beginTurn(at: now, reply: nil)
            take(typed, for: session, at: now, into: &actions)
        }
    }

    /// A message from the gateway to a phone.
    func message(_ text: String, to subscriber: MSISDN, at now: Instant) -> Action {
        .event(
            .message(ShortMessage(from: smsSender, to: subscriber, text: text, at: now))
        )
    }

    /// A screen as it is sent; where it asks for a secret, with a code to be sent back.
    func messageText(of screen: Screen, in session: Session) -> String {
        session.confirmation = 0
        guard screen.asksSecret else { return screen.text }
        session.confirmation = UInt16(1_000 + session.random.next() % 9_000)
        return screen.text + "\n" + Consent.request(session.confirmation)
    }

    private mutating func begin(
        _ opening: Opening,
        at now: Instant,
        into actions: inout [Action]
    ) {
        guard let session = open(opening, at: now, into: &actions) else {
            actions.append(message(ReleaseText.refusal, to: opening.subscriber, at: now))
            return
        }
        session.beginTurn(at: now, reply: nil)
        let effect = session.dialogue.handle(.begin(opening.match, asksToResume: false))
        proceed(session, with: effect, at: now, into: &actions)
    }

    /// Gives a secret to the dialogue when the code is right, or ends it when it was declined.
    private mutating func take(
        _ consent: Consent,
        for session: Session,
        at now: Instant,
        into actions: inout [Action]
    ) {
        guard consent.code == session.confirmation else {
            let text = "That code is wrong. Nothing was done. "
            actions.append(
                message(
                    text + Consent.request(session.confirmation),
                    to: session.subscriber,
                    at: now
                )
            )
            return
        }
        guard consent.agrees else {
            let isUntouched = !session.mayHaveMoved
            release(session, .hungUp, at: now, into: &actions)
            let text = isUntouched ? ReleaseText.nothingTaken : "Nothing more was taken."
            actions.append(message(text, to: session.subscriber, at: now))
            return
        }
        guard let secret = consent.secret else {
            let text = "Your PIN was missing. Nothing was done. "
            actions.append(
                message(
                    text + Consent.request(session.confirmation),
                    to: session.subscriber,
                    at: now
                )
            )
            return
        }
        session.confirmation = 0
        session.beginTurn(at: now, reply: nil)
        take(secret, for: session, at: now, into: &actions)
    }
}

/// `YES 4821 1234` or `NO 4821`, in any case of letters.
struct Consent {
    let agrees: Bool
    let code: UInt16
    /// What stands after the code; nil when nothing does.
    let secret: String?

    /// Reads a message that begins with the word and a code of four digits; else nil.
    init?(_ text: String) {
        let words = text.split(maxSplits: 3, whereSeparator: \.isWhitespace)
        guard words.count >= 2, words[0].utf8.count <= 3, words[1].utf8.count == 4,
            let code = UInt16(words[1])
        else { return nil }
        switch words[0].uppercased() {
        case "YES": agrees = true
        case "NO": agrees = false
        default: return nil
        }
        self.code = code
        secret = words.count == 3 ? String(words[2]) : nil
    }

    /// What stands under a question for a secret.
    static func request(_ code: UInt16) -> String {
        "Reply YES \(code) and your PIN, or NO \(code)."
    }

    /// What a consent gets that no dialogue waits for.
    static let notOpen = "That code is not open any more. Nothing was done with this message."
}
