// SPDX-License-Identifier: Apache-2.0

/// A text message that is committed with the movement it announces, and sent afterwards.
public struct OutboxMessage: Hashable, Sendable, Identifiable {
    /// The number the store gave it: 1, 2, 3 and so on; 0 before that.
    public package(set) var id: Int64
    /// The digits of the receiver's MSISDN (E.164), without the plus.
    public var to: UInt64
    /// The sender it shows: letters or a number.
    public var from: String
    /// The text.
    public var text: String
    /// When it was written.
    public var at: Timestamp

    /// Describes a message; the store gives it a number.
    public init(to: UInt64, from: String, text: String, at: Timestamp) {
        id = 0
        self.to = to
        self.from = from
        self.text = text
        self.at = at
    }
}

extension OutboxMessage: CustomStringConvertible, CustomReflectable {
    /// Number, masked receiver and length: neither the number nor the text is printed in full.
    public var description: String {
        let digits = String(to)
        let masked = digits.count > 7 ? "+\(digits.prefix(4))****\(digits.suffix(3))" : "+****"
        return "message \(id) to \(masked), \(text.utf8.count) bytes"
    }

    /// Nothing beyond the description, so that a dump shows no more either.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
