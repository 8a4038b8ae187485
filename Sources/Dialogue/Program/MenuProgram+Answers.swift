// SPDX-License-Identifier: Apache-2.0
import GSM
import Patterns

extension MenuProgram {
    /// Reads what was typed as a kind of answer, without its bounds; nil when it is none.
    ///
    /// Only ``AskKind/text(least:most:)`` is measured here, because nothing later does it. Keys of
    /// ``AskKind/choice`` belong to the question that offers them.
    func value(of typed: TypedText, as kind: AskKind) -> Value? {
        if typed.isTooLong { return nil }
        switch kind {
        case .msisdn:
            let number = homeNumbers.number(typed.text) ?? MSISDN.parse(typed.text, in: country)
            return number.map(Value.msisdn)
        case .amount:
            if amountFormat.isAmbiguous(typed.plain) { return nil }
            return amountFormat.minorUnits(typed: typed.plain).map(Value.amount)
        case .number: return Self.number(typed.plain).map(Value.number)
        case .text(let least, let most):
            return Self.isText(typed.cleaned, least, most) ? .text(typed.cleaned) : nil
        case .secret(let least, let most):
            return Self.isSecret(typed.plain, least, most) ? .secret(Secret(typed.plain)) : nil
        case .choice: return nil
        case .pattern(let index):
            return isMatch(typed.cleaned, index) ? .text(typed.cleaned) : nil
        }
    }

    /// Whether a value given beforehand is of a kind, without its bounds.
    func isValue(_ value: Value, of kind: AskKind) -> Bool {
        switch (kind, value) {
        case (.msisdn, .msisdn), (.amount, .amount), (.number, .number): true
        case (.text(let least, let most), .text(let text)): Self.isText(text, least, most)
        case (.pattern(let index), .text(let text)): isMatch(text, index)
        default: false
        }
    }

    private func isMatch(_ text: String, _ index: Int) -> Bool {
        guard let match = try? patterns[index].firstMatch(in: text) else { return false }
        return match.utf8Range == 0..<text.utf8.count
    }

    /// Counts UTF-16 units, and no more than two septets for each, which is what the proof of fit
    /// counts for a text that a subscriber typed.
    private static func isText(_ text: String, _ least: Int, _ most: Int) -> Bool {
        let units = text.utf16.count
        guard units >= least, units <= most else { return false }
        let septets = TextSize.measure(Transliteration.toDefaultAlphabet(text)).units
        return septets / 2 + septets % 2 <= most
    }

    private static func isSecret(_ text: String, _ least: Int, _ most: Int) -> Bool {
        let count = text.utf8.count
        return count >= least && count <= most && text.utf8.allSatisfy(isDigit)
    }

    private static func number(_ text: String) -> Int64? {
        text.utf8.allSatisfy(isDigit) ? Int64(text) : nil
    }

    private static func isDigit(_ octet: UInt8) -> Bool {
        octet >= UInt8(ascii: "0") && octet <= UInt8(ascii: "9")
    }
}
