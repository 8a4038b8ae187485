// SPDX-License-Identifier: Apache-2.0

/// A reply: a code, a line of text and, when the code has one, a block.
public struct LineReply: Hashable, Sendable {
    /// The code.
    public let code: LineCode
    /// The text after the code; control characters in it are sent as spaces.
    public let text: String
    /// The block, lines joined by line feeds; sent only with a code that has one.
    public let block: String

    /// Makes a reply.
    public init(_ code: LineCode, _ text: String, block: String = "") {
        self.code = code
        self.text = text
        self.block = block
    }

    /// Makes a reply with a block of lines.
    public init(_ code: LineCode, _ text: String, lines: [String]) {
        self.init(code, text, block: lines.joined(separator: "\n"))
    }
}

/// How replies are written: with which tag, as text or as JSON.
struct LineStyle: Hashable, Sendable {
    /// The tag of the command, echoed as `@tag`; nil for none.
    var tag: String?
    /// Whether each reply is one JSON object in one line.
    var isJSON = false
    /// Whether the reply to a turn names the turn, its menu and its state.
    var tellsTurns = false
}

extension LineReply {
    /// Appends the reply as it goes over the wire.
    func write(to output: inout [UInt8], in style: LineStyle) {
        if style.isJSON { return writeJSON(to: &output, tag: style.tag) }
        if let tag = style.tag {
            output.append(UInt8(ascii: "@"))
            output.append(contentsOf: tag.utf8)
            output.append(Self.space)
        }
        writeCode(to: &output)
        output.append(Self.space)
        for octet in text.utf8 { output.append(octet < Self.space ? Self.space : octet) }
        output.append(Self.lineFeed)
        if code.hasBlock { Self.writeBlock(block, to: &output) }
    }

    private func writeCode(to output: inout [UInt8]) {
        let zero = UInt8(ascii: "0")
        let value = code.rawValue
        output.append(zero + UInt8(truncatingIfNeeded: value / 100))
        output.append(zero + UInt8(truncatingIfNeeded: value / 10 % 10))
        output.append(zero + UInt8(truncatingIfNeeded: value % 10))
    }

    /// Doubles the dot of every line that begins with one, and ends with a lone dot (RFC 3977
    /// clause 3.1.1).
    static func writeBlock(_ block: String, to output: inout [UInt8]) {
        var block = block
        block.withUTF8 { octets in
            var start = 0
            while start < octets.count {
                let end = octets[start...].firstIndex(of: lineFeed) ?? octets.count
                if octets[start] == dot { output.append(dot) }
                output.append(contentsOf: octets[start..<end])
                output.append(lineFeed)
                start = end + 1
            }
            if octets.last == lineFeed { output.append(lineFeed) }
        }
        output.append(dot)
        output.append(lineFeed)
    }

    /// `{"tag":"7","code":220,"text":"…","lines":["…"]}`, without the fields that do not apply.
    private func writeJSON(to output: inout [UInt8], tag: String?) {
        output.append(UInt8(ascii: "{"))
        if let tag {
            output.append(contentsOf: #""tag":"#.utf8)
            Self.writeJSON(tag[...], to: &output)
            output.append(UInt8(ascii: ","))
        }
        output.append(contentsOf: #""code":"#.utf8)
        writeCode(to: &output)
        output.append(contentsOf: #","text":"#.utf8)
        Self.writeJSON(text[...], to: &output)
        if code.hasBlock {
            output.append(contentsOf: #","lines":["#.utf8)
            let lines =
                block.isEmpty ? [] : block.split(separator: "\n", omittingEmptySubsequences: false)
            for (index, line) in lines.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                Self.writeJSON(line, to: &output)
            }
            output.append(UInt8(ascii: "]"))
        }
        output.append(UInt8(ascii: "}"))
        output.append(Self.lineFeed)
    }

    /// A JSON string (RFC 8259 clause 7); everything but control characters, `"` and `\` stands.
    private static func writeJSON(_ text: Substring, to output: inout [UInt8]) {
        let digits = Array("0123456789abcdef".utf8)
        output.append(quote)
        for octet in text.utf8 {
            switch octet {
            case quote, backslash:
                output.append(backslash)
                output.append(octet)
            case lineFeed: output.append(contentsOf: #"\n"#.utf8)
            case ..<space:
                output.append(contentsOf: #"\u00"#.utf8)
                output.append(digits[Int(octet >> 4)])
                output.append(digits[Int(octet & 15)])
            default: output.append(octet)
            }
        }
        output.append(quote)
    }

    private static let lineFeed = UInt8(ascii: "\n")
    private static let space = UInt8(ascii: " ")
    private static let dot = UInt8(ascii: ".")
    private static let quote = UInt8(ascii: "\"")
    private static let backslash = UInt8(ascii: "\\")
}
