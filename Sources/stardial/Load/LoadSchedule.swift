// SPDX-License-Identifier: Apache-2.0
import Foundation
import Synchronization

/// When each copy of a scene should begin, whatever became of those before it.
final class LoadSchedule: Sendable {
    let count: Int
    private let rate: Double
    private let start = ContinuousClock.now
    private let next = Mutex(0)

    /// - Parameters:
    ///   - rate: copies each second.
    ///   - count: copies in all.
    init(rate: Double, count: Int) {
        self.rate = rate
        self.count = count
    }

    /// Takes the next copy; nil when all are taken.
    func take() -> Int? {
        next.withLock { next in
            guard next < count else { return nil }
            defer { next += 1 }
            return next
        }
    }

    /// When a copy should begin.
    func moment(of index: Int) -> ContinuousClock.Instant {
        start + .seconds(Self.leadSeconds + Double(index) / rate)
    }

    /// Waits until a copy should begin; not at all when that is past.
    func wait(for index: Int) {
        let left = ContinuousClock.now.duration(to: moment(of: index))
        if left > .zero { Thread.sleep(forTimeInterval: left / .seconds(1)) }
    }

    /// Real time since the first copy should have begun.
    var millisecondsSinceStart: Double {
        max(1, moment(of: 0).duration(to: .now) / .milliseconds(1))
    }

    /// What the first phones have to be made in.
    private static let leadSeconds = 0.5
}
