// SPDX-License-Identifier: Apache-2.0

/// A text that takes one short message or several, on its way out and on its way back in.
///
/// As a value it collects the parts of one received message, in whatever order they come.
public struct ConcatenatedShortMessage: Hashable, Sendable {
    /// The number that the parts share.
    public let reference: UInt16
    /// How many parts make the message.
    public let total: Int
    /// What the octets of every part are.
    public let alphabet: CodedAlphabet
    /// The coded parts so far, by sequence number.
    private var parts: [Int: [UInt8]]

    /// The capacity of short messages (TS 23.040 clauses 9.2.3.24 and 9.2.3.24.1).
    public enum Limits {
        /// Septets of a message in one part.
        public static let singleSeptetsMax = 160
        /// UTF-16 code units of a message in one part.
        public static let singleUnitsMax = 70
        /// Septets of each part when there are several.
        public static let partSeptetsMax = 153
        /// UTF-16 code units of each part when there are several.
        public static let partUnitsMax = 67
        /// Most parts of a message.
        public static let partsMax = 255
    }

    /// What became of a part that was handed in.
    public enum Insertion: Hashable, Sendable {
        /// It was new and was kept.
        case kept
        /// Its place was taken already; the first one stays.
        case repeated
        /// It belongs to another message: reference, total or alphabet differ.
        case foreign
    }

    /// Begins with any part of a message, `nil` when that part stands alone.
    public init?(_ part: ReceivedShortMessage) {
        guard let place = part.concatenation else { return nil }
        reference = place.reference
        total = place.total
        alphabet = part.alphabet
        parts = [place.sequence: part.coded]
    }

    /// Adds a part; parts may come in any order and more than once.
    public mutating func insert(_ part: ReceivedShortMessage) -> Insertion {
        guard let place = part.concatenation, place.reference == reference,
            place.total == total, part.alphabet == alphabet
        else { return .foreign }
        guard parts[place.sequence] == nil else { return .repeated }
        parts[place.sequence] = part.coded
        return .kept
    }

    /// Whether every part is there.
    public var isComplete: Bool { parts.count == total }

    /// The joined octets, `nil` until the message is complete.
    ///
    /// They are joined before decoding, because senders do split escape and surrogate pairs.
    public var coded: [UInt8]? {
        isComplete ? (1...total).flatMap { parts[$0] ?? [] } : nil
    }

    /// The whole text, `nil` until the message is complete and for data of eight bits.
    public var text: String? { coded.flatMap(alphabet.text) }

    /// Cuts a text into the parts to send, one for a text that fits without a header.
    ///
    /// Never splits an escape pair or a surrogate pair. `reference` tells the messages of a sender
    /// apart. A text of more than ``Limits/partsMax`` parts gives none at all; ``partCount(of:)``
    /// tells beforehand.
    public static func segment(_ text: String, reference: UInt8) -> [ShortMessagePart] {
        let (alphabet, pieces) = pieces(of: text)
        guard pieces.count <= Limits.partsMax else { return [] }
        return pieces.enumerated().map { index, piece in
            let header: [UInt8] =
                pieces.count == 1
                ? [] : [0x05, 0x00, 0x03, reference, UInt8(pieces.count), UInt8(index + 1)]
            let coded =
                alphabet == .gsm7 ? DefaultAlphabet.encode(piece) ?? [] : UCS2.encode(piece)
            return ShortMessagePart(
                text: piece,
                alphabet: alphabet,
                userDataHeader: header,
                coded: coded
            )
        }
    }

    /// Counts the short messages that a text takes, 1 for an empty one; it has no upper bound.
    public static func partCount(of text: String) -> Int {
        pieces(of: text).pieces.count
    }

    private static func pieces(of text: String) -> (alphabet: Alphabet, pieces: [String]) {
        let size = TextSize.measure(text)
        let isGSM7 = size.alphabet == .gsm7
        let singleMax = isGSM7 ? Limits.singleSeptetsMax : Limits.singleUnitsMax
        if size.units <= singleMax { return (size.alphabet, [text]) }
        let partMax = isGSM7 ? Limits.partSeptetsMax : Limits.partUnitsMax
        var pieces: [String] = []
        var piece = String.UnicodeScalarView()
        var units = 0
        for scalar in text.unicodeScalars {
            let cost =
                isGSM7 ? DefaultAlphabet.septetCount(of: scalar) ?? 0 : UTF16.width(scalar)
            if units + cost > partMax {
                pieces.append(String(piece))
                piece = String.UnicodeScalarView()
                units = 0
            }
            piece.append(scalar)
            units += cost
        }
        pieces.append(String(piece))
        return (size.alphabet, pieces)
    }
}
