// SPDX-License-Identifier: Apache-2.0
import Synchronization

extension Gateway {
    /// Does all that is due, in the order of time and each as if at the moment it was due.
    ///
    /// A time-out of n seconds grants n·1000 milliseconds whole; the millisecond after is too late.
    public func advance(to now: Instant) {
        note(now)
        var heads = allShards.map { $0.nextDeadline() }
        while true {
            var first: (index: Int, head: Deadline)?
            for case (let index, let head?) in heads.enumerated()
            where head.due <= now.milliseconds {
                if let known = first, !Deadline.isBefore(head, known.head) { continue }
                first = (index, head)
            }
            guard let first else { return }
            if let subscriber = first.head.subscriber {
                with(subscriber) { state, actions in
                    state.expire(
                        subscriber,
                        at: Instant(milliseconds: first.head.due),
                        into: &actions
                    )
                }
            }
            heads[first.index] = allShards[first.index].nextDeadline()
        }
    }

    /// When ``advance(to:)`` has something to do, or nil when nothing is waited for.
    public func nextDeadline() -> Instant? {
        var first: Int64?
        for shard in allShards {
            if let due = shard.nextDeadline()?.due { first = min(first ?? due, due) }
        }
        return first.map(Instant.init(milliseconds:))
    }

    /// Releases every session with ``ReleaseCause/shutdown``; what waits is answered.
    ///
    /// Calls that are under way go on; their outcomes are told on the next dial.
    public func releaseAll(at now: Instant) {
        note(now)
        for shard in allShards {
            var actions: [Action] = []
            shard.state.withLock { $0.releaseAll(at: now, into: &actions) }
            run(actions)
        }
    }

    /// Releases every session, and forgets what could be resumed or answered again and which
    /// languages were chosen.
    ///
    /// For a test bench that begins anew; a gateway in service has no use for it.
    public func forgetAll(at now: Instant) {
        releaseAll(at: now)
        for shard in allShards {
            shard.state.withLock { state in
                state.kept = [:]
                state.past = [:]
                state.languages = LanguageBook(entriesMax: state.languages.entriesMax)
            }
        }
    }
}
