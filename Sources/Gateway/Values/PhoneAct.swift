// SPDX-License-Identifier: Apache-2.0
public import GSM

/// What a phone does at the gateway and what that is answered with, told to the one who records.
///
/// It may hold a PIN, so that printing an act shows its kind and a masked number only.
public enum PhoneAct: Sendable {
    /// The phone dialled a string or answered its screen.
    case typed(MSISDN, String, at: Instant)
    /// What was typed last has its answer; told before the one who typed gets it.
    case answered(MSISDN, Answer)
    /// The subscriber ended a session that was open.
    case hungUp(MSISDN, at: Instant)
    /// The phone sent a short message, to a service or to another phone.
    case sent(ShortMessage)
}

extension PhoneAct: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// What was done and by which masked number.
    public var description: String {
        switch self {
        case .typed(let phone, _, _): "\(phone.masked) typed"
        case .answered(let phone, _): "\(phone.masked) was answered"
        case .hungUp(let phone, _): "\(phone.masked) hung up"
        case .sent(let message): "sent \(message)"
        }
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// A mirror that holds the masked description only.
    public var customMirror: Mirror {
        Mirror(self, children: ["masked": description], displayStyle: .enum)
    }
}
