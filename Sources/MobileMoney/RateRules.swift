// SPDX-License-Identifier: Apache-2.0
public import Gateway

/// How often one phone may do what a thief or a broken program would do without end.
///
/// These bounds are wide for people. Guessing is stopped by ``PINRules``, whose count is kept in
/// the ledger; these are counted in memory and begin anew when the program does.
public struct RateRules: Hashable, Sendable {
    /// Dialled strings that begin a session.
    public var sessions: AttemptLimit
    /// PINs typed, right or wrong.
    public var pins: AttemptLimit
    /// Seconds for which nothing is paid out after the SIM was changed; 0 for no such hold.
    public var simHoldSeconds: Int

    /// Makes rules; the defaults are our choice, the hold of 48 hours common practice.
    public init(
        sessions: AttemptLimit = AttemptLimit(perMinute: 20, perDay: 600),
        pins: AttemptLimit = AttemptLimit(perMinute: 20, perDay: 400),
        simHoldSeconds: Int = 172_800
    ) {
        self.sessions = sessions
        self.pins = pins
        self.simHoldSeconds = simHoldSeconds
    }
}
