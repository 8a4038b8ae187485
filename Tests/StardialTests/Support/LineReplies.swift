// SPDX-License-Identifier: Apache-2.0

/// Takes the replies of the line protocol out of octets as they come.
struct LineReplies {
    /// A reply: its code, the words behind it, and the lines of its block.
    struct Reply: Equatable {
        var code: Int
        var words: String
        var lines: [String] = []

        /// Whether what is typed next is a PIN.
        var asksSecret: Bool { words.hasSuffix("secret=yes") }

        /// The reference of the payment that it tells of, or nil.
        var reference: String? {
            let line = lines.first { $0.hasPrefix("Ref ") || $0.hasPrefix("Receipt ") }
            let word = line?.split(separator: " ").dropFirst().first
            return word.map { String($0.prefix { $0 != "." }) }
        }
    }

    private static let blockCodes: Set<Int> = [
        210, 211, 215, 220, 221, 231, 232, 241, 270, 271, 281,
    ]

    private var line: [UInt8] = []
    private var open: Reply?
    private var whole: [Reply] = []

    /// All replies of a text.
    static func read(_ text: String) -> [Reply] {
        var replies = LineReplies()
        replies.append(text.utf8)
        var read: [Reply] = []
        while let reply = replies.next() { read.append(reply) }
        return read
    }

    mutating func append(_ octets: some Sequence<UInt8>) {
        for octet in octets {
            if octet != UInt8(ascii: "\n") {
                line.append(octet)
                continue
            }
            take(String(decoding: line, as: UTF8.self))
            line.removeAll(keepingCapacity: true)
        }
    }

    /// The next whole reply, or nil when there is none yet.
    mutating func next() -> Reply? {
        whole.isEmpty ? nil : whole.removeFirst()
    }

    private mutating func take(_ text: String) {
        if var reply = open {
            if text == "." {
                whole.append(reply)
                open = nil
            } else {
                reply.lines.append(text.hasPrefix("..") ? String(text.dropFirst()) : text)
                open = reply
            }
            return
        }
        let reply = Reply(code: Int(text.prefix(3)) ?? 0, words: String(text.dropFirst(4)))
        if Self.blockCodes.contains(reply.code) { open = reply } else { whole.append(reply) }
    }
}
