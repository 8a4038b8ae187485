// SPDX-License-Identifier: Apache-2.0

/// Names one turn: the session, and the position of the screen that is answered.
///
/// Take both from the ``Answer`` that is answered. A turn delivered again with its key gets its
/// answer again, and nothing is done twice.
public struct TurnKey: Hashable, Sendable {
    /// The session.
    public let session: SessionID
    /// The position of the screen that is answered.
    public let position: UInt32

    /// Makes a key.
    public init(session: SessionID, position: UInt32) {
        self.session = session
        self.position = position
    }
}
