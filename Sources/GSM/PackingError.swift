// SPDX-License-Identifier: Apache-2.0

/// Why a text could not be coded; nothing was cut and nothing was sent.
public enum PackingError: Error, Equatable, Hashable, Sendable {
    /// The coded text takes more octets than the bearer carries.
    case tooLong(octets: Int, octetsMax: Int)
    /// A scalar has no code in the alphabet asked for; the offset counts UTF-8 octets.
    case noCode(scalar: Unicode.Scalar, utf8Offset: Int)
}

extension PackingError: CustomStringConvertible {
    /// What happened and what to do, in one sentence.
    public var description: String {
        switch self {
        case .tooLong(let octets, let octetsMax):
            "The text takes \(octets) octets and only \(octetsMax) fit; shorten it."
        case .noCode(let scalar, let utf8Offset):
            "U+\(String(scalar.value, radix: 16, uppercase: true)) at octet \(utf8Offset) "
                + "has no GSM-7 code; replace it or send the text as UCS-2."
        }
    }
}
