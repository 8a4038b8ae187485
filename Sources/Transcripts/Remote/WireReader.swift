// SPDX-License-Identifier: Apache-2.0

/// Takes the replies of a gateway out of octets as they come, and knows what is none.
public struct WireReader: Sendable {
    private var line: [UInt8] = []
    private var open: WireReply?
    private var whole: [WireReply] = []
    private var next = 0
    private var flaw: WireFlaw?

    /// Most octets of a line.
    public static let lineOctetsMax = 65_536
    /// Most lines of a block.
    public static let blockLinesMax = 20_000

    /// Makes a reader at the beginning of a connection.
    public init() {}

    /// Takes octets; behind a flaw nothing is read any more.
    public mutating func append(_ octets: some Sequence<UInt8>) {
        for octet in octets where flaw == nil {
            guard octet == 0x0A else {
                guard line.count < Self.lineOctetsMax else {
                    flaw = .tooLong
                    continue
                }
                line.append(octet)
                continue
            }
            if line.last == 0x0D { line.removeLast() }
            take()
            line.removeAll(keepingCapacity: true)
        }
    }

    /// The next whole reply, or nil when more octets are needed.
    ///
    /// - Throws: what is no reply, when all before it is taken; from then on always.
    public mutating func reply() throws(WireFlaw) -> WireReply? {
        guard next < whole.count else {
            whole.removeAll(keepingCapacity: true)
            next = 0
            if let flaw { throw flaw }
            return nil
        }
        defer { next += 1 }
        return whole[next]
    }

    private mutating func take() {
        guard let text = String(validating: line, as: UTF8.self) else {
            flaw = .notUTF8
            return
        }
        if var reply = open {
            if text == "." {
                whole.append(reply)
                open = nil
            } else if reply.lines.count < Self.blockLinesMax {
                // Two dots at the front stand for one (RFC 3977 clause 3.1.1).
                open = nil
                reply.lines.append(text.hasPrefix("..") ? String(text.dropFirst()) : text)
                open = reply
            } else {
                flaw = .tooLong
            }
            return
        }
        guard let reply = Self.status(text) else {
            flaw = .noReply(String(text.prefix(Self.shownCharactersMax)))
            return
        }
        if WireReply.blockCodes.contains(reply.code) { open = reply } else { whole.append(reply) }
    }

    /// Reads `@7 220 CON amina chars=28/182`.
    private static func status(_ text: String) -> WireReply? {
        var rest = text[...]
        var tag: String?
        if rest.hasPrefix("@") {
            guard let blank = rest.firstIndex(of: " ") else { return nil }
            tag = String(rest[rest.index(after: rest.startIndex)..<blank])
            rest = rest[rest.index(after: blank)...]
        }
        let digits = rest.prefix(3)
        rest = rest.dropFirst(3)
        guard digits.utf8.count == 3, digits.utf8.allSatisfy({ 48...57 ~= $0 }),
            let code = Int(digits), 100..<600 ~= code, rest.isEmpty || rest.hasPrefix(" ")
        else { return nil }
        return WireReply(code: code, tag: tag, text: String(rest.dropFirst()))
    }

    private static let shownCharactersMax = 60
}

/// What came that is no reply.
public enum WireFlaw: Error, Hashable, Sendable {
    /// A line that begins with no code; its beginning.
    case noReply(String)
    /// A line that is not UTF-8.
    case notUTF8
    /// A line or a block beyond the limits of ``WireReader``.
    case tooLong
}

extension WireFlaw: CustomStringConvertible {
    /// What the gateway did, as the end of a sentence.
    public var description: String {
        switch self {
        case .noReply(let line): "sent what is no reply of the line protocol: `\(line)`"
        case .notUTF8: "sent what is not UTF-8"
        case .tooLong: "sent a line or a block without end"
        }
    }
}
