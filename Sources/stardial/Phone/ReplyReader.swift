// SPDX-License-Identifier: Apache-2.0

/// Reads replies of the line protocol from octets as they come.
struct ReplyReader {
    /// One reply: its code, the words behind it, and the lines of its block.
    struct Reply: Equatable {
        var code: Int
        var words: String
        var lines: [String] = []

        /// Whether the phone's session is open after it.
        var isOpen: Bool { code == 220 }
        /// Whether it answers a line, rather than greets or tells what came by itself.
        var answersALine: Bool { code != 200 && code != 281 }
        /// Whether what is typed next must not be seen.
        var asksSecret: Bool { words.hasSuffix("secret=yes") }
    }

    /// The codes behind which a block follows.
    static let blockCodes: Set<Int> = [210, 211, 215, 220, 221, 231, 232, 241, 270, 271, 281]

    private var line: [UInt8] = []
    private var open: Reply?

    /// Takes octets and gives the replies that they complete.
    mutating func read(_ octets: some Sequence<UInt8>) -> [Reply] {
        var replies: [Reply] = []
        for octet in octets {
            guard octet == 0x0A else {
                line.append(octet)
                continue
            }
            let text = String(decoding: line, as: UTF8.self)
            line.removeAll(keepingCapacity: true)
            if let reply = take(text) { replies.append(reply) }
        }
        return replies
    }

    private mutating func take(_ text: String) -> Reply? {
        if var reply = open {
            if text == "." {
                open = nil
                return reply
            }
            reply.lines.append(text.hasPrefix("..") ? String(text.dropFirst()) : text)
            open = reply
            return nil
        }
        let reply = Reply(code: Int(text.prefix(3)) ?? 0, words: String(text.dropFirst(4)))
        guard Self.blockCodes.contains(reply.code) else { return reply }
        open = reply
        return nil
    }
}
