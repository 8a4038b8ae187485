// SPDX-License-Identifier: Apache-2.0
import GSM

extension Shortcut {
    /// Whether something that people dial or send for another shortcut is taken by this one.
    ///
    /// Of two strings of one length the one with digits where the other first has a value wins; of
    /// two commands the one with more words of its own. What no other command takes, `*`, has
    /// nothing of its own that could be taken.
    func takes(from other: Shortcut, in country: Country) -> Bool {
        guard kind == other.kind else { return false }
        switch kind {
        case .dial:
            return parts.count == other.parts.count && wins(over: other)
                && zip(parts, other.parts).allSatisfy { $0.meets($1, in: country) }
        case .sms:
            guard !parts.contains(.anything), !other.parts.contains(.anything),
                parts.count(where: { $0.literal != nil })
                    > other.parts.count(where: { $0.literal != nil })
            else { return false }
            return spellings.contains { mine in
                other.spellings.contains { Self.canMeet(mine, $0, in: country) }
            }
        }
    }

    private func wins(over other: Shortcut) -> Bool {
        for (mine, others) in zip(parts, other.parts) {
            if mine.literal != nil, others.literal == nil { return true }
            if mine.literal == nil, others.literal != nil { return false }
        }
        return false
    }

    /// The most words that are compared; each optional one doubles the work.
    private static let wordsMax = 10

    /// The words with and without the optional ones.
    private var spellings: [[Part]] {
        parts.prefix(Self.wordsMax).reduce(into: [[]]) { spellings, part in
            if case .optional(let word) = part {
                spellings += spellings.map { $0 + [.literal(word)] }
            } else {
                spellings = spellings.map { $0 + [part] }
            }
        }
    }

    /// Whether one message can be both; the last value takes all that is left.
    private static func canMeet(_ one: [Part], _ two: [Part], in country: Country) -> Bool {
        let common = min(one.count, two.count)
        guard common > 0,
            zip(one, two).allSatisfy({ $0.meets($1, in: country) })
        else { return false }
        if one.count == two.count { return true }
        let shorter = one.count < two.count ? one : two
        guard case .argument(_, let type)? = shorter.last else { return false }
        let rest = (one.count < two.count ? two : one)[common...]
        return rest.allSatisfy { Part.argument(name: "", type: type).meets($0, in: country) }
    }
}

extension Shortcut.Part {
    /// Whether something can be dialled or sent that is both.
    fileprivate func meets(_ other: Shortcut.Part, in country: Country) -> Bool {
        switch (self, other) {
        case (.literal(let one), .literal(let two)): one.uppercased() == two.uppercased()
        case (.literal(let text), .argument(_, let type)),
            (.argument(_, let type), .literal(let text)):
            Self.isValue(text, of: type, in: country)
        default: true
        }
    }

    private static func isValue(_ text: String, of type: String, in country: Country) -> Bool {
        switch type {
        case "msisdn": MSISDN.parse(text, in: country) != nil
        case "money", "number": text.utf8.allSatisfy { 0x30...0x39 ~= $0 }
        default: true
        }
    }
}
