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
        guard code.utf8.count <= Limits.octetsMax, code.hasPrefix("*"), code.hasSuffix("#") else {
            return nil
        }
        self.init(
            segments: code.dropFirst().dropLast()
                .split(separator: "*", omittingEmptySubsequences: false).map(String.init)
        )
    }

    /// Takes segments, `nil` when the first is missing or empty or one holds `*` or `#`.
    public init?(segments: [String]) {
        guard let first = segments.first, !first.isEmpty,
            !segments.contains(where: { $0.contains { $0 == "*" || $0 == "#" } })
        else { return nil }
        self.segments = segments
    }
}

extension ServiceCode: CustomStringConvertible {
    /// The code as it is dialled, arguments included.
    public var description: String { "*\(segments.joined(separator: "*"))#" }
}
