// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM

/// What is to be done once the lock is let go.
enum Action: Sendable {
    case reply(Reply, Answer)
    case perform(ServiceRequest, CallID)
    case telling(ServiceKey, MSISDN, Instant)
    /// What was told since the last one has been handed over.
    case told
    case keep(language: String, of: MSISDN, Instant)
    case event(GatewayEvent)
    case note(Note)
    case trace(DialogueTrace)
}

/// What the log is told: never an input, a text or a full number.
enum Note: Sendable {
    case began(SessionID, MSISDN, menu: String)
    case ended(SessionID, MSISDN, state: String)
    case released(SessionID, MSISDN, ReleaseCause, state: String)
    case fault(SessionID, MSISDN, DialogueFault, state: String)
    case tooManyCalls(SessionID, MSISDN, state: String)
    case late(CallID, MSISDN)
    case outOfTime(SessionID, MSISDN, state: String)
    case refused(MSISDN, ReleaseCause)
    case strangeSender
}
