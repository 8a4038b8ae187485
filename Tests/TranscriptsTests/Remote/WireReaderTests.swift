// SPDX-License-Identifier: Apache-2.0
import Testing
import Transcripts

/// Replies taken out of octets, and octets that are none.
struct WireReaderTests {
    private func read(_ octets: [UInt8], by size: Int = 1_000_000) -> ([String], WireFlaw?) {
        var reader = WireReader()
        var replies: [String] = []
        var rest = octets[...]
        while true {
            do throws(WireFlaw) {
                while let reply = try reader.reply() {
                    let tag = reply.tag.map { "@\($0) " } ?? ""
                    let block = reply.lines.map { "|\($0)" }.joined()
                    replies.append("\(tag)\(reply.code) \(reply.text)\(block)")
                }
            } catch {
                return (replies, error)
            }
            if rest.isEmpty { return (replies, nil) }
            reader.append(rest.prefix(size))
            rest = rest.dropFirst(size)
        }
    }

    @Test(arguments: [
        ("250 pong\n", ["250 pong"]),
        ("250\r\n205 bye\r\n", ["250 ", "205 bye"]),
        (
            "@a-7 220 CON amina\nHome\n1 Pay\n.\n250 x\n",
            ["@a-7 220 CON amina|Home|1 Pay", "250 x"]
        ),
        ("221 END amina\n..first\n...\n\n.\n", ["221 END amina|.first|..|"]),
        ("210 none\n.\n", ["210 none"]),
        ("150 waits\n@3 281 x\n250 in\n.\n", ["150 waits", "@3 281 x|250 in"]),
        ("250 half", []),
        ("220 CON amina\nhalf\n", []),
    ])
    func repliesAreTaken(_ text: String, _ replies: [String]) {
        for size in [1, 2, 3, 7, 1_000] {
            let (read, flaw) = read(Array(text.utf8), by: size)
            #expect(read == replies)
            #expect(flaw == nil)
        }
    }

    @Test(arguments: [
        ("hello\n", [], WireFlaw.noReply("hello")),
        ("\n", [], .noReply("")),
        ("250x\n", [], .noReply("250x")),
        ("099 no\n", [], .noReply("099 no")),
        ("600 no\n", [], .noReply("600 no")),
        ("@ 250\n", ["@ 250 "], nil),
        ("@7\n", [], .noReply("@7")),
        ("25\u{0660} no\n", [], .noReply("25\u{0660} no")),
        ("250 pong\nHTTP/1.1 200 OK\n250 x\n", ["250 pong"], .noReply("HTTP/1.1 200 OK")),
    ])
    func whatIsNoReplyEndsTheReading(_ text: String, _ replies: [String], _ flaw: WireFlaw?) {
        for size in [1, 1_000] {
            let (read, found) = read(Array(text.utf8), by: size)
            #expect(read == replies)
            #expect(found == flaw)
        }
    }

    @Test func limitsAreFlaws() {
        let long = [UInt8](repeating: 0x61, count: WireReader.lineOctetsMax + 1)
        #expect(read(long).1 == .tooLong)
        #expect(read(Array("220 x\n".utf8) + long).1 == .tooLong)
        let lines = String(repeating: "a\n", count: WireReader.blockLinesMax + 1)
        #expect(read(Array("220 x\n\(lines)".utf8)).1 == .tooLong)
        #expect(read(Array("250 ".utf8) + [0xFF, 0x0A]).1 == .notUTF8)
    }

    /// Whatever comes, reading ends, and where it is cut changes nothing.
    @Test(arguments: 0..<200)
    func arbitraryOctetsAreRead(_ seed: UInt64) {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        func below(_ bound: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(bound))
        }
        let words = [
            "220 ", "250 ", "@1 ", "\n", ".\n", "..", "281 x\n", "\r\n", "\u{0}", "é", "999", " ",
        ]
        var octets: [UInt8] = []
        for _ in 0..<below(60) {
            if below(4) == 0 {
                octets.append(UInt8(below(256)))
            } else {
                octets += Array(words[below(words.count)].utf8)
            }
        }
        let whole = read(octets)
        let pieces = read(octets, by: 1 + below(5))
        #expect(whole.0 == pieces.0)
        #expect(whole.1 == pieces.1)
    }
}
