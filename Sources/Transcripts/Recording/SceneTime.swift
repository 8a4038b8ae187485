// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway

/// Turns the times of a recording into the lines by which a scene's clock moves.
///
/// Short pauses are left out, so that a session never lasts longer in the scene than it did; what
/// was left out is made up for when no session is open.
struct SceneTime {
    /// Pauses shorter than this are not written, in milliseconds.
    static let pauseMillisecondsMin: Int64 = 5_000
    /// An answer that took at least this long is one that waited, in milliseconds.
    static let waitMillisecondsMin: Int64 = 1_000

    private let clock: Instant
    /// The time of the scene, from its beginning.
    private var now: Int64 = 0
    /// The time of the last event.
    private var last: Instant
    private var seats: [MSISDN: Seat] = [:]

    /// When a phone began its session and when it last did something, live and in the scene.
    private struct Seat {
        var began: (live: Instant, scene: Int64)
        var acted: (live: Instant, scene: Int64)
    }

    init(_ clock: Instant) {
        self.clock = clock
        last = clock
    }

    /// The wait before something that a phone does; nil for none.
    mutating func act(_ phone: MSISDN, at instant: Instant, begins: Bool) -> Int64? {
        let pause = seats.isEmpty ? since(clock, instant) - now : since(last, instant)
        let wait = pause >= Self.pauseMillisecondsMin ? pause.rounded(to: 1_000) : 0
        pass(wait, instant)
        let seat = (live: instant, scene: now)
        if begins || seats[phone] == nil { seats[phone] = Seat(began: seat, acted: seat) }
        seats[phone]?.acted = seat
        return wait > 0 ? wait : nil
    }

    /// Takes note of the answer to a phone, which may have come late.
    mutating func answer(_ phone: MSISDN, at instant: Instant, isOver: Bool) {
        let wait = since(last, instant)
        pass(wait >= Self.waitMillisecondsMin ? wait : 0, instant)
        seats[phone]?.acted = (instant, now)
        if isOver { seats[phone] = nil }
    }

    /// Takes note that a session is over.
    mutating func end(_ phone: MSISDN) { seats[phone] = nil }

    /// The wait up to a time-out of a phone, which lasts as long in the scene as it did; nil when
    /// it had no session.
    mutating func timeOut(_ phone: MSISDN, _ cause: ReleaseCause, at instant: Instant) -> Int64? {
        guard let seat = seats.removeValue(forKey: phone) else { return nil }
        let start = cause == .sessionTimeout ? seat.began : seat.acted
        let end = start.scene + since(start.live, instant)
        let wait = max(1_000, (end - now).rounded(to: 1_000, up: true))
        pass(wait, instant)
        return wait
    }

    /// The wait before a message that came by itself, and how long it may still take.
    mutating func message(at instant: Instant) -> (wait: Int64?, within: Int64) {
        let pause = since(last, instant)
        guard pause >= Self.waitMillisecondsMin else {
            pass(0, instant)
            return (nil, 0)
        }
        let wait = pause >= Self.pauseMillisecondsMin ? pause / 1_000 * 1_000 : 0
        pass(max(wait, pause), instant)
        return wait > 0 ? (wait, 2_000) : (nil, (pause + 1_000).rounded(to: 1_000, up: true))
    }

    private mutating func pass(_ milliseconds: Int64, _ instant: Instant) {
        now += milliseconds
        last = max(last, instant)
    }

    private func since(_ start: Instant, _ end: Instant) -> Int64 {
        max(0, end.milliseconds - start.milliseconds)
    }
}

extension Int64 {
    /// The nearest multiple of a unit, or the one above.
    fileprivate func rounded(to unit: Int64, up: Bool = false) -> Int64 {
        (self + (up ? unit - 1 : unit / 2)) / unit * unit
    }
}
