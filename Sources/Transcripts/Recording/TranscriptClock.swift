// SPDX-License-Identifier: Apache-2.0
public import Gateway

/// Times as transcripts write them.
public enum TranscriptClock {
    /// Reads `2026-11-20T09:00:00+03:00` (RFC 3339 clause 5.6); nil when it is none.
    public static func instant(_ text: String) -> Instant? { ClockText.instant(text) }

    /// When a scene begins whose header names no time.
    public static let usual = TranscriptHeader().clock
}
