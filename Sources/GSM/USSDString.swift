// SPDX-License-Identifier: Apache-2.0

/// A USSD string as it travels: at most 160 octets and the coding scheme that says what they are.
///
/// 160 octets hold 182 septets or 80 UTF-16 code units (TS 23.038 clause 6.1.2.3, TS 24.080).
public struct USSDString: Hashable, Sendable {
    /// The octets, packed when the scheme is GSM-7.
    public let octets: [UInt8]
    /// What the octets are.
    public let scheme: DataCodingScheme

    /// The sizes that TS 24.080 and TS 23.038 give to a USSD string.
    public enum Limits {
        /// Octets of one string.
        public static let octetsMax = 160
        /// Septets of one string.
        public static let septetsMax = 182
        /// UTF-16 code units of one string.
        public static let unitsMax = 80
    }

    /// Codes a text in GSM-7 when every scalar has a code, else in UCS-2.
    ///
    /// - Throws: ``PackingError/tooLong(octets:octetsMax:)``; nothing is ever cut.
    public init(_ text: String) throws(PackingError) {
        if let septets = DefaultAlphabet.encode(text) {
            octets = SeptetPacking.pack(septets, for: .ussd)
            scheme = .unspecifiedGSM7
        } else {
            octets = UCS2.encode(text)
            scheme = .ucs2
        }
        guard octets.count <= Limits.octetsMax else {
            throw .tooLong(octets: octets.count, octetsMax: Limits.octetsMax)
        }
    }

    /// Takes octets from a peer, `nil` when there are more than 160 of them.
    public init?(octets: [UInt8], scheme: DataCodingScheme) {
        guard octets.count <= Limits.octetsMax else { return nil }
        self.octets = octets
        self.scheme = scheme
    }

    /// The text without padding and language prefix, `nil` for compressed or eight-bit data.
    public var text: String? {
        if scheme.isCompressed { return nil }
        let body = octets.dropFirst(headerOctets)
        switch scheme.alphabet {
        case .eightBit:
            return nil
        case .ucs2:
            return UCS2.decode(Array(body))
        case .gsm7 where scheme.hasUserDataHeader:
            let fill = SeptetPacking.fillBits(after: headerOctets)
            let septets = SeptetPacking.unpack(
                Array(body),
                septets: nil,
                for: .sms,
                fillBits: fill
            )
            return DefaultAlphabet.decode(septets)
        case .gsm7:
            let septets = SeptetPacking.unpack(octets, septets: nil, for: .ussd)
            return DefaultAlphabet.decode(
                septets.dropFirst(scheme.languagePrefix == .septets ? 3 : 0)
            )
        }
    }

    /// Octets before the text: a user data header with its length, or two packed letters.
    private var headerOctets: Int {
        if scheme.hasUserDataHeader { return octets.first.map { Int($0) + 1 } ?? 0 }
        return scheme.languagePrefix == .octets ? 2 : 0
    }
}
