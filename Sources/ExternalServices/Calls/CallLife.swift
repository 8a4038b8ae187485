// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Gateway

/// One call from its first attempt to its outcome: a value that is told what happened and when.
struct CallLife: Hashable, Sendable {
    /// How a call may go, in numbers.
    struct Rules: Hashable, Sendable {
        /// How long all attempts and pauses may take together.
        var callMilliseconds: Int64
        /// How many attempts may follow the first.
        var retriesMax: Int
        /// How long to wait before each repeat; the last counts for all further ones.
        var pausesMilliseconds: [Int64] = [100, 200, 400, 800, 1_600]
        /// The shortest time for which an attempt is worth making.
        var attemptMillisecondsMin: Int64 = 50
    }

    /// What is to be done next.
    enum Step: Hashable, Sendable {
        /// Ask the service, and wait so long for its answer.
        case attempt(number: Int, milliseconds: Int64)
        /// Wait so long and then go on.
        case pause(milliseconds: Int64)
        /// The call is over.
        case end(ServiceResult)
    }

    private let rules: Rules
    private let posts: Bool
    private let deadline: Instant
    private var attempts = 0
    /// Whether an attempt may have moved something, which no later failure takes back.
    private var mayBeDone = false

    /// A call that begins now.
    init(_ rules: Rules, posts: Bool, at now: Instant) {
        self.rules = rules
        self.posts = posts
        deadline = now.adding(milliseconds: rules.callMilliseconds)
    }

    /// The next attempt, at the beginning and after each pause.
    mutating func attempt(at now: Instant) -> Step {
        let left = milliseconds(from: now)
        guard left > 0 else { return .end(failure) }
        attempts += 1
        return .attempt(number: attempts, milliseconds: left)
    }

    /// What follows from how the attempt ended.
    mutating func take(_ outcome: AttemptOutcome, at now: Instant) -> Step {
        if case .answered(let result) = outcome { return .end(result) }
        mayBeDone = mayBeDone || outcome.mayBeDone
        guard outcome.isWorthRepeating(posts: posts), attempts <= rules.retriesMax else {
            return .end(failure)
        }
        let index = min(attempts - 1, rules.pausesMilliseconds.count - 1)
        let pause =
            rules.pausesMilliseconds.indices.contains(index)
            ? rules.pausesMilliseconds[index] : 0
        guard milliseconds(from: now) >= pause + rules.attemptMillisecondsMin else {
            return .end(failure)
        }
        return .pause(milliseconds: pause)
    }

    /// The outcome of a call that got no answer.
    private var failure: ServiceResult { posts && mayBeDone ? .unsure : .unavailable }

    /// The time that is left, at most the whole time of a call when the clock goes back.
    private func milliseconds(from now: Instant) -> Int64 {
        let (left, overflow) = deadline.milliseconds.subtractingReportingOverflow(now.milliseconds)
        return overflow ? 0 : min(left, rules.callMilliseconds)
    }
}
