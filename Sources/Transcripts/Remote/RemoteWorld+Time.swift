// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway

/// Time.
extension RemoteWorld {
    func advance(to instant: Instant) {
        var left = max(0, instant.milliseconds - now.milliseconds)
        now = max(now, instant)
        if isOwn || (canMoveClock && left > 0) {
            repeat {
                let step = min(left, Self.stepMillisecondsMax)
                left -= step
                guard let reply = change("CLOCK +\(step)ms") else { return }
                guard reply.code == 260 else { return reject(reply, to: "CLOCK") }
            } while left > 0
            looks = Self.looksMax - Self.looksAfterClockMax
        } else if left > 0 {
            inboxes = [:]
            looks = Self.looksMax
            peer.pause(milliseconds: left)
        }
    }

    /// When something is due, by the gateway's word where its clock stands; where it runs, this
    /// instant again while something may still be on its way, and then a little later.
    func nextDeadline() -> Instant? {
        guard isOwn else {
            if looks < Self.looksMax {
                looks += 1
                peer.pause(milliseconds: Self.lookMilliseconds)
                return now
            }
            return canMoveClock || plan.realTimeSecondsMax != nil
                ? now.adding(milliseconds: Self.waitMilliseconds) : nil
        }
        guard let reply = ask("CLOCK next") else { return nil }
        guard reply.code == 260 else {
            reject(reply, to: "CLOCK next")
            return nil
        }
        guard let wait = reply.text.firstRange(of: "next +"),
            let milliseconds = ClockText.duration(reply.text[wait.upperBound...])
        else { return nil }
        return now.adding(milliseconds: milliseconds)
    }

    var isTimeFree: Bool { isOwn }

    private var canMoveClock: Bool { facts.hasMovableClock && plan.movesClock }

    /// The furthest that a clock is moved by one line: 300 days.
    private static let stepMillisecondsMax: Int64 = 300 * 86_400_000
    /// How often an instant is looked at again, and how much real time is between two looks.
    private static let looksMax = 200
    /// How many of these looks there are after the clock was moved.
    private static let looksAfterClockMax = 50
    private static let lookMilliseconds: Int64 = 10
    /// How far it is looked ahead where nobody says what is due.
    private static let waitMilliseconds: Int64 = 250
}
