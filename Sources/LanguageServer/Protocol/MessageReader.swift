// SPDX-License-Identifier: Apache-2.0

/// Takes messages out of octets as they come, by their headers (LSP 3.17, "Base Protocol").
///
/// A message is a header with `Content-Length`, an empty line and so many octets. Any octets can be
/// read; what is no header, and a message that is too long, are told and passed over.
public struct MessageReader: Sendable {
    /// What can be taken out.
    public enum Piece: Hashable, Sendable {
        /// The content of a message.
        case message([UInt8])
        /// Octets that were passed over, and why, in one sentence.
        case skipped(String)
    }

    /// What may be read.
    public enum Limits {
        /// The longest header, its empty line included.
        public static let headerOctetsMax = 4_096
        /// The longest content; the longest menu file takes at most a quarter of it.
        public static let contentOctetsMax = 8 << 20
    }

    private var waiting: [UInt8] = []
    private var position = 0
    /// Octets of a message that is too long, still to come.
    private var skipping = 0

    /// A reader that has read nothing.
    public init() {}

    /// Puts octets behind those that were read before.
    public mutating func append(_ octets: some Sequence<UInt8>) {
        if position > 0 {
            waiting.removeFirst(position)
            position = 0
        }
        waiting.append(contentsOf: octets)
    }

    /// Takes the next piece out, nil when it has not come whole.
    public mutating func next() -> Piece? {
        if skipping > 0 {
            let count = min(skipping, waiting.count - position)
            position += count
            skipping -= count
            if skipping > 0 { return nil }
        }
        guard let end = headerEnd() else {
            guard waiting.count - position > Limits.headerOctetsMax else { return nil }
            position = waiting.count
            return .skipped("A header had more than \(Limits.headerOctetsMax) octets.")
        }
        guard let length = Self.contentLength(waiting[position..<end]) else {
            position = end
            return .skipped("A header had no Content-Length that is a number.")
        }
        if length > Limits.contentOctetsMax {
            position = end
            skipping = length
            return .skipped("A message had more than \(Limits.contentOctetsMax) octets.")
        }
        guard waiting.count - end >= length else { return nil }
        position = end + length
        return .message(Array(waiting[end..<position]))
    }

    /// Behind the empty line that ends the header, nil when it has not come.
    private func headerEnd() -> Int? {
        let bound = min(waiting.count, position + Limits.headerOctetsMax)
        var index = position
        while index + 4 <= bound {
            if waiting[index] == 13, waiting[index + 1] == 10, waiting[index + 2] == 13,
                waiting[index + 3] == 10
            {
                return index + 4
            }
            index += 1
        }
        return nil
    }

    private static func contentLength(_ header: ArraySlice<UInt8>) -> Int? {
        let text = String(decoding: header, as: UTF8.self)
        for line in text.split(whereSeparator: \.isNewline) {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased() == "content-length" else { continue }
            let digits = parts[1].filter { $0 != " " && $0 != "\t" }
            guard !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }) else {
                return nil
            }
            return Int(digits)
        }
        return nil
    }
}

/// Puts messages into the form in which they are sent.
public enum MessageWriter {
    /// The octets of a message: its header, an empty line and its content.
    public static func octets(_ message: JSONValue) -> [UInt8] {
        let content = Array(message.text.utf8)
        return Array("Content-Length: \(content.count)\r\n\r\n".utf8) + content
    }
}
