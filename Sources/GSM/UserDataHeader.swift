// SPDX-License-Identifier: Apache-2.0

/// The header before the text of a short message (TS 23.040 clause 9.2.3.24).
public struct UserDataHeader: Hashable, Sendable {
    /// The information elements in the order in which they came.
    public let elements: [Element]
    /// Octets of the header with its length octet.
    public let octetCount: Int

    /// One information element.
    public struct Element: Hashable, Sendable {
        /// What it is, such as 0x00 for concatenation with a reference of 8 bits.
        public let identifier: UInt8
        /// Its octets.
        public let data: [UInt8]
    }

    /// The place of a part in a concatenated message (clauses 9.2.3.24.1 and 9.2.3.24.8).
    public struct Concatenation: Hashable, Sendable {
        /// The number that the parts of a message share, of 8 or 16 bits.
        public let reference: UInt16
        /// How many parts there are, 1 to 255.
        public let total: Int
        /// Which part this is, 1 to `total`.
        public let sequence: Int

        /// Takes a place, `nil` unless 1 ≤ `sequence` ≤ `total` ≤ 255.
        public init?(reference: UInt16, total: Int, sequence: Int) {
            guard 1...255 ~= total, 1...total ~= sequence else { return nil }
            self.reference = reference
            self.total = total
            self.sequence = sequence
        }
    }

    /// Reads the header that user data begins with, `nil` when the data is shorter than it says.
    ///
    /// An element that runs over the end of the header is left out, and so is what follows it.
    public init?(_ userData: [UInt8]) {
        guard let length = userData.first, userData.count > Int(length) else { return nil }
        var rest = userData.dropFirst().prefix(Int(length))
        var elements: [Element] = []
        while let identifier = rest.popFirst(), let size = rest.popFirst(), rest.count >= size {
            elements.append(Element(identifier: identifier, data: Array(rest.prefix(Int(size)))))
            rest = rest.dropFirst(Int(size))
        }
        self.elements = elements
        octetCount = Int(length) + 1
    }

    /// The last valid concatenation element; one with impossible numbers is ignored.
    public var concatenation: Concatenation? {
        elements.reversed().lazy.compactMap(\.concatenation).first
    }

    /// The national tables that elements 0x24 and 0x25 name (clauses 9.2.3.24.15 and 9.2.3.24.16);
    /// an unknown language is ignored, and of several elements the last counts.
    public var shift: NationalShift {
        NationalShift(locking: language(of: 0x25), single: language(of: 0x24))
    }

    private func language(of identifier: UInt8) -> NationalLanguage? {
        elements.reversed().lazy
            .filter { $0.identifier == identifier && $0.data.count == 1 }
            .compactMap { NationalLanguage(rawValue: $0.data[0]) }.first
    }
}

extension UserDataHeader.Element {
    /// Reads element 0x00 of three octets or 0x08 of four.
    fileprivate var concatenation: UserDataHeader.Concatenation? {
        switch (identifier, data.count) {
        case (0x00, 3):
            .init(reference: UInt16(data[0]), total: Int(data[1]), sequence: Int(data[2]))
        case (0x08, 4):
            .init(
                reference: UInt16(data[0]) << 8 | UInt16(data[1]),
                total: Int(data[2]),
                sequence: Int(data[3])
            )
        default: nil
        }
    }
}
