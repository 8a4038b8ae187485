// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM
import Logging
import Synchronization

extension Gateway {
    /// Does what a shard decided, without its lock; outcomes that come at once are taken in turn.
    func run(_ first: [Action]) {
        var actions = first
        var tellings: [Telling] = []
        var index = 0
        while index < actions.count {
            switch actions[index] {
            case .reply(let reply, let answer): reply(answer)
            case .event(let event): emit(event)
            case .telling(let key, let subscriber, let now):
                tellings.append(services.telling(key, subscriber: subscriber, at: now))
            case .told:
                for telling in tellings { telling(true) }
                tellings = []
            case .keep(let language, let subscriber, let now):
                store(language: language, of: subscriber, at: now)
            case .note(let note): write(note)
            case .trace(let trace): tell(trace)
            case .perform(let request, let id):
                if let result = perform(request, id) {
                    complete(id, request, result, at: request.at, into: &actions)
                }
            }
            index += 1
        }
    }

    /// Hands a call to the service; the result when it comes at once, so that nothing recurses.
    private func perform(_ request: ServiceRequest, _ id: CallID) -> ServiceResult? {
        let box = OutcomeBox()
        services.perform(request) { [self] result in
            guard box.isTakenLater(result) else { return }
            var actions: [Action] = []
            complete(id, request, result, at: now, into: &actions)
            run(actions)
        }
        return box.resultOrLater()
    }

    private func complete(
        _ id: CallID,
        _ request: ServiceRequest,
        _ result: ServiceResult,
        at now: Instant,
        into actions: inout [Action]
    ) {
        allShards[shardIndex(of: request.subscriber)].state.withLock {
            $0.complete(id, request, result, at: now, into: &actions)
        }
    }

    private func write(_ note: Note) {
        switch note {
        case .began(let id, let phone, let menu):
            logger.debug("session began", metadata: Self.about(id, phone, ["menu": "\(menu)"]))
        case .ended(let id, let phone, let state):
            logger.debug("session ended", metadata: Self.about(id, phone, ["state": "\(state)"]))
        case .released(let id, let phone, let cause, let state):
            logger.debug(
                "session released",
                metadata: Self.about(id, phone, ["cause": "\(cause)", "state": "\(state)"])
            )
        case .fault(let id, let phone, let fault, let state):
            logger.error(
                "menu cannot go on",
                metadata: Self.about(id, phone, ["fault": "\(fault)", "state": "\(state)"])
            )
        case .tooManyCalls(let id, let phone, let state):
            logger.error(
                "menu calls too often in one turn",
                metadata: Self.about(id, phone, ["state": "\(state)"])
            )
        case .outOfTime(let id, let phone, let state):
            logger.warning(
                "service did not answer in time",
                metadata: Self.about(id, phone, ["state": "\(state)"])
            )
        case .late(let id, let phone):
            logger.info(
                "outcome came late and was dropped",
                metadata: Self.about(id.session, phone, ["position": "\(id.position)"])
            )
        case .refused(let phone, let cause):
            logger.warning(
                "session refused",
                metadata: ["subscriber": "\(phone)", "cause": "\(cause)"]
            )
        case .strangeSender:
            logger.info("message from no phone was dropped")
        }
    }

    private static func about(
        _ id: SessionID,
        _ phone: MSISDN,
        _ more: Logger.Metadata
    ) -> Logger.Metadata {
        more.merging(["session": "\(id)", "subscriber": "\(phone)"]) { one, _ in one }
    }
}

/// Tells an outcome that comes while the call is made from one that comes later.
private final class OutcomeBox: Sendable {
    private let state = Mutex(State.calling)

    private enum State {
        case calling
        case cameAtOnce(ServiceResult)
        case waiting
        case done
    }

    /// Notes an outcome; true when it must be taken by the one who brings it.
    func isTakenLater(_ result: ServiceResult) -> Bool {
        state.withLock { state in
            switch state {
            case .calling:
                state = .cameAtOnce(result)
                return false
            case .waiting:
                state = .done
                return true
            case .cameAtOnce, .done: return false
            }
        }
    }

    /// The outcome that came while the call was made, or nil when it comes later.
    func resultOrLater() -> ServiceResult? {
        state.withLock { state in
            if case .cameAtOnce(let result) = state {
                state = .done
                return result
            }
            state = .waiting
            return nil
        }
    }
}
