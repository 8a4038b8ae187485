// SPDX-License-Identifier: Apache-2.0

/// An object of JSON on one line, its members in the order given (RFC 8259).
public struct JSONLine: Hashable, Sendable {
    /// What a member holds.
    public enum Value: Hashable, Sendable {
        /// A string.
        case text(String)
        /// A whole number.
        case number(Int64)
        /// True or false.
        case flag(Bool)
        /// A string, or null.
        case optional(String?)
        /// Objects that are JSON already.
        case list([String])
        /// What is JSON already.
        case raw(String)
    }

    /// The object, without a line end.
    public let text: String

    /// Writes members.
    public init(_ members: [(name: String, value: Value)]) {
        text =
            "{"
            + members.map { "\(Self.string($0.name)):\(Self.text($0.value))" }
            .joined(separator: ",") + "}"
    }

    private static func text(_ value: Value) -> String {
        switch value {
        case .text(let text): string(text)
        case .number(let number): String(number)
        case .flag(let flag): flag ? "true" : "false"
        case .optional(let text): text.map(string) ?? "null"
        case .list(let elements): "[\(elements.joined(separator: ","))]"
        case .raw(let text): text
        }
    }

    /// Escapes what may not stand in a string, and every control character.
    private static func string(_ text: String) -> String {
        var output = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\":
                output += "\\"
                output.unicodeScalars.append(scalar)
            case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}"..."\u{2029}":
                let digits = String(scalar.value, radix: 16)
                output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output + "\""
    }
}
