// SPDX-License-Identifier: Apache-2.0
public import Dialogue
public import GSM

/// What the gateway calls to have a service done; it knows services by these signatures alone.
public protocol ServicePort: Sendable {
    /// Does a call and reports its outcome exactly once.
    ///
    /// A request whose key was seen before is not done again: it gets the first outcome.
    ///
    /// - Parameters:
    ///   - request: the call, who makes it, and the key that makes it happen once.
    ///   - completion: called once, on any thread, at once or later.
    func perform(
        _ request: ServiceRequest,
        completion: @escaping @Sendable (ServiceResult) -> Void
    )

    /// Makes ready to note that the outcome of a call that moves money, or one that asked for it
    /// (`ServiceResult.isToBeTold`), reaches the subscriber's screen.
    ///
    /// It is called before the answer with that outcome is handed over, and what it returns right
    /// after, by the same thread. A call of the subscriber that begins in between, as when whoever
    /// takes the answer dials at once, gets its outcome afterwards, so that it does not tell again
    /// what the answer told. What is never noted so is told on the subscriber's next dial.
    ///
    /// - Parameters:
    ///   - key: the call's.
    ///   - subscriber: whose screen it is.
    ///   - now: when.
    /// - Returns: what notes it, or that the answer was lost.
    func telling(_ key: ServiceKey, subscriber: MSISDN, at now: Instant) -> Telling

    /// The language that a subscriber chose last, as `sw`; nil when none is kept.
    ///
    /// Asked for each dialogue that begins, on the caller's thread: it must answer at once, and
    /// with what was kept last, even when that is not durable yet.
    func language(of subscriber: MSISDN) -> String?

    /// Keeps the language that a subscriber chose, for every later dialogue.
    ///
    /// - Parameters:
    ///   - code: a BCP 47 code, as `sw`.
    ///   - subscriber: whose.
    ///   - now: when she chose it.
    func keep(language code: String, of subscriber: MSISDN, at now: Instant)
}

/// Takes, once, whether an answer that tells an outcome was handed over to be shown; false when it
/// was lost and the outcome is still to be told.
public typealias Telling = @Sendable (_ isHeard: Bool) -> Void

/// A call on its way to a service.
public struct ServiceRequest: Sendable {
    /// The key derived from session and position.
    public let key: ServiceKey
    /// Whose session calls.
    public let subscriber: MSISDN
    /// The call.
    public let call: ServiceCall
    /// When it was made.
    public let at: Instant

    /// Makes a request.
    public init(key: ServiceKey, subscriber: MSISDN, call: ServiceCall, at: Instant) {
        self.key = key
        self.subscriber = subscriber
        self.call = call
        self.at = at
    }
}

/// Sixteen bytes that name one call for ever: time-ordered first half, session and position after.
public struct ServiceKey: Hashable, Sendable {
    /// Milliseconds since 1970 of the session's begin in the upper 44 bits, random bits below.
    public let high: UInt64
    /// The session's number in the upper 32 bits, the position in the lower.
    public let low: UInt64

    /// Makes a key from its halves.
    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }
}
