// SPDX-License-Identifier: Apache-2.0

/// One short message as it came in, its header read and its text still in octets.
public struct ReceivedShortMessage: Hashable, Sendable {
    /// What the octets of ``coded`` are.
    public let alphabet: CodedAlphabet
    /// Its place in a longer message, `nil` when it stands alone.
    public let concatenation: UserDataHeader.Concatenation?
    /// Septets, one an octet, or octets, without the header.
    public let coded: [UInt8]
    /// The national tables that the header names.
    public let shift: NationalShift

    /// Takes a message whose parts are known.
    public init(
        alphabet: CodedAlphabet,
        concatenation: UserDataHeader.Concatenation?,
        coded: [UInt8],
        shift: NationalShift = .none
    ) {
        self.alphabet = alphabet
        self.concatenation = concatenation
        self.coded = coded
        self.shift = shift
    }

    /// Takes user data whose text is not packed, as SMPP carries it.
    ///
    /// A header that does not fit into the data is taken for text.
    public init(unpacked userData: [UInt8], alphabet: CodedAlphabet, hasHeader: Bool) {
        let header = hasHeader ? UserDataHeader(userData) : nil
        self.init(
            alphabet: alphabet,
            concatenation: header?.concatenation,
            coded: Array(userData.dropFirst(header?.octetCount ?? 0)),
            shift: header?.shift ?? .none
        )
    }

    /// Takes TP-UD and TP-UDL of a TPDU, whose septets are packed.
    ///
    /// `length` counts septets for GSM-7, header included, and octets otherwise; more than the data
    /// holds reads to its end.
    public init(packed userData: [UInt8], length: Int, alphabet: CodedAlphabet, hasHeader: Bool) {
        guard alphabet == .gsm7 else {
            self.init(
                unpacked: Array(userData.prefix(max(0, length))),
                alphabet: alphabet,
                hasHeader: hasHeader
            )
            return
        }
        let header = hasHeader ? UserDataHeader(userData) : nil
        let octets = header?.octetCount ?? 0
        let headerSeptets = (octets * 8 + 6) / 7
        self.init(
            alphabet: .gsm7,
            concatenation: header?.concatenation,
            coded: SeptetPacking.unpack(
                Array(userData.dropFirst(octets)),
                septets: max(headerSeptets, length) - headerSeptets,
                for: .sms,
                fillBits: SeptetPacking.fillBits(after: octets)
            ),
            shift: header?.shift ?? .none
        )
    }

    /// The text of this message alone, `nil` for data of eight bits.
    public var text: String? { alphabet.text(of: coded, shift: shift) }
}
