// SPDX-License-Identifier: Apache-2.0
import Foundation
import Gateway

/// The one place that reads the time and rolls dice; everything below is handed both.
enum SystemClock {
    /// The present.
    static func now() -> Instant {
        Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1_000).rounded(.down)))
    }

    /// Milliseconds that the machine has been awake, which nobody can set.
    static func uptimeMilliseconds() -> Int64 {
        Int64((ProcessInfo.processInfo.systemUptime * 1_000).rounded(.down))
    }

    /// How long this machine has run; for measuring, and never set back.
    static func elapsed() -> Duration {
        SuspendingClock().systemEpoch.duration(to: .now)
    }

    /// A seed that no two starts share.
    static func seed() -> UInt64 {
        UInt64.random(in: .min ... .max)
    }
}
