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
    /// The parts so far, by sequence number.
    private var parts: [Int: ReceivedShortMessage]

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
        parts = [place.sequence: part]
    }

    /// Adds a part; parts may come in any order and more than once.
    public mutating func insert(_ part: ReceivedShortMessage) -> Insertion {
        guard let place = part.concatenation, place.reference == reference,
            place.total == total, part.alphabet == alphabet
        else { return .foreign }
        guard parts[place.sequence] == nil else { return .repeated }
        parts[place.sequence] = part
        return .kept
    }

    /// Whether every part is there.
    public var isComplete: Bool { parts.count == total }

    /// The joined octets, `nil` until the message is complete.
    ///
    /// They are joined before decoding, because senders do split escape and surrogate pairs.
    public var coded: [UInt8]? {
        isComplete ? (1...total).flatMap { parts[$0]?.coded ?? [] } : nil
    }

    /// The whole text, `nil` until the message is complete and for data of eight bits.
    ///
    /// Neighbouring parts in the same tables are joined before they are decoded.
    public var text: String? {
        guard isComplete else { return nil }
        var runs: [(shift: NationalShift, coded: [UInt8])] = []
        for part in (1...total).compactMap({ parts[$0] }) {
            if let last = runs.last, last.shift == part.shift {
                runs[runs.count - 1].coded += part.coded
            } else {
                runs.append((part.shift, part.coded))
            }
        }
        var text = ""
        for run in runs {
            guard let piece = alphabet.text(of: run.coded, shift: run.shift) else { return nil }
            text += piece
        }
        return text
    }

    /// Cuts a text into the parts to send, one for a text that fits without being cut.
    ///
    /// Never splits an escape pair or a surrogate pair. `reference` tells the messages of a sender
    /// apart. A text of more than ``Limits/partsMax`` parts gives none at all;
    /// ``partCount(of:languages:)`` tells beforehand. `languages` are those whose national tables
    /// the network and the phone read; a table is named in the header of every part, and only
    /// where that saves room.
    public static func segment(
        _ text: String,
        reference: UInt8,
        languages: [NationalLanguage] = []
    ) -> [ShortMessagePart] {
        let coding = ShortMessageCoding.cheapest(for: text, languages: languages)
        let pieces = coding.pieces(of: text)
        guard pieces.count <= Limits.partsMax else { return [] }
        return pieces.enumerated().map { index, piece in
            ShortMessagePart(
                text: piece,
                alphabet: coding.alphabet,
                userDataHeader: coding.header(
                    reference: reference,
                    total: pieces.count,
                    sequence: index + 1
                ),
                coded: coding.coded(piece)
            )
        }
    }

    /// Counts the short messages that a text takes, 1 for an empty one; it has no upper bound.
    public static func partCount(of text: String, languages: [NationalLanguage] = []) -> Int {
        ShortMessageCoding.cheapest(for: text, languages: languages).pieces(of: text).count
    }
}
