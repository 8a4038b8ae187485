// SPDX-License-Identifier: Apache-2.0
import Dialogue
import Gateway
import Testing

@testable import ExternalServices

/// The life of a call, step by step.
struct CallLifeTests {
    /// What happens to a call, and what it does then.
    struct Course: Sendable, CustomStringConvertible {
        var description: String
        var posts = false
        var retries = 2
        /// What each attempt came to, and when.
        var attempts: [(AttemptOutcome, Int64)]
        var steps: [CallLife.Step]
    }

    private static let ok = ServiceResult.ok(.number(1))

    private static let courses = [
        Course(
            description: "an answer ends it",
            attempts: [(.answered(ok), 900)],
            steps: [.attempt(number: 1, milliseconds: 3_000), .end(ok)]
        ),
        Course(
            description: "what was not sent is sent again, for the time that is left",
            attempts: [(.notSent, 10), (.answered(ok), 500)],
            steps: [
                .attempt(number: 1, milliseconds: 3_000), .pause(milliseconds: 100),
                .attempt(number: 2, milliseconds: 2_890), .end(ok),
            ]
        ),
        Course(
            description: "a posting that was turned away is sent again",
            posts: true,
            attempts: [(.turnedAway, 10), (.turnedAway, 200), (.turnedAway, 600)],
            steps: [
                .attempt(number: 1, milliseconds: 3_000), .pause(milliseconds: 100),
                .attempt(number: 2, milliseconds: 2_890), .pause(milliseconds: 200),
                .attempt(number: 3, milliseconds: 2_600), .end(.unavailable),
            ]
        ),
        Course(
            description: "a lost posting is asked again with its key, and stays in doubt",
            posts: true,
            retries: 1,
            attempts: [(.lost, 10), (.notSent, 200)],
            steps: [
                .attempt(number: 1, milliseconds: 3_000), .pause(milliseconds: 100),
                .attempt(number: 2, milliseconds: 2_890), .end(.unsure),
            ]
        ),
        Course(
            description: "a lost posting whose repeat is answered is done",
            posts: true,
            attempts: [(.lost, 10), (.answered(ok), 200)],
            steps: [
                .attempt(number: 1, milliseconds: 3_000), .pause(milliseconds: 100),
                .attempt(number: 2, milliseconds: 2_890), .end(ok),
            ]
        ),
        Course(
            description: "without retries nothing is repeated",
            retries: 0,
            attempts: [(.notSent, 0)],
            steps: [.attempt(number: 1, milliseconds: 3_000), .end(.unavailable)]
        ),
        Course(
            description: "a reading that broke is repeated",
            attempts: [(.broke, 0), (.answered(ok), 200)],
            steps: [
                .attempt(number: 1, milliseconds: 3_000), .pause(milliseconds: 100),
                .attempt(number: 2, milliseconds: 2_900), .end(ok),
            ]
        ),
        Course(
            description: "a posting that broke is not",
            posts: true,
            attempts: [(.broke, 0)],
            steps: [.attempt(number: 1, milliseconds: 3_000), .end(.unsure)]
        ),
        Course(
            description: "no answer of the contract ends a reading",
            attempts: [(.unreadable, 0)],
            steps: [.attempt(number: 1, milliseconds: 3_000), .end(.unavailable)]
        ),
        Course(
            description: "no answer of the contract leaves a posting in doubt",
            posts: true,
            attempts: [(.unreadable, 0)],
            steps: [.attempt(number: 1, milliseconds: 3_000), .end(.unsure)]
        ),
        Course(
            description: "time that ran out before a posting was sent: nothing was done",
            posts: true,
            attempts: [(.outOfTimeBefore, 3_000)],
            steps: [.attempt(number: 1, milliseconds: 3_000), .end(.unavailable)]
        ),
        Course(
            description: "time that ran out after a posting was sent: in doubt",
            posts: true,
            attempts: [(.outOfTimeAfter, 3_000)],
            steps: [.attempt(number: 1, milliseconds: 3_000), .end(.unsure)]
        ),
        Course(
            description: "no repeat is begun that could not end in time",
            attempts: [(.notSent, 2_851)],
            steps: [.attempt(number: 1, milliseconds: 3_000), .end(.unavailable)]
        ),
        Course(
            description: "a clock that goes back gives no more time than the whole",
            attempts: [(.notSent, -5_000), (.answered(ok), 0)],
            steps: [
                .attempt(number: 1, milliseconds: 3_000), .pause(milliseconds: 100),
                .attempt(number: 2, milliseconds: 3_000), .end(ok),
            ]
        ),
    ]

