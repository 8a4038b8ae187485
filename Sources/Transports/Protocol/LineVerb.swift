// SPDX-License-Identifier: Apache-2.0

/// The verbs of the line protocol; case does not matter.
public enum LineVerb: String, Hashable, Sendable, CaseIterable {
    /// Chooses or makes an emulated phone.
    case phone = "PHONE"
    /// Dials.
    case dial = "DIAL"
    /// Dials, and releases the session that is open.
    case redial = "REDIAL"
    /// Answers a screen.
    case say = "SAY"
    /// Answers the screen of a turn that is named.
    case turn = "TURN"
    /// Hangs up.
    case hangup = "HANGUP"
    /// Shows the last screen again.
    case screen = "SCREEN"
    /// Tells whether a session is open.
    case session = "SESSION"
    /// Sends a short message.
    case sms = "SMS"
    /// Shows received short messages.
    case inbox = "INBOX"
    /// Waits for a short message.
    case wait = "WAIT"
    /// Shows or moves the clock.
    case clock = "CLOCK"
    /// Shows a balance.
    case bal = "BAL"
    /// Shows lines of the ledger.
    case ledger = "LEDGER"
    /// Makes the network misbehave.
    case fault = "FAULT"
    /// Puts everything back to its beginning.
    case reset = "RESET"
    /// Puts a menu into service.
    case load = "LOAD"
    /// Checks a menu.
    case check = "CHECK"
    /// Records a transcript.
    case record = "RECORD"
    /// Plays a transcript.
    case play = "PLAY"
    /// Tells what reaches a phone.
    case watch = "WATCH"
    /// Stops telling.
    case unwatch = "UNWATCH"
    /// Gives every following line to a phone.
    case raw = "RAW"
    /// Chooses text or JSON.
    case mode = "MODE"
    /// Asks for the greeting.
    case hello = "HELLO"
    /// Lists what the server can do.
    case caps = "CAPS"
    /// Helps.
    case help = "HELP"
    /// Asks for a sign of life.
    case ping = "PING"
    /// Says who one is.
    case auth = "AUTH"
    /// Leaves.
    case quit = "QUIT"

    /// Whether this version does it; other verbs are answered 502.
    public var isInThisVersion: Bool {
        switch self {
        case .auth: false
        default: true
        }
    }

    /// Finds a verb by what was typed, whatever its case, or nil.
    init?(typed: ArraySlice<UInt8>) {
        guard typed.count <= Self.octetsMax else { return nil }
        self.init(rawValue: String(decoding: typed, as: UTF8.self).uppercased())
    }

    /// The verb one edit away from what was typed, the alphabetically first of several, or nil.
    static func nearest(to typed: String) -> LineVerb? {
        let word = Array(typed.uppercased().unicodeScalars.prefix(octetsMax + 2))
        guard word.count > 1, word.count <= octetsMax + 1 else { return nil }
        return allCases.sorted { $0.rawValue < $1.rawValue }
            .first { Names.isOneEdit(word, Array($0.rawValue.unicodeScalars)) }
    }

    private static let octetsMax = 7
}
