// SPDX-License-Identifier: Apache-2.0
public import Gateway

extension TranscriptHeader {
    /// A time of the scene as its clock shows it, as `2026-11-20 09:00:05`.
    ///
    /// It is as far ahead of UTC as the header's `clock:` was written.
    public func clockText(at instant: Instant) -> String {
        let text = ClockText.text(of: instant.adding(milliseconds: clockOffsetMilliseconds))
        return String(text.prefix(19)).replacing("T", with: " ")
    }
}
