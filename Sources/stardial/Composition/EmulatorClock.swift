// SPDX-License-Identifier: Apache-2.0
import Foundation
import Gateway
import Synchronization

/// The clock of a running emulator: the machine's, moved forward by what testers asked for; or one
/// that stands and is only moved.
final class EmulatorClock: Sendable {
    private let ahead = Mutex<Int64>(0)
    /// When it stands unless it is moved; nil for the machine's time.
    private let held: Instant?

    /// The furthest a clock can be moved at once, in seconds: a year.
    static let moveSecondsMax = 366 * 86_400

    init(heldAt held: Instant? = nil) { self.held = held }

    /// A clock that runs and shows an instant now.
    convenience init(showing instant: Instant) {
        self.init()
        move(milliseconds: instant.milliseconds - SystemClock.now().milliseconds)
    }

    func now() -> Instant {
        (held ?? SystemClock.now()).adding(milliseconds: ahead.withLock { $0 })
    }

    func move(milliseconds: Int64) {
        ahead.withLock { $0 += milliseconds }
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
