// SPDX-License-Identifier: Apache-2.0

/// Writes diagnostics for a reader, a log or a program.
///
/// Every function returns whole lines, each with its `\n`, in source order. Control characters of
/// the source are shown as pictures, so that no file can steer the terminal.
public struct DiagnosticRenderer: Sendable {
    /// How the text is decorated.
    public enum Style: Hashable, Sendable {
        /// Characters only.
        case plain
        /// Colours by ANSI escape sequences (ECMA-48 §8.3.117).
        case ansi
    }

    /// The distance of tab stops, in columns.
    public static let tabColumns = 4

    /// The widest part of a source line that is shown, in columns; the rest is left out.
    public static let lineColumnsMax = 160

    /// How the text is decorated.
    public let style: Style

    /// Makes a renderer of a style.
    public init(style: Style = .plain) { self.style = style }

    /// The diagnostics with the lines they point into, an empty line between two.
    public func render(
        _ diagnostics: some Sequence<Diagnostic>,
        in sources: SourceSet
    ) -> String {
        diagnostics.inSourceOrder().map { render($0, in: sources) }.joined(separator: "\n")
    }

    /// One diagnostic with the line it points into.
    public func render(_ diagnostic: Diagnostic, in sources: SourceSet) -> String {
        let primary = excerpt(diagnostic.range, in: sources)
        let notes = diagnostic.notes.map { note in
            (note, excerpt: note.range.map { excerpt($0, in: sources) })
        }
        let lines = [primary.location?.line] + notes.map { $0.excerpt?.location?.line }
        let gutter = String(lines.compactMap(\.self).max() ?? 1).count
        let severity = diagnostic.severity
        var output = paint("\(severity.rawValue)[\(diagnostic.id)]", severity.ink)
        output += paint(": \(Glyphs.oneLine(diagnostic.kind.message))", .strong) + "\n"
        output += show(primary, label: diagnostic.label, ink: severity.ink, gutter: gutter)
        let indent = String(repeating: " ", count: gutter + 1) + paint("=", .frame)
        for (note, _) in notes where note.range == nil {
            output += "\(indent) \(paint("note", .strong)): \(Glyphs.oneLine(note.message))\n"
        }
        if let help = diagnostic.kind.help {
            output += "\(indent) \(paint("help", .strong)): \(Glyphs.oneLine(help))\n"
        }
        for (note, excerpt) in notes {
            guard let excerpt else { continue }
            output += "\(paint("note", .strong)): \(Glyphs.oneLine(note.message))\n"
            output += show(excerpt, label: nil, ink: .frame, gutter: gutter)
        }
        return output
    }

    /// One line a diagnostic: `path:line:column: error[id]: message`.
    public func renderShort(
        _ diagnostics: some Sequence<Diagnostic>,
        in sources: SourceSet
    ) -> String {
        diagnostics.inSourceOrder().map { diagnostic in
            let place = excerpt(diagnostic.range, in: sources).place
            let severity = diagnostic.severity
            let name = paint("\(severity.rawValue)[\(diagnostic.id)]", severity.ink)
            return "\(place): \(name): \(Glyphs.oneLine(diagnostic.kind.message))\n"
        }.joined()
    }

    /// The counts in one sentence, such as `2 errors, 1 warning in 3 files`, without a line end.
    ///
    /// - Parameters:
    ///   - diagnostics: What was found.
    ///   - fileCount: How many files were looked at; without it, those with findings are counted.
    /// - Returns: The sentence; with nothing found it begins `no errors or warnings`.
    public func summary(
        of diagnostics: some Sequence<Diagnostic>,
        fileCount: Int? = nil
    ) -> String {
        let all = Array(diagnostics)
        let files = fileCount ?? Set(all.map(\.range.file)).count
        let counts = Severity.allCases.compactMap { severity -> String? in
            let count = all.count { $0.severity == severity }
            return count == 0 ? nil : paint(counted(count, severity.rawValue), severity.ink)
        }
        let found = counts.isEmpty ? "no errors or warnings" : counts.joined(separator: ", ")
        return files == 0 ? found : "\(found) in \(counted(files, "file"))"
    }

    private func counted(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }

    private func excerpt(_ range: SourceRange, in sources: SourceSet) -> Excerpt {
        Excerpt(range, of: sources[range.file])
    }

    private func show(_ excerpt: Excerpt, label: String?, ink: Ink, gutter: Int) -> String {
        let margin = String(repeating: " ", count: gutter)
        let arrow = "\(margin)\(paint("-->", .frame)) \(excerpt.place)\n"
        guard let location = excerpt.location else { return arrow }
        let number = String(location.line)
        let padded = String(repeating: " ", count: gutter - number.count) + number
        let empty = "\(margin) \(paint("|", .frame))"
        var marks = String(repeating: " ", count: excerpt.caretColumn)
        var pointer = String(repeating: "^", count: excerpt.caretCount)
        if let label { pointer += " " + Glyphs.oneLine(label) }
        marks += paint(pointer, ink)
        let line = excerpt.shown.isEmpty ? "" : " " + excerpt.shown
        return "\(arrow)\(empty)\n\(paint("\(padded) |", .frame))\(line)\n\(empty) \(marks)\n"
    }

    /// A colour, named for what it is used for.
    enum Ink: String {
        case error = "1;31"
        case warning = "1;33"
        case frame = "1;34"
        case strong = "1"
    }

    private func paint(_ text: String, _ ink: Ink) -> String {
        style == .plain ? text : "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m"
    }
}

extension Severity {
    /// The colour of the severity.
    var ink: DiagnosticRenderer.Ink {
        switch self {
        case .error: .error
        case .warning: .warning
        }
    }
}
