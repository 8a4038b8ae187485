// SPDX-License-Identifier: Apache-2.0
public import Gateway

/// What one step of a scene showed when it was played; every text in it has PINs masked.
public struct PlayedStep: Hashable, Sendable {
    /// The line of the step in the file, counted from 1.
    public let line: Int
    /// The step as it was written.
    public var text: String
    /// The phone that acted or was looked at; nil for time, checks and faults.
    public let phone: String?
    /// The lines of the screen or of the SMS that came.
    public var shows: [String] = []
    /// How the session ended with it, or nil.
    public var ending: Expectation.Ending?
    /// The scene's time when it was done.
    public let at: Instant
    /// The name of the menu.
    public let menu: String
    /// The state of the dialogue that was shown, as `send.amount`; empty when that is not known.
    public var state = ""
    /// Whether all was as written.
    public let status: Status
    /// What was done.
    public let kind: Kind
    /// What was typed or sent, with its values; nil when nothing was.
    public var typed: String?
    /// The comment that names the phase it stands in; empty above the first.
    public var phase = ""
    /// Its lines of the file, with what was got in place of those that are not so.
    public var lines: [PhaseFailure.Line] = []
    /// What is wrong, in order.
    public var findings: [PhaseFailure.Finding] = []

    /// What became of a step.
    public enum Status: String, Hashable, Sendable {
        /// Nothing was otherwise than written.
        case passed
        /// Something was.
        case failed
        /// It was played and could not be compared, because of an earlier failure.
        case notCompared
    }

    /// What a step does, as a reader sees it.
    public enum Kind: String, Hashable, Sendable {
        /// A phone dials a string such as `*789#`.
        case dial
        /// A phone answers a screen.
        case answer
        /// A subscriber hangs up.
        case hangUp
        /// A phone sends an SMS.
        case messageSent
        /// An SMS reaches a phone.
        case messageReceived
        /// For a while no SMS comes.
        case silence
        /// The clock moves.
        case clock
        /// Something is looked up.
        case check
        /// Something is made to go wrong.
        case fault
    }
}
