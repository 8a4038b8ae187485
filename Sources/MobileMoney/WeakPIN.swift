// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM

/// Why a PIN is too easy to guess, in the order of the checks, named as the contract names it.
enum WeakPIN: String, CaseIterable, Sendable {
    /// Too few or too many digits, or something that is no digit.
    case length
    /// One digit all over, as 7777.
    case sameDigit = "same_digit"
    /// Digits in a row up or down, as 1234 or 0987.
    case run
    /// The end of the owner's phone number.
    case phone
    /// The PIN it should replace.
    case old

    /// Judges a PIN that is to be set; nil when it will do.
    ///
    /// ``old`` is for the caller to find.
    static func judge(_ pin: Secret, of owner: MSISDN, rules: PINRules) -> WeakPIN? {
        pin.exposedToItsChecker { text in
            let digits = Array(text.utf8)
            guard rules.digits.contains(digits.count), digits.allSatisfy({ 48...57 ~= $0 }) else {
                return .length
            }
            let steps = Set(zip(digits, digits.dropFirst()).map { ($1 &- $0 &+ 10) % 10 })
            if steps == [0] { return .sameDigit }
            if steps == [1] || steps == [9] { return .run }
            return String(owner.digits).hasSuffix(text) ? .phone : nil
        }
    }

    /// The contract's record `pinrule`.
    var value: Value { .record([.text(rawValue)]) }
}
