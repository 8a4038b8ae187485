// SPDX-License-Identifier: Apache-2.0

/// The bounds of calls to services of others; crossing one is an outcome and never a trap.
public struct CallLimits: Hashable, Sendable {
    /// Most calls of one service at once; further ones are `unavailable` and are not sent.
    public var callsAtOnceMax = 64
    /// How many calls in a row may fail before a service is left alone.
    public var failuresInARowMax = 5
    /// How long a service is left alone before one call tries it again.
    public var restMilliseconds: Int64 = 10_000
    /// Most declarations that are known at once, those of menus that were replaced included.
    public var servicesMax = 256

    /// The longest answer that is read.
    public static let answerOctetsMax = 65_536
    /// The longest time of a call, whatever its service says.
    static let secondsMax = 600
    /// The most repeats of a call, whatever its service says.
    static let retriesMax = 5
    /// Most outcomes that are kept for keys that come again.
    static let outcomesKeptMax = 8_192
    /// Most callers that wait for the outcome of one key.
    static let waitersMax = 8

    /// The default bounds.
    public init() {}
}
