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
                JSONText.object([
                    ("message", JSONText.string(note.message)),
                    ("range", note.range.map { JSONText.range($0, in: sources) } ?? JSONText.null),
                ])
            }
            let fix = diagnostic.fix.map { fix in
                JSONText.object([
                    ("range", JSONText.range(fix.range, in: sources)),
                    ("replacement", JSONText.string(fix.replacement)),
                ])
            }
            return JSONText.object([
                ("id", JSONText.string(kind.id)),
                ("severity", JSONText.string(kind.severity.rawValue)),
                ("message", JSONText.string(kind.message)),
                ("help", kind.help.map(JSONText.string) ?? JSONText.null),
                ("range", JSONText.range(diagnostic.range, in: sources)),
                ("label", diagnostic.label.map(JSONText.string) ?? JSONText.null),
                ("notes", JSONText.array(notes)),
                ("fix", fix ?? JSONText.null),
            ]) + "\n"
        }.joined()
    }
}
