// SPDX-License-Identifier: Apache-2.0
import Foundation
import Gateway
import Synchronization

/// The clock of a running emulator: the machine's, moved forward by what testers asked for; or one
/// that stands and is only moved.
///
/// It never goes back. When the clock on the machine's wall is set back, this one goes on by the
/// machine's uptime until it is started again, so that no time-out misfires and nothing is written
/// before what was written; when the wall's is set ahead, this one follows.
final class EmulatorClock: Sendable {
    private let state = Mutex(State())
    private let faults: FaultBook
    /// When it stands unless it is moved; nil for the machine's time.
    private let held: Instant?

    private struct State {
        var moved: Int64 = 0
        /// How far the wall's clock was ahead of the uptime at most, in milliseconds.
        var lead = Int64.min
    }

    /// The furthest a clock can be moved at once, in seconds: a year.
    static let moveSecondsMax = 366 * 86_400

    /// - Parameters:
    ///   - held: when it stands unless it is moved; nil for the machine's time.
    ///   - faults: whose jumps the clock makes.
    init(heldAt held: Instant? = nil, faults: FaultBook = FaultBook(seed: 0)) {
        self.held = held
        self.faults = faults
    }

    /// A clock that runs and shows an instant now, or the machine's time for none.
    convenience init(showing instant: Instant?, faults: FaultBook) {
        self.init(faults: faults)
        guard let instant else { return }
        move(milliseconds: instant.milliseconds - SystemClock.now().milliseconds)
    }

    func now() -> Instant {
        if let held {
            let moved = state.withLock(\.moved)
            return held.adding(milliseconds: moved + faults.clockLead)
        }
        let (wall, uptime) = (SystemClock.now().milliseconds, SystemClock.uptimeMilliseconds())
        return state.withLock { state in
            state.lead = max(state.lead, wall - uptime)
            return Instant(milliseconds: uptime)
                .adding(milliseconds: state.lead + state.moved + faults.clockLead)
        }
    }

    func move(milliseconds: Int64) {
        state.withLock { $0.moved += milliseconds }
    }

    /// Reads `+181s`, `+3m`, `+2h`, `+1d` or `+250ms`; nil when it is none of them.
    static func milliseconds(_ word: String) -> Int64? {
        let units: [(String, Int64)] = [
            ("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000),
        ]
        guard word.hasPrefix("+"), let unit = units.first(where: { word.hasSuffix($0.0) }),
            let count = Int64(word.dropFirst().dropLast(unit.0.count)), count >= 0
        else { return nil }
        let (milliseconds, overflow) = count.multipliedReportingOverflow(by: unit.1)
        guard !overflow, milliseconds <= Int64(moveSecondsMax) * 1_000 else { return nil }
        return milliseconds
    }

    /// The instant as ISO 8601 writes it, in UTC.
    static func text(_ instant: Instant) -> String {
        Date(timeIntervalSince1970: Double(instant.milliseconds) / 1_000)
            .formatted(.iso8601)
    }
}
