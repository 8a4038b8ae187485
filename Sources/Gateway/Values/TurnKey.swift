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

extension TurnKey: LosslessStringConvertible {
    /// Reads what ``description`` wrote; anything else gives nil.
    public init?(_ description: String) {
        let parts = description.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let session = SessionID(String(parts[0])),
            let position = UInt32(parts[1]), parts[1].utf8.allSatisfy({ 48...57 ~= $0 })
        else { return nil }
        self.init(session: session, position: position)
    }

    /// The session, a point and the position, as `0019a8f2c4e3b7d1-0000002a.3`.
    public var description: String { "\(session).\(position)" }
}
