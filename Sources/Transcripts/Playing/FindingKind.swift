// SPDX-License-Identifier: Apache-2.0

/// What can be wrong when a transcript is played, and what can keep it from being compared.
public enum FindingKind: String, Hashable, Sendable, CaseIterable {
    /// A screen has other lines than are expected.
    case screen
    /// A session ends, stays open, or ends otherwise than is expected.
    case ending
    /// An SMS has other lines than are expected.
    case message
    /// An SMS did not come in time.
    case noMessage = "no-message"
    /// An SMS came where none should.
    case unwantedMessage = "unwanted-message"
    /// No line mentions an SMS that came.
    case unmentionedMessage = "unmentioned-message"
    /// A pattern could not be decided.
    case undecided
    /// A key press was never answered.
    case noAnswer = "no-answer"
    /// A phone hung up and had no session.
    case noSession = "no-session"
    /// A turn that was delivered twice got two answers.
    case doubleTurn = "double-turn"
    /// The clock would have to go back.
    case clock
    /// An account has another balance.
    case balance
    /// The ledger has no such account.
    case noAccount = "no-account"
    /// The newest posting is another.
    case posting
    /// A session is open that should not be, or the reverse.
    case session
    /// `? ledger sum == 0` is not so.
    case ledgerSum = "ledger-sum"
    /// The ledger does not balance after a step.
    case ledgerBroken = "ledger-broken"
    /// A fault was asked for and did not happen.
    case unusedFault = "unused-fault"
    /// The scene could not be set up.
    case setUp = "set-up"
    /// The scene passed, and its header says that it would fail.
    case passedUnexpectedly = "passed-unexpectedly"
    /// A gateway elsewhere hung up or said what makes no sense.
    case gatewayLost = "gateway-lost"
    /// A step needs what was never seen.
    case neverSeen = "never-seen"
    /// The session of a step failed before.
    case behindFailure = "behind-failure"
}
