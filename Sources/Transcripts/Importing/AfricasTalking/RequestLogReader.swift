// SPDX-License-Identifier: Apache-2.0
import Gateway
import SourceText

/// Reads a log line by line: JSON objects, or posted forms with their replies below.
struct RequestLogReader {
    private(set) var log = RequestLog()
    /// The request whose reply is looked for or being read.
    private var open: Int?
    /// The lines of that reply; nil before its first.
    private var reply: [String]?
    private var unused: [String: Int] = [:]
    private var strange: [Int] = []

    init(_ source: SourceFile) {
        for number in 1...source.lineCount { take(String(source.line(number)), number) }
        closeReply()
        for (name, line) in unused.sorted(by: { ($0.value, $0.key) < ($1.value, $1.key) }) {
            note(line, "`\(name)` has no place in a transcript.")
        }
        if let first = strange.first {
            let count = strange.count == 1 ? "1 line is" : "\(strange.count) lines are"
            note(first, "\(count) neither a request nor a reply. This is the first.")
        }
    }

    private mutating func note(_ line: Int, _ sentence: String) {
        log.notes.append(ImportNote(line: line, sentence))
    }

    private mutating func take(_ line: String, _ number: Int) {
        if line.drop(while: { $0 == " " || $0 == "\u{FEFF}" }).hasPrefix("{") {
            closeReply()
            open = nil
            guard let fields = RequestFields(json: line) else {
                return note(number, "This line is no JSON object. It was left out.")
            }
            take(fields, number)
        } else if let fields = RequestFields(form: line) {
            closeReply()
            open = nil
            take(fields, number)
        } else if open != nil {
            takeReply(line, number)
        } else if !line.allSatisfy(\.isWhitespace) {
            strange.append(number)
        }
    }

    private mutating func takeReply(_ line: String, _ number: Int) {
        if reply != nil {
            if line.allSatisfy(\.isWhitespace) {
                closeReply()
                open = nil
            } else {
                reply?.append(line)
            }
            return
        }
        let rest = RequestFields.timed(line).rest
        if ImportedText.screen(rest) != nil {
            reply = [rest]
        } else if !line.allSatisfy(\.isWhitespace), !Self.isHTTP(line) {
            strange.append(number)
        }
    }

    private mutating func closeReply() {
        if let open, let reply { log.requests[open].reply = reply.joined(separator: "\n") }
        reply = nil
    }

    private mutating func take(_ fields: RequestFields, _ number: Int) {
        for name in fields.unused { unused[name] = min(unused[name] ?? .max, number) }
        let session = fields("sessionId")
        guard !session.isEmpty else {
            return note(number, "There is no `sessionId` in this line. It was left out.")
        }
        guard fields.values["text"] == nil, fields.values["status"] != nil else {
            guard let text = fields.values["text"] else {
                return note(number, "There is no `text` in this request. It was left out.")
            }
            log.requests.append(
                RequestLog.Request(
                    line: number,
                    session: session,
                    serviceCode: ImportedText.trimmed(fields("serviceCode")),
                    phoneNumber: fields("phoneNumber"),
                    text: text,
                    reply: fields.reply,
                    at: fields.at
                )
            )
            open = fields.reply == nil ? log.requests.count - 1 : nil
            return
        }
        log.ends.append(
            RequestLog.End(
                line: number,
                session: session,
                status: fields("status"),
                durationMilliseconds: Int64(fields("durationInMillis")).flatMap {
                    0...TranscriptLimits.durationMillisecondsMax ~= $0 ? $0 : nil
                },
                hopsCount: Int(fields("hopsCount")),
                at: fields.at
            )
        )
    }

    /// Whether a line is a head of HTTP, such as `Content-Type: text/plain`.
    private static func isHTTP(_ line: String) -> Bool {
        if line.hasPrefix("HTTP/") || line.hasSuffix("HTTP/1.1") { return true }
        guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
        return line.utf8[..<colon].allSatisfy { octet in
            65...90 ~= octet || 97...122 ~= octet || octet == UInt8(ascii: "-")
        }
    }
}
