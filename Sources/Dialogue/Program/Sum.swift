// SPDX-License-Identifier: Apache-2.0

/// Money or numbers that are added up and taken away, as `me.balance - quote.fee`.
///
/// A sum is computed exactly, whatever its size: it never wraps round and never stops at a limit.
/// Only where it is handed on must it lie in ``takes``; else it counts as ``Value/absent`` there.
public struct Sum: Hashable, Sendable {
    /// The values in the order written, constants left out.
    public let terms: [Term]
    /// What the constants come to, in minor units for money.
    public let constant: Int64
    /// Whether the result is an amount; else it is a number.
    public let isMoney: Bool
    /// The results that a place takes which shows or keeps them.
    public let takes: ClosedRange<Int64>

    /// Most values of one sum.
    public static let termsMax = 8

    /// One value of a sum.
    public struct Term: Hashable, Sendable {
        /// Where it is read.
        public let reference: Reference
        /// Whether it is taken away.
        public let isTaken: Bool

        /// Makes a term.
        public init(_ reference: Reference, isTaken: Bool) {
            self.reference = reference
            self.isTaken = isTaken
        }
    }

    /// Makes a sum.
    public init(
        _ terms: [Term],
        constant: Int64 = 0,
        isMoney: Bool,
        takes: ClosedRange<Int64> = .min ... .max
    ) {
        self.terms = terms
        self.constant = constant
        self.isMoney = isMoney
        self.takes = takes
    }

    /// The result as a value, or absent where its place does not take it.
    func value(_ total: Int128?) -> Value {
        guard let number = total.flatMap({ Int64(exactly: $0) }), takes.contains(number) else {
            return .absent
        }
        return isMoney ? .amount(number) : .number(number)
    }
}
