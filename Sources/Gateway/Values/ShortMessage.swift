// SPDX-License-Identifier: Apache-2.0
public import GSM

/// A text message on its way to or from a phone, whole, however many parts it travels in.
///
/// The text may hold a PIN or a one-time code, so that printing a message shows neither text nor
/// full numbers.
public struct ShortMessage: Hashable, Sendable {
    /// The sender: a number in E.164 or a word such as `MAVUNO`.
    public let from: String
    /// The receiver: a number in E.164 or a short code.
    public let to: String
    /// The text.
    public let text: String
    /// When it was sent.
    public let at: Instant

    /// Makes a message.
    public init(from: String, to: String, text: String, at: Instant) {
        self.from = from
        self.to = to
        self.text = text
        self.at = at
    }

    /// Makes a message to a phone.
    public init(from: String, to phone: MSISDN, text: String, at: Instant) {
        self.init(from: from, to: phone.e164, text: text, at: at)
    }

    /// The sending phone, or nil when the sender is no phone.
    public var sender: MSISDN? { Self.phone(from) }

    /// The receiving phone, or nil when the receiver is no phone.
    public var receiver: MSISDN? { Self.phone(to) }

    fileprivate static func phone(_ address: String) -> MSISDN? {
        MSISDN(e164: address.hasPrefix("+") ? address : "+" + address)
    }
}

extension ShortMessage: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Masked ends and the length of the text.
    public var description: String {
        "\(Self.masked(from)) to \(Self.masked(to)), \(text.utf8.count) octets"
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// A mirror that holds the masked description only.
    public var customMirror: Mirror {
        Mirror(self, children: ["masked": description], displayStyle: .struct)
    }

    /// A phone's masked number; what looks like a number but is none is not shown at all.
    private static func masked(_ address: String) -> String {
        if let phone = phone(address) { return phone.masked }
        return address.count { $0.isNumber } < MSISDN.Limits.digitsMin ? address : "****"
    }
}
