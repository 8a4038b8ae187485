// SPDX-License-Identifier: Apache-2.0
import Dialogue

/// How one attempt to call a service ended.
enum AttemptOutcome: Hashable, Sendable {
    /// The service answered as its contract says.
    case answered(ServiceResult)
    /// Nothing reached the service.
    case notSent
    /// The service said that it did nothing and may be asked again: status 429 or 503.
    case turnedAway
    /// The request was sent, and no whole answer came.
    case lost
    /// The service said that something in it broke: another status from 500 on.
    case broke
    /// What came is no answer of the contract.
    case unreadable
    /// Time ran out before the request was sent.
    case outOfTimeBefore
    /// Time ran out after the request was sent.
    case outOfTimeAfter

    /// Whether the service may have done what it was asked.
    var mayBeDone: Bool {
        switch self {
        case .answered, .notSent, .turnedAway, .outOfTimeBefore: false
        case .lost, .broke, .unreadable, .outOfTimeAfter: true
        }
    }

    /// Whether the same call with the same key may help.
    ///
    /// What moves something is repeated only where the way failed, never after an answer.
    func isWorthRepeating(posts: Bool) -> Bool {
        switch self {
        case .notSent, .turnedAway, .lost: true
        case .broke: !posts
        case .answered, .unreadable, .outOfTimeBefore, .outOfTimeAfter: false
        }
    }
}
