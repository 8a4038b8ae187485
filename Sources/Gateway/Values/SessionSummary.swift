// SPDX-License-Identifier: Apache-2.0

/// What can be said about a live session without ending or changing it.
public struct SessionSummary: Hashable, Sendable {
    /// The session.
    public let session: SessionID
    /// The position of its last screen or call.
    public let position: UInt32
    /// The name of the menu's state it is in.
    public let state: String
    /// The BCP 47 code of the language it speaks.
    public let language: String
    /// The name of the menu.
    public let menu: String
    /// When it began.
    public let began: Instant
    /// When it ends unless the subscriber, or during a call the service, answers before.
    public let idleDeadline: Instant
    /// When it ends whatever happens.
    public let sessionDeadline: Instant
    /// Whether the next input is a secret.
    public let awaitsSecret: Bool
    /// Whether a service works for it, so that it takes no input.
    public let isCalling: Bool
    /// The last screen, or nil when none was shown yet.
    public let screen: Answer?
}
