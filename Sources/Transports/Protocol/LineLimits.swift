// SPDX-License-Identifier: Apache-2.0

/// The bounds of the line protocol; crossing one is answered with a code and never a trap.
public struct LineLimits: Hashable, Sendable {
    /// Most octets of a line without its end; a longer one is answered 501 and skipped.
    public var lineOctetsMax = 1_024
    /// Most commands of one connection that wait for their replies; then reading stops.
    public var commandsWaitingMax = 64
    /// Most connections at once; more are answered 429 and closed.
    public var connectionsMax = 10_000
    /// Most messages in the block of one `INBOX`.
    public var inboxMessagesMax = 200
    /// The longest patience of `WAIT` in seconds.
    public var waitSecondsMax = 3_600
    /// Most octets kept for a client that does not read before its watches end.
    public var unreadOctetsMax = 1_048_576

    /// Most characters of a tag.
    public static let tagCharactersMax = 32
    /// Most characters of a phone's name.
    public static let nameCharactersMax = 32
    /// Most `key=value` words of `PHONE`.
    public static let settingsMax = 16

    /// The default bounds.
    public init() {}
}
