// SPDX-License-Identifier: Apache-2.0

/// Says how much time has passed since some moment that stays the same; it never goes back.
///
/// Nothing below the command line reads a clock: who wants to know how long scenes take hands one
/// in.
public typealias Stopwatch = @Sendable () -> Duration
