// SPDX-License-Identifier: Apache-2.0

/// The code of a reply; it alone says whether a block follows.
///
/// 1xx is under way, 2xx done, 4xx understood but failed, 5xx not understood.
public enum LineCode: UInt16, Hashable, Sendable, CaseIterable {
    /// A turn waits for a service; its reply comes later, with its tag.
    case underWay = 150
    /// The greeting.
    case ready = 200
    /// The answer to `QUIT`; the connection closes.
    case bye = 205
    /// The emulated phones.
    case phones = 210
    /// What the server can do.
    case capabilities = 211
    /// The faults that were asked for.
    case faults = 212
    /// Help.
    case help = 215
    /// A screen that waits for input.
    case screen = 220
    /// The last screen of a session.
    case lastScreen = 221
    /// The session was released; the text says why and what to do.
    case released = 222
    /// A short message was sent.
    case sent = 230
    /// The short messages that a phone received.
    case inbox = 231
    /// The short message that was waited for.
    case message = 232
    /// A balance.
    case balance = 240
    /// Lines of the ledger.
    case ledger = 241
    /// Done.
    case done = 250
    /// The time.
    case time = 260
    /// A transcript, or the report of playing one.
    case transcript = 270
    /// What was found in a menu or a scene.
    case diagnostics = 271
    /// Something reached a watched phone; not a reply, and never within one.
    case event = 281
    /// The server is not set up for this.
    case notAllowed = 403
    /// There is no such phone.
    case noSuchPhone = 404
    /// The phone has a session open, or a recording is under way already.
    case sessionOpen = 409
    /// The phone has no session open, or nothing is being recorded.
    case noSession = 410
    /// No menu stands behind the dialled string.
    case noMenu = 411
    /// The dialled string never reaches a menu: a phone or its network acts on it.
    case notForMenus = 412
    /// The wait ran out.
    case waitRanOut = 420
    /// The server is closing.
    case closing = 421
    /// A limit of the server is reached.
    case tooMany = 429
    /// The server tried and failed.
    case failed = 450
    /// There is no such verb.
    case unknownVerb = 500
    /// The line is malformed or too long.
    case malformed = 501
    /// The verb is known but not in this version.
    case notInThisVersion = 502
    /// The line is not UTF-8.
    case notUTF8 = 504

    /// Whether a block follows: lines, dot-stuffed, up to a lone dot.
    public var hasBlock: Bool {
        switch self {
        case .phones, .capabilities, .faults, .help, .screen, .lastScreen, .inbox, .message,
            .ledger, .diagnostics, .event, .transcript:
            true
        default: false
        }
    }
}
