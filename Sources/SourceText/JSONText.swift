// SPDX-License-Identifier: Apache-2.0

/// The little of JSON that reports need, written without white space (RFC 8259).
public enum JSONText {
    /// What stands for nothing.
    public static let null = "null"

    /// An object of its keys, in order, and values that are JSON already.
    public static func object(_ members: [(key: String, value: String)]) -> String {
        "{\(members.map { "\(string($0.key)):\($0.value)" }.joined(separator: ","))}"
    }

    /// An array of values that are JSON already.
    public static func array(_ elements: some Sequence<String>) -> String {
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

    /// A string, with control characters and line separators escaped.
    public static func string(_ text: String) -> String {
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
