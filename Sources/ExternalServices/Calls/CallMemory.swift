// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Gateway

/// The calls by their keys, so that a key that comes again is not asked again.
struct CallMemory: Sendable {
    /// Takes an outcome.
    typealias Completion = @Sendable (ServiceResult) -> Void

    /// What is known of a key.
    enum Meeting {
        /// Nothing: the caller is to make the call.
        case new
        /// The call is under way; its outcome goes to this caller too.
        case joined
        /// The call is over.
        case known(ServiceResult)
        /// Too many wait for it.
        case tooMany
    }

    private var underWay: [ServiceKey: [Completion]] = [:]
    private var outcomes: [ServiceKey: ServiceResult] = [:]
    /// The keys of the outcomes, the next to be forgotten at `next`.
    private var ring: [ServiceKey] = []
    private var next = 0

    /// Looks a key up and enters the caller.
    mutating func meet(_ key: ServiceKey, _ completion: @escaping Completion) -> Meeting {
        if let known = outcomes[key] { return .known(known) }
        guard let waiting = underWay[key] else {
            underWay[key] = [completion]
            return .new
        }
        guard waiting.count < CallLimits.waitersMax else { return .tooMany }
        underWay[key] = waiting + [completion]
        return .joined
    }

    /// Keeps an outcome, and gives those who wait for it.
    mutating func finish(_ key: ServiceKey, _ result: ServiceResult) -> [Completion] {
        if outcomes.updateValue(result, forKey: key) == nil {
            if ring.count < CallLimits.outcomesKeptMax {
                ring.append(key)
            } else {
                outcomes[ring[next]] = nil
                ring[next] = key
                next = (next + 1) % CallLimits.outcomesKeptMax
            }
        }
        return underWay.removeValue(forKey: key) ?? []
    }
}

extension CallMemory.Meeting {
    /// Whether the caller is to make the call; one that is over or cannot wait is told at once.
    func isNew(_ request: ServiceRequest, _ completion: CallMemory.Completion) -> Bool {
        switch self {
        case .new: return true
        case .joined: return false
        case .known(let result): completion(result)
        case .tooMany: completion(request.call.posts ? .unsure : .unavailable)
        }
        return false
    }
}
