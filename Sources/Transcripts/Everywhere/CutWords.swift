// SPDX-License-Identifier: Apache-2.0
import Gateway

/// How screens and movements are told in a sentence.
enum CutWords {
    static func screen(_ answer: Answer?) -> String {
        guard let answer else { return "no answer" }
        return "`\(TextLines.of(answer.text).joined(separator: " / "))`"
    }

    static func movements(
        expected: some Collection<Movement>,
        got: some Collection<Movement>
    ) -> String {
        "The ledger has moved \(list(got)); expected \(list(expected))."
    }

    /// The movements that two lists do not share at their beginnings.
    static func difference(_ expected: [Movement], _ got: [Movement]) -> String {
        let same = zip(expected, got).prefix { $0 == $1 }.count
        return movements(expected: expected.dropFirst(same), got: got.dropFirst(same))
    }

    private static func list(_ movements: some Collection<Movement>) -> String {
        if movements.isEmpty { return "nothing" }
        return movements.map { movement in
            let lines = movement.lines.map { "\($0.account) \(amount($0.amount))" }
            let name = movement.reference.map { $0 + " " } ?? ""
            return name + "(" + lines.joined(separator: ", ") + ")"
        }.joined(separator: " and ")
    }

    private static func amount(_ money: LedgerMoney) -> String {
        let digits = String(money.minorUnits.magnitude)
        let padded = String(repeating: "0", count: max(0, money.minorDigits + 1 - digits.count))
        let whole = padded + digits
        let sign = money.minorUnits < 0 ? "-" : ""
        guard money.minorDigits > 0 else { return sign + whole }
        return sign + whole.dropLast(money.minorDigits) + "." + whole.suffix(money.minorDigits)
    }
}