    @Test(arguments: courses)
    func goesItsCourse(_ course: Course) {
        let rules = CallLife.Rules(callMilliseconds: 3_000, retriesMax: course.retries)
        let begun = Instant(milliseconds: 0)
        var life = CallLife(rules, posts: course.posts, at: begun)
        var steps = [life.attempt(at: begun)]
        for (outcome, time) in course.attempts {
            let at = Instant(milliseconds: time)
            steps.append(life.take(outcome, at: at))
            guard case .pause(let milliseconds) = steps.last else { continue }
            steps.append(life.attempt(at: at.adding(milliseconds: milliseconds)))
        }
        #expect(steps == course.steps)
    }

    /// A breaker that opens after three failures, with times in milliseconds.
    private struct Tried {
        var breaker = CircuitBreaker()
        private var limits: CallLimits {
            var limits = CallLimits()
            limits.failuresInARowMax = 3
            return limits
        }

        mutating func admits(_ time: Int64) -> CircuitBreaker.Pass? {
            breaker.admit(at: Instant(milliseconds: time))
        }

        /// Whether the service is left alone from now on.
        mutating func ends(_ pass: CircuitBreaker.Pass?, _ answered: Bool, _ time: Int64) -> Bool? {
            pass.map { pass in
                let at = Instant(milliseconds: time)
                return breaker.take(pass, answered: answered, at: at, limits)
            }
        }

        mutating func call(_ answered: Bool, _ time: Int64) -> Bool? {
            ends(admits(time), answered, time)
        }
    }

    @Test func aBreakerOpensRestsAndTriesOnce() {
        var tried = Tried()
        var opens = [tried.call(false, 1), tried.call(false, 2), tried.call(true, 3)]
        #expect(opens == [false, false, false])
        #expect(tried.breaker.state == .closed(failures: 0))
        let late = tried.admits(4)
        opens = [tried.call(false, 5), tried.call(false, 6), tried.call(false, 7)]
        #expect(opens == [false, false, true])
        #expect(tried.breaker.state == .open(until: Instant(milliseconds: 10_007)))
        var passes = [tried.admits(10_006)]
        opens = [tried.ends(late, true, 10_006)]
        #expect(opens == [false])
        passes += [tried.admits(10_007), tried.admits(10_008)]
        #expect(passes.map { $0 != nil } == [false, true, false])
        opens = [tried.ends(passes[1], false, 10_009)]
        #expect(opens == [true])
        let second = tried.admits(20_009)
        opens = [tried.ends(second, true, 20_010)]
        #expect(opens == [false])
        #expect(tried.breaker.state == .closed(failures: 0))
    }

    @Test func keysAreForgottenOldestFirst() {
        var memory = CallMemory()
        func key(_ number: Int) -> ServiceKey { ServiceKey(high: 0, low: UInt64(number)) }
        for number in 0...CallLimits.outcomesKeptMax {
            _ = memory.meet(key(number)) { _ in }
            let waiting = memory.finish(key(number), .unavailable)
            #expect(waiting.count == 1)
        }
        guard case .new = memory.meet(key(0), { _ in }) else {
            Issue.record("The oldest key is kept.")
            return
        }
        guard case .known = memory.meet(key(1), { _ in }) else {
            Issue.record("A newer key was forgotten.")
            return
        }
    }
}
