// SPDX-License-Identifier: Apache-2.0

/// The words and signs of Swift source, and its comments apart from them.
///
/// A string literal is one token whatever it holds, but what is interpolated in it is code. Regular
/// expression literals are not known; patterns here are strings.
struct SwiftScan: Sendable {
    /// A word, a sign, or a string literal.
    struct Token: Hashable, Sendable {
        /// The characters, for a string literal two quotation marks.
        let text: String
        /// The line it begins on, counted from 1.
        let line: Int
        /// Whether it follows the token before it without white space.
        let isJoined: Bool

        /// Whether it is a word: an identifier, a keyword or a number.
        var isWord: Bool { text.utf8.first.map(SwiftScan.isWordOctet) ?? false }
    }

    /// A comment to the end of its line.
    struct Comment: Hashable, Sendable {
        /// What follows the two strokes.
        let text: String
        /// The line, counted from 1.
        let line: Int
        /// Whether it documents a declaration.
        var isDocumentation: Bool { text.hasPrefix("/") }
    }

    private(set) var tokens: [Token] = []
    private(set) var comments: [Comment] = []

    private let octets: [UInt8]
    private var position = 0
    private var line = 1

    /// The literal's token, whatever the literal holds.
    static let literal = "\"\""

    init(_ source: String) {
        octets = Array(source.utf8)
        scanCode(inInterpolation: false)
    }

    private static func isWordOctet(_ octet: UInt8) -> Bool {
        switch octet {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x24, 0x80...: true
        default: false
        }
    }

    private func peek(_ ahead: Int = 0) -> UInt8? {
        let index = position + ahead
        return index < octets.count ? octets[index] : nil
    }

    private func isNext(_ text: StaticString, _ ahead: Int = 0) -> Bool {
        text.withUTF8Buffer { wanted in
            let start = position + ahead
            guard start + wanted.count <= octets.count else { return false }
            return octets[start..<(start + wanted.count)].elementsEqual(wanted)
        }
    }

    private func text(from start: Int) -> String {
        String(decoding: octets[start..<position], as: UTF8.self)
    }

    /// Reads code to the end of the source, or to the parenthesis that ends an interpolation.
    private mutating func scanCode(inInterpolation: Bool) {
        var depth = 0
        var isJoined = false
        while let octet = peek() {
            if octet <= 0x20 {
                if octet == 0x0A { line += 1 }
                position += 1
                isJoined = false
            } else if isNext("//") {
                scanLineComment()
            } else if isNext("/*") {
                skipBlockComment()
            } else if let hashes = hashesBeforeQuote() {
                tokens.append(Token(text: Self.literal, line: line, isJoined: isJoined))
                scanString(hashes: hashes)
                isJoined = true
            } else {
                if octet == UInt8(ascii: "(") { depth += 1 }
                if octet == UInt8(ascii: ")") { depth -= 1 }
                if inInterpolation, depth < 0 {
                    position += 1
                    return
                }
                scanToken(isJoined: isJoined)
                isJoined = true
            }
        }
    }

    private mutating func scanToken(isJoined: Bool) {
        let start = position
        position += 1
        if Self.isWordOctet(octets[start]) {
            while let octet = peek(), Self.isWordOctet(octet) { position += 1 }
        }
        tokens.append(Token(text: text(from: start), line: line, isJoined: isJoined))
    }

    private mutating func scanLineComment() {
        position += 2
        let start = position
        while let octet = peek(), octet != 0x0A { position += 1 }
        comments.append(Comment(text: text(from: start), line: line))
    }

    private mutating func skipBlockComment() {
        var depth = 0
        while let octet = peek() {
            if isNext("/*") {
                depth += 1
                position += 2
            } else if isNext("*/") {
                depth -= 1
                position += 2
                if depth == 0 { return }
            } else {
                if octet == 0x0A { line += 1 }
                position += 1
            }
        }
    }

    /// The number of `#` before a quotation mark that comes next, `nil` when none comes.
    private func hashesBeforeQuote() -> Int? {
        var hashes = 0
        while peek(hashes) == UInt8(ascii: "#") { hashes += 1 }
        return peek(hashes) == UInt8(ascii: "\"") ? hashes : nil
    }

    private func isHashes(_ count: Int, at ahead: Int) -> Bool {
        (0..<count).allSatisfy { peek(ahead + $0) == UInt8(ascii: "#") }
    }

    private mutating func scanString(hashes: Int) {
        position += hashes
        let isMultiline = isNext("\"\"\"")
        let quotes = isMultiline ? 3 : 1
        position += quotes
        while let octet = peek() {
            if octet == UInt8(ascii: "\\"), isHashes(hashes, at: 1) {
                position += 1 + hashes
                if peek() == UInt8(ascii: "(") {
                    position += 1
                    scanCode(inInterpolation: true)
                } else if peek() != 0x0A {
                    position += 1
                }
            } else if isMultiline ? isNext("\"\"\"") : isNext("\""), isHashes(hashes, at: quotes) {
                position += quotes + hashes
                return
            } else {
                if octet == 0x0A {
                    if !isMultiline { return }
                    line += 1
                }
                position += 1
            }
        }
    }
}
