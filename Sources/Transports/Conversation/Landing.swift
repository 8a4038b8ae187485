// SPDX-License-Identifier: Apache-2.0
import GSM
import Synchronization

/// Where a command that is answered on another thread leaves what its conversation must learn.
final class Landing: Sendable {
    private let state = Mutex(State())

    /// What is learnt.
    struct News: Sendable {
        /// The phone now in hand.
        var inHand: LineConversation.Hand?
        /// How many messages of a phone were seen.
        var seen: (msisdn: MSISDN, messages: Int)?
        /// The world that the conversation is in from now on.
        var world: LineWorld?
    }

    private struct State {
        var news = News()
        var isClaimable = false
        var isClaimed = false
    }

    /// Lets several compete to answer the command.
    func open() {
        state.withLock { $0.isClaimable = true }
    }

    /// Whether the caller is the one who answers; true once, and never unless opened.
    func claim() -> Bool {
        state.withLock { state in
            defer { state.isClaimed = true }
            return state.isClaimable && !state.isClaimed
        }
    }

    /// Leaves news; to be done before the reply is finished.
    func leave(_ change: (inout News) -> Void) {
        state.withLock { change(&$0.news) }
    }

    /// What was left.
    var news: News { state.withLock { $0.news } }
}
