// SPDX-License-Identifier: Apache-2.0
import Testing
import Transports

/// Streams of octets and the frames they hold, whole and in every pair of pieces.
struct LineFramerTests {
    struct Vector: Sendable, CustomTestStringConvertible {
        let name: String
        let octets: [UInt8]
        let frames: [LineFrame]

        init(_ name: String, _ octets: [UInt8], _ frames: [LineFrame]) {
            self.name = name
            self.octets = octets
            self.frames = frames
        }

        init(_ name: String, _ text: String, _ frames: [LineFrame]) {
            self.init(name, Array(text.utf8), frames)
        }

        var testDescription: String { name }
    }

    static let lineOctetsMax = 16

    static let vectors = [
        Vector("nothing", "", []),
        Vector("LF", "ping\nquit\n", [line("ping"), line("quit")]),
        Vector("CR LF", "ping\r\nquit\r\n", [line("ping"), line("quit")]),
        Vector("blank lines", "\n\r\n", [line(""), line("")]),
        Vector("UTF-8", "say a é€🙂\n", [line("say a é€🙂")]),
        Vector("longest", "0123456789abcdef\n1\n", [line("0123456789abcdef"), line("1")]),
        Vector("longest with CR LF", "0123456789abcdef\r\n", [line("0123456789abcdef")]),
        Vector("too long by one", "0123456789abcdefg\n1\n", [.tooLong, line("1")]),
        Vector(
            "far too long",
            String(repeating: "7", count: 99) + "\nok\n",
            [.tooLong, line("ok")]
        ),
        Vector("too long with NUL", [UInt8](repeating: 0, count: 40) + [10], [.tooLong]),
        Vector("too long twice", twice, [.tooLong, .tooLong]),
        Vector("too long to the end", String(repeating: "7", count: 40), [.tooLong]),
        Vector("bare CR", "pi\rng\nquit\n", [.bareCarriageReturn, line("quit")]),
        Vector("two CR", "ping\r\r\n", [.bareCarriageReturn]),
        Vector("NUL", "pi\0ng\nquit\n", [.nul, line("quit")]),
        Vector("NUL and CR", "p\0i\rng\n", [.nul]),
        Vector("Latin-1", [0x63, 0x61, 0x66, 0xE9, 10, 0x31, 10], [.notUTF8, line("1")]),
        Vector("overlong form", [0xC0, 0xAF, 10], [.notUTF8]),
        Vector("surrogate", [0xED, 0xA0, 0x80, 10], [.notUTF8]),
        Vector("Telnet", [0xFF, 0xF4, 0xFF, 0xFD, 0x06, 10], [.notUTF8]),
        Vector("no end", "ping\nquit", [line("ping"), .unfinished]),
        Vector("CR at the end", "ping\r", [.unfinished]),
        Vector("HTTP/1", "GET / HTTP/1.1\r\nHost: x\r\n", [.http, line("Host: x")]),
        Vector("HTTP/2", "PRI * HTTP/2.0\r\n", [.http]),
        Vector("long HTTP", "POST /abcdefghijklmnop HTTP/1.1\n", [.http]),
        Vector("HTTP later", "ping\nGET / HTTP/1.1\n", [line("ping"), line("GET / HTTP/1.1")]),
        Vector("capitals only", "SAY amina HTTP/1\n", [.http]),
    ]

    private static let twice = String(repeating: String(repeating: "7", count: 30) + "\n", count: 2)

    private static func line(_ text: String) -> LineFrame { .line(Array(text.utf8)[...]) }

    @Test(arguments: vectors)
    func framesDoNotDependOnThePieces(vector: Vector) {
        #expect(Self.frames(of: [vector.octets[...]]) == vector.frames)
        for cut in vector.octets.indices {
            let pieces = [vector.octets[..<cut], vector.octets[cut...]]
            #expect(Self.frames(of: pieces) == vector.frames, "cut at \(cut)")
        }
        let single = vector.octets.indices.map { vector.octets[$0...$0] }
        #expect(Self.frames(of: single) == vector.frames)
    }

    @Test func framesTakenLateAreTheSame() {
        var framer = LineFramer(lineOctetsMax: Self.lineOctetsMax)
        framer.append("1\n2\n".utf8)
        #expect(framer.next() == Self.line("1"))
        framer.append("3\n4".utf8)
        framer.append("5\n".utf8)
        #expect(framer.next() == Self.line("2"))
        #expect(framer.next() == Self.line("3"))
        #expect(framer.next() == Self.line("45"))
        #expect(framer.next() == nil)
    }

    private static func frames(of pieces: [ArraySlice<UInt8>]) -> [LineFrame] {
        var framer = LineFramer(lineOctetsMax: lineOctetsMax)
        var frames: [LineFrame] = []
        for piece in pieces {
            framer.append(piece)
            while let frame = framer.next() { frames.append(frame) }
        }
        framer.end()
        while let frame = framer.next() { frames.append(frame) }
        return frames
    }
}
