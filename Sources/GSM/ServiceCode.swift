// SPDX-License-Identifier: Apache-2.0

/// A USSD service code or a dialled code with arguments: what stands between `*` and `#`.
///
/// `*789*1#` has the segments `789` and `1`. Arguments may hold a PIN: do not log a dialled code.
public struct ServiceCode: Hashable, Sendable {
    /// The parts between the stars; the first is never empty, later ones may be.
    public let segments: [String]

    /// The bounds of a code.
    public enum Limits {
        /// Most octets of a code in UTF-8, the septets of one USSD string.
        public static let octetsMax = USSDString.Limits.septetsMax
    }

    /// Reads a code that begins with `*`, ends with its only `#` and names something between.
    public init?(_ code: String) {
        let octets = code.utf8
        guard octets.count <= Limits.octetsMax, octets.count > 2, octets.first == Self.star,
            octets.last == Self.hash
        else { return nil }
        self.init(
            segments: octets.dropFirst().dropLast()
                .split(separator: Self.star, omittingEmptySubsequences: false)
                .map { String(Substring($0)) }
        )
    }

    /// Takes segments, `nil` when the first is missing or empty or one holds `*` or `#`.
    public init?(segments: [String]) {
        guard let first = segments.first, !first.isEmpty,
            !segments.contains(where: { $0.utf8.contains { $0 == Self.star || $0 == Self.hash } })
        else { return nil }
        self.segments = segments
    }

    private static let star = UInt8(ascii: "*")
    private static let hash = UInt8(ascii: "#")
}

extension ServiceCode: CustomStringConvertible {
    /// The code as it is dialled, arguments included.
    public var description: String { "*\(segments.joined(separator: "*"))#" }
}
