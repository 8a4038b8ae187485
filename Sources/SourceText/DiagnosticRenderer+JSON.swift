// SPDX-License-Identifier: Apache-2.0

extension DiagnosticRenderer {
    /// One JSON object a line for each diagnostic (RFC 8259), in UTF-8, never decorated.
    ///
    /// Keys, in this order: `id`, `severity`, `message`, `help`, `range`, `label`, `notes`, `fix`;
    /// what is absent is `null`. A range has `file`, `lower` and `upper` (UTF-8 octets) and, when
    /// the file is at hand, `line`, `column`, `endLine` and `endColumn`, counted from 1.
    public func renderJSON(
        _ diagnostics: some Sequence<Diagnostic>,
        in sources: SourceSet
    ) -> String {
        diagnostics.inSourceOrder().map { diagnostic in
            let kind = diagnostic.kind
            let notes = diagnostic.notes.map { note in
                JSON.object([
                    ("message", JSON.string(note.message)),
                    ("range", note.range.map { JSON.range($0, in: sources) } ?? JSON.null),
                ])
            }
            let fix = diagnostic.fix.map { fix in
                JSON.object([
                    ("range", JSON.range(fix.range, in: sources)),
                    ("replacement", JSON.string(fix.replacement)),
                ])
            }
            return JSON.object([
                ("id", JSON.string(kind.id)),
                ("severity", JSON.string(kind.severity.rawValue)),
                ("message", JSON.string(kind.message)),
                ("help", kind.help.map(JSON.string) ?? JSON.null),
                ("range", JSON.range(diagnostic.range, in: sources)),
                ("label", diagnostic.label.map(JSON.string) ?? JSON.null),
                ("notes", "[\(notes.joined(separator: ","))]"),
                ("fix", fix ?? JSON.null),
            ]) + "\n"
        }.joined()
    }
}

/// The little of JSON that a diagnostic needs, written without white space.
private enum JSON {
    static let null = "null"

    static func object(_ members: [(key: String, value: String)]) -> String {
        "{\(members.map { "\(string($0.key)):\($0.value)" }.joined(separator: ","))}"
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
