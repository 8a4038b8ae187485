// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import LanguageServer

/// Messages within octets.
struct MessageReaderTests {
    static func pieces(_ octets: [UInt8], by count: Int = .max) -> [MessageReader.Piece] {
        var reader = MessageReader()
        var pieces: [MessageReader.Piece] = []
        var rest = octets[...]
        while !rest.isEmpty {
            reader.append(rest.prefix(count))
            rest = rest.dropFirst(count)
            while let piece = reader.next() { pieces.append(piece) }
        }
        return pieces
    }

    static let rows: [(String, [String])] = [
        ("Content-Length: 2\r\n\r\n{}", ["{}"]),
        ("content-length:3\r\nContent-Type: x\r\n\r\nabcContent-Length: 1\r\n\r\n1", ["abc", "1"]),
        ("Content-Length: 0\r\n\r\n", [""]),
        ("Content-Length: 5\r\n\r\nabc", []),
        ("Content-Length: 2", []),
        ("Content-Type: x\r\n\r\nContent-Length: 1\r\n\r\n1", ["!", "1"]),
        ("Content-Length: -1\r\n\r\nContent-Length: 1\r\n\r\n1", ["!", "1"]),
        ("Content-Length: 1e3\r\n\r\n", ["!"]),
        ("Content-Length: 99999999999999999999999\r\n\r\n", ["!"]),
        ("Content-Length: é\r\n\r\n", ["!"]),
        (String(repeating: "x", count: 5_000), ["!"]),
    ]

    @Test(arguments: rows, [1, 7, .max])
    func takesMessagesOut(_ row: (text: String, contents: [String]), _ count: Int) {
        let found = Self.pieces(Array(row.text.utf8), by: count).map { piece in
            switch piece {
            case .message(let octets): String(decoding: octets, as: UTF8.self)
            case .skipped: "!"
            }
        }
        #expect(found == row.contents)
    }

    @Test func aMessageThatIsTooLongIsPassedOver() {
        let length = MessageReader.Limits.contentOctetsMax + 1
        var octets = Array("Content-Length: \(length)\r\n\r\n".utf8)
        octets += [UInt8](repeating: 120, count: length)
        octets += Array("Content-Length: 1\r\n\r\n1".utf8)
        let found = Self.pieces(octets, by: 65_536)
        #expect(found.count == 2)
        #expect(found.last == .message([49]))
        #expect(found.first == .skipped("A message had more than 8388608 octets."))
    }

    @Test(arguments: 0..<8)
    func anyOctetsCanBeRead(_ seed: Int) {
        var state = UInt64(seed) &+ 1
        var octets: [UInt8] = []
        for _ in 0..<20_000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            octets.append(UInt8(truncatingIfNeeded: state >> 33))
        }
        octets += Array("\r\n\r\nContent-Length: 4\r\n\r\nnull".utf8)
        let found = Self.pieces(octets, by: 1_000)
        #expect(!found.isEmpty)
    }

    @Test func whatIsWrittenIsReadAgain() {
        let message: JSONValue = [
            "text": "é\u{1F4B0}\u{2028}\n\"", "list": [1, true, .null, .number(0.5)],
        ]
        #expect(Self.pieces(MessageWriter.octets(message)) == [.message(Array(message.text.utf8))])
        #expect(JSONValue(octets: message.text.utf8) == message)
    }

    @Test(arguments: [
        "", "{", "nul", "[1", "\u{FFFD}", "1e999", "{\"a\":1}x",
        String(repeating: "[", count: 100_000),
    ])
    func whatIsNoJSONIsNoValue(_ text: String) {
        #expect(JSONValue(octets: text.utf8) == nil)
    }
}
