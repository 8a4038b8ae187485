// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway

extension Answer {
    /// `CON chars=78/182`, with `alphabet=ucs2` and `secret=yes` where they apply.
    var sizeWords: String {
        var words = kind == .continue ? "CON" : "END"
        words += " chars=\(size.units)/\(sizeMax)"
        if size.alphabet == .ucs2 { words += " alphabet=ucs2" }
        if asksSecret { words += " secret=yes" }
        return words
    }
}

extension ReleaseCause {
    /// The cause as the line writes it: `idle-timeout`.
    var word: String {
        rawValue.reduce(into: "") { word, letter in
            if letter.isUppercase { word += "-" }
            word += letter.lowercased()
        }
    }
}

extension LineReply {
    /// The reply to a turn of a phone.
    init(_ answer: Answer, phone: String) {
        switch answer.kind {
        case .continue, .end:
            let code: LineCode = answer.kind == .end ? .lastScreen : .screen
            let words = answer.sizeWords
            self.init(
                code,
                "\(words.prefix(3)) \(phone)\(words.dropFirst(3))",
                block: answer.text
            )
        case .released(.noSession): self = .noSession(phone)
        case .released(.noSuchCode): self.init(.noMenu, "\(phone) \(answer.text)")
        case .released(.tooBusy): self.init(.tooMany, "\(phone) \(answer.text)")
        case .released(.shutdown): self.init(.closing, "\(phone) \(answer.text)")
        case .released(let cause):
            self.init(.released, "\(phone) \(cause.word); \(answer.text)")
        }
    }

    /// The reply when a phone has no session.
    static func noSession(_ phone: String) -> LineReply {
        LineReply(.noSession, "\(phone) has no session open; dial first")
    }

    /// The reply when as many conversations watch or wait as the network takes.
    static let tooManyListen = LineReply(
        .tooMany,
        "too many connections watch or wait already; try again later"
    )

    /// Writes the reply to a turn; the usual ones without making strings of their parts.
    static func write(
        _ answer: Answer,
        phone: String,
        to output: inout [UInt8],
        in style: LineStyle
    ) {
        guard style == LineStyle(), answer.size.alphabet == .gsm7, !answer.asksSecret,
            answer.kind == .continue || answer.kind == .end
        else {
            let reply =
                style.tellsTurns
                ? LineReply(turn: answer, phone: phone) : LineReply(answer, phone: phone)
            return reply.write(to: &output, in: style)
        }
        output.append(contentsOf: (answer.kind == .end ? "221 END " : "220 CON ").utf8)
        output.append(contentsOf: phone.utf8)
        output.append(contentsOf: " chars=".utf8)
        append(answer.size.units, to: &output)
        output.append(UInt8(ascii: "/"))
        append(answer.sizeMax, to: &output)
        output.append(UInt8(ascii: "\n"))
        writeBlock(answer.text, to: &output)
    }

    private static func append(_ number: Int, to output: inout [UInt8]) {
        guard number >= 0, number < 1_000 else {
            return output.append(contentsOf: String(number).utf8)
        }
        if number >= 100 { output.append(UInt8(ascii: "0") + UInt8(number / 100)) }
        if number >= 10 { output.append(UInt8(ascii: "0") + UInt8(number / 10 % 10)) }
        output.append(UInt8(ascii: "0") + UInt8(number % 10))
    }
}
