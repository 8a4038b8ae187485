// SPDX-License-Identifier: Apache-2.0
public import GSM

/// What a turn is answered with: a screen that waits, a last screen, or a release.
public struct Answer: Hashable, Sendable {
    /// What becomes of the session.
    public let kind: Kind
    /// What the phone shows, lines joined by line feeds; a release has a plain sentence.
    public let text: String
    /// The size of the text in the alphabet it needs.
    public let size: TextSize
    /// The most units of that alphabet which the network's profile allows.
    public let sizeMax: Int
    /// The session, or ``SessionID/none``.
    public let session: SessionID
    /// The position of this answer, counted up within the session; the next turn names it.
    public let position: UInt32
    /// Whether the next input is a secret that must be neither echoed nor recorded.
    public let asksSecret: Bool
    /// The name of the menu's state that drew it, for traces and coverage; empty for a release.
    public let state: String
    /// The name of the menu, empty when none was reached.
    public let menu: String

    /// What becomes of the session.
    public enum Kind: Hashable, Sendable {
        /// It waits for input.
        case `continue`
        /// It ended with this text.
        case end
        /// It is over without a last screen of the menu.
        case released(ReleaseCause)
    }

    /// Makes an answer, which only a gateway or a test does.
    public init(
        kind: Kind,
        text: String,
        size: TextSize,
        sizeMax: Int,
        session: SessionID,
        position: UInt32,
        asksSecret: Bool,
        state: String,
        menu: String
    ) {
        self.kind = kind
        self.text = text
        self.size = size
        self.sizeMax = sizeMax
        self.session = session
        self.position = position
        self.asksSecret = asksSecret
        self.state = state
        self.menu = menu
    }

    /// The key of the turn that answers this, or nil when the session is over.
    public var turn: TurnKey? {
        kind == .continue ? TurnKey(session: session, position: position) : nil
    }

    /// A release that belongs to no session or ends one.
    static func released(
        _ cause: ReleaseCause,
        text: String,
        session: SessionID = .none,
        position: UInt32 = 0,
        menu: String = "",
        profile: NetworkProfile = .standard
    ) -> Answer {
        let size = TextSize.measure(text)
        return Answer(
            kind: .released(cause),
            text: text,
            size: size,
            sizeMax: profile.menuUnitsMax(in: size.alphabet),
            session: session,
            position: position,
            asksSecret: false,
            state: "",
            menu: menu
        )
    }
}
