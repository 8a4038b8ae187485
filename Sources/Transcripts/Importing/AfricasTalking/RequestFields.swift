// SPDX-License-Identifier: Apache-2.0
import Foundation
import Gateway

/// The fields of one request or notification, however the log writes them.
struct RequestFields {
    private(set) var values: [String: String] = [:]
    private(set) var reply: String?
    private(set) var at: Instant?
    /// The fields that mean nothing to a transcript.
    private(set) var unused: [String] = []

    private static let used: Set<String> = [
        "sessionId", "serviceCode", "phoneNumber", "text", "status", "durationInMillis",
        "hopsCount",
    ]
    /// What repeats what other fields say, and may hold a PIN.
    private static let repeated: Set<String> = ["input", "lastAppResponse"]
    private static let replies = ["response", "reply", "responseBody", "body"]
    private static let requests = ["request", "requestBody", "form", "params", "payload", "body"]
    private static let times = ["time", "timestamp", "@timestamp", "ts", "at", "date"]
    private static let mark = "sessionId="

    /// Reads a JSON object; nil when the line is none.
    init?(json line: String) {
        guard let read = try? JSONSerialization.jsonObject(with: Data(line.utf8)),
            let object = read as? [String: Any]
        else { return nil }
        var left = object
        if object["sessionId"] == nil {
            for key in Self.requests {
                if let inner = object[key] as? [String: Any] {
                    take(inner)
                } else if let form = object[key] as? String, form.contains(Self.mark) {
                    take(form: form)
                } else {
                    continue
                }
                left[key] = nil
                break
            }
        }
        for key in Self.replies where reply == nil {
            let value = left[key]
            let inner = (value as? [String: Any])?["body"]
            guard let text = value as? String ?? inner as? String else { continue }
            reply = text
            left[key] = nil
        }
        take(left)
    }

    /// Reads a line in which a posted form stands, perhaps behind a time; nil when there is none.
    init?(form line: String) {
        let words = line.split(separator: " ")
        guard let index = words.firstIndex(where: { $0.contains(Self.mark) }) else { return nil }
        take(form: String(words[index]))
        if index > 0 { at = at ?? Self.time(words[..<index].map(String.init)) }
    }

    /// A field, empty when it is not there.
    func callAsFunction(_ name: String) -> String { values[name] ?? "" }

    /// When a line was written that begins with a time, and what stands behind it.
    static func timed(_ line: String) -> (at: Instant?, rest: String) {
        let words = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
            .map(String.init)
        if words.count > 1, let at = time([words[0]]) {
            return (at, words[1...].joined(separator: " "))
        }
        if words.count > 2, let at = time(Array(words[..<2])) { return (at, words[2]) }
        return (nil, line)
    }

    private mutating func take(_ object: [String: Any]) {
        for (key, value) in object.sorted(by: { $0.key < $1.key }) {
            if let text = value as? String {
                set(key, text)
            } else if let number = value as? NSNumber {
                set(key, number.stringValue)
            } else {
                set(key, nil)
            }
        }
    }

    private mutating func take(form: String) {
        var form = form[...]
        if let question = form.firstIndex(of: "?"), !form[..<question].contains("=") {
            form = form[form.index(after: question)...]
        }
        let quotes: Set<Character> = ["'", "\"", "`", ","]
        while let first = form.first, quotes.contains(first) { form.removeFirst() }
        while let last = form.last, quotes.contains(last) { form.removeLast() }
        for pair in form.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            set(Self.decoded(parts[0]), parts.count == 2 ? Self.decoded(parts[1]) : "")
        }
    }

    private mutating func set(_ key: String, _ value: String?) {
        if let value, Self.used.contains(key) {
            values[key] = value
        } else if let value, Self.times.contains(key), at == nil, let time = Self.time([value]) {
            at = time
        } else if !Self.repeated.contains(key) {
            unused.append(key)
        }
    }

    /// Undoes the encoding of forms: `+` is a blank, `%2A` an octet.
    private static func decoded(_ text: Substring) -> String {
        let octets = Array(text.utf8)
        var decoded: [UInt8] = []
        var index = 0
        while index < octets.count {
            let digits = octets[(index + 1)...].prefix(2)
            if octets[index] == UInt8(ascii: "%"), digits.count == 2,
                let octet = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            {
                decoded.append(octet)
                index += 3
            } else {
                decoded.append(octets[index] == UInt8(ascii: "+") ? 0x20 : octets[index])
                index += 1
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }

    /// A time as logs write it; a day and a time without an offset are in UTC.
    private static func time(_ words: [String]) -> Instant? {
        let brackets: Set<Character> = ["[", "]", ","]
        let plain = words.joined(separator: " ").filter { !brackets.contains($0) }
        if let instant = ClockText.instant(plain) { return instant }
        let parts = plain.split(separator: " ")
        if parts.count >= 2, let instant = ClockText.instant("\(parts[0])T\(parts[1])Z") {
            return instant
        }
        guard let number = Int64(plain), [10, 13].contains(plain.utf8.count), number > 0 else {
            return nil
        }
        return Instant(milliseconds: plain.utf8.count == 10 ? number * 1_000 : number)
    }
}
