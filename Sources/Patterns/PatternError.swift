// SPDX-License-Identifier: Apache-2.0

/// Why a pattern could not be compiled or a match not be decided.
public enum PatternError: Error, Hashable, Sendable {
    /// The pattern is wrong at a UTF-8 offset of its source.
    case invalid(message: String, offset: Int)
    /// A limit was reached before the match was decided; this is not a mismatch.
    case tooExpensive
    /// The matcher refused the input, such as octets that are not UTF-8 (a negative PCRE2 code).
    case matching(code: Int32)
}

extension PatternError: CustomStringConvertible {
    /// The failure in one sentence.
    public var description: String {
        switch self {
        case .invalid(let message, let offset):
            "The pattern is not valid at offset \(offset): \(message)."
        case .tooExpensive:
            "The pattern takes too long to match; make its repetitions simpler."
        case .matching(let code):
            "The input could not be matched (PCRE2 code \(code))."
        }
    }
}
