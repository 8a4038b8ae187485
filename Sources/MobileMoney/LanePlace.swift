// SPDX-License-Identifier: Apache-2.0
import GSM
import Synchronization

/// A place in a subscriber's lane that is taken before it is known what is done there.
///
/// What enters the lane later waits until the place is used or dropped; one that is let go unused
/// drops itself. Nothing can wait here for ever and no two can wait for each other: a lane is a
/// row of work and no lock, so that no thread stands still for it. Whoever holds a place and
/// causes new work for the lane, as a reply does that dials again, only has it put behind the
/// place, comes back, and uses the place then.
final class LanePlace: Sendable {
    private let turn: Turn

    fileprivate init(_ turn: Turn) { self.turn = turn }

    deinit { drop() }

    /// Does the work in the lane: at once when its turn has come, else when it comes.
    ///
    /// Only the first use counts.
    func use(_ work: @escaping Lanes.Work) { turn.give(work) }

    /// Leaves the lane without having done anything.
    func drop() { turn.give { $0() } }

    /// Brings together that the lane is free and that the work is known, whichever comes first.
    fileprivate final class Turn: Sendable {
        private let state = Mutex(State.early)

        enum State {
            case early
            case free(leave: @Sendable () -> Void)
            case known(Lanes.Work)
            case over
        }

        func come(_ leave: @escaping @Sendable () -> Void) {
            let work = state.withLock { state -> Lanes.Work? in
                guard case .known(let work) = state else {
                    state = .free(leave: leave)
                    return nil
                }
                state = .over
                return work
            }
            work?(leave)
        }

        func give(_ work: @escaping Lanes.Work) {
            let leave = state.withLock { state -> (@Sendable () -> Void)? in
                switch state {
                case .early:
                    state = .known(work)
                    return nil
                case .free(let leave):
                    state = .over
                    return leave
                case .known, .over: return nil
                }
            }
            if let leave { work(leave) }
        }
    }
}

extension Lanes {
    /// Takes a place in a subscriber's lane; nil when too much waits already.
    func place(of owner: MSISDN) -> LanePlace? {
        let turn = LanePlace.Turn()
        return enter(owner) { turn.come($0) } ? LanePlace(turn) : nil
    }
}
