// SPDX-License-Identifier: Apache-2.0
public import Gateway

/// One step of a scene and what is expected of it.
public struct TranscriptStep: Sendable {
    /// The line of the step itself in its file, counted from 1.
    public let line: Int
    /// What is done or looked at.
    public let action: Action
    /// The indented lines under it, in order.
    public internal(set) var expectations: [Expectation] = []
    /// The part it stands in, a place in ``Transcript/inclusions``; nil for the transcript itself.
    public internal(set) var inclusion: Int?

    /// What a step does or looks at; phones are names of the header.
    public enum Action: Hashable, Sendable {
        /// `amina> 500`: a phone dials or answers.
        case press(phone: String, Input)
        /// `amina sms> MAVUNO BAL`: a phone sends; the first word is an address or another phone.
        case send(phone: String, Template)
        /// `amina sms< MAVUNO within 10s`: a text reaches a phone, in time.
        case receive(phone: String, from: String, withinMilliseconds: Int64)
        /// `amina sms< none within 60s`: no text reaches a phone for so long.
        case silence(phone: String, milliseconds: Int64)
        /// `@ +181s`: the clock moves on.
        case wait(milliseconds: Int64)
        /// `@ 2026-11-21T08:00:00+03:00`: the clock moves to an instant.
        case waitUntil(Instant)
        /// `? …`: something is so.
        case check(Check)
        /// `! …`: something will go wrong.
        case fault(Fault)
    }

    /// What a phone presses.
    public enum Input: Hashable, Sendable {
        /// Text with holes; text such as `*789#` dials.
        case text(Template)
        /// `<empty>`: send is pressed with nothing typed.
        case empty
        /// `<hangup>`: the subscriber ends the session.
        case hangUp
    }

    /// What a `?` line asserts.
    public enum Check: Hashable, Sendable {
        /// `? balance amina == 1493.00`, of a phone's wallet or an account.
        case balance(of: String, DecimalText)
        /// `? ledger last`, with the postings of the newest group under it.
        case lastPosting
        /// `? ledger sum == 0`: every debit has its credit.
        case ledgerSum
        /// `? session amina open` or `none`.
        case session(phone: String, isOpen: Bool)
    }

    /// What a `!` line arranges for the next occasions.
    public typealias Fault = InjectedFault
}

/// One indented line under a step.
public struct Expectation: Sendable {
    /// The line in the file, counted from 1.
    public let line: Int
    /// What is expected.
    public let kind: Kind
    /// The language of the screen it is meant for, as `sw`; nil for every language.
    public let language: String?

    /// What an expected line says.
    public enum Kind: Hashable, Sendable {
        /// `| …` or `~ …`: one line of a screen or message.
        case text(Template)
        /// `...`: any lines, also none.
        case anyLines
        /// `-- …`: the session is over.
        case ending(Ending)
        /// `| income:fees  7.00` under `? ledger last`.
        case posting(account: String, DecimalText)
    }

    /// How a session ends.
    public enum Ending: String, Hashable, Sendable, CaseIterable {
        /// By a last screen of the menu.
        case end
        /// By a time limit of the network, the session or the services.
        case timeout
        /// By the subscriber or the loss of the connection.
        case hangup
        /// By anything else, such as a code that does not exist.
        case abort
    }
}
