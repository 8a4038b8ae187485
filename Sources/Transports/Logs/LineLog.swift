// SPDX-License-Identifier: Apache-2.0
public import GSM

/// A captured dialogue of the line protocol: commands and replies in one text, as `nc` shows them.
///
/// What was typed may be a PIN; printing an entry shows its kind only.
public enum LineLog {
    /// One thing that a dialogue shows.
    public enum Entry: Sendable {
        /// A phone was taken in hand or made; the number as the reply says it.
        case phone(PhoneRequest, number: MSISDN?)
        /// A phone dialled or answered.
        case typed(phone: String, text: String)
        /// What was typed was answered: the code, the words behind it, and the block.
        case answered(phone: String, code: LineCode, words: String, text: String)
        /// A phone hung up.
        case hungUp(phone: String)
        /// A phone sent a message.
        case sent(phone: String, to: String, text: String)
        /// A message reached a phone; the time as written, where it is.
        case message(phone: String, from: String, at: String?, text: String)
        /// The clock was moved by a word such as `+181s`.
        case clock(String)
    }

    /// Reads a dialogue; what is neither a command nor a reply is passed over.
    public static func read(_ text: String) -> [Entry] {
        var reader = LineLogReader()
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            reader.take(line.hasSuffix("\r") ? String(line.dropLast()) : String(line))
        }
        return reader.finished
    }
}

extension LineLog.Entry: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// What it is, without what was typed.
    public var description: String {
        switch self {
        case .phone(let request, _): "phone \(request.name)"
        case .typed(let phone, _): "\(phone) typed"
        case .answered(let phone, let code, _, _): "\(phone) was answered \(code.rawValue)"
        case .hungUp(let phone): "\(phone) hung up"
        case .sent(let phone, _, _): "\(phone) sent"
        case .message(let phone, _, _, _): "\(phone) got a message"
        case .clock: "the clock was moved"
        }
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// A mirror that holds the description only.
    public var customMirror: Mirror {
        Mirror(self, children: ["masked": description], displayStyle: .enum)
    }
}
