// SPDX-License-Identifier: Apache-2.0

/// Rows of comma-separated values (RFC 4180) that no spreadsheet takes for formulas.
public enum CSVText {
    /// A field of a row.
    public enum Field: Hashable, Sendable {
        /// Somebody's words: guarded, so that a spreadsheet shows them and does nothing.
        case text(String)
        /// Digits, a point and perhaps a minus that this program wrote itself.
        case number(String)
    }

    /// A row with its line end, CR LF.
    public static func row(_ fields: [Field]) -> String {
        fields.map(field).joined(separator: ",") + "\r\n"
    }

    /// A row of words.
    public static func row(words: [String]) -> String { row(words.map { .text($0) }) }

    /// One field, in quotation marks where it needs them.
    ///
    /// Text that begins with `=`, `+`, `-`, `@`, a tab or a return would be run by a spreadsheet;
    /// an apostrophe before it makes it text there.
    public static func field(_ field: Field) -> String {
        switch field {
        case .number(let digits): return digits
        case .text(let text):
            let first = text.unicodeScalars.first
            let isFormula = first.map { "=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } ?? false
            let guarded = isFormula ? "'" + text : text
            let marks = guarded.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
            guard marks || isFormula else { return guarded }
            let doubled = guarded.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
            return "\"\(doubled)\""
        }
    }
}
