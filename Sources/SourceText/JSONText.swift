// SPDX-License-Identifier: Apache-2.0

/// The little of JSON that renderers need, written without white space (RFC 8259).
enum JSONText {
    static let null = "null"

    static func object(_ members: [(key: String, value: String)]) -> String {
        "{\(members.map { "\(string($0.key)):\($0.value)" }.joined(separator: ","))}"
    }

    static func array(_ elements: some Sequence<String>) -> String {
        "[\(elements.joined(separator: ","))]"
    }

    static func range(_ range: SourceRange, in sources: SourceSet) -> String {
        var members = [
            ("file", string(range.file)),
            ("lower", String(range.lower)),
            ("upper", String(range.upper)),
        ]
        if let file = sources[range.file] {
            let (start, end) = (file.location(at: range.lower), file.location(at: range.upper))
            members += [
                ("line", String(start.line)), ("column", String(start.column)),
                ("endLine", String(end.line)), ("endColumn", String(end.column)),
            ]
        }
        return object(members)
    }

    static func string(_ text: String) -> String {
        var output = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": output += "\\\""
            case "\\": output += "\\\\"
            case "\n": output += "\\n"
            case "\r": output += "\\r"
            case "\t": output += "\\t"
            case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}"..."\u{2029}":
                let digits = String(scalar.value, radix: 16)
                output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output + "\""
    }
}
