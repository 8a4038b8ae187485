// SPDX-License-Identifier: Apache-2.0

/// Why a tariff was not read: where, what is wrong, and what to write instead.
public struct TariffError: Error, Hashable, Sendable {
    /// The line, counted from 1.
    public let line: Int
    /// What is wrong there.
    public let problem: Problem

    /// What can be wrong with a tariff.
    public enum Problem: Hashable, Sendable {
        /// The text is too long, or is no YAML; the text says why.
        case notYAML(String)
        /// This key is missing.
        case missing(String)
        /// This key is not known here; these are.
        case unknownKey(String, known: [String])
        /// The value of this key should be of another shape; the text says which.
        case wrongShape(String, expected: String)
        /// No amount of the currency.
        case notAnAmount(key: String, typed: String)
        /// No whole number within these bounds.
        case notANumber(key: String, typed: String, bounds: ClosedRange<Int>)
        /// The numbers of this country are not known.
        case unknownCountry(String)
        /// The ledger does not hold this currency.
        case unknownCurrency(String)
        /// The sender's name is empty, too long or has other signs than letters and digits.
        case badSender(String)
        /// A band does not begin one unit after the band before it ends.
        case gapOrOverlap(from: String, expected: String)
        /// A band ends before it begins.
        case bandBackwards(from: String, to: String)
        /// The last band does not end at the greatest amount.
        case bandsEnd(at: String, expected: String)
        /// The least amount is above the greatest, or one is above what the tariff can hold.
        case limitsCross(String)
        /// The levels are not numbered 0, 1, 2 and so on.
        case levelOutOfOrder(found: Int, expected: Int)
    }

    init(_ problem: Problem, line: Int) {
        self.problem = problem
        self.line = line
    }
}

extension TariffError: CustomStringConvertible {
    /// The line, what is wrong, and what to do.
    public var description: String { "line \(line): \(problem.text)" }
}

extension TariffError.Problem {
    fileprivate var text: String {
        switch self {
        case .notYAML(let why):
            "This is not a YAML file: \(why). Compare it with kenya.tariff.yaml."
        case .missing(let key):
            "`\(key)` is missing. Add a line `\(key): …`."
        case .unknownKey(let key, let known):
            "`\(key)` is not known here. Write one of: \(known.joined(separator: ", "))."
        case .wrongShape(let key, let expected):
            "`\(key)` should be \(expected)."
        case .notAnAmount(let key, let typed):
            "`\(key): \(typed)` is not an amount. Write a number such as 250000 or 0.50."
        case .notANumber(let key, let typed, let bounds):
            "`\(key): \(typed)` is not a whole number from \(bounds.lowerBound) to "
                + "\(bounds.upperBound)."
        case .unknownCountry(let code):
            "The country `\(code)` is not known. Write its two letters, such as KE."
        case .unknownCurrency(let code):
            "The currency `\(code)` is not known. Write its three letters, such as KES."
        case .badSender(let name):
            "`\(name)` cannot be a sender. Write 1 to \(Tariff.Limits.senderCharactersMax) "
                + "letters and digits."
        case .gapOrOverlap(let from, let expected):
            "This band begins at \(from), but the one before it ends just before \(expected). "
                + "Write `from: \(expected)`."
        case .bandBackwards(let from, let to):
            "This band ends at \(to), before it begins at \(from). Swap them."
        case .bandsEnd(let end, let expected):
            "The last band ends at \(end), but amounts go up to \(expected). "
                + "Add a band or change `most`."
        case .limitsCross(let what):
            "\(what)"
        case .levelOutOfOrder(let found, let expected):
            "Level \(found) stands where level \(expected) should. Number levels from 0 upwards."
        }
    }
}
