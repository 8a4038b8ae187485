// SPDX-License-Identifier: Apache-2.0

/// How a text travels as short messages: its alphabet, and the tables it is written in.
struct ShortMessageCoding: Hashable, Sendable {
    let alphabet: Alphabet
    /// The national tables, none for UCS-2.
    let shift: NationalShift

    /// Octets of TP-UD (TS 23.040 clause 9.2.3.24).
    static let userDataOctetsMax = 140
    /// Octets of the element that names a part's place, with a reference of 8 bits.
    static let concatenationOctets = 5

    /// The coding that takes the fewest messages, then the fewest octets.
    ///
    /// The default alphabet goes before a national one, and that before UCS-2, when they cost the
    /// same, because every phone reads it.
    static func cheapest(for text: String, languages: [NationalLanguage]) -> ShortMessageCoding {
        let ucs2 = ShortMessageCoding(alphabet: .ucs2, shift: .none)
        if TextSize.measure(text).alphabet == .gsm7 {
            return ShortMessageCoding(alphabet: .gsm7, shift: .none)
        }
        let national = languages.flatMap(NationalShift.all).compactMap { shift in
            shift.septetCount(of: text) == nil
                ? nil : ShortMessageCoding(alphabet: .gsm7, shift: shift)
        }
        var best = ucs2
        var cost = ucs2.cost(of: text)
        for coding in national {
            let other = coding.cost(of: text)
            let isEarlier = best.alphabet == .ucs2 && other == cost
            if other < cost || isEarlier { (best, cost) = (coding, other) }
        }
        return best
    }

    /// The pieces of a text, one for a text that fits without being cut.
    ///
    /// Neither an escape pair nor a surrogate pair is split.
    func pieces(of text: String) -> [String] {
        if units(of: text) <= unitsMax(isCut: false) { return [text] }
        let most = unitsMax(isCut: true)
        var pieces: [String] = []
        var piece = String.UnicodeScalarView()
        var units = 0
        for scalar in text.unicodeScalars {
            let cost = self.units(of: scalar)
            if units + cost > most {
                pieces.append(String(piece))
                piece = String.UnicodeScalarView()
                units = 0
            }
            piece.append(scalar)
            units += cost
        }
        pieces.append(String(piece))
        return pieces
    }

    /// The user data header with its length octet, empty when nothing needs to be said.
    func header(reference: UInt8, total: Int, sequence: Int) -> [UInt8] {
        let place: [UInt8] =
            total == 1
            ? []
            : [
                0x00, 0x03, reference, UInt8(truncatingIfNeeded: total),
                UInt8(truncatingIfNeeded: sequence),
            ]
        let elements = place + shift.elements
        return elements.isEmpty ? [] : [UInt8(elements.count)] + elements
    }

    /// The octets behind the header: septets, one an octet, or UTF-16.
    func coded(_ piece: String) -> [UInt8] {
        alphabet == .gsm7 ? shift.encode(piece) ?? [] : UCS2.encode(piece)
    }

    /// The units that one message holds beside its header.
    func unitsMax(isCut: Bool) -> Int {
        let elements = shift.elements.count + (isCut ? Self.concatenationOctets : 0)
        let octets = Self.userDataOctetsMax - (elements == 0 ? 0 : elements + 1)
        return alphabet == .gsm7 ? octets * 8 / 7 : octets / 2
    }

    private func units(of text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + units(of: $1) }
    }

    private func units(of scalar: Unicode.Scalar) -> Int {
        alphabet == .gsm7 ? shift.septetCount(of: scalar) ?? 0 : UTF16.width(scalar)
    }

    /// Messages and octets, to be compared in this order.
    private func cost(of text: String) -> (messages: Int, octets: Int) {
        let pieces = pieces(of: text)
        let header = header(reference: 0, total: pieces.count, sequence: 1).count
        let units = units(of: text)
        let octets = alphabet == .gsm7 ? (units * 7 + 7) / 8 : units * 2
        return (pieces.count, octets + header * pieces.count)
    }
}
